"""A rule for tables on pages: whoever listens hears a cell with its row and its column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alongside.judging.rules.registry import Found, rule
from alongside.reading.load import Loaded

_RULER = re.compile(r"^\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*$")
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
            corner = _EMPTY_FIRST.match(lines[at - 1])
            for row in _rows(lines, at + 1):
                if corner and _EMPTY_FIRST.match(lines[row]):
                    yield Found(page, row + 1, "The first cell of this row is empty.")
                if _bars(lines[row]) > _bars(lines[at - 1]):
                    yield Found(page, row + 1, "This row has more cells than the table.")


def _rows(lines: list[str], first: int) -> Iterator[int]:
    """Yield the places of the lines of a table below its ruler."""
    for at in range(first, len(lines)):
        if not lines[at].lstrip().startswith("|"):
            return
        yield at


def _bars(line: str) -> int:
    """Return how many bars part the cells of a line; the one at its end may be missing."""
    line = line.strip()
    return line.count("|") - line.count("\\|") + (not line.endswith("|"))
