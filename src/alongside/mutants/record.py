"""What the mutants of each role-play came to, kept so that tests need not count anew."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from alongside.mutants.run import MutationRun


@dataclass(frozen=True)
class Count:
    """What was counted, and for which text of the file.

    Attributes:
        text: SHA-256 of the role-play's file, in hex.
        mutants: How many were made.
        caught: How many the rules caught.
        equivalent: How many the file lists as changing nothing.
        faults: What is wrong with the rules, as codes.

    """

    text: str
    mutants: int
    caught: int
    equivalent: int
    faults: tuple[str, ...]


def counted(file: bytes, run: MutationRun, faults: tuple[str, ...]) -> Count:
    """Return the count of a run over the role-play that the file holds."""
    made, equivalent = len(run.fates), len(run.equivalent)
    caught = made - equivalent - len(run.alive)
    return Count(sha256(file).hexdigest(), made, caught, equivalent, faults)


def read(path: Path) -> dict[str, Count]:
    """Return the counts by role-play; none where there is no such file."""
    if not path.is_file():
        return {}
    held = json.loads(path.read_text("utf-8"))
    return {
        name: Count(**{**one, "faults": tuple(one["faults"])}) for name, one in held.items()
    }


def write(path: Path, counts: Mapping[str, Count]) -> None:
    """Write the counts, sorted, one role-play to a line, so that branches merge."""
    rows = (
        f"{json.dumps(name)}: {json.dumps({**vars(one), 'faults': list(one.faults)})}"
        for name, one in sorted(counts.items())
    )
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")
