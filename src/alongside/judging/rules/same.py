"""Rules against saying the same thing twice, anywhere in the course."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from alongside.judging.places import Source, Spot, located
from alongside.judging.rules.asked import asked, choices
from alongside.judging.rules.registry import Found, rule
from alongside.judging.said import everything
from alongside.judging.similar import near_duplicates, words
from alongside.reading.load import Loaded

LEAST_WORDS = 6
"""Shorter texts may return: people do say "Tell me more" twice."""

ALIKE_IN_WORDS = 2 / 3
"""Share of words, in any order, from which two answers side by side are one."""

_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’]?\s+")


def _twice(
    loaded: Loaded, pieces: list[tuple[Source, Spot, str]], what: str
) -> Iterator[Found]:
    for earlier, later, likeness in near_duplicates([text for _, _, text in pieces]):
        before, place, text = pieces[earlier]
        file, line = located(loaded, before, place)
        thing, here, _ = pieces[later]
        detail = f"This {what} is {likeness:.0%} the same as {file}:{line}: '{text[:60]}'."
        yield Found(thing, here, detail)


def _pieces(
    loaded: Loaded, *kinds: str, sentences: bool = False
) -> list[tuple[Source, Spot, str]]:
    return [
        (said.thing, said.place, text)
        for said in everything(loaded)
        if said.kind in kinds
        for text in (_SENTENCE.split(said.text) if sentences else [said.text])
        if len(words(text)) >= LEAST_WORDS
    ]


@rule("Q401")
def prompts_and_settings_are_new(loaded: Loaded) -> Iterator[Found]:
    """No two prompts, settings or hints in the course are nearly the same.

    Find another person, place and moment.
    """
    for kind in ("prompt", "setting", "hint"):
        yield from _twice(loaded, _pieces(loaded, kind), kind)


@rule("Q402")
def feedback_is_new(loaded: Loaded) -> Iterator[Found]:
    """No two sentences of feedback, effect or reasons in the course are nearly the same.

    Say what this answer does to this person.
    """
    pieces = _pieces(loaded, "feedback", "effect", "reasons", sentences=True)
    yield from _twice(loaded, pieces, "sentence")


@rule("Q403")
def replies_are_new(loaded: Loaded) -> Iterator[Found]:
    """No two replies, options or model answers in the course are nearly the same.

    Give each moment words of its own.
    """
    yield from _twice(loaded, _pieces(loaded, "reply", "option", "model answer"), "reply")
    for play in loaded.role_plays.values():
        for turn_id, turn in play.turns.items():
            for at, before in _reordered([reply.text for reply in turn.replies]):
                says = f"This reply has the words of '{turn.replies[before].id}', moved about."
                yield Found(play, ("turns", turn_id, "replies", at, "text"), says)
    for one in asked(loaded):
        offered = choices(one.question)
        for at, before in _reordered([choice.text for choice in offered]):
            says = f"This option has the words of '{offered[before].id}', moved about."
            yield one.found(says, *offered[at].path)


def _reordered(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (later, earlier) for texts side by side that share two words of three."""
    bags = [frozenset(words(text)) for text in texts]
    for earlier, later in combinations(range(len(texts)), 2):
        shared, all_words = bags[earlier] & bags[later], bags[earlier] | bags[later]
        if min(len(bags[earlier]), len(bags[later])) >= LEAST_WORDS and (
            len(shared) >= ALIKE_IN_WORDS * len(all_words)
        ):
            yield later, earlier
