"""The bibliography, ``book/sources.bib``: which works it holds, and what is wrong in it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pybtex.database import BibliographyData, Entry, parse_string
from pybtex.exceptions import PybtexError

from alongside.faults import Fault
from alongside.reading.text import decoded
from alongside.reading.yaml_scalars import UNPRINTABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import PurePosixPath

__all__ = ["MAX_BIBLIOGRAPHY_BYTES", "read_works"]

MAX_BIBLIOGRAPHY_BYTES = 1024 * 1024
_WORK = re.compile(
    r"^[ \t]*@(?!(?:comment|preamble|string)\b)\w+\s*[{(]\s*([^\s,{}()]+)\s*,",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"\\(?:url|href)\s*\{[\s{]*([^{}]*)")
"""An address among the words of a work."""
_SIGNED = "author title year"
NEEDED: Mapping[str, str] = {
    "article": f"{_SIGNED} journal",
    "book": "author|editor title year publisher",
    "booklet": _SIGNED,
    "inbook": "author|editor title year publisher",
    "incollection": f"{_SIGNED} booktitle",
    "inproceedings": f"{_SIGNED} booktitle",
    "manual": "title",
    "mastersthesis": f"{_SIGNED} school",
    "phdthesis": f"{_SIGNED} school",
    "proceedings": "title year",
    "techreport": f"{_SIGNED} institution",
    "unpublished": "author title note",
    **dict.fromkeys(("dataset", "misc", "online", "patent", "software"), "title"),
}
"""Kind of work → what the book must know to show one."""


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
    if bad := UNPRINTABLE.search(text):
        says = "The text holds an invisible or a control character."
        line = 1 + text.count("\n", 0, bad.start())
        faults.append(Fault(path, line, "Y111", says, "Remove it."))
    read = _read(text)
    if isinstance(read, BibliographyData):
        for key, work in read.entries.items():
            faults += _misfits(key, work, Fault(path, works.get(key, 0), "", "", ""))
        return works, faults
    # BibTeX tells of a work that stands there twice too, and has no line for it.
    unread = _unread(read, text, path)
    if unread.line or not faults:
        faults.append(unread)
    return works, faults


def _misfits(key: str, work: Entry, at: Fault) -> Iterator[Fault]:
    """Yield what keeps a work from being shown, and addresses that are not safe."""
    if work.type not in NEEDED:
        says = f"The work '{key}' is of a kind that the book cannot show: {work.type[:40]}."
        yield replace(at, code="Y505", says=says, remedy=f"Use one of {', '.join(NEEDED)}.")
    there = {
        name.lower() for name, value in (*work.fields.items(), *work.persons.items()) if value
    }
    lacks = [
        one.replace("|", " or ")
        for one in NEEDED.get(work.type, "").split()
        if "crossref" not in there and not there & set(one.split("|"))
    ]
    if lacks:
        says = f"The work '{key}' has no {', no '.join(lacks)}."
        yield replace(at, code="Y505", says=says, remedy="Add it, or call it a @misc.")
    addresses = [words for field in work.fields.values() for words in _ADDRESS.findall(field)]
    addresses += [value for name, value in work.fields.items() if name.lower() == "url"]
    for address in addresses:
        if not address.startswith(("https://", "http://")):
            says = f"The address of the work '{key}' does not lead to the web."
            yield replace(
                at, code="Y506", says=says, remedy="Begin it with https://, or take it out."
            )


def _unread(problem: PybtexError, text: str, path: PurePosixPath) -> Fault:
    """Return the first thing for which the bibliography cannot be read."""
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
        problem = _read(text[begin:end])
        # A line is told where a short form is missing, which stands further up.
        unread = isinstance(problem, PybtexError)
        if unread and getattr(problem, "lineno", None) is None:
            return 1 + text.count("\n", 0, begin)
    return 0


def _read(text: str) -> BibliographyData | PybtexError:
    """Return the works, or what keeps them from being read."""
    try:
        return parse_string(text, "bibtex")
    except PybtexError as problem:
        return problem
