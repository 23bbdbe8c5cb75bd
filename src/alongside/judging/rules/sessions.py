"""Rules for sessions: times that add up, practice, breaks, and names that are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alongside.judging.rules.ids import taken
from alongside.judging.rules.registry import Found, rule
from alongside.model import Module, RunSheets, Sheet
from alongside.model.shape import SITTING_MINUTES
from alongside.reading.load import SHAPES, Loaded
from alongside.sessions.clock import (
    SHARED,
    Part,
    parts,
    practised,
    spare,
    steps_of,
    without_break,
)
from alongside.sessions.plan import consecutive

LEAST_SPARE = 0.1
"""Share of a session that can be cut: sessions run late."""
_ROOMS = ("facilitator_guide",)


def _modules(loaded: Loaded) -> dict[str, Module]:
    return {one.id: one for one in loaded.modules}


def _sheets(loaded: Loaded) -> Iterator[tuple[RunSheets, int, Sheet, tuple[Part, ...]]]:
    """Yield every sheet with its place and its session."""
    for sheets in loaded.run_sheets.values():
        steps = steps_of(loaded, sheets)
        for at, sheet in enumerate(sheets.sheets):
            yield sheets, at, sheet, parts(sheet, steps)


@rule("F101", needs=_ROOMS)
def minutes_add_up(loaded: Loaded) -> Iterator[Found]:
    """The minutes of a session's steps add up to its own; no step needs more than it has.

    Change the minutes of a step, or of the sheet.
    """
    for sheets, at, sheet, _ in _sheets(loaded):
        total = sum(timed.minutes for timed in sheet.steps)
        if total != sheet.minutes:
            detail = f"'{sheet.id}' says {sheet.minutes} minutes; its steps take {total}."
            yield Found(sheets, ("sheets", at, "minutes"), detail)
        for index, timed in enumerate(sheet.steps):
            if (timed.at_least or 0) > timed.minutes:
                detail = f"'{timed.step}' has {timed.minutes} minutes, not {timed.at_least}."
                yield Found(sheets, ("sheets", at, "steps", index, "at_least"), detail)


@rule("F102", needs=("course.yml", *_ROOMS))
def sessions_take_the_modules_minutes(loaded: Loaded) -> Iterator[Found]:
    """The sheets `full` and `core` take the minutes that the module states.

    Change the sheet, or the module's minutes in `course.yml`; tracks follow by themselves.
    """
    modules = _modules(loaded)
    for sheets, at, sheet, _ in _sheets(loaded):
        module = modules.get(sheets.module)
        if module and sheet.id == sheet.depth:
            stated = getattr(module.minutes, sheet.depth)
            if sheet.minutes != stated:
                detail = (
                    f"'{sheet.id}' takes {sheet.minutes} minutes; the module says {stated}."
                )
                yield Found(sheets, ("sheets", at, "minutes"), detail)


@rule("F103", needs=_ROOMS)
def sessions_come_full_and_core(loaded: Loaded) -> Iterator[Found]:
    """A module that has sessions has a full and a core one.

    Write both: `full` and `core` are their ids.
    """
    for sheets in loaded.run_sheets.values():
        there = {sheet.id for sheet in sheets.sheets}
        missing = [name for name in ("full", "core") if name not in there]
        if sheets.module != SHARED and missing:
            yield Found(
                sheets, ("sheets",), f"There is no sheet {' and no sheet '.join(missing)}."
            )


@rule("F104", needs=("_toc.yml", "course.yml", "modules", "role_plays", *_ROOMS))
def names_in_sessions_are_there(loaded: Loaded) -> Iterator[Found]:
    """What a session names is there: its module, steps, materials, outcomes, pages, role-plays.

    Correct the name, or write what it names.
    """
    modules = _modules(loaded)
    for sheets in loaded.run_sheets.values():
        module = modules.get(sheets.module)
        if module is None and sheets.module != SHARED:
            yield Found(sheets, ("module",), f"There is no module '{sheets.module}'.")
        known = {
            "materials": {one.id for one in sheets.materials},
            "outcomes": {one.id for one in module.outcomes} if module else set(),
            "lesson": set(loaded.pages),
            "role_play": set(loaded.role_plays),
        }
        for at, step in enumerate(sheets.steps):
            for key, names in known.items():
                value = getattr(step, key)
                for name in value if isinstance(value, tuple) else (value or "",):
                    if name and name not in names:
                        detail = f"'{step.id}' names '{name}', which is not there."
                        yield Found(sheets, ("steps", at, key), detail)
        steps = steps_of(loaded, sheets)
        for at, sheet in enumerate(sheets.sheets):
            for index, timed in enumerate(sheet.steps):
                if timed.step not in steps:
                    place = ("sheets", at, "steps", index, "step")
                    yield Found(sheets, place, f"There is no step '{timed.step}'.")


@rule("F105", needs=_ROOMS)
def people_practise_for_half_of_the_time(loaded: Loaded) -> Iterator[Found]:
    """People do the skill themselves for at least half of a session, breaks left out.

    Give a `practice` step more minutes, or show and say less.
    """
    for sheets, at, sheet, session in _sheets(loaded):
        if practised(session) < 1 / 2:
            detail = f"'{sheet.id}' practises for {practised(session):.0%} of its time."
            yield Found(sheets, ("sheets", at, "steps"), detail)


@rule("F106", needs=_ROOMS)
def nobody_sits_too_long(loaded: Loaded) -> Iterator[Found]:
    """There is a break at least every 90 minutes.

    Put in a step of the kind `break`.
    """
    for sheets, at, sheet, session in _sheets(loaded):
        if without_break(session) > SITTING_MINUTES:
            detail = f"'{sheet.id}' runs {without_break(session)} minutes without a break."
            yield Found(sheets, ("sheets", at, "steps"), detail)


@rule("F107", needs=_ROOMS)
def sessions_open_and_close(loaded: Loaded) -> Iterator[Found]:
    """A session begins with a step of the kind `open` and ends with one of the kind `close`.

    Take them from `every-session.yml`, or write the module's own.
    """
    for sheets, at, sheet, session in _sheets(loaded):
        kinds = [part.step.kind for part in session]
        if kinds[:1] != ["open"] or kinds[-1:] != ["close"]:
            detail = f"'{sheet.id}' does not open and close."
            yield Found(sheets, ("sheets", at, "steps"), detail)


@rule("F108", needs=_ROOMS)
def both_lead(loaded: Loaded) -> Iterator[Found]:
    """Both leaders lead a part of each session, and neither leads more than 70 % of it.

    Hand a step to the other one.
    """
    for sheets, at, sheet, session in _sheets(loaded):
        led = sum(part.minutes for part in session if part.lead == "A")
        share = led / (sum(part.minutes for part in session) or 1)
        if not 0.3 <= share <= 0.7:  # noqa: PLR2004 - the sentence above
            yield Found(
                sheets, ("sheets", at, "steps"), f"A leads {share:.0%} of '{sheet.id}'."
            )


@rule("F109", needs=_ROOMS)
def parts_are_left_before_going_on(loaded: Loaded) -> Iterator[Found]:
    """After people played a part they step out of it: in the same step or in the next one.

    Set `steps_out: true` on the step in which they say their own name again and move.
    """
    for sheets, at, sheet, session in _sheets(loaded):
        for part, after in _pairs(session):
            out = part.step.steps_out or (after is not None and after.step.steps_out)
            goes_on = after is not None and after.step.plays_parts
            if part.step.plays_parts and not (out or goes_on):
                detail = f"In '{sheet.id}' nobody steps out of the parts of '{part.step.id}'."
                yield Found(sheets, ("sheets", at, "steps"), detail)


@rule("F110", needs=_ROOMS)
def late_sessions_can_be_cut(loaded: Loaded) -> Iterator[Found]:
    """At least a tenth of a session can be cut, and each step that can says how.

    Give steps `at_least:` in the sheet, and `late:` what to cut.
    """
    for sheets, at, sheet, session in _sheets(loaded):
        if spare(session) < LEAST_SPARE * sheet.minutes:
            detail = (
                f"Only {spare(session)} of the {sheet.minutes} minutes of '{sheet.id}' can go."
            )
            yield Found(sheets, ("sheets", at, "steps"), detail)
        for index, part in enumerate(session):
            place = ("sheets", at, "steps", index)
            if part.at_least > part.minutes:
                yield Found(
                    sheets, place, f"'{part.step.id}' may be cut to more than it takes."
                )
            if part.at_least < part.minutes and not part.step.late:
                yield Found(sheets, place, f"'{part.step.id}' does not say what to cut.")


@rule("F111", needs=("course.yml", *_ROOMS))
def what_is_done_is_practised_together(loaded: Loaded) -> Iterator[Found]:
    """Each outcome that is done with another person is practised in the full session.

    Name it in the `outcomes:` of a `practice` step.
    """
    modules = _modules(loaded)
    for sheets, at, sheet, session in _sheets(loaded):
        module = modules.get(sheets.module)
        if module is None or sheet.id != "full":
            continue
        done = {
            name
            for part in session
            if part.step.kind == "practice"
            for name in part.step.outcomes
        }
        for outcome in module.outcomes:
            if outcome.doing and outcome.id not in done:
                detail = f"Nothing in 'full' practises '{outcome.id}'."
                yield Found(sheets, ("sheets", at, "steps"), detail)


@rule("F112", needs=_ROOMS)
def steps_and_materials_are_used(loaded: Loaded) -> Iterator[Found]:
    """Every step is taken by a sheet, and every material by a step; each has its own id.

    Use it, or take it out; rename one of two.
    """
    shared = {
        timed.step
        for sheets in loaded.run_sheets.values()
        for sheet in sheets.sheets
        for timed in sheet.steps
    }
    for sheets in loaded.run_sheets.values():
        for key in ("steps", "materials", "sheets"):
            for at, name in taken(one.id for one in getattr(sheets, key)):
                yield Found(sheets, (key, at, "id"), f"The id '{name}' is taken.")
        taking = {timed.step for sheet in sheets.sheets for timed in sheet.steps}
        taking = shared if sheets.module == SHARED else taking
        needed = {name for step in sheets.steps for name in step.materials}
        yield from _unused(sheets, "steps", (one.id for one in sheets.steps), taking)
        yield from _unused(sheets, "materials", (one.id for one in sheets.materials), needed)


@rule("F113", needs=_ROOMS)
def shapes_stand_in_order(loaded: Loaded) -> Iterator[Found]:
    """The meetings of a shape stand in order and do not overlap; each shape has its own id.

    Sort them by day and hour, or rename the shape.
    """
    shapes = loaded.shapes.shapes if loaded.shapes else ()
    for at, shape in enumerate(shapes):
        if not consecutive(shape):
            detail = f"The meetings of '{shape.id}' overlap or are out of order."
            yield Found(SHAPES, ("shapes", at, "meetings"), detail)
    for at, one in taken(shape.id for shape in shapes):
        yield Found(SHAPES, ("shapes", at, "id"), f"The id '{one}' is taken.")


def _unused(
    sheets: RunSheets, key: str, names: Iterable[str], used: set[str]
) -> Iterator[Found]:
    for at, name in enumerate(names):
        if name not in used:
            yield Found(sheets, (key, at, "id"), f"Nothing takes '{name}'.")


def _pairs(session: tuple[Part, ...]) -> Iterator[tuple[Part, Part | None]]:
    yield from zip(session, (*session[1:], None), strict=True)
