"""Letters without which a regular expression cannot match.

To look for them first, and only where they stand for the pattern, makes reading much text
quick: finding plain letters costs a hundredth of trying a pattern at every place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import accumulate
from typing import Any

# Python's own reader of patterns; it has no public name.
_parser: Any = import_module("re._parser")
_FEW = 10  # characters of a set, such as the digits


class Words:
    """Which of many texts hold some letters: each word is looked at once, not in every text.

    A course of three million letters has thirty thousand words.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        where = defaultdict[str, list[int]](list)
        for index, text in enumerate(texts):
            for word in set(text.split()):
                where[word].append(index)
        self._where = list(where.values())
        self._joined = "\n".join(where)
        self._starts = list(accumulate((len(word) + 1 for word in where), initial=0))

    def holding(self, letters: str) -> frozenset[int]:
        """Return the indices of the texts that hold these letters."""
        if not letters.strip():
            return frozenset(i for i, text in enumerate(self._texts) if letters in text)
        part = max(letters.split(), key=len)
        found = frozenset(index for word in self._with(part) for index in self._where[word])
        if part == letters:
            return found
        return frozenset(index for index in found if letters in self._texts[index])

    def _with(self, part: str) -> Iterator[int]:
        """Yield the numbers of the words that hold it."""
        at = self._joined.find(part)
        while at >= 0:
            word = bisect_right(self._starts, at) - 1
            yield word
            at = self._joined.find(part, self._starts[word + 1])


@cache
def needles(pattern: str) -> frozenset[str]:
    """Return strings, case folded, one of which stands in every match; none where unknown."""
    return _needed(_parser.parse(pattern))


def may_match(pattern: re.Pattern[str], text: str) -> bool:
    """Return whether a pattern is worth trying: the text holds letters it cannot do without."""
    folded = text.casefold()
    return any(letters in folded for letters in needles(pattern.pattern) or ("",))


def _needed(parts: Any) -> frozenset[str]:  # noqa: ANN401 - as the parser gives it
    """Return the best of what the parts in a row need: the one whose shortest is longest."""
    return max(_each_needed(parts), key=_least, default=frozenset())


def _least(found: frozenset[str]) -> int:
    return min(map(len, found), default=0)


def _each_needed(parts: Any) -> Iterator[frozenset[str]]:  # noqa: ANN401 - the same
    letters = ""
    for code, value in parts:
        if str(code) == "LITERAL":
            letters += chr(value).casefold()
            continue
        if letters:
            yield frozenset(letters + more for more in _beginnings(str(code), value))
        letters = ""
        yield _of_one(str(code), value)
    if letters:
        yield frozenset({letters})


def _of_one(code: str, value: Any) -> frozenset[str]:  # noqa: ANN401 - the same
    """Return what one part needs; nothing where it may be left out or is a wide set."""
    if code == "SUBPATTERN":
        return _needed(value[-1])
    if code == "BRANCH":
        ways = [_needed(way) for way in value[1]]
        return frozenset[str]().union(*ways) if all(ways) else frozenset()
    if code == "IN":
        return _one_of(value)
    if code in {"MAX_REPEAT", "MIN_REPEAT"} and value[0] > 0:
        return _needed(value[2])
    return frozenset()


def _beginnings(code: str, value: Any) -> frozenset[str]:  # noqa: ANN401 - the same
    """Return the letters with which each way of a part begins; at least one, maybe empty."""
    ways = value[1] if code == "BRANCH" else [value[-1]] if code == "SUBPATTERN" else [[]]
    return frozenset[str]().union(*map(_starts, ways))


def _starts(parts: Any) -> frozenset[str]:  # noqa: ANN401 - the same
    letters = ""
    for code, value in parts:
        if str(code) != "LITERAL":
            return frozenset(letters + more for more in _beginnings(str(code), value))
        letters += chr(value).casefold()
    return frozenset({letters})


def _one_of(value: Any) -> frozenset[str]:  # noqa: ANN401 - the same
    """Return the characters of a small set, case folded."""
    found: set[str] = set()
    for code, of in value:
        match str(code):
            case "LITERAL":
                found.add(chr(of).casefold())
            case "RANGE" if of[1] - of[0] < _FEW:
                found |= {chr(letter).casefold() for letter in range(of[0], of[1] + 1)}
            case _:
                return frozenset()
    return frozenset(found)
