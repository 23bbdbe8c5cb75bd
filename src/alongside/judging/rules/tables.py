"""A rule for tables on pages: whoever listens hears a cell with its row and its column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alongside.judging.rules.registry import Found, rule
from alongside.reading.load import Loaded
from alongside.reading.pages import Page

_RULER = re.compile(r"^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?)?\s*$")
_EMPTY_FIRST = re.compile(r"^\s*\|\s*\|")


@rule("P119")
def rows_have_names(loaded: Loaded) -> Iterator[Found]:
    """Columns have headings; where the corner is empty, each row begins with its name.

    Fill the cell, or give the column a heading.
    """
    for page in loaded.pages.values():
        lines = page.text.split("\n")
        for at, line in enumerate(lines):
            if not (at and _RULER.match(line)):
                continue
            first, *columns = lines[at - 1].strip().strip("|").split("|")
            if any(map(str.strip, (first, *columns))) and not all(map(str.strip, columns)):
                yield Found(page, at, "A column has no heading, and its neighbours have.")
            if _EMPTY_FIRST.match(lines[at - 1]):
                yield from _nameless(page, lines, at + 1)


def _nameless(page: Page, lines: list[str], first: int) -> Iterator[Found]:
    for at in range(first, len(lines)):
        if not lines[at].lstrip().startswith("|"):
            return
        if _EMPTY_FIRST.match(lines[at]):
            yield Found(page, at + 1, "The first cell of this row is empty.")
