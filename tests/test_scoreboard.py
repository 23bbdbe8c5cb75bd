"""The scoreboard counts what is there, what is missing included."""

from pathlib import Path

import pytest

from alongside.judging.coverage import coverage
from alongside.judging.judge import judge
from alongside.judging.scoreboard import scoreboard
from alongside.reading.load import load_course

LOADED = load_course(Path(__file__).parent / "courses" / "good")


@pytest.fixture(scope="module")
def rows():
    return {row.what: row for row in scoreboard(LOADED, judge(LOADED))}


def test_planned_modules_are_counted_as_missing(rows):
    assert rows["Modules written"].says.startswith("1 of 2")
    assert not rows["Modules written"].fine


def test_outcomes_are_counted_in_written_modules_only(rows):
    assert [rows[f"Outcomes {c}"].says for c in ("taught", "practised", "assessed")] == [
        "2 of 2 in written modules"
    ] * 3


def test_lines_that_nobody_verified_are_said_to_be_so(rows):
    assert rows["Crisis lines"].says == "2 of 2 not verified yet"
    assert not rows["Crisis lines"].fine


def test_an_outcome_of_doing_is_assessed_by_the_checklist_only():
    module = LOADED.course.modules[0]

    row = coverage(LOADED, module, module.outcomes[1])

    assert row.taught == (
        "modules/active-listening/saying-it-back",
        "modules/active-listening/practice",
    )
    own = ("words", "shorter", "gauge", "ideas", "plan")
    assert row.practised == (*(f"active-listening-{name}" for name in own), "late-lab")
    assert row.assessed[-1] == "active-listening/reflects-first"
    assert row.roles == ("peer-listener", "desk-volunteer")
