"""The observed checklist to be marked on the phone of whoever was watched.

The paper table beside it says the same. The marks stay on that phone: the trainee sees them
first, and a facilitator's sign-off joins them there, in the trainee's own record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.render.html import element, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from alongside.model import Checklist
    from alongside.model.course import ChecklistLine

HEADS = ("Skill", "Harmful: count these first", "Basic", "Advanced")
"""What stands over the columns of the checklist, wherever it is a table."""
LEVELS = (
    ("H", "Harmful act seen"),
    ("1", "Not shown"),
    ("2", "Part of the basic line"),
    ("3", "All of the basic line"),
    ("4", "Basic and advanced"),
)
"""Mark → its words. Harm counts apart from skill (Kohrt and others 2015)."""
_READY = {
    "basic": "Every basic line was seen and nothing harmful. A facilitator can sign it off.",
    "begun": "Every line was at least begun, nothing harmful. A facilitator can sign it off.",
}
_ENOUGH = {"begun": 2, "basic": 3}
"""What is enough on every line → the lowest mark of it."""
_VERDICTS = (
    ("open", "Some lines were not marked, or not yet seen. Another day, as often as it takes."),
    (
        "harm",
        (
            "A harmful act was marked. Talk it over with your facilitator before you try "
            "again; it happens, and it can be mended."
        ),
    ),
)


def observed(value: Checklist, course_id: str, roles: Mapping[str, str]) -> str:
    """Return an element for everybody, or one for each role whose lines differ.

    Without its script it shows nothing.

    Args:
        value: The checklist.
        course_id: Begins the name under which the browser keeps the marks.
        roles: Role id → its name.

    """
    asked = dict.fromkeys(line.role for line in value.lines if line.role)
    if not asked:
        return _sheet(value, value.module, value.lines, course_id, "")
    return "".join(
        _sheet(
            value,
            f"{value.module}-{role}",
            [line for line in value.lines if line.role in {None, role}],
            course_id,
            f": {roles.get(role, role)}",
        )
        for role in asked
    )


def _sheet(
    value: Checklist, name: str, lines: Sequence[ChecklistLine], course_id: str, whose: str
) -> str:
    verdicts = "".join(
        element("p", text(words), data_verdict=verdict, hidden=True)
        for verdict, words in (("ready", _READY[value.enough]), *_VERDICTS)
    )
    inside = (
        '<p><button type="button" data-do="open">'
        f"Mark it on this phone{text(whose)}</button></p>"
        '<div class="al-told" role="status"></div>'
        '<form class="al-observed" autocomplete="off" hidden>'
        '<h3 tabindex="-1">What did you see?</h3>'
        "<p>This is the phone of the person you watched. Harmful acts first, then skill. What "
        "you did not see stays open.</p>"
        '<p data-show="before" hidden>There are marks already. What you mark now takes their '
        "place, and the place of a sign-off.</p>"
        f"{''.join(_line(name, line) for line in lines)}"
        '<p><button type="submit">Done: hand the phone back</button> '
        '<button type="button" data-do="leave">Go back, and mark nothing</button></p></form>'
        '<section data-show="seen" hidden><h3 tabindex="-1">What was seen</h3>'
        "<p>You see this first. It is on this phone and nowhere else.</p>"
        f'<ul></ul>{verdicts}<p><button type="button" data-do="again">Mark it again</button> '
        '<button type="button" data-do="show">Show it to a facilitator</button></p>'
        '<form class="al-sign" autocomplete="off" hidden>'
        f'<p><label for="sign-{name}">Facilitator, your name</label> '
        f'<input id="sign-{name}" maxlength="80" required autocomplete="off"></p>'
        '<p><button type="submit">Sign off</button></p></form>'
        '<p data-show="signed" role="status"></p></section>'
        '<span data-word="signed">Signed off by</span>'
        '<span data-word="unmarked">not marked</span>'
    )
    return element(
        "alongside-observed",
        f"<template>{inside}</template>",
        data_module=name,
        data_course=course_id,
        data_enough=str(_ENOUGH[value.enough]),
    )


def _line(module: str, line: ChecklistLine) -> str:
    name = f"seen-{module}-{line.id}"
    looks = (("Harmful", line.harmful), ("Basic", line.basic), ("Advanced", line.advanced))
    rows = "".join(f"<dt>{word}</dt><dd>{text(what)}</dd>" for word, what in looks)
    choices = "".join(
        f'<p><input type="radio" name="{name}" id="{name}-{mark}" value="{mark}">'
        f' <label for="{name}-{mark}">{mark}: {words}</label></p>'
        for mark, words in LEVELS
    )
    return (
        f'<fieldset data-line="{line.id}"><legend>{text(line.skill)}</legend>'
        f"<details><summary>What to look for</summary><dl>{rows}</dl></details>"
        f"{choices}</fieldset>"
    )
