"""What a trainee fills in, one function for each kind of question."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, assert_never

from alongside.model.bank import (
    BestQuestion,
    MatchingQuestion,
    MultipleQuestion,
    OrderingQuestion,
    RateQuestion,
    ReflectQuestion,
    SingleQuestion,
    TrueFalseQuestion,
)
from alongside.render.html import text
from alongside.render.questions.keys import mixed, mixed_steps
from alongside.render.questions.parts import inline, split

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alongside.model.bank import Question


class Fields(NamedTuple):
    """The inside of a fieldset."""

    how: str
    """How to answer, as safe HTML; empty where the controls say it themselves."""
    html: str


def fields(question: Question) -> Fields:
    """Return what stands in the question's fieldset."""
    match question:
        case SingleQuestion() | BestQuestion() | MultipleQuestion():
            return _choices(question)
        case TrueFalseQuestion():
            sides = [("true", "True"), ("false", "False")]
            return Fields("", _options(question.id, "radio", sides))
        case OrderingQuestion():
            return _ordering(question)
        case MatchingQuestion():
            return _matching(question)
        case RateQuestion():
            return _rate(question)
        case ReflectQuestion():
            return _reflect(question)
        case _:
            assert_never(question)


def _choices(question: SingleQuestion | BestQuestion | MultipleQuestion) -> Fields:
    several = isinstance(question, MultipleQuestion)
    options = [(o.id, inline(o.text)) for o in mixed(question.options, question.id)]
    html = _options(question.id, "checkbox" if several else "radio", options)
    return Fields("Choose every one that fits." if several else "", html)


def _options(qid: str, control: str, options: Iterable[tuple[str, str]]) -> str:
    return "".join(
        f'<div class="al-option" data-option="{oid}"><input type="{control}" name="{qid}"'
        f' id="{qid}--{oid}" value="{oid}"><label for="{qid}--{oid}">{words}</label></div>'
        for oid, words in options
    )


def _ordering(question: OrderingQuestion) -> Fields:
    steps = mixed_steps(question)
    items = "".join(_step(question.id, step.id, inline(step.text)) for step in steps)
    return Fields("Put the first one at the top.", f'<ol class="al-steps">{items}</ol>')


def _step(qid: str, sid: str, words: str) -> str:
    name = f"{qid}--{sid}"
    moves = " ".join(
        f'<button type="button" data-move="{by}" id="{name}__{way}"'
        f' aria-labelledby="{name}__{way} {name}">Move {way}</button>'
        for way, by in (("up", -1), ("down", 1))
    )
    return (
        f'<li class="al-option" data-option="{sid}"><span class="al-words" id="{name}">{words}'
        f'</span> <span class="al-moves al-live" hidden>{moves}</span></li>'
    )


def _matching(question: MatchingQuestion) -> Fields:
    labels = mixed(question.labels, question.id)
    choices = '<option value="">Choose</option>' + "".join(
        f'<option value="{label.id}">{text(" ".join(split(label.text)))}</option>'
        for label in labels
    )
    items = "".join(
        f'<div class="al-option" data-option="{item.id}">'
        f'<label for="{question.id}--{item.id}">{inline(item.text)}</label>'
        f' <select id="{question.id}--{item.id}">{choices}</select></div>'
        for item in mixed(question.items, question.id)
    )
    # A select prints only what is chosen: on paper the labels stand as a list.
    listed = "".join(f"<li>{inline(label.text)}</li>" for label in labels)
    how = "Choose the label that fits each one. A label may fit several, or none."
    return Fields(how, f'<ul class="al-labels">{listed}</ul>{items}')


def _rate(question: RateQuestion) -> Fields:
    return Fields(
        "Rate each one.",
        "".join(
            f'<fieldset class="al-option" data-option="{response.id}">'
            f'<legend>{inline(response.text)}</legend><div class="al-scale">'
            f"{_scale(f'{question.id}--{response.id}', question.scale)}</div></fieldset>"
            for response in mixed(question.responses, question.id)
        ),
    )


def _scale(name: str, scale: Iterable[str]) -> str:
    return "".join(
        f'<span><input type="radio" name="{name}" id="{name}--{n}" value="{n}">'
        f'<label for="{name}--{n}">{inline(label)}</label></span>'
        for n, label in enumerate(scale, start=1)
    )


def _reflect(question: ReflectQuestion) -> Fields:
    qid = question.id
    limit = question.words
    count = f"About {limit} words is plenty." if limit else ""
    return Fields(
        "",
        f'<div class="al-own"><label for="{qid}__own">Your own words</label>'
        f'<textarea id="{qid}__own" rows="5" dir="auto" autocomplete="off"'
        f' aria-describedby="{qid}__count" maxlength="20000" data-words="{limit or 0}">'
        "</textarea>"
        f'<p class="al-count" id="{qid}__count">{count}</p>'
        f'<p class="al-keep al-live" hidden><input type="checkbox" id="{qid}__keep"'
        f' aria-describedby="{qid}__means"><label for="{qid}__keep">Keep on this device</label>'
        f'<span id="{qid}__means">Left off, your words are gone when you leave or reload this'
        " page. Ticked, this browser keeps them, and anyone who uses it could read them."
        " They are never sent anywhere.</span></p></div>",
    )
