"""Rules for time: stated minutes are honest."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.judging.rules.pages import lessons
from alongside.judging.rules.registry import Found, rule
from alongside.judging.timing import (
    honest,
    question_minutes,
    reading_minutes,
    role_play_minutes,
)
from alongside.model import Module
from alongside.model.course import Depth
from alongside.reading.load import COURSE, Loaded
from alongside.reading.pages import Page

WORDS_PER_ACTIVITY = 800
_STATED: dict[str, Depth] = {"self_study": "self-study", "self_study_full": "full"}
"""Where the minutes alone are stated, and for which depth; a core session adds no reading."""


def page_minutes(loaded: Loaded, page: Page) -> float:
    """Return the minutes a trainee needs for the page: reading, questions and role-plays."""
    minutes = reading_minutes(page.words)
    for quiz in page.named("quiz"):
        bank = loaded.banks.get(quiz.argument.strip())
        chosen = set(loaded.questions_of(quiz))
        minutes += sum(
            question_minutes(q) for q in (bank.questions if bank else ()) if q.id in chosen
        )
    for directive in page.named("role-play"):
        play = loaded.role_plays.get(directive.argument.strip())
        minutes += play.minutes if play else 0
    return minutes


def module_minutes(loaded: Loaded, module: str, depth: Depth) -> float:
    """Return the minutes of self-study in the module, for the role that has most of it."""
    pages = [p for n, p in loaded.pages.items() if n.startswith(f"modules/{module}/")]
    each = [(page.front, page_minutes(loaded, page)) for page in pages]
    roles = {role for front, _ in each for role in front.roles} or {""}
    return max(sum(m for front, m in each if front.asked_of(role, depth)) for role in roles)


def alone_minutes(loaded: Loaded, module: Module) -> dict[str, tuple[int, float]]:
    """Return the minutes alone in the module by their key: those stated, and those computed."""
    return {
        key: (module.minutes.alone(depth), module_minutes(loaded, module.id, depth))
        for key, depth in _STATED.items()
    }


@rule("T101", needs=("quizzes", "role_plays"))
def lesson_minutes_are_honest(loaded: Loaded) -> Iterator[Found]:
    """The minutes of a lesson lie between 90 % and 125 % of the computed ones.

    Write the computed minutes.
    """
    for _, page in lessons(loaded):
        computed = page_minutes(loaded, page)
        if page.front.minutes and not honest(page.front.minutes, computed):
            detail = f"{page.front.minutes} minutes are stated; {computed:.0f} are computed."
            yield Found(page, ("minutes",), detail)


@rule("T102", needs=("_toc.yml", "modules", "quizzes", "role_plays", "front matter"))
def module_minutes_are_honest(loaded: Loaded) -> Iterator[Found]:
    """The self-study minutes of a written module match what its depths ask to be read.

    Write the computed minutes in `course.yml`; tracks and floors follow by themselves.
    """
    for at, module in enumerate(loaded.modules):
        if module.status != "written":
            continue
        for key, (stated, computed) in alone_minutes(loaded, module).items():
            if not honest(stated, computed):
                given = key if getattr(module.minutes, key) is not None else "self_study"
                detail = f"{stated} minutes are stated; {computed:.0f} are computed for {key}."
                yield Found(COURSE, ("modules", at, "minutes", given), detail)


@rule("T103")
def role_play_minutes_are_honest(loaded: Loaded) -> Iterator[Found]:
    """The minutes of a role-play match a thoughtful path through it and its debrief.

    Write the computed minutes.
    """
    for play in loaded.role_plays.values():
        computed = role_play_minutes(play)
        if not honest(play.minutes, computed):
            detail = f"{play.minutes} minutes are stated; {computed:.0f} are computed."
            yield Found(play, ("minutes",), detail)


@rule("T104", warning=True)
def practice_is_never_far(loaded: Loaded) -> Iterator[Found]:
    """A lesson has something to do at least every 800 words.

    Place a question after each idea.
    """
    for _, page in lessons(loaded):
        todo = len(page.named("quiz", "role-play"))
        if page.words > WORDS_PER_ACTIVITY * (todo + 1):
            yield Found(page, 1, f"{page.words} words with {todo} activities.")
