"""A fault: what a rule or the loader found, where, and what to do about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

_MOVES = re.compile(r"[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Signs that start a line, move the cursor or turn words round."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong, in words its writer can act on.

    Attributes:
        path: The file, relative to the course folder.
        line: The line, counted from 1; 0 where no line applies.
        code: The rule, such as ``Q101``: a letter for the family and a number used once.
        says: One sentence: what is wrong.
        remedy: One sentence: what to do.
        warning: Whether the course may still be built and shipped with it.

    """

    path: PurePosixPath
    line: int
    code: str
    says: str
    remedy: str
    warning: bool = field(default=False, compare=False)

    def as_data(self) -> dict[str, str | int | bool]:
        """Return the fault for other programs, as JSON can carry it."""
        return {
            "file": str(self.path),
            "line": self.line,
            "code": self.code,
            "says": self.says,
            "remedy": self.remedy,
            "warning": self.warning,
        }

    def __str__(self) -> str:
        """Return the one line that ``alongside check`` prints."""
        kind = "warning " if self.warning else ""
        told = f"{self.path}:{self.line}: {kind}{self.code} {self.says} {self.remedy}"
        return _MOVES.sub("?", told)
