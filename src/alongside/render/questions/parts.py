"""Plain words as HTML where paragraphs may not stand."""

from __future__ import annotations

import re

from alongside.render.html import text

_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def split(words: str) -> list[str]:
    """Return the paragraphs of plain words, each on one line, not yet escaped."""
    return [" ".join(part.split()) for part in _BLANK_LINE.split(words) if part.strip()]


def inline(words: str) -> str:
    """Return words for a label, a legend or a term."""
    return "<br>".join(text(part) for part in split(words))


def block(words: str) -> str:
    """Return words as paragraphs."""
    return "".join(f"<p>{text(part)}</p>" for part in split(words))
