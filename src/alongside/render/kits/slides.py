"""The slides of a session: what is said to the room, large; what leaders do, underneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.render.html import element, items, text
from alongside.render.run_sheet import GROUPS, KINDS, OTHER, clock

if TYPE_CHECKING:
    from alongside.sessions.clock import Part, Session


def slides(value: Session, title: str) -> str:
    """Return the slides, one section each; they can be paged through without a script.

    Args:
        value: The session.
        title: The module's name.

    """
    sheet = value.sheet
    first = element(
        "section",
        element("h2", text(title)),
        element("p", f"{sheet.minutes} minutes, with breaks"),
        element("p", "You may pass, watch or stop at any time."),
        class_="al-slide",
    )
    total = len(value.parts)
    return first + "".join(_slide(part, at, total) for at, part in enumerate(value.parts, 1))


def _slide(part: Part, number: int, total: int) -> str:
    step = part.step
    heading = element("h2", text(step.title))
    groups = "" if step.kind == "break" else f"{GROUPS[step.groups]}, "
    notes = [
        ("Clock", f"{clock(part.start)} to {clock(part.end)}, {KINDS[step.kind]}"),
        ("People", items(map(text, step.do))),
        (f"{OTHER[part.lead]} meanwhile", text(step.other)),
        ("Watch for", items(map(text, step.watch_for))),
        ("If late", text(step.late or "")),
    ]
    rows = "".join(f"<dt>{name}</dt><dd>{told}</dd>" for name, told in notes if told)
    summary = element("summary", f"Notes for the leaders, slide {number} of {total}")
    return element(
        "section",
        heading,
        "".join(f"<p>{text(line)}</p>" for line in step.say),
        element("p", f"{groups}{part.minutes} minutes", class_="al-slide-time"),
        element("details", summary, element("dl", rows), class_="al-slide-notes"),
        class_="al-slide",
    )
