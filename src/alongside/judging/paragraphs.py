"""The paragraphs of a page's own running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from alongside.reading.page_parts import Prose
from alongside.reading.pages import Page

_BULLET = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")


def paragraphs(page: Page) -> Iterator[list[Prose]]:
    """Yield the lines of each paragraph; an entry of a list is one of its own."""
    lines = page.text.split("\n")
    text = [one for one in page.prose if one.kind == "text" and one.voice == "own"]
    starts = [
        at
        for at, (above, below) in enumerate(pairwise(text), 1)
        if below.line > above.line + 1 or _BULLET.match(lines[below.line - 1])
    ]
    for first, end in pairwise([0, *starts, len(text)] if text else []):
        yield text[first:end]
