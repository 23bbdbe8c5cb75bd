"""A plan as people use it: lines to read, a page to print, a calendar to import."""

from __future__ import annotations

import html
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from alongside.model import Course, Role
    from alongside.model.shape import Shape
    from alongside.sessions.plan import Held, Plan, Planned

PAGE, CALENDAR = "agenda.html", "agenda.ics"
_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.3rem .6rem;"
    "border-bottom:1px solid;vertical-align:top}section{break-inside:avoid}"
)


def day(moment: datetime) -> str:
    """Return a day as ``Mon 2027-01-11``."""
    return f"{DAYS[moment.weekday()]} {moment.date().isoformat()}"


# Ours and not the calendar's: those change with the language of the machine.
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _hold(plan: Plan) -> str:
    many = len(plan.meetings)
    return "1 meeting holds" if many == 1 else f"{many} meetings hold"


def lines(plan: Plan, role: Role, shape: Shape) -> Iterator[str]:
    """Yield the agenda line by line, what does not fit at its end."""
    yield (
        f"{role.name}, {shape.name}: {_hold(plan)} "
        f"{plan.minutes / 60:.1f} hours of sessions, breaks not counted."
    )
    for number, meeting in enumerate(plan.meetings, 1):
        yield ""
        span = f"{meeting.starts:%H:%M} to {meeting.ends:%H:%M}"
        yield f"{number}. {day(meeting.starts)}, {span}"
        if before := _before(meeting):
            yield f"   before it, alone: {before}"
        for held in meeting.held:
            yield f"   {_row(meeting, held)}"
    if plan.alone:
        yield ""
        yield f"Without a session: {', '.join(module.title for module in plan.alone)}."
    for piece, why in plan.left:
        yield f"Does not fit: {piece.name} ({piece.minutes} minutes): {why}."


def page(plan: Plan, role: Role, shape: Shape, course: Course) -> str:
    """Return the agenda as a page that stands by itself and prints well."""
    sections = "".join(_section(one, number) for number, one in enumerate(plan.meetings, 1))
    alone = ", ".join(html.escape(module.title) for module in plan.alone)
    left = "".join(
        f"<li>{html.escape(piece.name)}, {piece.minutes} minutes: {html.escape(why)}.</li>"
        for piece, why in plan.left
    )
    return (
        "<!doctype html>\n<html lang=en-CA><meta charset=utf-8>"
        '<meta name=viewport content="width=device-width">'
        f"<title>Agenda</title><style>{_STYLE}</style>"
        f"<h1>{html.escape(course.title)}: {html.escape(role.name)}</h1>"
        f"<p>{html.escape(shape.name)}. {_hold(plan)} "
        f"{plan.minutes / 60:.1f} hours of sessions, breaks not counted. These hours are "
        "suggested; your campus may change them.</p>"
        f"{sections}"
        + (f"<h2>Without a session</h2><p>{alone}.</p>" if alone else "")
        + (f"<h2>Does not fit</h2><ul>{left}</ul>" if left else "")
        + "</html>\n"
    )


def calendar(plan: Plan, role: Role, course: Course, made: datetime) -> str:
    """Return the meetings as a calendar (RFC 5545).

    Args:
        plan: The meetings.
        role: Whose track.
        course: For its title and id.
        made: When the calendar is written, with its time zone.

    """
    found = Calendar()
    found.add("prodid", f"-//{course.title}//alongside plan//EN")
    found.add("version", "2.0")
    for number, meeting in enumerate(plan.meetings, 1):
        event = Event()
        event.add("uid", _uid(course, role, meeting, number))
        event.add("dtstamp", made)
        event.add("dtstart", meeting.starts)
        event.add("dtend", meeting.ends)
        titles = dict.fromkeys(piece.module.title for piece in meeting.pieces)
        event.add("summary", f"{course.title} {number}: {', '.join(titles)}")
        event.add("description", "\n".join(_row(meeting, held) for held in meeting.held))
        found.add_component(event)
    if plan.meetings:
        first, last = (plan.meetings[at].starts.date() for at in (0, -1))
        found.add_missing_timezones(first_date=first, last_date=last)
    return str(found.to_ical(), "utf-8")


def _uid(course: Course, role: Role, meeting: Planned, number: int) -> str:
    told = f"{course.id} {role.id} {meeting.starts.isoformat()} {number}"
    return f"{sha256(told.encode()).hexdigest()[:24]}@{course.id}.invalid"


def _section(meeting: Planned, number: int) -> str:
    rows = "".join(
        f"<tr><td>{_clock(meeting, held)}<td>{html.escape(_name(held))}"
        for held in meeting.held
    )
    before = _before(meeting)
    alone = f"<p>Before it, alone: {html.escape(before)}.</p>" if before else ""
    return (
        f"<section><h2>{number}. {day(meeting.starts)}, {meeting.starts:%H:%M} to "
        f"{meeting.ends:%H:%M}</h2>{alone}<table>{rows}</table></section>"
    )


def _before(meeting: Planned) -> str:
    """Return what people read and practise alone before they come."""
    new = [piece for piece in meeting.pieces if piece.number == 1]
    return ", ".join(
        f"{piece.module.title} ({piece.module.minutes.alone(piece.depth)} minutes)"
        for piece in new
    )


def _row(meeting: Planned, held: Held) -> str:
    return f"{_clock(meeting, held)}  {_name(held)}"


def _name(held: Held) -> str:
    return held.piece.name if held.piece else "Break"


def _clock(meeting: Planned, held: Held) -> str:
    # By the clock on the wall: no meeting runs through a change to summer time.
    first, last = (meeting.starts + timedelta(minutes=n) for n in (held.start, held.end))
    return f"{first:%H:%M}–{last:%H:%M}"
