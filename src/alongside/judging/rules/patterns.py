"""Rules against patterns over a bank: what its keys have in common from question to question.

A few keys alike may be chance, so chance is asked first. Where order is shuffled on the page,
print and pages without scripts still keep the order of the file; a dial is never shuffled.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from math import comb
from pathlib import PurePosixPath
from statistics import mean

from alongside.judging.robots import MARGIN, Looks, scores
from alongside.judging.rules.asked import looks
from alongside.judging.rules.registry import Found, rule
from alongside.model import (
    Bank,
    DialQuestion,
    MultipleQuestion,
    RateQuestion,
    TrueFalseQuestion,
)
from alongside.reading.load import COURSE, Loaded

_SIGNIFICANT = 0.05
_FEW = 6  # questions below which a bank says nothing about length
_ALIKE = 3  # questions of a kind that may not all have the same key
_SCALE = (1, 2, 3, 4)
_SIGNS = {
    "a question mark": re.compile(r"\?"),
    "an exclamation mark": re.compile("!"),
    "a quotation mark": re.compile('["“]'),
    "a number": re.compile(r"\d"),
    "a name": re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}"),
    "the first person": re.compile(r"\b(?:I|me|my|[Ww]e|us|[Oo]ur)\b"),
    "an 'or'": re.compile(r"\bor\b"),
    "a comma": re.compile(","),
    "a colon or dash": re.compile("[;:–—]"),
    "a second sentence": re.compile(r"[.!?…][\"”]?\s+\S"),
    "a word of care": re.compile(
        r"\b(?:ask|feel|hear|help|listen|private|share|sounds?|support|thank|together"
        r"|understand|want|wonder)\w*",
        re.IGNORECASE,
    ),
    "a word such as 'may'": re.compile(
        r"\b(?:can|could|may|maybe|might|often|perhaps|seems?|some(?:times)?|usually)\b",
        re.IGNORECASE,
    ),
}
"""What a reader sees at a glance in one option alone, or misses in one alone."""


@rule("Q301")
def robots_do_not_beat_chance(loaded: Loaded) -> Iterator[Found]:
    """No test-wise robot earns ten points more than chance in a bank, nor over all banks.

    Even out the lengths, move keys, and let wrong options share words with the prompt.
    """
    pooled: list[Looks] = []
    for bank, seen in _seen(loaded):
        pooled += seen
        yield from _beaten(bank, seen, f"the bank of {bank.module}")
    if len(loaded.banks) > 1:
        yield from _beaten(COURSE, pooled, "all banks together")


def _seen(loaded: Loaded, least: int = 0) -> Iterator[tuple[Bank, list[Looks]]]:
    """Yield each bank with what robots see of it, where that is at least so many questions."""
    for bank in loaded.banks.values():
        seen = [found for found in map(looks, bank.questions) if found]
        if len(seen) >= least:
            yield bank, seen


def _blind(seen: Sequence[Looks]) -> float:
    """Return how often a blind guess hits the key, as a share of the questions."""
    return sum(1 / len(found.options) for found in seen) / len(seen)


def _beaten(thing: Bank | PurePosixPath, seen: Sequence[Looks], where: str) -> Iterator[Found]:
    for score in scores(seen):
        if score.beats_chance:
            yield Found(
                thing,
                1,
                f"The robot '{score.robot}' earns {score.earned:.0%} in {where}; "
                f"chance is {score.chance:.0%}.",
            )


@rule("Q302")
def keys_are_not_longest_too_often(loaded: Loaded) -> Iterator[Found]:
    """The best option is the longest no more often than chance allows.

    Let wrong options be as long and as careful as the best one.
    """
    for bank, seen in _seen(loaded, _FEW):
        longest = sum(_key_is_longest(found) for found in seen)
        if _at_least(longest, len(seen), _blind(seen)) < _SIGNIFICANT:
            yield Found(bank, 1, f"The best option is longest in {longest} of {len(seen)}.")


def _key_is_longest(seen: Looks) -> bool:
    lengths = sorted(((len(text), credit) for text, credit in seen.options), reverse=True)
    return lengths[0][1] == 1 and lengths[0][0] > lengths[1][0]


@rule("Q303")
def keys_do_not_keep_to_one_place(loaded: Loaded) -> Iterator[Found]:
    """The best option stands in no place of the list more often than chance allows.

    Move some of them; leave out or add an outer setting of a dial.
    """
    for bank, seen in _seen(loaded, _FEW):
        yield from _kept(bank, seen, f"{len(seen)}")
    dials = [
        found
        for bank in loaded.banks.values()
        for question in bank.questions
        if isinstance(question, DialQuestion) and (found := looks(question))
    ]
    if len(dials) >= _FEW:
        yield from _kept(COURSE, dials, f"{len(dials)} dials")


def _kept(thing: Bank | PurePosixPath, seen: list[Looks], of: str) -> Iterator[Found]:
    most = max(len(found.options) for found in seen)
    for place, times in Counter(map(_place_of_key, seen)).items():
        # Divided, since every place is tried (Bonferroni).
        if _at_least(times, len(seen), _blind(seen)) < _SIGNIFICANT / most:
            yield Found(thing, 1, f"The best option is number {place + 1} in {times} of {of}.")


def _place_of_key(seen: Looks) -> int:
    return max(range(len(seen.options)), key=lambda place: seen.options[place][1])


@rule("Q304")
def no_sign_marks_the_key(loaded: Loaded) -> Iterator[Found]:
    """The best option is not, more often than chance allows, the only one with some sign.

    Give the sign to other options too, or take it from some of the best ones.
    """
    pooled: list[Looks] = []
    for bank, seen in _seen(loaded):
        pooled += seen
        yield from _marked(bank, seen)
    if len(loaded.banks) > 1:
        yield from _marked(COURSE, pooled)


def _marked(thing: Bank | PurePosixPath, seen: Sequence[Looks]) -> Iterator[Found]:
    for name, sign in _SIGNS.items():
        for has, said in ((True, "with"), (False, "without")):
            alone = [(one, at) for one in seen if (at := _alone(one, sign, has)) is not None]
            hits = sum(one.options[at][1] == 1 for one, at in alone)
            # Divided, since every sign is tried, there and not there (Bonferroni).
            bound = _SIGNIFICANT / (2 * len(_SIGNS))
            if alone and _at_least(hits, len(alone), _blind([o for o, _ in alone])) < bound:
                detail = f"Where one option is alone {said} {name}, it is the best one in"
                yield Found(thing, 1, f"{detail} {hits} of {len(alone)}.")


def _alone(seen: Looks, sign: re.Pattern[str], has: bool) -> int | None:  # noqa: FBT001
    """Return the place of the one option with the sign, or without it; none if not one."""
    places = [n for n, (text, _) in enumerate(seen.options) if bool(sign.search(text)) is has]
    return places[0] if len(places) == 1 else None


@rule("Q305")
def true_and_false_take_turns_freely(loaded: Loaded) -> Iterator[Found]:
    """True and false statements of a bank are neither nearly all alike nor in strict turns.

    Turn some of the statements round.
    """
    for bank in loaded.banks.values():
        keys = [one.answer for one in bank.questions if isinstance(one, TrueFalseQuestion)]
        if not keys:
            continue
        often, times = Counter(keys).most_common(1)[0]
        if _at_least(times, len(keys), 0.5) < 2 * _SIGNIFICANT:
            yield Found(bank, 1, f"{times} of {len(keys)} statements are {str(often).lower()}.")
        elif len(keys) >= _FEW and all(a is not b for a, b in pairwise(keys)):
            yield Found(bank, 1, f"The {len(keys)} statements are true and false in turn.")


@rule("Q306")
def keys_of_a_kind_differ(loaded: Loaded) -> Iterator[Found]:
    """Three or more multiple questions of a bank, or rate questions, differ in their keys.

    Let another number of options be right, and move some of them.
    """
    for bank in loaded.banks.values():
        right = _right(bank)
        best = [keys.index(max(keys)) + 1 for keys in _rated(bank)]
        if _all_alike(list(map(sum, right))):
            yield Found(bank, 1, f"Each multiple question has {sum(right[0])} options right.")
        elif _all_alike(right):
            yield Found(bank, 1, "In each multiple question the same places are right.")
        if _all_alike(best):
            yield Found(bank, 1, f"In each rate question number {best[0]} is rated highest.")


def _all_alike(keys: Sequence[object]) -> bool:
    return len(keys) >= _ALIKE and all(key == keys[0] for key in keys)


@rule("Q307")
def one_answer_to_all_earns_little(loaded: Loaded) -> Iterator[Found]:
    """Ticking every option or none, or rating all alike, earns no ten points above chance.

    Let about as many options be right as wrong, and use the whole scale.
    """
    for bank in loaded.banks.values():
        right = _right(bank)
        if len(right) > 1:
            share = mean(chain.from_iterable(right))
            for says, earned in (("every option", share), ("no option", 1 - share)):
                if earned > 0.5 + MARGIN:
                    detail = f"To tick {says} of each multiple question earns {earned:.0%}"
                    yield Found(bank, 1, f"{detail}; chance is 50%.")
        keys = list(chain.from_iterable(_rated(bank)))
        if len(_rated(bank)) > 1:
            chance = mean(_same_side_half(key, place) for key in keys for place in _SCALE)
            for place in _SCALE:
                earned = mean(_same_side_half(key, place) for key in keys)
                if earned > chance + MARGIN:
                    detail = f"To rate every response {place} earns {earned:.0%}"
                    yield Found(bank, 1, f"{detail}; chance is {chance:.0%}.")


def _right(bank: Bank) -> list[list[bool]]:
    """Return which options are right, for each multiple question."""
    return [
        [option.correct for option in one.options]
        for one in bank.questions
        if isinstance(one, MultipleQuestion)
    ]


def _rated(bank: Bank) -> list[list[int]]:
    """Return the keys of each rate question."""
    return [
        [response.key for response in one.responses]
        for one in bank.questions
        if isinstance(one, RateQuestion)
    ]


def _same_side_half(key: int, rated: int) -> float:
    return 1.0 if key == rated else 0.5 * ((key > 2) is (rated > 2))  # noqa: PLR2004 - 1, 2 | 3, 4


def _at_least(hits: int, times: int, share: float) -> float:
    """Return the chance of at least so many hits (binomial, one-sided)."""
    return sum(
        comb(times, k) * share**k * (1 - share) ** (times - k) for k in range(hits, times + 1)
    )
