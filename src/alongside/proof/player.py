"""Plays one role-play quickly and often: what is met in a state is found once and kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from alongside.model.role_play import RolePlay
from alongside.playing.machine import Machine, State, asked, compiled, ending, start
from alongside.proof.ready import Ready, outcome, readied
from alongside.proof.transcript import place


class Met(NamedTuple):
    """What can be noticed in a state."""

    heard: tuple[str, ...]
    """The words of its lines, on one line each."""
    after: dict[str, State | None]
    """Reply on offer → the state after it; None where no way is open."""


@dataclass
class Played:
    """A path as far as it could be played."""

    state: State
    heard: list[str] = field(default_factory=list)
    offered: set[str] = field(default_factory=set)
    """Replies on offer on the way, as ``turn.reply``."""
    stopped: int | None = None
    """Place of the first reply that was not on offer, or had no way open."""


class Player:
    """One role-play and all that was met in it so far."""

    def __init__(
        self, role_play: RolePlay, machine: Machine | None = None, ready: Ready | None = None
    ) -> None:
        self.role_play = role_play
        self.machine = machine or compiled(role_play)
        self.ready = ready or readied(self.machine)
        self.start = start(self.machine)
        self._met: dict[State, Met] = {}
        self._ends: dict[State, tuple[object, ...]] = {}

    def met(self, state: State) -> Met:
        """Return what is heard in the state, and where each reply on offer leads."""
        found = self._met.get(state)
        if found is None:
            found = self._met[state] = self._meet(state)
        return found

    def end(self, state: State) -> tuple[object, ...]:
        """Return the ending, how meters and facts stand, and the debrief; else nothing."""
        if ending(self.machine, state) is None:
            return ()
        if state not in self._ends:
            stands = tuple(self.stands(state).items())
            self._ends[state] = (state.turn, stands, tuple(asked(self.machine, state)))
        return self._ends[state]

    def stands(self, state: State) -> dict[str, str | bool]:
        """Return meter → level and fact → truth."""
        return {
            each["name"]: each["levels"][value] if each["levels"] else bool(value)
            for each, value in zip(self.machine["variables"], state.values, strict=True)
            if each["kind"] != "chose"
        }

    def play(self, replies: tuple[str, ...]) -> Played:
        """Play the replies from the start, as far as they can be taken."""
        play = Played(self.start)
        for at, reply in enumerate(replies):
            met = self._note(play)
            after = met.after.get(reply)
            if after is None:
                play.stopped = at
                return play
            play.state = after
        self._note(play)
        return play

    def _note(self, play: Played) -> Met:
        met = self.met(play.state)
        play.heard += met.heard
        play.offered |= {f"{play.state.turn}.{reply}" for reply in met.after}
        return met

    def _meet(self, state: State) -> Met:
        here, values = self.ready[state.turn], state.values
        lines = place(self.role_play, state.turn).lines
        after: dict[str, State | None] = {}
        for reply in here.replies:
            if reply.when is None or reply.when(values):
                then, way = outcome(reply, values)
                after[reply.id] = None if way < 0 else State(reply.ways[way][1], tuple(then))
        heard = tuple(
            flat(line.says)
            for line, when in zip(lines, here.lines, strict=True)
            if when is None or when(values)
        )
        return Met(heard, after)


@lru_cache(maxsize=50_000)
def flat(text: str) -> str:
    """Return the words with every run of spaces and line ends as one space."""
    return " ".join(text.split())
