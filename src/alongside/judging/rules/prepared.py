"""Rules for content notes: they stand before what is heavy, and say what it is."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.judging.places import Source, Spot
from alongside.judging.rules.asked import Asked, asked, choices, feedbacks
from alongside.judging.rules.pages import HEAVY
from alongside.judging.rules.registry import Found, rule
from alongside.judging.rules.role_plays import IN_DANGER
from alongside.judging.similar import words
from alongside.model import Question
from alongside.reading.load import Loaded

_SAYS_NOTHING = frozenset(
    "a about after an and any are at be before can care careful challenging come comes "
    "contains content conversation could deals describes difficult discomfort distress "
    "distressing disturbing emotional emotions feel feelings find for hard heavy here in "
    "intense is issues it lesson look material matters mature may maybe mentions might module "
    "moment moments note of on or page part parts people person play please question "
    "questions read reader readers role scene scenes sensitive some somebody someone speaks "
    "stories story strong student students subject subjects take talk that the theme themes "
    "there things this to topic topics touches tough trigger triggering triggers "
    "uncomfortable unpleasant upset upsetting warning will with you your yourself".split()
)
"""Words of which any note could be made; a single other one may say all: "A death." """


@rule("P134")
def content_notes_say_what_comes(loaded: Loaded) -> Iterator[Found]:
    """A content note says what comes, and not only that something may be hard.

    Name it plainly, so that one can choose: a death, a remark, a worry about money.
    """
    for thing, place, note in _notes(loaded):
        if set(words(note)) <= _SAYS_NOTHING:
            yield Found(thing, place, f"'{note}' names nothing.")


def _notes(loaded: Loaded) -> Iterator[tuple[Source, Spot, str]]:
    for page in loaded.pages.values():
        if page.front.content_note:
            yield page, ("content_note",), page.front.content_note
    for at in asked(loaded):
        if at.question.content_note:
            yield at.bank, (*at.path, "content_note"), at.question.content_note
    for play in loaded.role_plays.values():
        yield play, ("content_note",), play.content_note


@rule("Q134", needs=("_toc.yml", "modules", "front matter"))
def heavy_questions_say_so(loaded: Loaded) -> Iterator[Found]:
    """A question that speaks of suicide, self-harm or assault, or its page, says so first.

    Add `content_note:` to the question: what comes, and how long.
    """
    warned = {
        name
        for page in loaded.pages.values()
        if page.front.content_note
        for quiz in page.named("quiz")
        for name in loaded.questions_of(quiz)
    }
    for at in asked(loaded):
        told = at.question.content_note or at.id in warned
        said = "" if told else " / ".join(_said(at))
        if found := HEAVY.search(said) or IN_DANGER.search(said):
            yield at.found(f"'{found.group()}' comes without a content note.", "prompt")


def _said(at: Asked[Question]) -> Iterator[str]:
    yield at.question.prompt
    yield from (choice.text for choice in choices(at.question))
    yield from (text for text, _ in feedbacks(at.question))
