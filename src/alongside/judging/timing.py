"""Minutes: what reading and practising take, computed from what is there."""

from __future__ import annotations

from alongside.model import Question, ReflectQuestion, RolePlay

WORDS_PER_MINUTE = 200
"""A cautious rate; Brysbaert (2019) found 238 for silent reading of English non-fiction."""

SHORTEST, LONGEST = 0.90, 1.25
"""Stated minutes may be this share of the computed ones."""

_QUESTION_MINUTES = {
    "single": 1.0,
    "multiple": 1.5,
    "true-false": 0.75,
    "ordering": 1.5,
    "matching": 2.0,
    "rate": 2.0,
    "best": 1.25,
    "dial": 2.0,
    "reflect": 3.0,
    "gauge": 2.0,
    "ideas": 4.0,
    "plan": 5.0,
}
_REWRITING = 0.5
"""Minutes more where words are there to be read and rewritten."""


def reading_minutes(words: float) -> float:
    """Return the minutes that silent reading of so many words takes."""
    return words / WORDS_PER_MINUTE


def question_minutes(question: Question) -> float:
    """Return the minutes that a question takes, its feedback read."""
    rewrites = isinstance(question, ReflectQuestion) and question.start_from
    return _QUESTION_MINUTES[question.type] + (_REWRITING if rewrites else 0)


def honest(stated: float, computed: float) -> bool:
    """Return whether the stated minutes are near enough to the computed ones.

    One minute either way is forgiven, since minutes are stated in whole numbers.
    """
    slack = 1.0
    return SHORTEST * computed - slack <= stated <= LONGEST * computed + slack


_MINUTES_PER_REPLY = 0.5  # to weigh what is on offer, beyond reading it
_MINUTES_PER_DEBRIEF = 0.4  # to think a question over
_USUAL_REPLIES = 8


def role_play_minutes(play: RolePlay) -> float:
    """Return the minutes of one thoughtful path through a role-play and its debrief.

    A usual path is taken as eight replies, or as many as there are turns; each turn costs the
    reading of its lines and replies and of one reply's feedback.
    """
    replies = [reply for turn in play.turns.values() for reply in turn.replies]
    heard = sum(_count(line.says) for turn in play.turns.values() for line in turn.lines)
    offered = sum(_count(reply.text) for reply in replies)
    told = sum(_count(r.effect, r.feedback, r.better or "") for r in replies) / len(replies)
    per_turn = reading_minutes((heard + offered) / len(play.turns) + told) + _MINUTES_PER_REPLY
    opening = reading_minutes(_count(play.setting, play.content_note))
    debrief = len(play.debrief) * _MINUTES_PER_DEBRIEF
    return opening + per_turn * min(_USUAL_REPLIES, len(play.turns)) + debrief


def _count(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)
