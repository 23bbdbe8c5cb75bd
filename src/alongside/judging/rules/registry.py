"""The one registry of rules: a code for good, a sentence, a remedy, a check.

A rule is a function. Its docstring is the message: the first line says what must hold, the rest
says what to do. A code has a letter for its family and a number that is never used twice.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from alongside.faults import Fault
from alongside.judging.places import Source, Spot, located
from alongside.reading.load import Loaded

FAMILIES = {
    "B": "the book and its order",
    "C": "the curriculum and its coverage",
    "E": "the evidence page",
    "F": "sessions with a group",
    "K": "the campus profile",
    "L": "language",
    "P": "pages",
    "Q": "questions",
    "R": "role-plays",
    "S": "rosters",
    "T": "time",
    "Y": "reading the files",
}


@dataclass(frozen=True)
class Found:
    """Where a rule is broken, and what exactly stands there.

    Attributes:
        thing: What it stands in.
        place: Where in it.
        detail: What is there, as a sentence.
        waive: The waivers that hold at this place: code → reason.

    """

    thing: Source
    place: Spot
    detail: str
    waive: Mapping[str, str] = field(default_factory=dict)


Check = Callable[[Loaded], Iterator[Found]]


@dataclass(frozen=True)
class Rule:
    """A rule of the course.

    Attributes:
        code: A letter and a number, for good.
        says: What must hold, in one sentence.
        remedy: What to do, in one sentence.
        check: Finds where it does not hold.
        warning: Whether a course may ship that breaks it.
        needs: Files and folders without which the check would mistake unread for missing.

    """

    code: str
    says: str
    remedy: str
    check: Check
    warning: bool
    needs: tuple[str, ...]

    def waits(self, loaded: Loaded) -> bool:
        """Return whether it cannot be asked before some file can be read."""
        return any(loaded.lacks(need) for need in self.needs)

    def faults(self, loaded: Loaded) -> Iterator[Fault]:
        """Yield each place where it is broken, but for waived warnings; none while it waits."""
        for found in () if self.waits(loaded) else self.check(loaded):
            if self.warning and self.code in found.waive:
                continue
            file, line = located(loaded, found.thing, found.place)
            yield Fault(file, line, self.code, found.detail, self.remedy, self.warning)


RULES: dict[str, Rule] = {}


def rule(
    code: str, *, warning: bool = False, needs: tuple[str, ...] = ()
) -> Callable[[Check], Check]:
    """Register a check under its code; ``ValueError`` where the code is taken."""

    def register(check: Check) -> Check:
        if code in RULES:
            raise ValueError(f"rule code {code} is used twice")
        says, _, rest = (inspect.getdoc(check) or "").partition("\n")
        RULES[code] = Rule(code, says, " ".join(rest.split()), check, warning, needs)
        return check

    return register
