"""What each code of the proof room means, for lists of all rules.

A check's docstring says it; what no one check finds is said here.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from types import MappingProxyType

from alongside.proof.author import always_possible_broken, must_pass_broken, never_broken
from alongside.proof.circles import circles
from alongside.proof.harm import HARM, harm_without_repair
from alongside.proof.idle import idle_parts
from alongside.proof.quoted import quotes_before_they_are_said
from alongside.proof.reach import REACH
from alongside.proof.references import REFERENCES
from alongside.proof.shape import SHAPE, SHAPE_OF_WORDS
from alongside.proof.teaching import TEACHING, TEACHING_OF_ENDS
from alongside.proof.wider import WIDER, levels_never_reached

_AUTHOR = (never_broken, always_possible_broken, must_pass_broken)
_CHECKS = (
    *(*REFERENCES, *REACH, circles, idle_parts, levels_never_reached),
    *(quotes_before_they_are_said, *WIDER),
    *(
        *TEACHING,
        harm_without_repair,
        *TEACHING_OF_ENDS,
        *HARM,
        *_AUTHOR,
        *SHAPE,
        *SHAPE_OF_WORDS,
    ),
)
_OTHERS = {
    "R109": "There is no such role-play.",
    "R401": "An expected path cannot be played.",
    "R402": "An expected path comes to another ending.",
    "R403": "An expected path ends in another state.",
    "R404": "On an expected path the words are not heard, or not in order.",
    "R405": "On an expected path words are heard that must not be.",
    "R406": "On an expected path a reply is on offer that must not be.",
    "R407": "After an expected path other debrief questions are asked.",
    "R501": "There are more states than the budget: nothing is proved.",
    "R701": "The rules catch fewer than nine mutants in ten.",
    "R702": "There are fewer than fifty mutants.",
    "R703": "A rule of the author catches no mutant that the others let through.",
    "R704": "A mutant listed as equivalent is caught, or does not exist.",
    "R705": "A play tells a mutant apart that is listed as equivalent.",
}


def _told(check: object) -> tuple[str, str]:
    """Return the code and the meaning, as “R201: no play reaches the turn.” has them."""
    code, _, says = (inspect.getdoc(check) or "").partition("\n")[0].partition(": ")
    return code, says[:1].upper() + says[1:]


CODES: Mapping[str, str] = MappingProxyType(dict(map(_told, _CHECKS)) | _OTHERS)
