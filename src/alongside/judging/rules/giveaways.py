"""The rule against words that give the good replies of a role-play away.

Whoever knows such courses takes the reply that asks "what", or owns something, or names a
number, and learns nothing by it. Each word is tried, and each mark and place as it is shown,
there and not there. All turns weigh alike; R607 and R608 of the proof room follow five signs
and each place through whole plays, where a few turns may decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import fmean

from alongside.judging.rules.registry import Found, rule
from alongside.judging.similar import words
from alongside.model import RolePlay
from alongside.playing.order import reply_order
from alongside.reading.load import Loaded

_MARGIN = 0.22
"""How far above chance a sign may lead; of hundreds the best leads 20 points by luck alone."""
_FEW = 8
"""Turns below which luck alone leads further."""
_PLACES = ("the first place", "the second place", "the third place", "the fourth place")
_CREDIT = {"strong": 1.0, "middling": 0.5, "weak": 0.0, "harmful": 0.0}
_MARKS = {
    "three dots": re.compile("…"),
    "a question mark": re.compile(r"\?"),
    "a question at the end": re.compile(r"\?\W*$"),
    "an exclamation mark": re.compile("!"),
    "a comma": re.compile(","),
    "a colon or dash": re.compile("[;:–—]"),
    "a bracket": re.compile(r"\("),
    "a quotation mark": re.compile("“"),
    "a second sentence": re.compile(r"[.!?…][”)]?\s+\S"),
    "a question word": re.compile(r"\b(?:what|how|who|where|when|which|why)\b", re.IGNORECASE),
    "a 'no' or 'not'": re.compile(
        r"\b(?:no|not|never|nothing|nobody|\w+n['’]t)\b", re.IGNORECASE
    ),
    "a number": re.compile(
        r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\b", re.IGNORECASE
    ),
}

_Turn = Sequence[tuple[frozenset[str], float]]
"""The replies of a turn: the signs on each, and the credit for choosing it."""


@rule("R830", warning=True)
def no_sign_gives_replies_away(loaded: Loaded) -> Iterator[Found]:
    """Choosing by a word, mark or place earns no 22 points above chance.

    Let poor replies have it too, as somebody kind would say them, and some strong ones not;
    where it is a place, write another `shuffle`.
    """
    for play in loaded.role_plays.values():
        if len(play.turns) < _FEW:
            continue
        turns = _turns(play)
        for sign in sorted(_signs_that_tell(turns)):
            for has, said in ((True, "with"), (False, "without")):
                gain = _gain(turns, sign, has)
                if gain > _MARGIN:
                    says = f"To prefer replies {said} {sign} earns {gain:.0%} more than chance."
                    yield Found(play, ("turns",), says, play.waive)


def _turns(play: RolePlay) -> list[_Turn]:
    return [
        [
            (_signs(reply.text) | _places(at, len(turn.replies)), _CREDIT[reply.quality])
            for at, reply in enumerate(reply_order(play, name))
        ]
        for name, turn in play.turns.items()
    ]


def _places(at: int, of: int) -> frozenset[str]:
    """Return how the place is called in which a reply is shown."""
    called = "the last place" if at == of - 1 else _PLACES[at]
    return frozenset({called} if at in {0, of - 1} else {called, "a middle place"})


def _signs_that_tell(turns: Sequence[_Turn]) -> Iterator[str]:
    """Yield the signs that tell replies apart in enough turns to lead by the margin."""
    tells = Counter(
        sign
        for turn in turns
        for sign, times in Counter(each for signs, _ in turn for each in signs).items()
        if times < len(turn)
    )
    return (sign for sign, times in tells.items() if times > _MARGIN * len(turns))


def _signs(text: str) -> frozenset[str]:
    marks = (name for name, mark in _MARKS.items() if mark.search(text))
    return frozenset((*(f"the word '{word}'" for word in words(text)), *marks))


def _gain(turns: Sequence[_Turn], sign: str, has: bool) -> float:  # noqa: FBT001
    """Return how far above chance one comes by the sign; where it tells nothing, not at all."""
    gained = 0.0
    for turn in turns:
        liked = [credit for signs, credit in turn if (sign in signs) is has]
        if 0 < len(liked) < len(turn):
            gained += fmean(liked) - fmean(credit for _, credit in turn)
    return gained / len(turns)
