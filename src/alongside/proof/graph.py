"""Every state a play can reach, found breadth first.

States are kept small: a variable that nothing reads later is set to 0, so that states which
cannot be told apart from here on are one. That keeps every answer exact and most proofs to a
few thousand states.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from alongside.conditions import Tree, keys, predicate
from alongside.machine import Machine, MachineReply, Place

Values = tuple[int, ...]
Test = Callable[[list[int] | Values], bool]


class TooManyStatesError(Exception):
    """The search went over its budget: nothing is proved."""


class Move(NamedTuple):
    """A reply taken in some state: places in the turn's lists, and the node it leads to."""

    reply: int
    way: int
    to: int
    """A node, or -1 where no way is open."""


@dataclass
class Graph:
    """The reachable states. Node 0 is the start."""

    turns: list[str] = field(default_factory=list)
    """Node → id of its turn or ending."""
    values: list[Values] = field(default_factory=list)
    moves: list[list[Move]] = field(default_factory=list)
    came: list[tuple[int, int]] = field(default_factory=list)
    """Node → (node before, reply) on a shortest play; (-1, -1) for the start."""
    at: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Turn or ending → its nodes, nearest first."""

    def path(self, node: int) -> list[tuple[int, int]]:
        """Return (node, reply) for each step of a shortest play that reaches the node."""
        steps = []
        while self.came[node][0] >= 0:
            steps.append(self.came[node])
            node = self.came[node][0]
        return steps[::-1]


def reading(
    machine: Machine, at_places: Mapping[str, frozenset[int]], *, changes_count: bool = False
) -> dict[str, frozenset[int]]:
    """Return, for each turn and ending, the variables that something reads from there on.

    Args:
        machine: The compiled role-play.
        at_places: What else is read on arrival, such as the conditions of ``never`` rules.
        changes_count: Whether changing a meter counts as reading it.

    """
    places = machine["places"]
    kinds = [each["kind"] for each in machine["variables"]]
    own = {
        name: _read_here(place, kinds, changes_count=changes_count)
        | at_places.get(name, frozenset())
        for name, place in places.items()
    }
    live = dict(own)
    changed = True
    while changed:
        changed = False
        for name, place in places.items():
            found = own[name].union(*(_after(reply, live, kinds) for reply in place["replies"]))
            if found != live[name]:
                live[name] = found
                changed = True
    return live


def explored(machine: Machine, live: Mapping[str, frozenset[int]], budget: int) -> Graph:
    """Return every reachable state.

    Raises:
        TooManyStatesError: There are more than ``budget``.

    """
    search = _Search(machine, live)
    return search.run(budget)


def backward(graph: Graph, goals: Iterable[int]) -> set[int]:
    """Return every node from which some goal can be reached, goals included."""
    before: dict[int, list[int]] = defaultdict(list)
    for node, moves in enumerate(graph.moves):
        for move in moves:
            before[move.to].append(node)
    found = set(goals)
    waiting = list(found)
    while waiting:
        for node in before[waiting.pop()]:
            if node not in found:
                found.add(node)
                waiting.append(node)
    return found


def forward(
    graph: Graph, begin: int, allowed: Callable[[int, Move], bool]
) -> dict[int, tuple[int, int]]:
    """Return node → (node before, reply) over allowed moves only, from ``begin``."""
    came = {begin: (-1, -1)}
    waiting = deque([begin])
    while waiting:
        node = waiting.popleft()
        for move in graph.moves[node]:
            if move.to >= 0 and move.to not in came and allowed(node, move):
                came[move.to] = (node, move.reply)
                waiting.append(move.to)
    return came


def _read_here(place: Place, kinds: Sequence[str], *, changes_count: bool) -> frozenset[int]:
    found: set[int] = set()
    for line in place["lines"]:
        found |= keys(line)
    for reply in place["replies"]:
        found |= keys(reply["when"])
        if changes_count:
            found |= {at for at, _ in reply["change"] if kinds[at] == "meter"}
    return frozenset(found)


def _after(
    reply: MachineReply, live: Mapping[str, frozenset[int]], kinds: Sequence[str]
) -> set[int]:
    found: set[int] = set()
    for when, to in reply["ways"]:
        found |= keys(when) | live[to]
    return found - {at for at, _ in reply["change"] if kinds[at] != "meter"}


class _Reply(NamedTuple):
    """A reply made ready for asking often."""

    when: Test | None
    steps: tuple[tuple[int, int, int], ...]
    """Meters: (variable, steps, top)."""
    sets: tuple[tuple[int, int], ...]
    ways: tuple[tuple[Test | None, str], ...]


class _Search:
    """One breadth-first search."""

    def __init__(self, machine: Machine, live: Mapping[str, frozenset[int]]) -> None:
        self.machine = machine
        everything = range(len(machine["variables"]))
        self.unread = {
            name: tuple(at for at in everything if at not in read)
            for name, read in live.items()
        }
        self.ready = {
            name: [self.prepared(reply) for reply in place["replies"]]
            for name, place in machine["places"].items()
        }
        self.graph = Graph()
        self.known: dict[tuple[str, Values], int] = {}

    def prepared(self, reply: MachineReply) -> _Reply:
        variables = self.machine["variables"]
        meters = [
            (at, amount, variables[at]["top"])
            for at, amount in reply["change"]
            if variables[at]["kind"] == "meter"
        ]
        return _Reply(
            _test(reply["when"]),
            tuple(meters),
            tuple(each for each in reply["change"] if variables[each[0]]["kind"] != "meter"),
            tuple((_test(when), to) for when, to in reply["ways"]),
        )

    def run(self, budget: int) -> Graph:
        graph = self.graph
        self.node(
            self.machine["start"], [each["start"] for each in self.machine["variables"]], -1, -1
        )
        node = 0
        while node < len(graph.turns):
            if len(graph.turns) > budget:
                raise TooManyStatesError
            self.expand(node)
            node += 1
        return graph

    def expand(self, node: int) -> None:
        graph = self.graph
        before = graph.values[node]
        moves = graph.moves[node]
        for number, reply in enumerate(self.ready[graph.turns[node]]):
            if reply.when is not None and not reply.when(before):
                continue
            values = list(before)
            for at, steps, top in reply.steps:
                value = values[at] + steps
                values[at] = 0 if value < 0 else min(value, top)
            for at, value in reply.sets:
                values[at] = value
            for way, (when, to) in enumerate(reply.ways):
                if when is None or when(values):
                    moves.append(Move(number, way, self.node(to, values, node, number)))
                    break
            else:
                moves.append(Move(number, -1, -1))

    def node(self, turn: str, values: list[int], before: int, reply: int) -> int:
        for at in self.unread[turn]:
            values[at] = 0
        key = (turn, tuple(values))
        found = self.known.get(key)
        if found is not None:
            return found
        graph = self.graph
        found = self.known[key] = len(graph.turns)
        graph.turns.append(turn)
        graph.values.append(key[1])
        graph.moves.append([])
        graph.came.append((before, reply))
        graph.at[turn].append(found)
        return found


def _test(when: Tree | None) -> Test | None:
    return None if when is None else predicate(when)
