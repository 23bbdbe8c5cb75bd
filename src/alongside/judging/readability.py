"""Reading grade of a text: Flesch-Kincaid, for connected prose only.

Kincaid, Fishburne, Rogers and Chissom (1975). Lists and tables are left out by the caller, and
short texts are not graded: five words in a list can score grade 7 by chance.
"""

from __future__ import annotations

import re
from functools import cache

import textstat

LEAST_WORDS = 150
"""Below this a grade says more about the sample than about the text."""

_END = re.compile(r"[.!?]+")
_LEAST_SENTENCE = 3  # words; textstat counts no shorter sentence


@cache
def grade(prose: str) -> float | None:
    """Return the US school grade of connected prose, or ``None`` for under 150 words."""
    if len(prose.split()) < LEAST_WORDS:
        return None
    return float(textstat.flesch_kincaid_grade(prose))


def is_harder(text: str, limit: float) -> bool:
    """Return whether a single paragraph reads above that grade.

    Counting syllables costs most, so it waits until the vowels say that there may be as many.
    """
    words = len(text.split())
    sentences = sum(len(one.split()) >= _LEAST_SENTENCE for one in _END.split(text)) or 1
    vowels = sum(map(text.lower().count, "aeiouy"))
    highest = 0.39 * words / sentences + 11.8 * vowels / words - 15.59
    return highest > limit and float(textstat.flesch_kincaid_grade(text)) > limit
