"""The handout of a module: what it is for, a line to keep from each page, what to do after."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alongside.render.html import element, items, link, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from alongside.model import Module
    from alongside.reading.pages import Page

_KEEP = re.compile(r"^\*\*To keep:\*\* (.+?)(?:\n\s*\n|\Z)", re.MULTILINE | re.DOTALL)
_MARKUP = re.compile(r"\{[a-z:]+\}`([^`<]+?)(?: <[^`]*>)?`|[*_`]")


def handout(module: Module, pages: Iterable[tuple[Page, str]]) -> str:
    """Return the handout.

    Args:
        module: The module.
        pages: Its pages in order, each with its address.

    """
    kept = [
        (page.title or page.name, href, line) for page, href in pages if (line := keep(page))
    ]
    parts = [
        element("h2", "What you practised"),
        items(text(one.can) for one in module.outcomes),
        element("h2", "To keep"),
        _lines(kept),
        element("h2", "One thing you will do"),
        '<p class="al-write">This week, with whom, by when:</p>',
        '<p class="al-write">What could get in the way, and what then:</p>',
    ]
    return element("div", *parts, class_="al-handout")


def keep(page: Page) -> str:
    """Return the line to keep of a page, in plain words; nothing where it has none."""
    found = _KEEP.search(page.text)
    return " ".join(_MARKUP.sub(r"\1", found[1]).split()) if found else ""


def _lines(kept: Sequence[tuple[str, str, str]]) -> str:
    return items(f"{text(line)} ({link(href, title)})" for title, href, line in kept)
