"""Telling two role-plays apart by playing them: what an expected path could notice."""

from __future__ import annotations

from collections import deque

from alongside.machine import (
    Machine,
    State,
    asked,
    compiled,
    ending,
    lines_shown,
    replies_offered,
    start,
    take,
)
from alongside.model.role_play import RolePlay
from alongside.proof.author import flat
from alongside.proof.transcript import place

Seen = tuple[object, ...]


class Teller:
    """Says what can be noticed in a state of one role-play, and remembers it."""

    def __init__(self, role_play: RolePlay) -> None:
        self.role_play = role_play
        self.machine: Machine = compiled(role_play)
        self._seen: dict[State, Seen] = {}
        self._after: dict[State, dict[str, State | None]] = {}

    def seen(self, state: State) -> Seen:
        """Return what is heard and on offer; at an ending also how things stand."""
        if state not in self._seen:
            lines = place(self.role_play, state.turn).lines
            heard = tuple(flat(lines[at].says) for at in lines_shown(self.machine, state))
            self._seen[state] = (heard, tuple(self.after(state)), self.end(state))
        return self._seen[state]

    def end(self, state: State) -> Seen:
        """Return the ending, the state of meters and facts there, and the debrief."""
        if ending(self.machine, state) is None:
            return ()
        variables = self.machine["variables"]
        stands = tuple(
            (each["name"], value)
            for each, value in zip(variables, state.values, strict=True)
            if each["kind"] != "chose"
        )
        return (state.turn, stands, tuple(asked(self.machine, state)))

    def after(self, state: State) -> dict[str, State | None]:
        """Return reply on offer → the state after it."""
        if state not in self._after:
            offered = replies_offered(self.machine, state)
            self._after[state] = {each: take(self.machine, state, each) for each in offered}
        return self._after[state]


def told_apart(role_play: RolePlay | Teller, mutant: RolePlay) -> tuple[str, ...] | None:
    """Return the replies of a shortest play that shows the mutant to differ, if there is one.

    The play ends where the difference can be noticed: in what is heard or on offer, or at an
    ending in how things stand and what is asked.
    """
    one = role_play if isinstance(role_play, Teller) else Teller(role_play)
    two = Teller(mutant)
    first = (start(one.machine), start(two.machine))
    came: dict[tuple[State, State], tuple[tuple[State, State], str] | None] = {first: None}
    waiting = deque([first])
    while waiting:
        pair = waiting.popleft()
        if one.seen(pair[0]) != two.seen(pair[1]):
            return _replies(came, pair)
        after = two.after(pair[1])
        for reply, state in one.after(pair[0]).items():
            other = after[reply]
            if state is None or other is None:
                if state is not other:
                    return (*_replies(came, pair), reply)
            elif (state, other) not in came:
                came[state, other] = (pair, reply)
                waiting.append((state, other))
    return None


def _replies(
    came: dict[tuple[State, State], tuple[tuple[State, State], str] | None],
    pair: tuple[State, State],
) -> tuple[str, ...]:
    found: list[str] = []
    step = came[pair]
    while step is not None:
        found.append(step[1])
        step = came[step[0]]
    return tuple(found[::-1])
