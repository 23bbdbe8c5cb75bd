"""The judge: everything there is to say against a course, at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from alongside.faults import Fault
from alongside.judging.rules import RULES
from alongside.model import RolePlay
from alongside.proof import Verdict, prove
from alongside.reading.load import Loaded


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


def verdicts(loaded: Loaded) -> Iterator[Verdict]:
    """Yield what the prover says of each role-play, one by one."""
    for play in loaded.role_plays.values():
        yield verdict(loaded, play)


def verdict(loaded: Loaded, play: RolePlay) -> Verdict:
    """Return what the prover says of a role-play, with lines of its file."""
    return prove(play, where=lambda path: loaded.where(play, *path)[1])


def rule_faults(loaded: Loaded) -> Iterator[Fault]:
    """Yield what the rules find, one rule after the other."""
    for rule in RULES.values():
        yield from rule.faults(loaded)


def judge(
    loaded: Loaded,
    proved: Iterable[Verdict] | None = None,
    ruled: Iterable[Fault] | None = None,
) -> Judgement:
    """Return everything there is to say against the course.

    Args:
        loaded: The course.
        proved: The verdicts on its role-plays, where they are known or come with a bar.
        ruled: What the rules find, where others ask some of them.

    """
    found = {*loaded.faults, *(rule_faults(loaded) if ruled is None else ruled)}
    # After the rules: where proofs are made by another process, it has worked meanwhile.
    found_by_prover = tuple(verdicts(loaded) if proved is None else proved)
    found |= {fault for each in found_by_prover for fault in each.faults}
    waiting = tuple(code for code, rule in RULES.items() if rule.waits(loaded))
    return Judgement(tuple(sorted(found)), found_by_prover, waiting)
