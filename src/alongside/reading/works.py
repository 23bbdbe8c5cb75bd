"""The bibliography, ``book/sources.bib``: which works it holds, and what is wrong in it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pybtex.database import parse_string
from pybtex.exceptions import PybtexError

from alongside.faults import Fault
from alongside.reading.text import decoded

if TYPE_CHECKING:
    from pathlib import PurePosixPath

__all__ = ["MAX_BIBLIOGRAPHY_BYTES", "read_works"]

MAX_BIBLIOGRAPHY_BYTES = 1024 * 1024
_WORK = re.compile(
    r"^[ \t]*@(?!(?:comment|preamble|string)\b)\w+\s*[{(]\s*([^\s,{}()]+)\s*,",
    re.IGNORECASE | re.MULTILINE,
)


def read_works(data: bytes, path: PurePosixPath) -> tuple[dict[str, int] | None, list[Fault]]:
    """Return the key of each work with its line, and the faults; None where it is no text.

    Never raises.
    """
    if len(data) > MAX_BIBLIOGRAPHY_BYTES:
        says = f"The bibliography is larger than {MAX_BIBLIOGRAPHY_BYTES // 2**20} MB."
        return None, [Fault(path, 0, "Y114", says, "Take out works that nothing names.")]
    text = decoded(data, path)
    if isinstance(text, Fault):
        return None, [text]
    works: dict[str, int] = {}
    faults: list[Fault] = []
    first: dict[str, int] = {}
    """Key, its case left out as BibTeX does → line."""
    for found in _WORK.finditer(text):
        key, number = found[1], 1 + text.count("\n", 0, found.start())
        before = first.setdefault(key.lower(), number)
        if before != number:
            says = f"The work '{key}' stands on line {before} already."
            faults.append(Fault(path, number, "Y504", says, "Keep one of the two."))
        works.setdefault(key, number)
    unread = _unread(text, path)
    # BibTeX tells of a work that stands there twice too, and has no line for it.
    if unread and (unread.line or not faults):
        faults.append(unread)
    return works, faults


def _unread(text: str, path: PurePosixPath) -> Fault | None:
    """Return the first thing for which the bibliography cannot be read."""
    problem = _problem(text)
    if problem is None:
        return None
    at = getattr(problem, "lineno", None)
    if at is not None:
        says = "The bibliography cannot be read from here on."
        remedy = "Look just above for a missing brace, quote or comma."
        return Fault(path, int(at), "Y503", says, remedy)
    says = f"The bibliography cannot be read: {problem}."
    return Fault(path, _line_of(text), "Y503", says, "Mend that work.")


def _line_of(text: str) -> int:
    """Return the line of the first work that cannot be read by itself; 0 where all can."""
    starts = [found.start() for found in _WORK.finditer(text)]
    for begin, end in pairwise([*starts, len(text)]):
        problem = _problem(text[begin:end])
        # A line is told where a short form is missing, which stands further up.
        if problem is not None and getattr(problem, "lineno", None) is None:
            return 1 + text.count("\n", 0, begin)
    return 0


def _problem(text: str) -> PybtexError | None:
    try:
        parse_string(text, "bibtex")
    except PybtexError as problem:
        return problem
    return None
