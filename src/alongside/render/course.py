"""The curriculum as HTML: outcomes, modules, tracks and the observed checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.programme.tracks import floor_load, load_of, stops, track_load, upgrades
from alongside.render.html import element, items, link, table, text
from alongside.render.observed import HEADS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from alongside.model import Checklist, Course, Module, Role, Stop
    from alongside.model.course import Minutes

NOT_WRITTEN = "not written yet"
SHOWN = " You will show this to a facilitator."
"""What follows an outcome that a page cannot see."""
DEPTHS = (
    "In the tables, <em>full</em> means self-study and the full session with a group,"
    " <em>core</em> means self-study and a shorter session, and <em>self-study</em> means"
    " reading and practice on your own. What is marked <em>before first contact</em> you"
    " finish before you first support a student."
)
"""What the words in the tables of tracks mean, said before they are used."""
LONG = 90
"""Minutes from which a time is told in hours."""
# Ours and not the calendar's: those change with the language of the machine that builds.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def module_page(module: str) -> str:
    """Return the document name of a module's first page."""
    return f"modules/{module}/index"


def kept(course: Course) -> dict[str, str]:
    """Return the line at the end of a module's pages, in plain words, by the module's id.

    A module with no owner and no day of review has none.
    """
    return {one.id: told for one in course.modules if (told := _kept(one))}


def _kept(module: Module) -> str:
    told = []
    if module.owner:
        told.append(f"Looked after by {module.owner}.")
    if due := module.review_due:
        told.append(f"Next review due {MONTHS[due.month - 1]} {due.year}.")
    return " ".join([*told, "Crisis lines come from your campus profile."]) if told else ""


def hours(total: int) -> str:
    """Return minutes as hours to the nearest quarter, such as ``7¼``."""
    quarters = round(total / 15)
    part = ("", "¼", "½", "¾")[quarters % 4]
    return f"{quarters // 4 or ''}{part}" or "0"


def lasting(total: int) -> str:
    """Return minutes as somebody plans them: ``75 minutes``, ``4¼ hours``."""
    return f"{hours(total)} hours" if total >= LONG else f"{total} minutes"


def outcomes(module: Module, course: Course, address: Callable[[str], str | None]) -> str:
    """Return what a trainee will be able to do, how long it takes and what comes first.

    Args:
        module: The module.
        course: The whole curriculum, for the titles of the modules it needs.
        address: Module id → address of its first page; ``None`` where there is none.

    """
    can = items(
        text(outcome.can) + (SHOWN if outcome.doing else "") for outcome in module.outcomes
    )
    times = module.minutes
    facts = [
        ("By yourself", alone(times)),
        ("With a group", f"a session of {times.core} minutes (core) or {times.full} (full)"),
    ]
    if module.needs:
        titles = {one.id: one for one in course.modules}
        needed = ", ".join(_module_link(titles[one], address) for one in module.needs)
    else:
        needed = "Nothing: you can start here."
    rows = "".join(
        f"<div><dt>{text(name)}</dt><dd>{text(told)}</dd></div>" for name, told in facts
    )
    rows += f"<div><dt>Comes after</dt><dd>{needed}</dd></div>"
    return f'<p>You will be able to:</p>{can}<dl class="al-facts">{rows}</dl>'


def alone(times: Minutes) -> str:
    """Return the minutes of self-study in words."""
    told = f"about {times.self_study} minutes of reading and practice"
    if times.self_study_full is None:
        return told
    return f"{told}; {times.self_study_full} in a track that takes the module in full"


def modules(course: Course, address: Callable[[str], str | None]) -> str:
    """Return all modules in order; planned ones are shown as planned."""
    rows = (
        f"{_module_link(module, address)}<p>{text(module.aim)}</p>" for module in course.modules
    )
    return items(rows, ordered=True, class_="al-modules")


def tracks(course: Course, address: Callable[[str], str | None]) -> str:
    """Return who the roles are, and only then their hours, their depths and each track."""
    return element(
        "div",
        _who(course),
        element("p", DEPTHS),
        _hours_table(course),
        _depth_table(course, address),
        *(_role(role, course, address) for role in course.roles),
        _upgrades(course, address),
        class_="al-tracks",
    )


def checklist(value: Checklist) -> str:
    """Return the observed checklist as a table to be printed and filled in by hand."""
    seen = "Seen (harmful, none, basic, advanced)"
    rows = "".join(
        f'<tr id="check-{text(line.id)}"><th scope="row">{text(line.skill)}</th>'
        f"<td>{text(line.harmful)}</td><td>{text(line.basic)}</td>"
        f"<td>{text(line.advanced)}</td><td></td></tr>"
        for line in value.lines
    )
    caption = "The observed checklist"
    return table((*HEADS, seen), rows, caption=caption, class_="al-scroll al-checklist")


