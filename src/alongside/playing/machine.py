"""A role-play as a machine: plain data that JSON can carry, and pure functions that play it.

``static/machine.js`` is the same in JavaScript; a test holds the two together over thousands
of seeded plays. A state is where one is and a number for each variable: the level of each
meter, then 0 or 1 for each fact, then 0 or 1 for each reply that some condition asks about
(``chose opening.fix``). Nothing is left to chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple, TypedDict

from alongside.model.role_play import Debrief, Never, Reply, RolePlay, SpokenLine, Way
from alongside.playing.conditions import Tree, Vocabulary, keys, parse, rekeyed, vocabulary
from alongside.playing.conditions import evaluate as holds


class Variable(TypedDict):
    """One thing a state remembers; ``top`` is its greatest value."""

    name: str
    kind: Literal["meter", "fact", "chose"]
    levels: list[str]
    top: int
    start: int


class MachineReply(TypedDict):
    """A reply: ``change`` holds (variable, steps) for meters and (variable, value) else."""

    id: str
    quality: str
    when: Tree | None
    change: list[tuple[int, int]]
    ways: list[tuple[Tree | None, str]]


class Place(TypedDict):
    """A turn, or an ending (``kind`` is then its kind, and there are no replies)."""

    kind: str
    help: bool
    lines: list[Tree | None]
    replies: list[MachineReply]


class Machine(TypedDict):
    """A compiled role-play."""

    format: int
    id: str
    start: str
    variables: list[Variable]
    places: dict[str, Place]
    debrief: list[tuple[str, Tree | None]]


class State(NamedTuple):
    """Where one is, and the value of every variable."""

    turn: str
    values: tuple[int, ...]


def compiled(role_play: RolePlay) -> Machine:
    """Return the machine of a role-play.

    Raises:
        ConditionFault: A condition cannot be read.
        KeyError: A change names neither a meter nor a fact.

    """
    known = vocabulary(role_play)
    variables = _variables(role_play, known)
    places = _Compiler(known, {each["name"]: at for at, each in enumerate(variables)})
    return {
        "format": 1,
        "id": role_play.id,
        "start": role_play.start,
        "variables": variables,
        "places": places.turns(role_play) | places.endings(role_play),
        "debrief": [(each.id, places.tree(each.when)) for each in role_play.debrief],
    }


def start(machine: Machine) -> State:
    """Return the state in which every play begins."""
    return State(machine["start"], tuple(each["start"] for each in machine["variables"]))


def lines_shown(machine: Machine, state: State) -> list[int]:
    """Return the places, in the turn or ending, of the lines that are heard."""
    lines = machine["places"][state.turn]["lines"]
    return [at for at, when in enumerate(lines) if when is None or holds(when, state.values)]


def replies_offered(machine: Machine, state: State) -> list[str]:
    """Return the ids of the replies on offer, in the order of the file."""
    replies = machine["places"][state.turn]["replies"]
    return [
        reply["id"]
        for reply in replies
        if reply["when"] is None or holds(reply["when"], state.values)
    ]


def take(machine: Machine, state: State, reply_id: str) -> State | None:
    """Return the state after a reply; None where none of its ways is open.

    Changes come first (meters are kept within their levels), then the choice is remembered,
    then the first way whose condition holds is taken.

    Raises:
        ValueError: The reply is not on offer.

    """
    if reply_id not in replies_offered(machine, state):
        raise ValueError(f"{reply_id} is not on offer at {state.turn}.")
    replies = machine["places"][state.turn]["replies"]
    reply = next(each for each in replies if each["id"] == reply_id)
    values = list(state.values)
    for at, amount in reply["change"]:
        variable = machine["variables"][at]
        if variable["kind"] == "meter":
            values[at] = min(max(values[at] + amount, 0), variable["top"])
        else:
            values[at] = amount
    for when, to in reply["ways"]:
        if when is None or holds(when, values):
            return State(to, tuple(values))
    return None


def ending(machine: Machine, state: State) -> str | None:
    """Return the id of the ending one has come to, or None within the conversation."""
    return None if machine["places"][state.turn]["kind"] == "turn" else state.turn


def asked(machine: Machine, state: State) -> list[str]:
    """Return the ids of the debrief questions for a play that ended in this state."""
    return [
        each for each, when in machine["debrief"] if when is None or holds(when, state.values)
    ]


def conditions_of(role_play: RolePlay) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Return every condition, with its path in the file: (path, text)."""
    for turn_id, turn in role_play.turns.items():
        yield from _conditional(("turns", turn_id, "lines"), turn.lines)
        yield from _conditional(("turns", turn_id, "replies"), turn.replies)
        for at, reply in enumerate(turn.replies):
            if isinstance(reply.to, tuple):
                yield from _conditional(("turns", turn_id, "replies", at, "to"), reply.to)
    for ending_id, each in role_play.endings.items():
        yield from _conditional(("endings", ending_id, "lines"), each.lines)
    yield from _conditional(("debrief",), role_play.debrief)
    yield from _conditional(("rules", "never"), role_play.rules.never)


