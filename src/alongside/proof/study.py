"""A role-play under study: its machine and everything the checks ask about, found once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property

from alongside.model.role_play import Reply, RolePlay
from alongside.playing.conditions import Tree, keys, parse, rekeyed, vocabulary
from alongside.playing.machine import Machine, compiled
from alongside.playing.order import reply_order
from alongside.proof.carried import Carried, Stand, carrying
from alongside.proof.graph import Graph, Move, backward, explored, forward
from alongside.proof.player import Player
from alongside.proof.reads import Reads, bits, reading, reads_of
from alongside.proof.ready import Ready, readied


class Study:
    """One role-play whose references are sound; answers are found when first asked for.

    Raises:
        TooManyStatesError: From any answer, where the states go over the budget.

    """

    def __init__(self, role_play: RolePlay, budget: int) -> None:
        self.role_play = role_play
        self.budget = budget
        self.machine: Machine = compiled(role_play)
        self.key_of = {each["name"]: at for at, each in enumerate(self.machine["variables"])}
        self.known = vocabulary(role_play)
        self._carried: dict[tuple[int, ...], Carried] = {}

    def tree(self, when: str) -> Tree:
        """Return a condition with places for names."""
        return rekeyed(parse(when, self.known), self.key_of)

    @cached_property
    def reads(self) -> Reads:
        """What each turn or ending reads."""
        return reads_of(self.machine)

    @cached_property
    def ready(self) -> Ready:
        """The replies, made ready for searching."""
        return readied(self.machine)

    @cached_property
    def player(self) -> Player:
        """Plays paths of it."""
        return Player(self.role_play, self.machine, self.ready)

    @cached_property
    def never_reads(self) -> dict[str, int]:
        """What the ``never`` rules read at each turn or ending."""
        found: dict[str, int] = {}
        for rule in self.role_play.rules.never:
            found[rule.at] = found.get(rule.at, 0) | bits(keys(self.tree(rule.when)))
        return found

    @cached_property
    def live(self) -> dict[str, int]:
        """What is read from each turn on, without the debrief."""
        return reading(self.reads, self.never_reads)

    @cached_property
    def graph(self) -> Graph:
        """Every state, without what only the debrief reads."""
        return explored(self.machine, self.ready, self.live, self.budget)

    def carrying(self, read: Collection[int], places: Collection[str]) -> Carried:
        """Return every stand, with whatever of these variables is forgotten at the places."""
        wanted = tuple(
            at for at in sorted(read) if any(not self.live[name] >> at & 1 for name in places)
        )
        if wanted not in self._carried:
            found = carrying(self.graph, self.machine, wanted, self.budget)
            self._carried[wanted] = found
        return self._carried[wanted]

    def ended(self, read: Collection[int]) -> tuple[Carried, list[Stand]]:
        """Return the stands in which plays end that differ in what is read, each once."""
        carried = self.carrying(read, self.role_play.endings)
        return carried, carried.differing(self.role_play.endings, read)

    @cached_property
    def end_nodes(self) -> list[int]:
        """The nodes where the conversation has come to an ending."""
        return [node for name in self.role_play.endings for node in self.graph.at.get(name, [])]

    @cached_property
    def good_nodes(self) -> set[int]:
        """The nodes at a good ending."""
        return {
            node
            for name, each in self.role_play.endings.items()
            if each.kind == "good"
            for node in self.graph.at.get(name, [])
        }

    @cached_property
    def strong_nodes(self) -> set[int]:
        """The nodes where a strong reply is on offer."""
        return {
            node
            for node, move in self.reply_nodes()
            if self.reply(node, move.reply).quality == "strong"
        }

    @cached_property
    def can_end(self) -> set[int]:
        """The nodes from which some ending can be reached."""
        return backward(self.graph, self.end_nodes)

    @cached_property
    def can_good(self) -> set[int]:
        """The nodes from which a good ending can be reached."""
        return backward(self.graph, self.good_nodes)

    def reply(self, node: int, number: int) -> Reply:
        """Return a reply of the turn at this node."""
        return self.role_play.turns[self.graph.turns[node]].replies[number]

    @cached_property
    def order(self) -> dict[str, list[str]]:
        """Turn → the ids of its replies as they are shown."""
        play = self.role_play
        return {turn: [reply.id for reply in reply_order(play, turn)] for turn in play.turns}

    def shown(self, node: int) -> list[Move]:
        """Return the moves at this node as the player shows them: those on offer, in order."""
        moves, turn = self.graph.moves[node], self.graph.turns[node]
        return sorted(
            moves, key=lambda move: self.order[turn].index(self.reply(node, move.reply).id)
        )

    def reply_nodes(self) -> Iterator[tuple[int, Move]]:
        """Return every (node, move)."""
        for node, moves in enumerate(self.graph.moves):
            for move in moves:
                yield node, move

    def replies_to(self, node: int) -> tuple[str, ...]:
        """Return the ids of the replies of a shortest play to the node."""
        return self.named(self.graph.path(node))

    def named(self, steps: Iterable[tuple[int, int]]) -> tuple[str, ...]:
        """Return the ids of these replies, each as (node, number)."""
        return tuple(self.reply(node, number).id for node, number in steps)

    def play_without(
        self,
        goals: Collection[int],
        allowed: Callable[[int, Move], bool],
        begin: int = 0,
    ) -> tuple[str, ...] | None:
        """Return the replies of a play from ``begin`` to a goal over allowed moves, if any."""
        came = forward(self.graph, begin, allowed)
        goal = next((node for node in came if node in goals), None)
        if goal is None:
            return None
        steps = []
        while came[goal][0] >= 0:
            steps.append(came[goal])
            goal = came[goal][0]
        return self.named(steps[::-1])
