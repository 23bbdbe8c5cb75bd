"""What the directives of a page show, as Markdown made from the same values of the course."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from alongside.render import campus as campus_html
from alongside.render.course import NOT_WRITTEN, SHOWN, alone, module_page
from alongside.render.observed import HEADS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from alongside.model import Campus, Checklist, Course, HelpLine, Module
    from alongside.render.lessons import Lesson

NEW_PARAGRAPH = "\n\n"
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$])")


def plain(words: str) -> str:
    """Return words as one line in which Markdown finds no marks."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


def outcomes(module: Module, course: Course) -> str:
    """Return what a trainee will be able to do, how long it takes and what comes first."""
    can = (plain(one.can) + (SHOWN if one.doing else "") for one in module.outcomes)
    titles = {one.id: one.title for one in course.modules}
    needed = ", ".join(plain(titles.get(one, one)) for one in module.needs)
    times = module.minutes
    facts = (
        f"**By yourself:** {alone(times)}",
        f"**With a group:** a session of {times.core} minutes (core) or {times.full} (full)",
        f"**Comes after:** {needed or 'nothing: you can start here'}",
    )
    return f"You will be able to:\n\n{_items(can)}\n\n{NEW_PARAGRAPH.join(facts)}"


def lessons(found: Iterable[Lesson]) -> str:
    """Return the parts of a module in their order."""
    rows = (
        f"{n}. {plain(one.title)}{f' ({one.told})' if one.told else ''}"
        for n, one in enumerate(found, 1)
    )
    return "\n".join(["The parts, in order:", "", *rows])


def modules(course: Course, pages: Collection[str]) -> str:
    """Return all modules in order; planned ones are shown as planned."""
    rows = []
    for number, module in enumerate(course.modules, 1):
        planned = "" if module_page(module.id) in pages else f" ({NOT_WRITTEN})"
        rows.append(f"{number}. **{plain(module.title)}**{planned}: {plain(module.aim)}")
    return "\n".join(rows)


def checklist(value: Checklist) -> str:
    """Return the observed checklist as a table."""
    head = (*HEADS, "Seen")
    rows = [
        (plain(one.skill), plain(one.harmful), plain(one.basic), plain(one.advanced), " ")
        for one in value.lines
    ]
    table = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in table)


def limits(campus: Campus) -> str:
    """Return the limits of confidentiality, each with the date somebody confirmed it."""
    rows = (f"{plain(one.says)} {_confirmed(one.checked)}" for one in campus.limits)
    return _items(rows) or campus_html.NOT_FILLED


def help_now(campus: Campus) -> str:
    """Return every line of help, with how to reach it."""
    return _items(_line(line) for line in campus.lines)


def one_line_of_help(campus: Campus) -> str:
    """Return the line of help that every printed page ends with."""
    return plain(unescape(campus_html.printed_line(campus)))


def _line(line: HelpLine) -> str:
    ways = [f"call {campus_html.spoken_number(line.call)}"] if line.call else []
    ways += [f"text {campus_html.spoken_number(line.text)}"] if line.text else []
    ways += [f"chat at <{line.chat}>"] if line.chat else []
    ways += [f"open <{line.web}>"] if line.web else []
    told = f"{plain(line.who_for)} {plain(line.hours)} {plain(line.cost)}"
    return f"**{plain(line.name)}:** {', '.join(ways)}. {told} {_confirmed(line.checked)}"


def _confirmed(checked: date | None) -> str:
    return f"*({f'confirmed on {checked}' if checked else 'not confirmed by anybody yet'})*"


def _items(rows: Iterable[str]) -> str:
    return "\n".join(f"- {row}" for row in rows)
