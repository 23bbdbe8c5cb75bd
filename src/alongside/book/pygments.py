"""Code colours: none. Weight and slant read alike in light, dark, print and forced colours."""

from __future__ import annotations

from typing import ClassVar

from pygments.style import Style  # type: ignore[import-untyped]
from pygments.token import Comment, Keyword, Name, Token  # type: ignore[import-untyped]


class Calm(Style):  # type: ignore[misc]
    """Bold for what the language reserves, italic for remarks."""

    background_color = "transparent"
    styles: ClassVar[dict[object, str]] = {
        Token: "",
        Comment: "italic",
        Keyword: "bold",
        Name.Tag: "bold",
    }
