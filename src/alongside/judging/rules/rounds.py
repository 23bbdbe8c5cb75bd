"""Rules for what a run sheet says in words: its rounds, and the leader who does not lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alongside.judging.rules.registry import Found, rule
from alongside.judging.similar import words
from alongside.reading.load import Loaded
from alongside.sessions.clock import Part, parts, steps_of

_THREE = 3
"""People in a group, each of whom has a round."""
_STANDS_ABOUT = frozenset(
    "a about also and around at back by does helps here in is it listens nothing observes of "
    "on present quietly rests room side sits stands still supports the there to too waits "
    "walks watches".split()
)
"""Words of an `other` that leaves somebody standing about: "Sits at the back." """
_IN_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
_MINUTES = rf"({'|'.join(_IN_WORDS)})( and a half)?(?: minutes?)?"
_ROUND = re.compile(rf"\bround takes {_MINUTES}\b([^.;]*)")
_ASIDE = re.compile(r"\([^)]*\)")
_SHARE = re.compile(rf"(?:[,:]|\b(?:and|then|with)) {_MINUTES} (?:to|for|with)\b")
_LEAST_SHARES = 2  # one alone may be told of something else


@rule("F114", needs=("facilitator_guide",))
def the_other_leader_has_something_to_do(loaded: Loaded) -> Iterator[Found]:
    """Whoever does not lead a step has something to do that one could see.

    Say in `other` what they look for, hold, write or play.
    """
    for sheets in loaded.run_sheets.values():
        for at, step in enumerate(sheets.steps):
            if set(words(step.other)) <= _STANDS_ABOUT:
                yield Found(sheets, ("steps", at, "other"), f"'{step.other}' is all it says.")


@rule("F115", needs=("facilitator_guide",))
def rounds_add_up(loaded: Loaded) -> Iterator[Found]:
    """The parts of a round that `when` tells add up to it, and a step in threes holds three.

    Change the minutes of a part, of the round, or of the step.
    """
    for sheets in loaded.run_sheets.values():
        steps = steps_of(loaded, sheets)
        for at, sheet in enumerate(sheets.sheets):
            if found := _ROUND.search(_ASIDE.sub("", sheet.when)):
                whole, shares = _number(found[1], found[2]), _SHARE.findall(found[3])
                total = sum(_number(*share) for share in shares)
                takes = f"A round of '{sheet.id}' takes {whole:g} minutes"
                if len(shares) >= _LEAST_SHARES and total != whole:
                    yield Found(
                        sheets, ("sheets", at, "when"), f"{takes}, its parts {total:g}."
                    )
                room = max(map(_in_threes, parts(sheet, steps)), default=0)
                if 0 < room < _THREE * whole:
                    detail = f"{takes}; its longest step in threes has {room}."
                    yield Found(sheets, ("sheets", at, "steps"), detail)


def _in_threes(part: Part) -> int:
    """Return the minutes of a step in which three play in turn; 0 of any other."""
    return part.minutes if part.step.plays_parts and part.step.groups == "threes" else 0


def _number(word: str, half: str | None) -> float:
    return _IN_WORDS[word] + (0.5 if half else 0)
