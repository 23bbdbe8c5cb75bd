"""A play told as a transcript, so that a broken rule can be read as a conversation."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.model.role_play import Ending, RolePlay, SpokenLine, Turn
from alongside.playing.machine import Machine, State, lines_shown, start, take

WIDTH = 110
"""Characters after which a spoken line is cut."""


def told(role_play: RolePlay, machine: Machine, replies: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines of a play: what is heard, what you say, and where it stands then."""
    return tuple(_told(role_play, machine, replies))


def place(role_play: RolePlay, name: str) -> Turn | Ending:
    """Return the turn or the ending of that name."""
    return role_play.turns[name] if name in role_play.turns else role_play.endings[name]


def _told(role_play: RolePlay, machine: Machine, replies: tuple[str, ...]) -> Iterator[str]:
    state: State | None = start(machine)
    for reply_id in replies:
        if state is None:
            return
        yield from _heard(role_play, machine, state)
        offered = role_play.turns[state.turn].replies
        yield f"You: {_cut(next(each.text for each in offered if each.id == reply_id))}"
        state = take(machine, state, reply_id)
    if state is None:
        yield "[no way is open]"
        return
    yield from _heard(role_play, machine, state)
    yield f"[{standing(role_play, machine, state)}]"


def _heard(role_play: RolePlay, machine: Machine, state: State) -> Iterator[str]:
    lines = place(role_play, state.turn).lines
    for at in lines_shown(machine, state):
        yield spoken(role_play, lines[at])


def spoken(role_play: RolePlay, line: SpokenLine) -> str:
    """Return a line as a transcript has it."""
    if line.who is None:
        return f"({_cut(line.says)})"
    name = role_play.people[line.who].name if line.who in role_play.people else "You"
    return f"{name}: {_cut(line.says)}"


def standing(role_play: RolePlay, machine: Machine, state: State) -> str:
    """Return where one is, with every meter as a word and every fact that is true."""
    where = "turn" if state.turn in role_play.turns else "ending"
    words = [f"{where} {state.turn}, “{place(role_play, state.turn).title}”"]
    for variable, value in zip(machine["variables"], state.values, strict=True):
        if variable["kind"] == "meter":
            words.append(f"{variable['name']} {variable['levels'][value]}")
        elif value:
            words.append(
                variable["name"] if variable["kind"] == "fact" else f"chose {variable['name']}"
            )
    return "; ".join(words)


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= WIDTH else flat[: WIDTH - 1].rsplit(" ", 1)[0] + " …"
