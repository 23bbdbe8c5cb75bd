"""Question banks: ``quizzes/<module>.yml``, one per module."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from alongside.model.asked import Asked, Credit, KeySource
from alongside.model.base import Slug, Text, Value
from alongside.model.own_words import (
    GaugeQuestion,
    IdeasQuestion,
    PlanQuestion,
    ReflectQuestion,
)


class Option(Value):
    """One answer offered."""

    id: Slug
    text: Text
    correct: bool = False
    feedback: Text
    """What it does to the other person, and why."""


class SingleQuestion(Asked):
    """Choose one option."""

    type: Literal["single"]
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=5)]


class MultipleQuestion(Asked):
    """Choose every option that fits; credit for each option judged rightly."""

    type: Literal["multiple"]
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=6)]


class TrueFalseQuestion(Asked):
    """Judge one statement; feedback for both answers."""

    type: Literal["true-false"]
    answer: bool
    if_true: Text
    """Shown to a trainee who chose true."""
    if_false: Text
    """Shown to a trainee who chose false."""


class Step(Value):
    """One thing to put in order."""

    id: Slug
    text: Text
    feedback: Text
    """Why it stands where it does."""


class OrderingQuestion(Asked):
    """Put the steps in order. They are written in the right order; the page shuffles them."""

    type: Literal["ordering"]
    steps: Annotated[tuple[Step, ...], Field(min_length=3, max_length=6)]
    also_right: tuple[tuple[Slug, ...], ...] = ()
    """Other orders that are as good, as lists of step ids."""


class MatchItem(Value):
    """Something to be matched, with the label that fits it."""

    id: Slug
    text: Text
    label: Slug
    feedback: Text
    """Why this label fits this item."""


class MatchLabel(Value):
    """A label to choose from; one may fit no item."""

    id: Slug
    text: Text
    feedback: Text
    """What this label means; shown where it was chosen and does not fit."""


class MatchingQuestion(Asked):
    """Choose the label that fits each item."""

    type: Literal["matching"]
    items: Annotated[tuple[MatchItem, ...], Field(min_length=3, max_length=12)]
    labels: Annotated[tuple[MatchLabel, ...], Field(min_length=2, max_length=6)]


class RatedResponse(Value):
    """One response to be rated on the scale."""

    id: Slug
    text: Text
    key: Annotated[int, Field(ge=1, le=4)]
    """Place on the scale, from 1."""
    feedback: Text


class RateQuestion(Asked):
    """Situational judgement: how well does each response work? Half credit on the same side."""

    type: Literal["rate"]
    scale: Annotated[tuple[Text, ...], Field(min_length=4, max_length=4)]
    """Four labels, from worst to best."""
    responses: Annotated[tuple[RatedResponse, ...], Field(min_length=3, max_length=6)]
    key_source: KeySource


class GradedOption(Value):
    """One response with the credit it earns."""

    id: Slug
    text: Text
    credit: Credit
    feedback: Text


class BestQuestion(Asked):
    """Situational judgement: choose the response you would give; graded credit."""

    type: Literal["best"]
    options: Annotated[tuple[GradedOption, ...], Field(min_length=3, max_length=5)]
    key_source: KeySource


class Position(Value):
    """One setting of a dial."""

    id: Slug
    text: Text
    """What the setting is called."""
    sounds: Text
    """What one would say at this setting."""
    answer: Text
    """What the other person says or does next."""
    credit: Credit
    feedback: Text
    """What this much of it does to the other person, and why."""


class DialQuestion(Asked):
    """How much of it? Try each setting, hear what comes back, and choose one; graded credit."""

    type: Literal["dial"]
    positions: Annotated[tuple[Position, ...], Field(min_length=4, max_length=6)]
    """In order, from least to most; the page keeps the order."""
    key_source: KeySource | None = None


Question = Annotated[
    SingleQuestion
    | MultipleQuestion
    | TrueFalseQuestion
    | OrderingQuestion
    | MatchingQuestion
    | RateQuestion
    | BestQuestion
    | DialQuestion
    | ReflectQuestion
    | GaugeQuestion
    | IdeasQuestion
    | PlanQuestion,
    Field(discriminator="type"),
]


class Bank(Value):
    """The questions of one module."""

    format: Literal[1]
    module: Slug
    title: Text
    confidence: bool = False
    """Whether the page asks "how sure are you?" first. It never counts."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
