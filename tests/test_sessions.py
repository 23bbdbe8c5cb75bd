"""A session with a group: its clock, what can go, and how the plan is shown."""

import re
from pathlib import Path

import pytest

from alongside.reading.load import load_course
from alongside.render.run_sheet import clock
from alongside.render.run_sheet import session as shown_session
from alongside.sessions.clock import (
    net_minutes,
    parts,
    practised,
    session,
    spare,
    steps_of,
    without_break,
)

ROOT = Path(__file__).parents[1]
REAL = load_course(ROOT)
SHEETS = [
    pytest.param(sheets, sheet, id=f"{module}-{sheet.id}")
    for module, sheets in REAL.run_sheets.items()
    for sheet in sheets.sheets
]


@pytest.fixture
def loaded(course):
    return load_course(course)


def full(loaded):
    sheets = loaded.run_sheets["active-listening"]
    return sheets, sheets.sheets[0], parts(sheets.sheets[0], steps_of(loaded, sheets))


def test_each_step_begins_where_the_one_before_it_ends(loaded):
    _, sheet, session = full(loaded)

    assert [part.start for part in session] == [0, 5, 13, 18, 48, 55]
    assert session[-1].end == sheet.minutes == 60


def test_a_break_is_neither_practice_nor_sitting(loaded):
    _, _, session = full(loaded)

    assert net_minutes(session) == 55
    assert practised(session) == pytest.approx(30 / 55)
    assert without_break(session) == 42


def test_what_can_go_is_what_the_sheet_says_and_nothing_else(loaded):
    _, _, session = full(loaded)

    assert spare(session) == (5 - 3) + (8 - 2)
    assert {part.step.id: part.at_least for part in session}["rounds"] == 30


def test_minutes_are_told_from_the_start():
    assert [clock(minutes) for minutes in (0, 9, 60, 125)] == ["0:00", "0:09", "1:00", "2:05"]


def test_the_plan_links_to_every_step_and_names_who_leads(loaded):
    sheets, sheet, found = full(loaded)
    shown = shown_session(session(loaded, sheets, sheet), lambda page: f"../{page}.html", {})

    targets = re.findall(r'<a href="#([^"]+)">', shown)
    assert targets == re.findall(r'<section [^>]*id="([^"]+)"', shown)
    assert len(set(targets)) == len(found)
    assert "<td>follows</td><td>leads</td><td>2 at least</td>" in shown
    assert "<td>leads</td><td>follows</td><td>stays</td>" in shown


def test_a_step_tells_the_leaders_all_that_the_file_says_of_it(loaded):
    sheets, sheet, _ = full(loaded)
    where = {"late-lab": "modules/active-listening/practice"}
    shown = shown_session(session(loaded, sheets, sheet), lambda page: f"../{page}.html", where)

    for words in (
        "You may always pass.",
        "<li>The agreement on a sheet.</li>",
        "Plays the speaker.",
        "A card for each. On a call: A note of their own.",
        "Tell it in two lines. You can cut it to 2 minutes.",
        "Two are left over.",
        "A nod will do.",
        "A word in the chat.",
        '<a href="../modules/active-listening/saying-it-back.html">the lesson</a>',
        '<a href="../modules/active-listening/practice.html">the role-play</a>',
    ):
        assert words in shown


def test_words_of_a_file_are_never_markup(loaded):
    sheets, sheet, _ = full(loaded)
    evil = sheets.model_copy(update={"room": "<script>alert(1)</script>"})

    assert "<script>" not in shown_session(session(loaded, evil, sheet), str, {})


@pytest.mark.parametrize(("sheets", "sheet"), SHEETS)
def test_every_real_session_ends_on_time_with_half_of_it_practised(sheets, sheet):
    session = parts(sheet, steps_of(REAL, sheets))

    assert session[-1].end == sheet.minutes
    assert practised(session) >= 0.5
