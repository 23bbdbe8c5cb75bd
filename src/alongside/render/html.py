"""Small helpers for writing HTML by hand: escape text, never build tags from data."""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_OPENING = re.compile(r"(?<![^\s(\[“‘—])[\"']+")
_OPENED = str.maketrans({'"': "“", "'": "‘"})
_CLOSED = str.maketrans({'"': "”", "'": "’"})


def curled(words: str) -> str:
    """Return words with the quotation marks and apostrophes of print, as prose gets them."""
    opened = _OPENING.sub(lambda found: found[0].translate(_OPENED), words)
    return opened.translate(_CLOSED)


def safe(value: str) -> str:
    """Return a value as it is, made safe for a quoted attribute."""
    return escape(value, quote=True)


def text(words: str) -> str:
    """Return words made ready to be read: in the marks of print, and safe."""
    return safe(curled(words))


def attributes(**values: str | bool | None) -> str:
    """Return attributes with a leading space each; ``None`` and ``False`` are left out.

    An underscore in a name becomes a hyphen and one at its end is dropped: ``class_="x"``.
    """
    written = []
    for name, value in values.items():
        if value is None or value is False:
            continue
        known = name.rstrip("_").replace("_", "-")
        written.append(f' {known}=""' if value is True else f' {known}="{safe(value)}"')
    return "".join(written)


def element(name: str, *content: str, **values: str | bool | None) -> str:
    """Return an element around content that is HTML already."""
    return f"<{name}{attributes(**values)}>{''.join(content)}</{name}>"


def split(words: str) -> list[str]:
    """Return the paragraphs of plain words, each on one line, not yet escaped."""
    return [" ".join(part.split()) for part in _BLANK_LINE.split(words) if part.strip()]


def paragraphs(words: str, *, first: str = "") -> str:
    """Return one ``<p>`` for each paragraph; a blank line parts them.

    Args:
        words: Plain words.
        first: HTML to put before the words of the first paragraph.

    """
    return "".join(
        f"<p>{first if number == 0 else ''}{text(part)}</p>"
        for number, part in enumerate(split(words))
    )


def items(lines: Iterable[str], *, ordered: bool = False, class_: str | None = None) -> str:
    """Return a list whose items are HTML already, or nothing where there are none."""
    inside = "".join(f"<li>{line}</li>" for line in lines)
    return element("ol" if ordered else "ul", inside, class_=class_) if inside else ""


def table(
    heads: Iterable[str], rows: str, *, caption: str = "", class_: str = "al-scroll"
) -> str:
    """Return a table that scrolls by itself.

    Args:
        heads: Plain words over each column.
        rows: The rows of its body, HTML already.
        caption: Its name, HTML already.
        class_: Of the element around it.

    """
    head = "".join(element("th", text(words), scope="col") for words in heads)
    named = element("caption", caption) if caption else ""
    inside = f"{named}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    return element("div", element("table", inside), class_=class_)


def link(href: str, words: str, **values: str | bool | None) -> str:
    """Return a link with plain words."""
    return element("a", text(words), href=href, **values)


def data(value: object) -> str:
    """Return JSON that may stand inside ``<script type="application/json">``.

    ``<`` and ``&`` are escaped so that no text can close the element; U+2028 and U+2029 so that
    old readers of the text as script stay whole.
    """
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written
