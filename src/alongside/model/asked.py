"""What questions of every type share."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from alongside.model.base import Slug, Text, Value, Waivable

Use = Literal["practice", "assess"]
Level = Literal["recall", "understand", "apply", "analyse"]
"""From the least demanding to the most: rules compare their places in this list."""


class Asked(Waivable):
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


class KeySource(Value):
    """Who says which answers of a judgement question are good, and on what ground."""

    method: Literal["authors", "panel"]
    """``panel`` needs a committed data file of a real panel."""
    reasons: Text
    sources: tuple[Slug, ...] = ()
    """Keys of ``book/sources.bib``."""
    panel: str | None = None
    """The data file of the panel, relative to the course folder."""


def _graded(credit: float) -> float:
    """Return the credit, or raise ``ValueError`` where it is none of the three."""
    if credit not in {0, 0.5, 1}:
        raise ValueError("credit is 0, 0.5 or 1")
    return credit


Credit = Annotated[
    float, AfterValidator(_graded), WithJsonSchema({"enum": [0, 0.5, 1], "type": "number"})
]
"""1 for a strong response, 0.5 for one that helps in part, 0 for one that does not yet."""
