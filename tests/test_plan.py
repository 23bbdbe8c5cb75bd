"""A track laid into meetings: order, breaks, what does not fit, and the calendar."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from alongside.cli import main
from alongside.model import Meeting, Shape
from alongside.model.shape import SITTING_MINUTES
from alongside.programme.tracks import stops, track_load
from alongside.reading.load import load_course
from alongside.sessions.agenda import calendar, lines, page
from alongside.sessions.plan import plan

ROOT = Path(__file__).parents[1]
REAL = load_course(ROOT)
ROLES = [pytest.param(role, id=role.id) for role in REAL.course.roles]
SHAPES = [pytest.param(shape, id=shape.id) for shape in REAL.shapes.shapes]
ZONE = ZoneInfo("America/Vancouver")
BEGINS = date(2027, 2, 22)


def backwards(sheets):
    """The same sessions with their steps from the last to the first."""
    turned = [one.model_copy(update={"steps": one.steps[::-1]}) for one in sheets.sheets]
    return sheets.model_copy(update={"sheets": tuple(turned)})


BACKWARDS = replace(
    REAL, run_sheets={name: backwards(sheets) for name, sheets in REAL.run_sheets.items()}
)
"""The real course, in which the first part of a session may be the longest."""


def evenings(minutes, every=7):
    meeting = Meeting(starts="18:00", minutes=minutes)
    return Shape(id="own", name="Evenings", when="Now.", meetings=(meeting,), every=every)


def laid(role, shape):
    return plan(REAL, role, shape, BEGINS, ZONE)


def live(role):
    return {one.id for stop, one in stops(REAL.course, role) if stop.depth != "self-study"}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_of_a_track_is_lost_or_held_twice(role, shape):
    found = laid(role, shape)
    pieces = [piece for one in found.meetings for piece in one.pieces]
    pieces += [piece for piece, _ in found.left]

    assert {piece.module.id for piece in pieces} == live(role)
    assert len({(piece.module.id, piece.number) for piece in pieces}) == len(pieces)
    assert live(role).isdisjoint(module.id for module in found.alone)
    assert all(why for _, why in found.left)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("shape", SHAPES)
def test_what_a_module_needs_has_been_held_before_it(role, shape):
    held = set()
    for meeting in laid(role, shape).meetings:
        for piece in meeting.pieces:
            assert live(role) & {*piece.module.needs} <= held
            if piece.number == piece.of:
                held.add(piece.module.id)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_meeting_ends_on_time_and_its_parts_follow_each_other(shape):
    for meeting in laid(REAL.course.roles[0], shape).meetings:
        assert all(before.end == after.start for before, after in pairwise(meeting.held))
        assert meeting.held[-1].end <= (meeting.ends - meeting.starts).total_seconds() / 60


def test_the_meetings_of_a_whole_track_add_up_to_its_sessions():
    role = REAL.course.roles[0]
    found = laid(role, evenings(240))

    breaks = sum(
        timed.minutes
        for stop, module in stops(REAL.course, role)
        if module.id in REAL.run_sheets
        for sheet in REAL.run_sheets[module.id].sheets
        if sheet.id == stop.depth
        for timed in sheet.steps
        if timed.step == "break"
    )
    assert found.left == ()
    assert found.minutes == track_load(REAL.course, role).live - breaks


def test_a_session_is_parted_at_its_break_only():
    found = laid(REAL.course.roles[0], evenings(90))
    parts = [
        p for one in found.meetings for p in one.pieces if p.module.id == "active-listening"
    ]

    assert [(piece.number, piece.of, piece.minutes) for piece in parts] == [
        (1, 2, 45),
        (2, 2, 65),
    ]


@pytest.mark.parametrize("minutes", range(60, 150, 10))
def test_the_parts_of_a_session_are_held_in_their_order_whichever_is_longer(minutes):
    role = REAL.course.roles[0]
    pieces = [
        piece
        for one in plan(BACKWARDS, role, evenings(minutes), BEGINS, ZONE).meetings
        for piece in one.pieces
    ]

    for module in live(role):
        numbers = [piece.number for piece in pieces if piece.module.id == module]
        assert numbers == list(range(1, len(numbers) + 1)), module


@pytest.mark.parametrize("role", ROLES)
def test_a_break_comes_before_anybody_has_sat_for_more_than_ninety_minutes(role):
    for meeting in laid(role, evenings(240)).meetings:
        sitting = 0
        for held in meeting.held:
            sitting = sitting + held.end - held.start if held.piece else 0
            assert sitting <= SITTING_MINUTES, meeting.starts


def test_two_days_say_what_does_not_fit():
    role, two_days = REAL.course.roles[0], REAL.shapes.shapes[1]
    told = list(lines(laid(role, two_days), role, two_days))

    assert any(line.startswith("Does not fit: Observed practice") for line in told)
    assert told[0].startswith("Peer support worker, Two days: 4 meetings hold ")


def test_the_clock_on_the_wall_is_kept_when_summer_time_begins():
    # Not British Columbia: newer time zone data have it on one time all year.
    toronto = ZoneInfo("America/Toronto")
    found = plan(REAL, REAL.course.roles[0], evenings(120), BEGINS, toronto)

    assert {meeting.starts.strftime("%H:%M") for meeting in found.meetings} == {"18:00"}
    assert {meeting.starts.utcoffset() for meeting in found.meetings} == {
        timedelta(hours=-5),
        timedelta(hours=-4),
    }


def test_the_calendar_holds_the_same_meetings():
    role = REAL.course.roles[0]
    found = laid(role, evenings(120))
    made = datetime(2026, 11, 22, tzinfo=UTC)
    read = Calendar.from_ical(calendar(found, role, REAL.course, made))

    events = read.walk("VEVENT")
    assert [(e.decoded("dtstart"), e.decoded("dtend")) for e in events] == [
        (one.starts, one.ends) for one in found.meetings
    ]
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert "America/Vancouver" in {str(zone["tzid"]) for zone in read.walk("VTIMEZONE")}


def test_the_page_of_the_agenda_asks_for_nothing_and_tells_all_meetings():
    role = REAL.course.roles[0]
    found = laid(role, evenings(120))
    told = page(found, role, evenings(120), REAL.course)

    assert told.count("<section>") == len(found.meetings)
    assert "http" not in told
    assert "<script" not in told


def run(*words, folder=ROOT):
    asked = ["plan", "--folder", str(folder), "--start", "2027-01-11", *words]
    return CliRunner().invoke(main, asked)


def test_the_command_writes_a_page_and_a_calendar(tmp_path):
    told = run(
        "--track", "peer educator", "--shape", "half-days", "--timezone", "America/Toronto",
        "--out", str(tmp_path / "agenda"),
    )  # fmt: skip

    assert told.exit_code == 0, told.output
    assert (tmp_path / "agenda/agenda.html").is_file()
    assert (tmp_path / "agenda/agenda.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_shape_that_cannot_be_read_is_told_with_its_line(course):
    path = course / "facilitator_guide/shapes.yml"
    path.write_text(path.read_text("utf-8").replace("minutes: 180", "minutes: 1", 1), "utf-8")
    asked = ["--track", "peer-listener", "--shape", "two-mornings", "--timezone", "UTC"]
    asked += ["--start", "2027-01-11", "--folder", str(course)]
    told = CliRunner().invoke(main, ["plan", *asked])

    assert told.exit_code == 2
    assert "facilitator_guide/shapes.yml:7: Y208" in told.output


LISTENER = ("--track", "peer-listener", "--timezone", "UTC")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("--track", "dean", "--shape", "two-mornings", "--timezone", "UTC"),
            "There is no role",
        ),
        ((*LISTENER, "--shape", "moon"), "The shapes are: two-mornings"),
        ((*LISTENER, "--shape", "two-mornings", "--timezone", "Toronto"), "America/Toronto"),
        ((*LISTENER, "--shape", "own"), "needs --minutes"),
        ((*LISTENER, "--shape", "two-mornings", "--at", "09:00"), "are for --shape own"),
        (
            (*LISTENER, "--shape", "own", "--minutes", "90", "--every", "7", "--at", "25:00"),
            "write the hour as 17:30",
        ),
        ((*LISTENER, "--shape", "two-mornings", "--start", "soon"), "the day as 2027-01-11"),
    ],
)
def test_what_cannot_be_planned_is_told_in_a_sentence(words, sentence, course):
    told = run(*words, folder=course)

    assert told.exit_code == 2
    assert sentence in " ".join(told.output.split())
    assert "Traceback" not in told.output