def site_facts(course: Course, pages: Collection[str]) -> dict[str, Any]:
    """Return what the script of every page knows: the tracks, for the banner *Your track*.

    Args:
        course: The curriculum.
        pages: Document names that are in the book.

    """
    written = [one.id for one in course.modules if module_page(one.id) in pages]
    return {
        "course": course.id,
        "modules": {one.id: one.title for one in course.modules},
        "written": sorted(written),
        "tracks": {
            role.id: {
                "name": role.name,
                "stops": [stop.module for stop in role.track],
                "depths": [stop.depth for stop in role.track],
            }
            for role in course.roles
        },
    }


def _module_link(module: Module, address: Callable[[str], str | None]) -> str:
    href = address(module.id)
    if href:
        return link(href, module.title)
    return f"{text(module.title)} {element('span', f'({NOT_WRITTEN})', class_='al-planned')}"


def _who(course: Course) -> str:
    rows = (
        element("dt", link(f"#role-{role.id}", role.name)) + element("dd", text(role.does))
        for role in course.roles
    )
    return element("dl", *rows)


def _hours_table(course: Course) -> str:
    """Return hours by role, in numbers and as bars; the bars say nothing the numbers do not."""
    totals = [
        (role, floor_load(course, role).minutes, track_load(course, role).minutes)
        for role in course.roles
    ]
    most = max(whole for _role, _first, whole in totals)
    rows = "".join(
        f'<tr><th scope="row">{link(f"#role-{role.id}", role.name)}</th>'
        f"<td>{hours(first)}</td><td>{hours(whole)}</td>"
        f'<td class="al-bar">{_bar(first, whole, most)}</td></tr>'
        for role, first, whole in totals
    )
    head = (
        '<th scope="col">Role</th><th scope="col">Hours before first contact</th>'
        '<th scope="col">Hours in all</th>'
        '<th scope="col" class="al-bar">In bars</th>'
    )
    key = (
        '<span class="al-bar-key"><span class="al-bar-key-first">before first contact</span> '
        '<span class="al-bar-key-rest">within 60 days</span></span>'
    )
    caption = f"Hours of training: our suggested minimum{key}"
    # One head bears a class of its own, so the table is written out.
    inside = (
        f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )
    return element("div", inside, class_="al-scroll al-hours")


def _bar(first: int, whole: int, most: int) -> str:
    wide, part = (round(100 * value / most, 1) for value in (whole, first))
    return (
        '<svg viewBox="0 0 100 8" preserveAspectRatio="none"'
        ' aria-hidden="true" focusable="false">'
        f'<rect class="al-bar-rest" width="{wide}" height="8"/>'
        f'<rect class="al-bar-first" width="{part}" height="8"/></svg>'
    )


def _depth_table(course: Course, address: Callable[[str], str | None]) -> str:
    heads = ("Module", *(role.name for role in course.roles))
    asked = {(role.id, stop.module): stop for role in course.roles for stop in role.track}
    rows = "".join(
        f'<tr><th scope="row">{_module_link(module, address)}</th>'
        + "".join(_cell(asked.get((role.id, module.id))) for role in course.roles)
        + "</tr>"
        for module in course.modules
    )
    return table(heads, rows, caption="Modules by role, and how deep")


def _cell(stop: Stop | None) -> str:
    if stop is None:
        return '<td class="al-none">not in this track</td>'
    first = f"<br><small>{_floor(stop)}</small>" if stop.floor else ""
    return f"<td>{stop.depth}{first}</td>"


def _floor(stop: Stop) -> str:
    same = stop.floor == stop.depth
    return "before first contact" if same else f"{stop.floor} before first contact"


def _role(role: Role, course: Course, address: Callable[[str], str | None]) -> str:
    rows = []
    for stop, module in stops(course, role):
        told = [stop.depth, lasting(load_of(module, stop.depth).minutes)]
        told += [_floor(stop)] if stop.floor else []
        reason = f" {stop.reason}" if stop.reason else ""
        rows.append(f"{_module_link(module, address)}: {', '.join(told)}.{text(reason)}")
    mine: dict[str, str | bool] = {"data_mine": role.id, "hidden": True}
    return (
        f'<details class="al-role" id="role-{role.id}" data-role="{role.id}">'
        f"<summary>{text(role.name)}{element('span', ' · your track', **mine)}</summary>"
        f"<p>{text(role.reason)}</p>"
        f"{items(rows, ordered=True)}"
        f'<p data-mine="{role.id}" data-other>'
        f'<a href="?track={role.id}#role-{role.id}">Follow this track on this device</a></p>'
        f"{element('p', 'You follow this track on this device.', **mine)}"
        "</details>"
    )


def _upgrades(course: Course, address: Callable[[str], str | None]) -> str:
    """Return what some placements ask for beyond the track; nothing where nothing does."""
    rows = [
        f"{text(when)} "
        + ", ".join(f"{_module_link(module, address)}: {depth}" for module, depth in more)
        for when, more in upgrades(course).items()
    ]
    lead = element("p", "Some placements ask for more, in any role:") if rows else ""
    return lead + items(rows)
