"""What the mutants of each role-play came to, kept so that tests need not count anew."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from alongside.mutants.edits import places
from alongside.proof.player import flat
from alongside.whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from alongside.model import RolePlay
    from alongside.mutants.run import MutationRun


WORDING = frozenset(
    {"about", "ask", "better", "content_note", "effect", "feedback", "hears", "mended_by"}
    | {"minutes", "name", "never_hears", "pronouns", "reason", "says", "setting", "shuffle"}
    | {"text", "title", "why"}
)
"""Keys whose words catch no mutant; which lines an expected path hears is kept beside them."""


@dataclass(frozen=True)
class Count:
    """What was counted, and for which state of the role-play.

    Attributes:
        plays: SHA-256 of all in the role-play that decides how it plays, in hex.
        mutants: How many were made.
        caught: How many the rules caught.
        equivalent: How many the file lists as changing nothing.
        faults: What is wrong with the rules, as codes.

    """

    plays: str
    mutants: int
    caught: int
    equivalent: int
    faults: tuple[str, ...]


def stamp(play: RolePlay) -> str:
    """Return a hash of how a role-play plays; other words on the same bones have the same."""
    decides = [_bones(play.model_dump(mode="json")), _listened_for(play)]
    return sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()


def _bones(value: Any) -> Any:  # noqa: ANN401 - plain data of any kind
    if isinstance(value, dict):
        return {key: _bones(one) for key, one in value.items() if key not in WORDING}
    return [_bones(one) for one in value] if isinstance(value, list) else value


def _listened_for(play: RolePlay) -> list[list[list[tuple[str, int]]]]:
    """Return (place, line) of each line in which an expected path finds words it listens for.

    One list for each of those words, in a list for what must be heard and one for what must
    not, path by path.
    """
    lines = [
        (name, at, flat(line.says))
        for name, place in places(play)
        for at, line in enumerate(place.lines)
    ]
    return [
        [[(name, at) for name, at, says in lines if flat(words) in says] for words in told]
        for path in play.rules.expect
        for told in (path.hears, path.never_hears)
    ]


def counted(run: MutationRun, faults: tuple[str, ...]) -> Count:
    """Return the count of a run over a role-play."""
    made, equivalent = len(run.fates), len(run.equivalent)
    caught = made - equivalent - len(run.alive)
    return Count(stamp(run.role_play), made, caught, equivalent, faults)


def read(path: Path) -> dict[str, Count]:
    """Return the counts by role-play; none where there is no such file.

    Raises:
        ValueError: The file holds something else.

    """
    if not path.is_file():
        return {}
    try:
        held = json.loads(path.read_text("utf-8"))
        return {
            name: Count(**{**one, "faults": tuple(one["faults"])}) for name, one in held.items()
        }
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise ValueError(f"{path} is no record of mutants") from error


def write(path: Path, counts: Mapping[str, Count]) -> None:
    """Write the counts, sorted, one role-play to a line, so that branches merge.

    Raises:
        OSError: They could not be written. The old file stays whole.

    """
    rows = (
        f"{json.dumps(name)}: {json.dumps({**vars(one), 'faults': list(one.faults)})}"
        for name, one in sorted(counts.items())
    )
    write_whole(path, ("{\n" + ",\n".join(rows) + "\n}\n").encode())
