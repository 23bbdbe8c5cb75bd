"""Telling two role-plays apart by playing both: what an expected path could notice."""

from __future__ import annotations

from collections import deque

from alongside.mutants.plays import replies_to
from alongside.playing.machine import State
from alongside.proof.player import Player

Pair = tuple[State, State]


def told_apart(one: Player, two: Player) -> tuple[str, ...] | None:
    """Return the replies of a shortest play that shows the two to differ, if there is one.

    The play ends where the difference can be noticed: in what is heard or on offer, or at an
    ending in how things stand and what is asked.
    """
    came: dict[Pair, tuple[Pair, str] | None] = {(one.start, two.start): None}
    waiting = deque(came)
    while waiting:
        pair = waiting.popleft()
        here, there = one.met(pair[0]), two.met(pair[1])
        if here.heard != there.heard or list(here.after) != list(there.after):
            return replies_to(pair, came)
        if one.end(pair[0]) != two.end(pair[1]):
            return replies_to(pair, came)
        for reply, state in here.after.items():
            other = there.after[reply]
            if state is None or other is None:
                if state is not other:
                    return (*replies_to(pair, came), reply)
            elif (state, other) not in came:
                came[state, other] = (pair, reply)
                waiting.append((state, other))
    return None
