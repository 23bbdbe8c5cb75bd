"""What a trainee fills in for themselves: words, a gauge, a list, a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from alongside.model.own_words import (
    GaugeQuestion,
    IdeasQuestion,
    PlanQuestion,
    ReflectQuestion,
)
from alongside.render.html import split, text
from alongside.render.questions.parts import Fields, inline, quoted, scale

if TYPE_CHECKING:
    from alongside.model.own_words import PlanPart

MOST_LINES = 20
"""As many lines as a list of ideas can have."""


def fields(
    question: ReflectQuestion | GaugeQuestion | IdeasQuestion | PlanQuestion,
) -> Fields:
    """Return what stands in the fieldset of one activity for oneself."""
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


def _reflect(question: ReflectQuestion) -> Fields:
    """Return the box for a trainee's own words, with what it starts from, if anything."""
    qid, start = question.id, question.start_from
    before = after = ""
    if start:
        before = f'<div class="al-start"><p>Start from this:</p>{quoted(start)}</div>'
        after = (
            '<p class="al-live" hidden><button type="button" data-do="restart">Put the first'
            ' words back</button> <button type="button" data-do="mine" hidden>Bring my own'
            " words back</button></p>"
        )
    # A line break right after the tag is dropped by HTML: it keeps one that begins the words.
    return Fields(
        "",
        f'{before}<div class="al-own"><label for="{qid}__own">Your own words</label>'
        f'<textarea id="{qid}__own" rows="5" dir="auto" autocomplete="off"'
        f' aria-describedby="{qid}__count" maxlength="20000"'
        f' data-words="{question.words or 0}">'
        f"\n{text(start or '')}</textarea>"
        f'<p class="al-count" id="{qid}__count">{_plenty(question.words)}</p>'
        f"{after}{_keep(qid, 'your words are', 'keeps them')}</div>",
    )


def _plenty(limit: int | None) -> str:
    return f"About {limit} words is plenty." if limit else ""


def _keep(qid: str, what: str, keeps: str) -> str:
    """Return the box to tick for keeping, with what it means."""
    return (
        f'<p class="al-keep al-live" hidden><input type="checkbox" id="{qid}__keep"'
        f' aria-describedby="{qid}__means"><label for="{qid}__keep">Keep on this device</label>'
        f'<span id="{qid}__means">Left off, {what} gone when you leave or reload this'
        f" page. Ticked, this browser {keeps}, and anyone who uses it could read them."
        " They are never sent anywhere.</span></p>"
    )


def _gauge(question: GaugeQuestion) -> Fields:
    """Return a place on the scale for each statement, in the order of the bank."""
    qid = question.id
    statements = "".join(
        f'<fieldset class="al-option" data-option="{one.id}">'
        f"<legend>{inline(one.text)}</legend>"
        f'<div class="al-scale">{scale(f"{qid}--{one.id}", question.scale)}</div></fieldset>'
        for one in question.statements
    )
    kept = _keep(qid, "your choices are", "keeps them")
    return Fields("For you alone: nobody sees what you choose.", statements + kept)


def _ideas(question: IdeasQuestion) -> Fields:
    """Return lines to write on; those beyond the least wait until they are wanted."""
    qid, least = question.id, question.at_least
    lines = "".join(_line(qid, n, hidden=n > least) for n in range(1, MOST_LINES + 1))
    more = (
        '<p class="al-live" hidden><button type="button" data-do="more">Add a line</button></p>'
    )
    return Fields(
        f"At least {least} lines. Gather first: nothing is judged yet.",
        f'<ol class="al-lines" data-least="{least}">{lines}</ol>'
        f'<p class="al-count al-live" id="{qid}__count" hidden>0 of {least} lines so far.</p>'
        f"{more}"
        f"{_keep(qid, 'your lines are', 'keeps them')}",
    )


def _line(qid: str, number: int, *, hidden: bool) -> str:
    name = f"{qid}__line-{number}"
    return (
        f'<li class="al-line"{" hidden" if hidden else ""}>'
        f'<label id="{name}-label" for="{name}">Line {number}</label>'
        f'<input type="text" id="{name}" dir="auto" autocomplete="off" maxlength="300"'
        f' aria-describedby="{qid}__count"> <button type="button" class="al-live" hidden'
        f' data-do="remove" id="{name}-out" aria-labelledby="{name}-out {name}-label">Remove'
        "</button></li>"
    )


def _plan(question: PlanQuestion) -> Fields:
    """Return a form of several parts."""
    parts = "".join(_part(question.id, part) for part in question.parts)
    kept = _keep(question.id, "your plan is", "keeps your words")
    return Fields("", f'<div class="al-form">{parts}</div>{kept}')


def _part(qid: str, part: PlanPart) -> str:
    name = f"{qid}--{part.id}"
    hint = f'<p class="al-how" id="{name}__hint">{inline(part.hint)}</p>' if part.hint else ""
    limit = _plenty(part.words)
    count = f'<p class="al-count" id="{name}__count">{limit}</p>' if limit else ""
    told = " ".join([f"{name}__hint"] * bool(hint) + [f"{name}__count"] * bool(count))
    tells = f' aria-describedby="{told}"' if told else ""
    own = (
        f'id="{name}" rows="2" dir="auto" autocomplete="off" maxlength="2000"'
        f' data-words="{part.words or 0}"{tells}'
    )
    if part.choices:
        inside = _chosen(name, part) + f'<textarea {own} aria-labelledby="{name}__label'
        inside += f' {name}__own"></textarea>'
        label = f'<p class="al-label" id="{name}__label">{inline(part.label)}</p>'
    else:
        inside = f"<textarea {own}></textarea>"
        label = f'<label class="al-label" for="{name}">{inline(part.label)}</label>'
    return f'<div class="al-part" data-option="{part.id}">{label}{hint}{inside}{count}</div>'


def _chosen(name: str, part: PlanPart) -> str:
    """Return a list to choose from, also as words for paper, and the label of one's own."""
    offered = "".join(
        f"<option>{text(' '.join(split(choice)))}</option>" for choice in part.choices
    )
    listed = "".join(f"<li>{inline(choice)}</li>" for choice in part.choices)
    return (
        f'<label class="al-choose" id="{name}__choose" for="{name}__choice">Choose one'
        f'</label><select id="{name}__choice"'
        f' aria-labelledby="{name}__label {name}__choose"><option value="">None of these'
        f'</option>{offered}</select><ul class="al-labels">{listed}</ul>'
        f'<label id="{name}__own" for="{name}">Or in your own words</label>'
    )


def sheet(question: PlanQuestion) -> str:
    """Return the empty place of the text a plan becomes, with what can be done with it."""
    qid, closing = question.id, "\n\n".join(split(question.closing))
    return (
        f'<div class="al-sheet" role="group" aria-labelledby="{qid}__sheet" hidden>'
        f'<p id="{qid}__sheet"><strong>Your plan as a text</strong></p>'
        f'<pre class="al-text" dir="auto" data-title="{text(question.title)}"'
        f' data-closing="{text(closing)}"></pre>'
        '<p class="al-takes"><button type="button" data-do="print">Print it alone</button>'
        ' <button type="button" data-do="copy">Copy it</button>'
        f' <button type="button" data-do="save" data-file="{qid}.txt">Save it as a file'
        '</button></p><p class="al-said" role="status"></p></div>'
    )
