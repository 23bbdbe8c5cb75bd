"""A session as HTML: its plan in one table, then each step with all that the leaders need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.render.html import element, items, link, table, text
from alongside.sessions.clock import net_minutes, practised, spare

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from alongside.model import Sheet
    from alongside.model.run_sheet import Material
    from alongside.sessions.clock import Part, Session

KINDS = {
    "open": "opening",
    "show": "we show",
    "talk": "all talk",
    "practice": "people practise",
    "debrief": "looking back",
    "break": "break",
    "close": "closing",
}
GROUPS = {"everyone": "Everyone together", "threes": "In threes", "alone": "Each alone"}
OTHER = {"A": "B", "B": "A"}


def clock(minutes: int) -> str:
    """Return minutes from the start as ``1:05``."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def session(
    value: Session, address: Callable[[str], str | None], role_play_page: Mapping[str, str]
) -> str:
    """Return the session.

    Args:
        value: The session.
        address: Name of a page → its address from here.
        role_play_page: Id of a role-play → name of the page that holds it.

    """
    shown = _Shown(value, address, role_play_page)
    return element(
        "div",
        _facts(value),
        _materials(value),
        _plan(value.sheet, value.parts),
        _session_clock(value.sheet),
        *(shown.step(part) for part in value.parts),
        class_="al-session",
        data_minutes=str(value.sheet.minutes),
    )


def _session_clock(sheet: Sheet) -> str:
    """Return the clock of the session: what its script shows, in one ``<template>``."""
    title = f"clock-{sheet.id}"
    lanes = "".join(f'<dt>{lane}</dt><dd data-show="{lane}"></dd>' for lane in OTHER)
    buttons = "".join(
        f'<button type="button" data-do="{do}">{words}</button>'
        for do, words in (("back", "Back"), ("rest", "Pause"), ("next", "Next step"))
    )
    inside = (
        f'<button type="button" data-do="open">Run the {text(sheet.id)} session by the clock'
        "</button>"
        f'<dialog class="al-clock" aria-labelledby="{title}">'
        f'<h2 id="{title}" tabindex="-1" data-show="title"></h2>'
        '<p class="al-clock-time" data-show="time"></p><p data-show="late"></p>'
        f'<dl class="al-lanes">{lanes}</dl><p>Next: <span data-show="after"></span></p>'
        f'<p class="al-clock-do">{buttons}'
        '<button type="button" data-do="close">Close</button></p></dialog>'
        '<span data-word="of">of</span><span data-word="on">on time</span>'
        '<span data-word="over">minutes late</span><span data-word="under">minutes early</span>'
        '<span data-word="leads">leads</span><span data-word="done">the end</span>'
        '<span data-word="paused">paused</span>'
    )
    return f"<alongside-session-clock><template>{inside}</template></alongside-session-clock>"


def _facts(value: Session) -> str:
    sheets, sheet, parts = value.sheets, value.sheet, value.parts
    time = (
        f"{sheet.minutes} minutes, {net_minutes(parts)} of them without breaks; people "
        f"practise for {practised(parts):.0%} of these. {spare(parts)} minutes can go "
        "if you run late."
    )
    facts = (
        ("Choose it", text(sheet.when)),
        ("Time", time),
        ("Room", text(sheets.room)),
        ("Video call", text(sheets.call)),
    )
    rows = "".join(f"<div><dt>{name}</dt><dd>{told}</dd></div>" for name, told in facts)
    return element("dl", rows, class_="al-facts")


def _materials(value: Session) -> str:
    rows = [_material(one) for one in value.materials.values()]
    return f"<p>Have ready:</p>{items(rows)}" if rows else ""


def _material(one: Material) -> str:
    online = f" On a call: {text(one.online)}" if one.online else ""
    return text(one.what) + online


def _plan(sheet: Sheet, parts: Sequence[Part]) -> str:
    heads = ("From", "Minutes", "Step", "A", "B", "If late")
    rows = "".join(_row(sheet, part) for part in parts)
    # A caption names the region for who listens, and a page shows several sessions.
    caption = f"At a glance: {sheet.id}, {sheet.minutes} minutes"
    return table(heads, rows, caption=caption, class_="al-scroll al-plan-table")


def _row(sheet: Sheet, part: Part) -> str:
    step = link(f"#{_anchor(sheet.id, part)}", part.step.title)
    kind = element("small", KINDS[part.step.kind])
    led = {part.lead: "leads", OTHER[part.lead]: "follows"}
    late = "stays" if part.at_least == part.minutes else f"{part.at_least} at least"
    late = "may go" if part.at_least == 0 else late
    return (
        f"<tr><td>{clock(part.start)}</td><td>{part.minutes}</td>"
        f'<th scope="row">{step}<br>{kind}</th>'
        f"<td>{led['A']}</td><td>{led['B']}</td><td>{late}</td></tr>"
    )


def _anchor(sheet: str, part: Part) -> str:
    # A step such as the break may come twice in one session.
    return f"{sheet}-{part.step.id}-{part.start}"


class _Shown:
    """What is the same for every step of one session."""

    def __init__(
        self,
        value: Session,
        address: Callable[[str], str | None],
        role_play_page: Mapping[str, str],
    ) -> None:
        self.sheet, self.materials = value.sheet.id, value.materials
        self.address, self.role_play_page = address, role_play_page

    def step(self, part: Part) -> str:
        """Return one step."""
        step = part.step
        heading = element(
            "h3",
            element("span", f"{clock(part.start)}–{clock(part.end)}", class_="al-when"),
            f" {text(step.title)}",
        )
        told = [
            ("Why", text(step.purpose)),
            (f"{part.lead} leads", _say(step.say)),
            (f"{OTHER[part.lead]} meanwhile", text(step.other)),
            ("People", f"{GROUPS[step.groups]}.{items(map(text, step.do))}"),
            ("Have ready", items(_material(self.materials[n]) for n in step.materials)),
            ("Open", self._links(step.lesson, step.role_play)),
            ("Watch for", items(map(text, step.watch_for))),
            ("Access", text(step.access or "")),
            ("On a call", text(step.online or "")),
            ("If late", _late(part)),
        ]
        rows = "".join(
            f"<div><dt>{name}</dt><dd>{words}</dd></div>" for name, words in told if words
        )
        return element(
            "section",
            heading,
            element("dl", rows, class_="al-step-facts"),
            class_=f"al-step al-step-{step.kind}",
            id=_anchor(self.sheet, part),
            data_title=step.title,
            data_minutes=str(part.minutes),
            data_lead=part.lead,
            data_other=step.other,
        )

    def _links(self, lesson: str | None, role_play: str | None) -> str:
        pages = [lesson, self.role_play_page.get(role_play or "")]
        words = ("the lesson", "the role-play")
        found = [
            link(href, name)
            for page, name in zip(pages, words, strict=True)
            if page and (href := self.address(page))
        ]
        return ", ".join(found)


def _say(lines: Sequence[str]) -> str:
    return "".join(f'<p class="al-say">“{text(line)}”</p>' for line in lines)


def _late(part: Part) -> str:
    if part.at_least == part.minutes:
        return ""
    how = "leave it out" if part.at_least == 0 else f"cut it to {part.at_least} minutes"
    return f"{text(part.step.late or '')} You can {how}."
