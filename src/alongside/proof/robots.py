"""How far one comes without listening: by chance, and by tricks of taking tests."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from alongside.playing.conditions import predicate
from alongside.proof.graph import Move
from alongside.proof.study import Study

SWEEPS = 400
"""At most this many rounds; a play that loops for longer counts as not reaching the end."""
CLOSE = 1e-4

_SENTENCE = re.compile(r"[.!?…](?=\s|$)")

Choice = Callable[[Study, int], list[Move]]
"""Node → the moves one may make; each is as likely as the others."""


@lru_cache(maxsize=1)  # asked by the checks, and then for the figures
def chance_of_good(study: Study) -> float:
    """Return the share of plays with replies drawn by lot that reach a good ending."""
    return _share(study, _anything)


@lru_cache(maxsize=32)
def robot_of_good(study: Study, robot: str) -> float:
    """Return the share of plays of this robot that reach a good ending (ties by lot)."""
    return _share(study, (PLACES | TRICKS | SIGNS)[robot])


def given_away(study: Study, robot: str) -> list[str]:
    """Return the turns in which this robot takes strong replies, where others are on offer."""
    choice, told = (TRICKS | SIGNS)[robot], dict[str, bool]()
    for node, moves in enumerate(study.graph.moves):
        if len({study.reply(node, move.reply).quality == "strong" for move in moves}) > 1:
            taken = {study.reply(node, move.reply).quality for move in choice(study, node)}
            turn = study.graph.turns[node]
            told[turn] = told.get(turn, True) and taken == {"strong"}
    return [turn for turn, always in told.items() if always]


def _share(study: Study, choice: Choice) -> float:
    """Solve for the chance of a good ending from the start, by rounds from the far end."""
    nexts, order = _from_the_far_end(study, choice)
    share = {node: float(node in study.good_nodes) for node in order} | {-1: 0.0}
    for _ in range(SWEEPS):
        most = 0.0
        for node in order:
            if nexts[node]:
                value = sum(share[to] for to in nexts[node]) / len(nexts[node])
                most = max(most, abs(value - share[node]))
                share[node] = value
        if most < CLOSE:
            break
    return share[0]


def _from_the_far_end(study: Study, choice: Choice) -> tuple[dict[int, list[int]], list[int]]:
    """Return node → the nodes that follow, and the nodes so that those come before it.

    Where a talk goes round they cannot all, and one round more is needed.
    """
    nexts: dict[int, list[int]] = {}
    order: dict[int, None] = {}
    open_nodes = [0]
    while open_nodes:
        node = open_nodes[-1]
        if node not in nexts:
            nexts[node] = [move.to for move in choice(study, node)]
            open_nodes += [to for to in nexts[node] if to >= 0 and to not in nexts]
        else:
            open_nodes.pop()
            order[node] = None
    return nexts, list(order)


def _anything(study: Study, node: int) -> list[Move]:
    return study.graph.moves[node]


def _longest(study: Study, node: int) -> list[Move]:
    return _most(study, node, len)


def _shortest(study: Study, node: int) -> list[Move]:
    return _most(study, node, lambda text: -len(text))


def _echo(study: Study, node: int) -> list[Move]:
    """Choose the reply that shares most words with what was just heard."""
    turn = study.graph.turns[node]
    if turn not in study.role_play.turns:
        return []
    trees = study.machine["places"][turn]["lines"]
    values = study.graph.values[node]
    heard: set[str] = set()
    for line, tree in zip(study.role_play.turns[turn].lines, trees, strict=True):
        if tree is None or predicate(tree)(values):
            heard |= _words(line.says)
    return _most(study, node, lambda text: len(_words(text) & heard))


def _most(study: Study, node: int, score: Callable[[str], int]) -> list[Move]:
    moves = study.graph.moves[node]
    scores = [score(study.reply(node, move.reply).text) for move in moves]
    return [move for move, each in zip(moves, scores, strict=True) if each == max(scores)]


def _words(text: str) -> set[str]:
    """Return the words of four letters and more: shorter ones say nothing."""
    return set(re.findall(r"[^\W\d_]{4,}", text.lower()))


def _place(taken: slice) -> Choice:
    """Choose by place among the replies on offer; where none stands there, the last."""

    def choice(study: Study, node: int) -> list[Move]:
        shown = study.shown(node)
        return shown[taken] or shown[-1:]

    return choice


PLACES: dict[str, Choice] = {
    "first": _place(slice(1)),
    "second": _place(slice(1, 2)),
    "third": _place(slice(2, 3)),
    "fourth": _place(slice(3, 4)),
    "last": _place(slice(-1, None)),
    "middle": _place(slice(1, -1)),
}
"""Ways of choosing by the place in which a reply is shown."""
TRICKS: dict[str, Choice] = {"longest": _longest, "shortest": _shortest, "echo": _echo}
"""Ways of taking tests, whatever is in them."""


def _by(score: Callable[[str], int]) -> Choice:
    seen = lru_cache(maxsize=10_000)(score)  # a reply is on offer in many states
    return lambda study, node: _most(study, node, seen)


SIGNS: dict[str, Choice] = {
    "asking": _by(lambda text: "?" in text),
    "telling": _by(lambda text: "?" not in text),
    "calm": _by(lambda text: "!" not in text),
    "or": _by(lambda text: " or " in text),
    "sentences": _by(lambda text: len(_SENTENCE.findall(text))),
}
"""Ways of choosing by what is seen inside a reply at a glance."""
