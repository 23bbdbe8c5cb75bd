"""What a trainee fills in, one function for each kind of question."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from alongside.model.bank import (
    BestQuestion,
    DialQuestion,
    MatchingQuestion,
    MultipleQuestion,
    OrderingQuestion,
    RateQuestion,
    SingleQuestion,
    TrueFalseQuestion,
)
from alongside.model.own_words import (
    GaugeQuestion,
    IdeasQuestion,
    PlanQuestion,
    ReflectQuestion,
)
from alongside.render.html import paragraphs, split, text
from alongside.render.questions import fields_own
from alongside.render.questions.keys import mixed, mixed_steps
from alongside.render.questions.parts import Fields, inline, quoted, scale

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alongside.model.bank import Position, Question


def fields(question: Question) -> Fields:  # noqa: PLR0911 - one return for each kind
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
        case DialQuestion():
            return _dial(question)
        case ReflectQuestion() | GaugeQuestion() | IdeasQuestion() | PlanQuestion():
            return fields_own.fields(question)
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
            f"{scale(f'{question.id}--{response.id}', question.scale)}</div></fieldset>"
            for response in mixed(question.responses, question.id)
        ),
    )


def _dial(question: DialQuestion) -> Fields:
    """Return the settings from least to most, each with what is said and what comes back."""
    settings = "".join(_setting(question.id, position) for position in question.positions)
    return Fields(
        "From least to most. Try several: each lets you hear what comes back.",
        f'<div class="al-dial">{settings}</div><div class="al-heard" role="status"></div>',
    )


def _setting(qid: str, position: Position) -> str:
    name = f"{qid}--{position.id}"
    return (
        f'<div class="al-option" data-option="{position.id}"><input type="radio" name="{qid}"'
        f' id="{name}" value="{position.id}">'
        f'<label for="{name}">{inline(position.text)}</label>'
        '<div class="al-sounds"><p><strong>It sounds like this:</strong></p>'
        f"{quoted(position.sounds)}"
        f"<p><strong>What comes back:</strong></p>{paragraphs(position.answer)}</div></div>"
    )
