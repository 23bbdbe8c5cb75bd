"""Which variables are still read from each turn on: the others can be forgotten there.

Keeping only these makes states that nobody can tell apart from here on into one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alongside.playing.conditions import keys
from alongside.playing.machine import Machine


@dataclass(frozen=True)
class Reads:
    """What each turn or ending reads and each reply settles; a set of variables is one number.

    Attributes:
        own: Place → variables read on arrival.
        after: Place → for each reply, (variables it settles, those its ways read, targets).

    """

    own: dict[str, int]
    after: dict[str, list[tuple[int, int, tuple[str, ...]]]]


def bits(variables: Iterable[int]) -> int:
    """Return a set of variables as one number."""
    found = 0
    for at in variables:
        found |= 1 << at
    return found


def reads_of(machine: Machine) -> Reads:
    """Return what each place of the machine reads and settles."""
    reads = Reads({}, {})
    meters = bits(at for at, v in enumerate(machine["variables"]) if v["kind"] == "meter")
    for name, place in machine["places"].items():
        trees = [*place["lines"], *(reply["when"] for reply in place["replies"])]
        reads.own[name] = bits(at for tree in trees for at in keys(tree))
        changed = [bits(at for at, _ in reply["change"]) for reply in place["replies"]]
        reads.after[name] = [
            (
                settled & ~meters,
                bits(at for when, _ in reply["ways"] for at in keys(when)),
                tuple({to for _, to in reply["ways"]}),
            )
            for settled, reply in zip(changed, place["replies"], strict=True)
        ]
    return reads


def reading(reads: Reads, at_places: Mapping[str, int]) -> dict[str, int]:
    """Return, for each turn and ending, the variables that something reads from there on.

    Args:
        reads: What each place reads.
        at_places: What else is read on arrival, such as the conditions of ``never`` rules.

    """
    live = {name: own | at_places.get(name, 0) for name, own in reads.own.items()}
    order = list(live)[::-1]
    changed = True
    while changed:
        changed = False
        for name in order:
            found = live[name]
            for settled, asked, targets in reads.after[name]:
                later = asked
                for to in targets:
                    later |= live[to]
                found |= later & ~settled
            if found != live[name]:
                live[name] = found
                changed = True
    return live


def union(sets: Iterable[int]) -> int:
    """Return what is in any of the sets."""
    found = 0
    for each in sets:
        found |= each
    return found
