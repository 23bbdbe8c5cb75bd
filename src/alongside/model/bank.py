"""Question banks: ``quizzes/<module>.yml``, one per module."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from alongside.model.base import Slug, Text, Value, Waivable

Use = Literal["practice", "assess"]
Level = Literal["recall", "understand", "apply", "analyse"]


class _Asked(Waivable):
    """What every question has."""

    id: Slug
    """Unique in the course and for ever; begins with the module's slug."""
    prompt: Text
    """The moment and the one thing asked. The last paragraph is the question itself."""
    outcomes: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """Ids of the outcomes it practises or assesses."""
    level: Level
    """What the question asks of the trainee; it must reach the outcome's verb."""
    use: Use = "assess"
    """Whether it practises an outcome or assesses it."""
    hints: Annotated[tuple[Text, ...], Field(max_length=3)] = ()
    """Shown one at a time, each saying a little more; never the answer."""
    content_note: Text | None = None
    """What heavy matter comes, where a trainee would want to know first."""


class Option(Value):
    """One answer offered."""

    id: Slug
    text: Text
    correct: bool = False
    feedback: Text
    """What it does to the other person, and why."""


class SingleQuestion(_Asked):
    """Choose one option."""

    type: Literal["single"]
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=5)]


class MultipleQuestion(_Asked):
    """Choose every option that fits; credit for each option judged rightly."""

    type: Literal["multiple"]
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=6)]


class TrueFalseQuestion(_Asked):
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


class OrderingQuestion(_Asked):
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


class MatchingQuestion(_Asked):
    """Choose the label that fits each item."""

    type: Literal["matching"]
    items: Annotated[tuple[MatchItem, ...], Field(min_length=3, max_length=7)]
    labels: Annotated[tuple[MatchLabel, ...], Field(min_length=2, max_length=6)]


class KeySource(Value):
    """Who says which answers of a judgement question are good, and on what ground."""

    method: Literal["authors", "panel"]
    """``panel`` needs a committed data file of a real panel."""
    reasons: Text
    sources: tuple[Slug, ...] = ()
    """Keys of ``book/sources.bib``."""
    panel: str | None = None
    """The data file of the panel, relative to the course folder."""


class RatedResponse(Value):
    """One response to be rated on the scale."""

    id: Slug
    text: Text
    key: Annotated[int, Field(ge=1, le=4)]
    """Place on the scale, from 1."""
    feedback: Text


class RateQuestion(_Asked):
    """Situational judgement: how well does each response work? Half credit on the same side."""

    type: Literal["rate"]
    scale: Annotated[tuple[Text, ...], Field(min_length=4, max_length=4)]
    """Four labels, from worst to best."""
    responses: Annotated[tuple[RatedResponse, ...], Field(min_length=3, max_length=6)]
    key_source: KeySource


def _graded(credit: float) -> float:
    """Return the credit, or raise ``ValueError`` where it is none of the three."""
    if credit not in {0, 0.5, 1}:
        raise ValueError("credit is 0, 0.5 or 1")
    return credit


Credit = Annotated[
    float, AfterValidator(_graded), WithJsonSchema({"enum": [0, 0.5, 1], "type": "number"})
]
"""1 for a strong response, 0.5 for one that helps in part, 0 for one that does not yet."""


class GradedOption(Value):
    """One response with the credit it earns."""

    id: Slug
    text: Text
    credit: Credit
    feedback: Text


class BestQuestion(_Asked):
    """Situational judgement: choose the response you would give; graded credit."""

    type: Literal["best"]
    options: Annotated[tuple[GradedOption, ...], Field(min_length=3, max_length=5)]
    key_source: KeySource


class ReflectQuestion(_Asked):
    """The trainee's own words. Never scored; never leaves the device."""

    type: Literal["reflect"]
    model_answer: Text
    """One good answer among many, shown after the trainee's own."""
    self_check: Annotated[tuple[Text, ...], Field(min_length=2, max_length=5)]
    """What to look for in one's own words, each a question."""
    words: Annotated[int, Field(ge=5, le=200)] | None = None
    """A friendly limit: the page counts, it does not refuse."""


Question = Annotated[
    SingleQuestion
    | MultipleQuestion
    | TrueFalseQuestion
    | OrderingQuestion
    | MatchingQuestion
    | RateQuestion
    | BestQuestion
    | ReflectQuestion,
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
