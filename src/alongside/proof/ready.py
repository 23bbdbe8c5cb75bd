"""A machine made ready for asking often: conditions as functions, changes sorted by kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from alongside.playing.conditions import Test, Tree, predicate
from alongside.playing.machine import Machine, MachineReply

Values = tuple[int, ...]


class ReadyReply(NamedTuple):
    """A reply, ready."""

    id: str
    when: Test | None
    steps: tuple[tuple[int, int, int], ...]
    """Meters: (variable, steps, top)."""
    sets: tuple[tuple[int, int], ...]
    """Facts and remembered replies: (variable, value)."""
    ways: tuple[tuple[Test | None, str], ...]


class ReadyPlace(NamedTuple):
    """A turn or ending, ready."""

    lines: tuple[Test | None, ...]
    replies: tuple[ReadyReply, ...]


Ready = dict[str, ReadyPlace]


def readied(machine: Machine) -> Ready:
    """Return every place of the machine, ready."""
    tops = [each["top"] if each["kind"] == "meter" else None for each in machine["variables"]]
    return {
        name: ReadyPlace(
            tuple(_test(when) for when in place["lines"]),
            tuple(_reply(reply, tops) for reply in place["replies"]),
        )
        for name, place in machine["places"].items()
    }


def outcome(reply: ReadyReply, before: Sequence[int]) -> tuple[list[int], int]:
    """Return the values after the reply, and the way that is open; -1 where none is.

    The same as ``alongside.playing.machine.take``, which tests hold it to.
    """
    values = list(before)
    for at, steps, top in reply.steps:
        value = values[at] + steps
        values[at] = 0 if value < 0 else min(value, top)
    for at, value in reply.sets:
        values[at] = value
    for way, (when, _) in enumerate(reply.ways):
        if when is None or when(values):
            return values, way
    return values, -1


def _reply(reply: MachineReply, tops: list[int | None]) -> ReadyReply:
    meters = [(at, steps, tops[at]) for at, steps in reply["change"]]
    return ReadyReply(
        reply["id"],
        _test(reply["when"]),
        tuple((at, steps, top) for at, steps, top in meters if top is not None),
        tuple((at, value) for at, value in reply["change"] if tops[at] is None),
        tuple((_test(when), to) for when, to in reply["ways"]),
    )


def _test(when: Tree | None) -> Test | None:
    return None if when is None else predicate(when)
