"""The other side of one's own words: examples and questions, never a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from alongside.model.own_words import (
    GaugeQuestion,
    IdeasQuestion,
    PlanQuestion,
    ReflectQuestion,
)
from alongside.render.html import paragraphs
from alongside.render.questions.parts import entry, inline, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alongside.model.own_words import Notice


def body(
    question: ReflectQuestion | GaugeQuestion | IdeasQuestion | PlanQuestion,
) -> str:
    """Return the examples and questions of one activity for oneself."""
    match question:
        case ReflectQuestion():
            return _reflect(question)
        case GaugeQuestion():
            return _gauge(question)
        case IdeasQuestion():
            return _ideas(question)
        case PlanQuestion():
            return _plan(question)
        case _:
            assert_never(question)


def _reflect(question: ReflectQuestion) -> str:
    """Return good answers, what one may notice, and what to look for."""
    others = "".join(quoted(answer) for answer in question.other_answers)
    as_good = f"<p>As good, in other words:</p>{others}" if others else ""
    return (
        f"<p>One good answer among many:</p>{quoted(question.model_answer)}{as_good}"
        f"{_notices(question.notices)}{_checks(question.self_check, 'your own words')}"
    )


def _checks(checks: Iterable[str], what: str) -> str:
    listed = "".join(f"<li>{inline(check)}</li>" for check in checks)
    return f"<p>Look at {what}:</p><ul>{listed}</ul>"


def _notices(notices: Iterable[Notice]) -> str:
    """Return each notice with when it is for you; the script shows those that are."""
    entries = "".join(entry(_when(one), "", one.says, f"notice:{one.id}") for one in notices)
    return f'<dl class="al-notices">{entries}</dl>' if entries else ""


def _when(notice: Notice) -> str:
    listed = ", ".join(f"“{word}”" for word in notice.finds or notice.misses or ())
    return f"{'With' if notice.finds else 'Without'} {listed} in your words:"


def _gauge(question: GaugeQuestion) -> str:
    """Return what each whole may mean, and what to think of where one thing weighs."""
    heavier = " or ".join(f"“{label}”" for label in question.scale[2:])
    said = question.readings
    wholes = (
        (f"Nothing at {heavier}:", said.light, "light"),
        (f"Something at {heavier}, and less than half:", said.some, "some"),
        (f"Half or more at {heavier}:", said.heavy, "heavy"),
    )
    readings = "".join(
        entry(when, "", words, f"reading:{name}") for when, words, name in wholes
    )
    each = "".join(entry(one.text, "", one.when_high, one.id) for one in question.statements)
    return f"<dl>{readings}</dl><p>Where you chose {inline(heavier)}:</p><dl>{each}</dl>"


def _ideas(question: IdeasQuestion) -> str:
    """Return what to do with the lines, what others wrote, and what to look for."""
    examples = "".join(entry(one.text, "", one.feedback, one.id) for one in question.examples)
    return (
        f"{paragraphs(question.then)}<p>Lines that others might have, each judged:</p>"
        f"<dl>{examples}</dl>{_checks(question.self_check, 'your own lines')}"
    )


def _plan(question: PlanQuestion) -> str:
    """Return an example of the whole, its last line, and what to look for."""
    parts = "".join(entry(part.label, "", part.model, part.id) for part in question.parts)
    return (
        f"<p>An example, one among many:</p><p><strong>{inline(question.title)}</strong></p>"
        f"<dl>{parts}</dl>{paragraphs(question.closing)}"
        f"{_checks(question.self_check, 'your plan')}"
    )
