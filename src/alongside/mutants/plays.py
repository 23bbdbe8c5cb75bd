"""Plays that together meet everything there is to meet in a role-play."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import TypeVar

from alongside.playing.machine import State
from alongside.proof.player import Player

Play = tuple[str, ...]
Node = TypeVar("Node")

WANDERING = 150
"""Plays by lot, which meet more at once than shortest ones."""
LONGEST = 16
"""Replies of such a play, before it is brought to an end."""


def covering_plays(player: Player) -> tuple[Play, ...]:
    """Return plays to an ending that meet each reply and way with meters at every level."""
    came: dict[State, tuple[State, str] | None] = {player.start: None}
    waiting = deque(came)
    met: set[tuple[object, ...]] = set()
    found: dict[Play, None] = {}
    while waiting:
        state = waiting.popleft()
        for reply, after in player.met(state).after.items():
            if after is None:
                continue
            here = (state.turn, reply, after.turn, *_meters(player, state))
            if here not in met:
                met.add(here)
                play = played_on(player, (*replies_to(state, came), reply))
                if play is not None:
                    found[play] = None
            if after not in came:
                came[after] = (state, reply)
                waiting.append(after)
    found |= dict.fromkeys(_wandering(player))
    return tuple(found)


def played_on(player: Player, prefix: Play) -> Play | None:
    """Return the play, continued on a shortest way to an ending."""
    state: State | None = player.start
    for reply in prefix:
        state = None if state is None else player.met(state).after.get(reply)
    if state is None:
        return None
    waiting = deque([(state, prefix)])
    met = {state}
    while waiting:
        here, play = waiting.popleft()
        if player.end(here):
            return play
        for reply, after in player.met(here).after.items():
            if after is not None and after not in met:
                met.add(after)
                waiting.append((after, (*play, reply)))
    return None


def replies_to(node: Node, came: Mapping[Node, tuple[Node, str] | None]) -> Play:
    """Return the replies that led to the node; ``came`` holds (node before, reply) or None."""
    found: list[str] = []
    step = came[node]
    while step is not None:
        before, reply = step
        found.append(reply)
        step = came[before]
    return tuple(found[::-1])


def _wandering(player: Player) -> Iterator[Play]:
    """Return plays by lot; the lot is a fixed sequence, so that they are always the same."""
    lot = 1
    for _ in range(WANDERING):
        state, replies = player.start, list[str]()
        while not player.end(state) and len(replies) < LONGEST:
            after = [each for each in player.met(state).after.items() if each[1] is not None]
            if not after:
                break
            lot = (lot * 1_103_515_245 + 12_345) % 2**31
            reply, then = after[(lot >> 16) % len(after)]
            replies.append(reply)
            state = then or state
        play = played_on(player, tuple(replies))
        if play is not None:
            yield play


def _meters(player: Player, state: State) -> tuple[int, ...]:
    variables = player.machine["variables"]
    pairs = zip(variables, state.values, strict=True)
    return tuple(value for each, value in pairs if each["kind"] == "meter")
