"""The asking side: one form for each question, usable and printable without scripts.

Ids of the form's own parts end in ``__name``: a slug holds no underscore, so that no option
called "error" can take them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from alongside.model.own_words import OwnWords, PlanQuestion
from alongside.render.html import paragraphs, split, text
from alongside.render.questions.answers import answers, check
from alongside.render.questions.fields import fields
from alongside.render.questions.fields_own import sheet
from alongside.render.questions.keys import content_hash
from alongside.render.questions.parts import inline

if TYPE_CHECKING:
    from alongside.model.bank import Question


class Place(NamedTuple):
    """Where a question stands."""

    number: int
    last: int | None
    """The number of the last question, where the trainee meets all of them here."""
    confidence: bool
    """Whether to ask "how sure are you?"."""


def ask(question: Question, place: Place) -> str:
    """Return the form of one question.

    The number stands before the moment, and names the group together with the legend.
    ``method="dialog"`` outside a dialog sends nothing anywhere, so that Enter without
    scripts neither reloads the page nor puts an answer into its address.
    """
    qid = question.id
    *scene, asked = split(question.prompt)
    note = question.content_note
    told = f'<p class="al-note">Content note: {inline(note)}</p>' if note else ""
    before = (
        f'<div id="{qid}__scene">{"".join(f"<p>{text(part)}</p>" for part in scene)}</div>'
        if scene
        else ""
    )
    inside = fields(question)
    return (
        f'<form class="al-question" id="q-{qid}" data-question="{qid}"'
        f' data-type="{question.type}" data-hash="{content_hash(question)}"'
        f' method="dialog" role="presentation" novalidate autocomplete="off">'
        f'<div class="al-asked"><p class="al-number" id="{qid}__number">{_number(place)}</p>'
        f'<p class="al-changed" hidden></p>{told}'
        f'<div class="al-problem" role="group" aria-labelledby="{qid}__problem" tabindex="-1"'
        f' hidden><div id="{qid}__problem"></div></div>{before}'
        f'<fieldset aria-labelledby="{qid}__number {qid}__asked"'
        f' aria-describedby="{_described(qid, before, inside.how)}">'
        f'<legend id="{qid}__asked">{text(asked)}</legend>'
        f"{_how(qid, inside.how)}"
        f'<p class="al-error" id="{qid}__error" hidden></p>{inside.html}</fieldset>'
        f"{_hints(question)}{_sure(question, place)}{_actions(question)}"
        f'<div class="al-result" role="status"></div>{_sheet(question)}</div>'
        f"{answers(question, place.number)}</form>"
    )


def _sheet(question: Question) -> str:
    return sheet(question) if isinstance(question, PlanQuestion) else ""


def _number(place: Place) -> str:
    return f"Question {place.number}{f' of {place.last}' if place.last else ''}."


def _described(qid: str, before: str, how: str) -> str:
    """Return the ids of what a screen reader reads with the group: moment, how, problem."""
    names = [("scene", before), ("how", how), ("error", "always")]
    return " ".join(f"{qid}__{name}" for name, there in names if there)


def _how(qid: str, how: str) -> str:
    return f'<p class="al-how" id="{qid}__how">{how}</p>' if how else ""


def _hints(question: Question) -> str:
    many = len(question.hints)
    return "".join(
        f'<details class="al-hint"><summary>Hint{f" {n} of {many}" if many > 1 else ""}'
        f"</summary>{paragraphs(hint)}</details>"
        for n, hint in enumerate(question.hints, start=1)
    )


def _sure(question: Question, place: Place) -> str:
    if not place.confidence or isinstance(question, OwnWords):
        return ""
    name = f"{question.id}__sure"
    return (
        f'<p class="al-sure al-live" hidden><label for="{name}">How sure are you? (optional,'
        f' never counts)</label> <select id="{name}"><option value="">No answer</option>'
        '<option value="1">Not sure</option><option value="2">Fairly sure</option>'
        '<option value="3">Very sure</option></select></p>'
    )


def _actions(question: Question) -> str:
    return (
        '<div class="al-actions al-live" hidden>'
        f'<button type="submit" data-do="check">{check(question)}</button>'
        ' <button type="button" data-do="retry" hidden>Try again</button></div>'
    )
