"""R218: what feedback quotes was heard by then, however one got there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from alongside.model.role_play import Ending, Reply, RolePlay, SpokenLine, Turn
from alongside.proof.found import Found, Path
from alongside.proof.graph import Move
from alongside.proof.player import flat
from alongside.proof.study import Study

IN_QUOTES = re.compile(r"“([^”]*)”")
"""Words in quotation marks; they are the group."""


class _Quote(NamedTuple):
    """Words in the feedback of a reply that were said elsewhere in the conversation."""

    turn: str
    number: int
    words: str


def quotes_before_they_are_said(study: Study) -> Iterator[Found]:
    """R218: feedback quotes words that some play has not heard by then.

    Words that nobody says at all are told by R801. A single word is often named and not
    quoted (“why”), and is let pass.
    """
    quotes = list(_quotes(study.role_play))
    heard = _Heard(study, {quote.words for quote in quotes})
    for quote in quotes:
        replies = heard.play_without(quote)
        if replies is not None:
            path: Path = ("turns", quote.turn, "replies", quote.number, "feedback")
            says = f"“{quote.words}” is quoted, and on this way nobody has said it."
            remedy = "Quote what is always heard by then, or tell it in other words."
            yield Found("R218", path, says, remedy, replies)


def _quotes(role_play: RolePlay) -> Iterator[_Quote]:
    known = [role_play.setting, *(person.about for person in role_play.people.values())]
    said = _plain(_everything(role_play))
    for name, turn in role_play.turns.items():
        for number, reply in enumerate(turn.replies):
            own = _plain([*known, *_said(reply), reply.better or ""])
            for quote in IN_QUOTES.findall(reply.feedback):
                for words in (_plain([part]).strip(" .,;:!?—") for part in quote.split("…")):
                    if " " in words and words in said and words not in own:
                        yield _Quote(name, number, words)


class _Heard:
    """Which words every play has heard at each node; a set of words is one number."""

    def __init__(self, study: Study, wanted: Iterable[str]) -> None:
        self._study = study
        self._bit = {words: 1 << at for at, words in enumerate(sorted(wanted))}
        places = _places(study.role_play)
        self._titles = {name: self._bits([place.title]) for name, place in places.items()}
        self._lines = {
            name: [self._bits(_shown(line)) for line in place.lines]
            for name, place in places.items()
        }
        self._replies = {
            name: [self._bits(_said(reply)) for reply in turn.replies]
            for name, turn in study.role_play.turns.items()
        }
        self._here = [self._at(node) for node in range(len(study.graph.turns))]
        self._always = self._heard_always()

    def play_without(self, quote: _Quote) -> tuple[str, ...] | None:
        """Return a play that is offered the reply without the words, if there is one."""
        graph, bit = self._study.graph, self._bit[quote.words]
        goals = {
            node
            for node in graph.at.get(quote.turn, [])
            if not self._always[node] & bit
            and any(move.reply == quote.number for move in graph.moves[node])
        }
        return self._study.play_without(
            goals, lambda node, move: not self._from(node, move) & bit
        )

    def _heard_always(self) -> list[int]:
        """Return, for each node, what every play to it has heard, its own lines included."""
        moves = self._study.graph.moves
        found = [-1] * len(moves)  # every word, until a play is seen to come
        found[0] = self._here[0]
        waiting = [0]
        while waiting:
            node = waiting.pop()
            for move in (each for each in moves[node] if each.to >= 0):
                both = found[move.to] & (found[node] | self._from(node, move))
                if both != found[move.to]:
                    found[move.to] = both
                    waiting.append(move.to)
        return found

    def _from(self, node: int, move: Move) -> int:
        """Return what is heard at a node, by a reply there, and where it leads."""
        replies = self._replies[self._study.graph.turns[node]]
        return self._here[node] | replies[move.reply] | self._here[move.to]

    def _at(self, node: int) -> int:
        name, values = self._study.graph.turns[node], self._study.graph.values[node]
        found = self._titles[name]
        for when, bits in zip(self._study.ready[name].lines, self._lines[name], strict=True):
            if when is None or when(values):
                found |= bits
        return found

    def _bits(self, texts: Iterable[str]) -> int:
        said = _plain(texts)
        return sum(bit for words, bit in self._bit.items() if words in said)


def _everything(role_play: RolePlay) -> Iterator[str]:
    """Yield what can be heard in it at all."""
    for place in _places(role_play).values():
        yield place.title
        yield from (text for line in place.lines for text in _shown(line))
    for turn in role_play.turns.values():
        for reply in turn.replies:
            yield from _said(reply)


def _places(role_play: RolePlay) -> dict[str, Turn | Ending]:
    return {**role_play.turns, **role_play.endings}


def _shown(line: SpokenLine) -> tuple[str, str]:
    return line.manner or "", line.says


def _said(reply: Reply) -> tuple[str, str]:
    return reply.text, reply.effect


def _plain(texts: Iterable[str]) -> str:
    """Return texts so that words can be looked for in each, and not across two of them."""
    return " / ".join(flat(text).lower().replace("’", "'") for text in texts)
