"""Reading grade of a text: Flesch-Kincaid, for connected prose only.

Kincaid, Fishburne, Rogers and Chissom (1975). Lists and tables are left out by the caller, and
short texts are not graded: five words in a list can score grade 7 by chance.
"""

from __future__ import annotations

from functools import cache

import textstat

LEAST_WORDS = 150
"""Below this a grade says more about the sample than about the text."""


@cache
def grade(prose: str) -> float | None:
    """Return the US school grade of connected prose, or ``None`` for under 150 words."""
    if len(prose.split()) < LEAST_WORDS:
        return None
    return float(textstat.flesch_kincaid_grade(prose))
