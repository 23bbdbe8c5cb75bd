"""The answering side: every mark and every reason, in words, folded up until wanted.

What unfolds it before the script is there, or without one, looks and is called as the button
that the script brings. The entries stand in the order of the options, so that the style sheet
can mark the one that was chosen.

``data-feedback`` names a piece of feedback so that the script can copy its words beside the
answer: the id of an option, step, item or response, or ``label:`` and the id of a label.
"""

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
from alongside.render.html import text
from alongside.render.questions import answers_own
from alongside.render.questions.keys import mixed, orders
from alongside.render.questions.parts import entry, inline

if TYPE_CHECKING:
    from alongside.model.asked import KeySource
    from alongside.model.bank import Question

_CREDIT = {1: "A strong choice", 0.5: "It helps in part", 0: "Not yet"}
_CHECK = {
    "reflect": "Show a model answer and self-check",
    "gauge": "Show what this may mean",
    "ideas": "I have my lines: what now?",
    "plan": "Make it a text",
}
"""Type → what its button says where nothing is checked."""
_HOLDS = {
    "reflect": "a model answer",
    "gauge": "what it may mean",
    "ideas": "what to do with your lines",
    "plan": "an example and questions",
}
"""Type → what stands behind its summary where that is no answer."""


def check(question: Question) -> str:
    """Return what the button says that shows the answer."""
    return _CHECK.get(question.type, "Check")


def answers(question: Question, number: int) -> str:
    """Return the folded answer and reasons of one question."""
    return (
        f'<details class="al-answer"><summary><span class="al-early">{check(question)}</span>'
        f'<span class="al-late">{_named(question, number)}</span></summary>'
        f"{_body(question)}</details>"
    )


def opened(question: Question, number: int) -> str:
    """Return the same unfolded, where nobody answers on the page."""
    return (
        f'<details open class="al-answer"><summary>{_named(question, number)}</summary>'
        f"{_body(question)}</details>"
    )


def _named(question: Question, number: int) -> str:
    return f"Question {number}: {_HOLDS.get(question.type, 'answer and reasons')}"


def _body(question: Question) -> str:  # noqa: PLR0911 - one return for each kind
    match question:
        case SingleQuestion():
            return _choices(question, "Best choice", "Not the best choice")
        case MultipleQuestion():
            return _choices(question, "It fits", "It does not fit")
        case TrueFalseQuestion():
            return _true_false(question)
        case OrderingQuestion():
            return _ordering(question)
        case MatchingQuestion():
            return _matching(question)
        case RateQuestion():
            return _rate(question)
        case BestQuestion():
            return _best(question)
        case DialQuestion():
            return _dial(question)
        case ReflectQuestion() | GaugeQuestion() | IdeasQuestion() | PlanQuestion():
            return answers_own.body(question)
        case _:
            assert_never(question)


def _choices(question: SingleQuestion | MultipleQuestion, right: str, wrong: str) -> str:
    entries = (
        entry(o.text, right if o.correct else wrong, o.feedback, o.id)
        for o in mixed(question.options, question.id)
    )
    return f"<dl>{''.join(entries)}</dl>"


def _true_false(question: TrueFalseQuestion) -> str:
    marks = ("Right", "Not right") if question.answer else ("Not right", "Right")
    return (
        f"<dl>{entry('True', marks[0], question.if_true, 'true')}"
        f"{entry('False', marks[1], question.if_false, 'false')}</dl>"
    )


def _ordering(question: OrderingQuestion) -> str:
    entries = (
        entry(s.text, f"Step {n}", s.feedback, s.id)
        for n, s in enumerate(question.steps, start=1)
    )
    texts = {step.id: step.text for step in question.steps}
    others = (
        "<p>This order is as good:</p><ol>"
        + "".join(f"<li>{inline(texts[step])}</li>" for step in order if step in texts)
        + "</ol>"
        for order in orders(question)[1:]
    )
    return f"<dl>{''.join(entries)}</dl>{''.join(others)}"


def _matching(question: MatchingQuestion) -> str:
    labels = {label.id: label.text for label in question.labels}
    items = (
        entry(i.text, labels.get(i.label, i.label), i.feedback, i.id)
        for i in mixed(question.items, question.id)
    )
    meanings = (entry(la.text, "", la.feedback, f"label:{la.id}") for la in question.labels)
    return f"<dl>{''.join(items)}</dl><p>What each label means:</p><dl>{''.join(meanings)}</dl>"


def _rate(question: RateQuestion) -> str:
    entries = (
        entry(r.text, question.scale[r.key - 1], r.feedback, r.id)
        for r in mixed(question.responses, question.id)
    )
    return f"<dl>{''.join(entries)}</dl>{_source(question.key_source)}"


def _best(question: BestQuestion) -> str:
    options = mixed(question.options, question.id)
    entries = (entry(o.text, _CREDIT[o.credit], o.feedback, o.id) for o in options)
    return f"<dl>{''.join(entries)}</dl>{_source(question.key_source)}"


def _dial(question: DialQuestion) -> str:
    entries = (entry(p.text, _CREDIT[p.credit], p.feedback, p.id) for p in question.positions)
    source = _source(question.key_source) if question.key_source else ""
    return f"<dl>{''.join(entries)}</dl>{source}"


def _source(source: KeySource) -> str:
    """Return who made the key and why; a panel is named only where there is one."""
    who = "The authors’" if source.method == "authors" else "A panel’s"
    read = f" Sources: {text(', '.join(source.sources))}." if source.sources else ""
    why = inline(source.reasons)
    return f'<p class="al-key-source">{who} view, and why: {why}{read}</p>'
