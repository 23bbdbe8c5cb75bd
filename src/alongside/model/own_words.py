"""Questions whose answer is the trainee's own: never scored, and they stay on the device."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from alongside.model.asked import Asked
from alongside.model.base import Slug, Text, Value

Limit = Annotated[int, Field(ge=5, le=200)]
"""A friendly limit in words: the page counts, it does not refuse."""

SelfCheck = Annotated[tuple[Text, ...], Field(min_length=1, max_length=6)]
"""What to look for in one's own words, each a question."""


class OwnWords(Asked):
    """A question that only the trainee can answer."""


class Notice(Value):
    """Something to look at in one's own words. Never told as wrong."""

    id: Slug
    finds: Annotated[tuple[Text, ...], Field(min_length=1)] | None = None
    """Shown where one of these stands: whole words, or signs such as "?"."""
    misses: Annotated[tuple[Text, ...], Field(min_length=1)] | None = None
    """Shown where none of these stands."""
    says: Text
    """One gentle sentence."""


class ReflectQuestion(OwnWords):
    """The trainee's own words. Never scored; never leaves the device."""

    type: Literal["reflect"]
    start_from: Text | None = None
    """Words to trim or rewrite; the box starts with them."""
    model_answer: Text
    """One good answer among many, shown after the trainee's own."""
    other_answers: Annotated[tuple[Text, ...], Field(max_length=4)] = ()
    """Answers as good as the first, so that nobody takes it for the only one."""
    notices: Annotated[tuple[Notice, ...], Field(max_length=6)] = ()
    """What the page may point out after Check; judged on the device."""
    self_check: Annotated[tuple[Text, ...], Field(min_length=2, max_length=5)]
    """What to look for in one's own words, each a question."""
    words: Limit | None = None
    """A friendly limit: the page counts, it does not refuse."""


class Statement(Value):
    """One thing to rate for oneself."""

    id: Slug
    text: Text
    when_high: Text
    """One sentence, shown where one of the two heavier labels was chosen."""


class Readings(Value):
    """What the page says to the whole of a gauge."""

    light: Text
    """Where no statement is at one of the two heavier labels."""
    some: Text
    """Where some are, and fewer than half."""
    heavy: Text
    """Where at least half of them are."""


class GaugeQuestion(OwnWords):
    """A rating of oneself, for oneself. Never scored; never leaves the device."""

    type: Literal["gauge"]
    scale: Annotated[tuple[Text, ...], Field(min_length=4, max_length=4)]
    """Four labels, from light to heavy."""
    statements: Annotated[tuple[Statement, ...], Field(min_length=4, max_length=8)]
    readings: Readings


class Idea(Value):
    """One idea that others have had."""

    id: Slug
    text: Text
    feedback: Text
    """What becomes of it once it is judged."""


class IdeasQuestion(OwnWords):
    """Gather first, judge later: the trainee's own list. Never leaves the device."""

    type: Literal["ideas"]
    at_least: Annotated[int, Field(ge=3, le=10)]
    """How many lines before anything is judged."""
    then: Text
    """What to do with the lines once they are there."""
    examples: Annotated[tuple[Idea, ...], Field(min_length=3, max_length=8)]
    self_check: SelfCheck


class PlanPart(Value):
    """One part of a plan to fill in."""

    id: Slug
    label: Text
    hint: Text | None = None
    choices: Annotated[tuple[Text, ...], Field(min_length=2, max_length=12)] = ()
    """What one may choose; own words always have room too."""
    words: Limit | None = None
    """A friendly limit for this part."""
    model: Text
    """An example filling."""


class PlanQuestion(OwnWords):
    """A form that becomes a text to print, copy or take along. Never leaves the device."""

    type: Literal["plan"]
    title: Text
    parts: Annotated[tuple[PlanPart, ...], Field(min_length=2, max_length=10)]
    closing: Text
    """The last line of the text."""
    self_check: SelfCheck
