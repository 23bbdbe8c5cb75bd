"""The judge: everything there is to say against a course, at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from alongside.faults import Fault
from alongside.judging.rules import RULES
from alongside.model import RolePlay
from alongside.proof import Verdict, prove
from alongside.reading.load import Loaded

Progress = Callable[[Iterable[RolePlay]], Iterable[RolePlay]]
"""Passes the role-plays on one by one, and may show how far it has come."""


@dataclass(frozen=True)
class Judgement:
    """What was found.

    Attributes:
        faults: Every fault and warning of the loader, the rules and the prover, sorted.
        verdicts: What the prover says of each role-play.
        waiting: Codes of the rules that cannot be asked before every file can be read.

    """

    faults: tuple[Fault, ...]
    verdicts: tuple[Verdict, ...]
    waiting: tuple[str, ...]

    @property
    def errors(self) -> tuple[Fault, ...]:
        """Return the faults that must be mended before the course ships."""
        return tuple(fault for fault in self.faults if not fault.warning)

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """Return what should be looked at."""
        return tuple(fault for fault in self.faults if fault.warning)


def judge(loaded: Loaded, progress: Progress = iter) -> Judgement:
    """Return everything there is to say against the course."""
    verdicts = tuple(_proved(loaded, play) for play in progress(loaded.role_plays.values()))
    found = {
        *loaded.faults,
        *(fault for rule in RULES.values() for fault in rule.faults(loaded)),
        *(fault for verdict in verdicts for fault in verdict.faults),
    }
    waiting = tuple(code for code, rule in RULES.items() if rule.waits(loaded))
    return Judgement(tuple(sorted(found)), verdicts, waiting)


def _proved(loaded: Loaded, play: RolePlay) -> Verdict:
    return prove(play, where=lambda path: loaded.where(play, *path)[1])