def _conditional(
    path: tuple[str | int, ...], each: Iterable[SpokenLine | Reply | Way | Debrief | Never]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for at, one in enumerate(each):
        if one.when is not None:
            yield (*path, at, "when"), one.when


def _variables(role_play: RolePlay, known: Vocabulary) -> list[Variable]:
    read: set[Any] = set()
    for _, text in conditions_of(role_play):
        read |= keys(parse(text, known))
    found: list[Variable] = []
    for name, meter in role_play.meters.items():
        levels = list(meter.levels)
        top, first = len(levels) - 1, levels.index(meter.start)
        found.append(
            {"name": name, "kind": "meter", "levels": levels, "top": top, "start": first}
        )
    found += [_truth(name, "fact") for name in role_play.facts]
    return found + [_truth(name, "chose") for name in known.replies if name in read]


def _truth(name: str, kind: Literal["fact", "chose"]) -> Variable:
    return {"name": name, "kind": kind, "levels": [], "top": 1, "start": 0}


class _Compiler:
    """Turns values into places, given what names mean."""

    def __init__(self, known: Vocabulary, key_of: dict[str, int]) -> None:
        self.known = known
        self.key_of = key_of

    def tree(self, when: str | None) -> Tree | None:
        return None if when is None else rekeyed(parse(when, self.known), self.key_of)

    def lines(self, lines: tuple[SpokenLine, ...]) -> list[Tree | None]:
        return [self.tree(line.when) for line in lines]

    def turns(self, role_play: RolePlay) -> dict[str, Place]:
        return {
            turn_id: {
                "kind": "turn",
                "help": turn.help,
                "lines": self.lines(turn.lines),
                "replies": [self.reply(turn_id, reply) for reply in turn.replies],
            }
            for turn_id, turn in role_play.turns.items()
        }

    def endings(self, role_play: RolePlay) -> dict[str, Place]:
        return {
            ending_id: {
                "kind": each.kind,
                "help": each.help,
                "lines": self.lines(each.lines),
                "replies": [],
            }
            for ending_id, each in role_play.endings.items()
        }

    def reply(self, turn_id: str, reply: Reply) -> MachineReply:
        change = [(self.key_of[name], int(amount)) for name, amount in reply.change.items()]
        if f"{turn_id}.{reply.id}" in self.key_of:
            change.append((self.key_of[f"{turn_id}.{reply.id}"], 1))
        ways = reply.to if isinstance(reply.to, tuple) else (Way(to=reply.to),)
        return {
            "id": reply.id,
            "quality": reply.quality,
            "when": self.tree(reply.when),
            "change": change,
            "ways": [(self.tree(way.when), way.to) for way in ways],
        }
