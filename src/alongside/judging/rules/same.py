"""Rules against saying the same thing twice, anywhere in the course."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alongside.judging.places import Source, Spot, located
from alongside.judging.rules.registry import Found, rule
from alongside.judging.said import everything
from alongside.judging.similar import near_duplicates, words
from alongside.reading.load import Loaded

LEAST_WORDS = 6
"""Shorter texts may return: people do say "Tell me more" twice."""

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
    """No two sentences of feedback or effect in the course are nearly the same.

    Say what this answer does to this person.
    """
    yield from _twice(loaded, _pieces(loaded, "feedback", "effect", sentences=True), "sentence")


@rule("Q403")
def replies_are_new(loaded: Loaded) -> Iterator[Found]:
    """No two replies, options or model answers in the course are nearly the same.

    Give each moment words of its own.
    """
    yield from _twice(loaded, _pieces(loaded, "reply", "option", "model answer"), "reply")
