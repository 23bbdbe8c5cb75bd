"""Rules for the book: its pages and their order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alongside.judging.rules.registry import Found, rule
from alongside.reading.load import TOC, Loaded

_NOT_BUILT = {"design"}
_ROOMS = ("book", "modules", "facilitator_guide")


@rule("B102", needs=("_toc.yml",))
def every_page_is_in_the_book(loaded: Loaded) -> Iterator[Found]:
    """Every page of `book/`, `modules/` and `facilitator_guide/` is listed in `_toc.yml`.

    List it, or move it out; a module's `design.md` stays out of the book.
    """
    listed = {entry.path for entry in loaded.toc}
    for file in sorted(loaded.files):
        is_page = file.suffix == ".md" and file.parts[0] in _ROOMS
        built = file.stem not in _NOT_BUILT and file not in loaded.unread
        if is_page and built and file not in listed:
            yield Found(file, 1, f"No line of _toc.yml lists {file}.")


@rule("B103")
def pages_are_named_by_ideas(loaded: Loaded) -> Iterator[Found]:
    """File names are lower-case words and carry no numbers for order.

    Rename the page; `_toc.yml` is the only place where order lives.
    """
    for entry in loaded.toc:
        stem = entry.path.stem
        if re.match(r"^\d", stem) or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", stem):
            yield Found(TOC, entry.line, f"The page is called '{stem}'.")
