"""What plays bring along to each state: variables that its graph has forgotten by then.

Nothing reads them on the way, so whoever carries them goes where everybody goes: it is enough
to walk the graph again with their values in hand, and no condition is asked anew.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from alongside.playing.machine import Machine, Variable
from alongside.proof.graph import Graph, TooManyStatesError
from alongside.proof.ready import Values

Stand = tuple[int, Values]
"""A node, and the values of what is carried."""
Change = tuple[tuple[int, int, int | None], ...]
"""(place in what is carried, steps, top) for a meter; (place, value, None) for all else."""


@dataclass(frozen=True)
class Carried:
    """Every stand that a play comes to.

    Attributes:
        graph: The states.
        variables: What is carried.
        came: Stand → (stand before, reply) on a shortest play; None for the start.

    """

    graph: Graph
    variables: tuple[int, ...]
    came: dict[Stand, tuple[Stand, int] | None]

    def value(self, stand: Stand, variable: int) -> int:
        """Return one value, carried or kept at the node."""
        if variable in self.variables:
            return stand[1][self.variables.index(variable)]
        return self.graph.values[stand[0]][variable]

    def values(self, stand: Stand) -> Values:
        """Return the values at the node, with those that are carried in their places."""
        found = list(self.graph.values[stand[0]])
        for at, value in zip(self.variables, stand[1], strict=True):
            found[at] = value
        return tuple(found)

    def differing(self, places: Collection[str], read: Collection[int]) -> list[Stand]:
        """Return the stands at these turns or endings that differ in what is read, each once.

        Args:
            places: Turns or endings.
            read: Variables that are kept there or carried.

        """
        kept = [at for at in read if at not in self.variables]
        turns, values = self.graph.turns, self.graph.values
        found: dict[tuple[int, ...], Stand] = {}
        for node, carried in self.came:
            if turns[node] in places:
                here = values[node]
                found.setdefault((*carried, *(here[at] for at in kept)), (node, carried))
        return list(found.values())

    def path(self, stand: Stand) -> list[tuple[int, int]]:
        """Return (node, reply) for each step of a shortest play that comes to the stand."""
        steps = []
        step = self.came[stand]
        while step is not None:
            before, reply = step
            steps.append((before[0], reply))
            step = self.came[before]
        return steps[::-1]


def carrying(graph: Graph, machine: Machine, variables: Sequence[int], budget: int) -> Carried:
    """Return every stand that plays come to with these variables.

    Raises:
        TooManyStatesError: There are more than ``budget``.

    """
    changes = {turn: list(_changes(machine, turn, variables)) for turn in machine["places"]}
    first = (0, tuple(machine["variables"][at]["start"] for at in variables))
    came: dict[Stand, tuple[Stand, int] | None] = {first: None}
    waiting = deque(came)
    while waiting:
        if len(came) > budget:
            raise TooManyStatesError
        stand = waiting.popleft()
        node, values = stand
        here = changes[graph.turns[node]]
        for number, _, to in graph.moves[node]:
            after = (to, _changed(values, here[number]) if here[number] else values)
            if to >= 0 and after not in came:
                came[after] = (stand, number)
                waiting.append(after)
    return Carried(graph, tuple(variables), came)


def _changes(machine: Machine, turn: str, variables: Sequence[int]) -> Iterator[Change]:
    """Yield what each reply of a turn changes of what is carried."""
    for reply in machine["places"][turn]["replies"]:
        yield tuple(
            (variables.index(at), amount, _top(machine["variables"][at]))
            for at, amount in reply["change"]
            if at in variables
        )


def _top(variable: Variable) -> int | None:
    return variable["top"] if variable["kind"] == "meter" else None


@lru_cache(maxsize=20_000)
def _changed(values: Values, change: Change) -> Values:
    found = list(values)
    for at, amount, top in change:
        found[at] = amount if top is None else min(max(found[at] + amount, 0), top)
    return tuple(found)
