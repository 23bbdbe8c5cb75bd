"""Letters without which a regular expression cannot match.

To look for them first, and only where they stand for the pattern, makes reading much text
quick: finding plain letters costs a hundredth of trying a pattern at every place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import accumulate
from typing import Any, TypeAlias

# Python's own reader of patterns; it has no public name.
_parser: Any = import_module("re._parser")
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_FEW = 10  # characters of a set, such as the digits
_SOON_TRIED = 100  # texts in which a pattern is sooner tried than letters are looked for
_TELLING = 3  # letters from which it pays to look for more than one part


@dataclass(frozen=True)
class AnyOf:
    """One of these is needed."""

    ways: tuple[Needed, ...]


@dataclass(frozen=True)
class AllOf:
    """Each of these is needed."""

    parts: tuple[Needed, ...]


Needed: TypeAlias = "str | AnyOf | AllOf"
"""Letters, case folded, or what is put together from them."""


def seen(text: str) -> str:
    """Return the text without what no reader sees, such as soft hyphens from a PDF."""
    return _UNSEEN.sub("", text)


class Words:
    """Which of many texts hold some letters: each word is looked at once, not in every text.

    A course of three million letters has thirty thousand words.

    Args:
        texts: Any texts; neither their case matters nor what no reader sees.

    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = tuple(seen(text).casefold() for text in texts)
        where = defaultdict[str, list[int]](list)
        for index, text in enumerate(self._texts):
            for word in set(text.split()):
                where[word].append(index)
        self._where = list(where.values())
        self._joined = "\n".join(where)
        self._starts = list(accumulate((len(word) + 1 for word in where), initial=0))
        self._known: dict[str, frozenset[int]] = {}

    def worth_trying(self, pattern: str) -> frozenset[int]:
        """Return the indices of the texts that hold what a pattern cannot do without."""
        wanted = needed(pattern)
        return self._having(wanted) if wanted else frozenset(range(len(self._texts)))

    def _having(self, wanted: Needed) -> frozenset[int]:
        if isinstance(wanted, AnyOf):
            return frozenset[int]().union(*map(self._having, wanted.ways))
        if isinstance(wanted, AllOf):
            return self._having_all(wanted)
        return self.holding(wanted)

    def _having_all(self, wanted: AllOf) -> frozenset[int]:
        rarest, *others = sorted(wanted.parts, key=_least, reverse=True)
        found = self._having(rarest)
        for part in others:
            if len(found) <= _SOON_TRIED:
                break
            found &= self._having(part)
        return found

    def holding(self, letters: str) -> frozenset[int]:
        """Return the indices of the texts that hold these letters, case folded."""
        if letters not in self._known:
            self._known[letters] = frozenset(self._holding(letters))
        return self._known[letters]

    def _holding(self, letters: str) -> Iterable[int]:
        if not letters.strip():
            return (i for i, text in enumerate(self._texts) if letters in text)
        part = max(letters.split(), key=len)
        found = set[int]().union(*(self._where[word] for word in self._with(part)))
        return found if part == letters else (i for i in found if letters in self._texts[i])

    def _with(self, part: str) -> Iterator[int]:
        """Yield the numbers of the words that hold it."""
        at = self._joined.find(part)
        while at >= 0:
            word = bisect_right(self._starts, at) - 1
            yield word
            at = self._joined.find(part, self._starts[word + 1])


@cache
def needed(pattern: str) -> Needed | None:
    """Return what stands in every match, case folded; nothing where that is unknown."""
    return _of_row(_parser.parse(pattern))


def _of_row(parts: Any) -> Needed | None:  # noqa: ANN401 - as the parser gives it
    """Return what parts in a row need: all that tell texts apart, else the best."""
    found = [each for each in _each_needed(parts) if each]
    best = max(found, key=_least, default=None)
    telling = tuple(each for each in found if _least(each) >= _TELLING)
    return AllOf(telling) if len(telling) > 1 else best


def _least(wanted: Needed) -> int:
    """Return the length of the letters that are looked for, where they are shortest."""
    if isinstance(wanted, AnyOf):
        return min(map(_least, wanted.ways))
    if isinstance(wanted, AllOf):
        return max(map(_least, wanted.parts))
    return len(wanted)


def _each_needed(parts: Any) -> Iterator[Needed | None]:  # noqa: ANN401 - the same
    letters = ""
    for code, value in parts:
        if str(code) == "LITERAL":
            letters += chr(value).casefold()
            continue
        if letters:
            yield _any_of([letters + more for more in _beginnings(str(code), value)])
        letters = ""
        yield _of_one(str(code), value)
    yield letters or None


def _any_of(ways: Iterable[Needed | None]) -> Needed | None:
    """Return that one of these is needed; nothing where one way needs nothing."""
    known = list(dict.fromkeys(ways))
    found = tuple(way for way in known if way)
    if not found or len(found) < len(known):
        return None
    return AnyOf(found) if len(found) > 1 else found[0]


def _of_one(code: str, value: Any) -> Needed | None:  # noqa: ANN401 - the same
    """Return what one part needs; nothing where it may be left out or is a wide set."""
    if code == "SUBPATTERN":
        return _of_row(value[-1])
    if code == "BRANCH":
        return _any_of(map(_of_row, value[1]))
    if code == "IN":
        return _any_of(sorted(_one_of(value)))
    if code in {"MAX_REPEAT", "MIN_REPEAT"} and value[0] > 0:
        return _of_row(value[2])
    return None


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
