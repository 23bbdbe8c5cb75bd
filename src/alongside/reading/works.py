"""The bibliography, ``book/sources.bib``: which works it holds, and what is wrong in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pybtex.database import parse_string
from pybtex.exceptions import PybtexError

from alongside.faults import Fault

if TYPE_CHECKING:
    from pathlib import PurePosixPath

__all__ = ["read_works"]

_WORK = re.compile(r"[ \t]*@\w+[ \t]*\{[ \t]*([^\s,{}]+)[ \t]*,")


def read_works(data: bytes, path: PurePosixPath) -> tuple[dict[str, int], list[Fault]]:
    """Return the key of each work with its line, and the faults. Never raises."""
    text = data.decode("utf-8", "replace")
    works: dict[str, int] = {}
    faults: list[Fault] = []
    for number, line in enumerate(text.split("\n"), 1):
        if found := _WORK.match(line):
            if first := works.get(found[1]):
                says = f"The work '{found[1]}' stands on line {first} already."
                faults.append(Fault(path, number, "Y504", says, "Keep one of the two."))
            works.setdefault(found[1], number)
    try:
        parse_string(text, "bibtex")
    except PybtexError as problem:
        at = getattr(problem, "lineno", None)
        if at is not None:
            says = "The bibliography cannot be read from here on."
            remedy = "Look just above for a missing brace or comma."
            faults.append(Fault(path, int(at), "Y503", says, remedy))
        elif not faults:
            says = f"The bibliography cannot be read: {problem}."
            faults.append(Fault(path, 0, "Y503", says, "Mend that work."))
    return works, faults
