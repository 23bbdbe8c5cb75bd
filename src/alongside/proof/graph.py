"""Every state a play can reach, found breadth first.

States are kept small: a variable that nothing reads later is set to 0, so that states which
cannot be told apart from here on are one. That keeps every answer exact and most proofs to a
few thousand states.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from alongside.playing.machine import Machine
from alongside.proof.ready import Ready, Values, outcome


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

    @cached_property
    def into(self) -> dict[int, list[tuple[int, Move]]]:
        """Node → (node before, move) for each move to it; first asked when all are found."""
        found: dict[int, list[tuple[int, Move]]] = defaultdict(list)
        for node, moves in enumerate(self.moves):
            for move in moves:
                found[move.to].append((node, move))
        return found

    def path(self, node: int) -> list[tuple[int, int]]:
        """Return (node, reply) for each step of a shortest play that reaches the node."""
        steps = []
        while self.came[node][0] >= 0:
            steps.append(self.came[node])
            node = self.came[node][0]
        return steps[::-1]


def explored(machine: Machine, ready: Ready, live: Mapping[str, int], budget: int) -> Graph:
    """Return every reachable state.

    Args:
        machine: The compiled role-play.
        ready: Its replies, made ready by ``readied``.
        live: Place → variables to be kept there; the others are forgotten.
        budget: The most states to visit.

    Raises:
        TooManyStatesError: There are more than ``budget``.

    """
    return _Search(machine, ready, live).run(budget)


def any_move(_node: int, _move: Move) -> bool:
    """Allow every move."""
    return True


def backward(
    graph: Graph, goals: Iterable[int], allowed: Callable[[int, Move], bool] = any_move
) -> set[int]:
    """Return every node from which allowed moves can reach some goal, goals included."""
    found = set(goals)
    waiting = list(found)
    while waiting:
        for node, move in graph.into[waiting.pop()]:
            if node not in found and allowed(node, move):
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


class _Search:
    """One breadth-first search."""

    def __init__(self, machine: Machine, ready: Ready, live: Mapping[str, int]) -> None:
        self.machine = machine
        self.ready = ready
        everything = range(len(machine["variables"]))
        self.unread = {
            name: tuple(at for at in everything if not read >> at & 1)
            for name, read in live.items()
        }
        self.graph = Graph()
        self.known: dict[tuple[str, Values], int] = {}

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
        for number, reply in enumerate(self.ready[graph.turns[node]].replies):
            if reply.when is None or reply.when(before):
                values, way = outcome(reply, before)
                to = -1 if way < 0 else self.node(reply.ways[way][1], values, node, number)
                moves.append(Move(number, way, to))

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
