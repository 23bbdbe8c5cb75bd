"""Where in all that the course says a regular expression is worth trying.

Rules that look for words read some three million letters; the letters which such words need
stand in few of the texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from alongside.judging.needles import Words
from alongside.judging.said import Said, everything
from alongside.reading.load import Loaded
from alongside.reading.pages import Page

_SEAM = 6  # words on either side of a line's end; no term is longer


def worth_trying(loaded: Loaded, pattern: str) -> Iterator[Said]:
    """Yield every piece of text in which a regular expression may match."""
    said = everything(loaded)
    yield from (said[index] for index in sorted(_words(loaded).worth_trying(pattern)))


def texts_worth_trying(loaded: Loaded, *patterns: re.Pattern[str]) -> frozenset[str]:
    """Return all texts in which one of some regular expressions may match."""
    found = (worth_trying(loaded, each.pattern) for each in patterns)
    return frozenset(said.text for each in found for said in each)


def seams_worth_trying(loaded: Loaded, pattern: str) -> Iterator[Said]:
    """Yield every place between two lines of a page in which it may match."""
    found, words = _seams(loaded)
    yield from (found[index] for index in sorted(words.worth_trying(pattern)))


@lru_cache(maxsize=1)
def _words(loaded: Loaded) -> Words:
    return Words([said.text for said in everything(loaded)])


@lru_cache(maxsize=1)
def _seams(loaded: Loaded) -> tuple[tuple[Said, ...], Words]:
    """Return where two lines of a page meet, if they are one text, and the words there."""
    found = tuple(seam for page in loaded.pages.values() for seam in _seams_of(page))
    return found, Words([seam.text for seam in found])


def _seams_of(page: Page) -> Iterator[Said]:
    for above, below in pairwise(page.prose):
        if (above.line + 1, above.voice, above.kind) == (below.line, below.voice, "text"):
            end, start = above.text.split()[-_SEAM:], below.text.split()[:_SEAM]
            text = f"{' '.join(end)}\n{' '.join(start)}"
            yield Said(page, above.line, text, above.voice, "prose")
