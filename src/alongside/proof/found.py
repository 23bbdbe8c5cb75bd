"""What a check of the proof room found, before and after it is placed in a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from alongside.faults import Fault

Path = tuple[str | int, ...]
"""Keys from the top of the role-play's file down to the thing meant."""
Where = Callable[[Path], int]
"""Path → line, counted from 1; 0 where it is not known."""


@dataclass(frozen=True)
class Found:
    """One broken rule, without its place in the file.

    Attributes:
        code: The rule.
        path: The thing meant.
        says: What is wrong, in one sentence.
        remedy: What to do, in one sentence.
        replies: Ids of the replies of a play that shows it, from the start; None where no
            play can show it (something that is never reached).
        warning: Whether the role-play may be shipped with it.

    """

    code: str
    path: Path
    says: str
    remedy: str
    replies: tuple[str, ...] | None = None
    warning: bool = False


@dataclass(frozen=True)
class Finding:
    """A fault with the play that shows it, told as a transcript."""

    fault: Fault
    transcript: tuple[str, ...] = ()


@dataclass(frozen=True)
class Figures:
    """What was counted on the way to a verdict; robots and chance are shares from 0 to 1."""

    turns: int = 0
    replies: int = 0
    endings: int = 0
    states: int = 0
    shortest_good: tuple[str, ...] | None = None
    chance: float | None = None
    robots: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Verdict:
    """What the prover says of one role-play."""

    role_play: str
    status: Literal["proved", "broken", "not proved"]
    findings: tuple[Finding, ...]
    figures: Figures

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults and warnings alone, for ``alongside check``."""
        return tuple(finding.fault for finding in self.findings)


def nowhere(_: Path) -> int:
    """Return the line where no file is known."""
    return 0
