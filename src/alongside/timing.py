"""Minutes: what reading and practising take, computed from what is there."""

from __future__ import annotations

from alongside.model import Question

WORDS_PER_MINUTE = 200
"""A cautious rate; Brysbaert (2019) found 238 for silent reading of English non-fiction."""

SHORTEST, LONGEST = 0.90, 1.25
"""Stated minutes may be this share of the computed ones."""

_QUESTION_MINUTES = {
    "single": 1.0,
    "multiple": 1.5,
    "true-false": 0.75,
    "ordering": 1.5,
    "matching": 2.0,
    "rate": 2.0,
    "best": 1.25,
    "reflect": 3.0,
}


def reading_minutes(words: int) -> float:
    """Return the minutes that silent reading of so many words takes."""
    return words / WORDS_PER_MINUTE


def question_minutes(question: Question) -> float:
    """Return the minutes that a question takes, its feedback read."""
    return _QUESTION_MINUTES[question.type]


def honest(stated: float, computed: float) -> bool:
    """Return whether the stated minutes are near enough to the computed ones.

    One minute either way is forgiven, since minutes are stated in whole numbers.
    """
    slack = 1.0
    return SHORTEST * computed - slack <= stated <= LONGEST * computed + slack
