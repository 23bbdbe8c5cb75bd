"""Texts that say nearly the same: near-duplicates over the whole course."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SHINGLE = 3  # words in a row; shorter ones make strangers look alike
ALIKE = 0.4
"""Share of three-word runs (Jaccard) from which two texts count as the same."""


@lru_cache(1 << 16)  # several rules ask of the same texts
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, lower-case, without punctuation."""
    return tuple(_WORD.findall(text.lower()))


def read_as(text: str) -> tuple[str, ...]:
    """Return the words of a text, or the text itself where it holds signs only, such as "★"."""
    return words(text) or (text,)


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Return the three-word runs of a text; the whole text where it is shorter."""
    found = words(text)
    if len(found) <= _SHINGLE:
        return frozenset({found})
    return frozenset(zip(*(found[at:] for at in range(_SHINGLE)), strict=False))


def near_duplicates(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Yield (earlier, later, likeness 0 to 1) for each pair of texts that are nearly the same.

    Only pairs that share a run are compared, so the work grows with the likeness in the
    course and not with the square of its size.
    """
    sets = [shingles(text) for text in texts]
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for later, runs in enumerate(sets):
        shared: dict[int, int] = defaultdict(int)
        for run in runs:
            for earlier in seen[run]:
                shared[earlier] += 1
            seen[run].append(later)
        for earlier, count in sorted(shared.items()):
            likeness = count / (len(runs) + len(sets[earlier]) - count)
            if likeness >= ALIKE:
                yield earlier, later, likeness
