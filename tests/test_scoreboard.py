"""The scoreboard counts what is there, what is missing included."""

from dataclasses import replace
from pathlib import Path

import pytest

from alongside.judging.coverage import coverage
from alongside.judging.judge import judge
from alongside.judging.scoreboard import Row, scoreboard
from alongside.reading.load import load_course
from alongside.render.scoreboard import scoreboard as table_of
from breaking import BANK, change, small_course

LOADED = load_course(Path(__file__).parent / "courses" / "good")


@pytest.fixture(scope="module")
def rows():
    return {row.what: row for row in scoreboard(LOADED, judge(LOADED))}


def test_planned_modules_are_counted_as_missing(rows):
    assert rows["Modules written"].says.startswith("1 of 2")
    assert not rows["Modules written"].fine


def test_a_course_with_nothing_planned_does_not_speak_of_others():
    whole = LOADED.course.model_copy(
        update={"modules": tuple(m for m in LOADED.course.modules if m.status == "written")}
    )
    first = scoreboard(replace(LOADED, course=whole), judge(LOADED))[0]
    assert (first.what, first.says) == ("Modules written", "1 of 1")


def test_on_a_page_the_count_says_first_how_many_rows_are_as_they_should_be():
    rows = [
        Row("Modules written", "1 of 2", fine=False),
        Row("Role-plays", "3 of 3", fine=True),
    ]
    before, table = table_of(rows).split("<table")
    assert "1 of 2 counts are as they should be" in before
    assert "not yet" in table


def test_outcomes_are_counted_in_written_modules_only(rows):
    assert [rows[f"Outcomes {c}"].says for c in ("taught", "practised", "assessed")] == [
        "2 of 2 in written modules"
    ] * 3


def test_lines_that_nobody_verified_are_said_to_be_so(rows):
    assert rows["Crisis lines"].says == "2 of 2 not verified yet"
    assert not rows["Crisis lines"].fine


ANSWERS = "Answers with a reason of their own"
REASON = "It gives back what Sam means, and Sam can correct it."


@pytest.mark.parametrize(
    ("what", "edit", "says"),
    [
        (ANSWERS, (BANK, REASON, "Correct!"), "31 of 32, in 13 questions"),
        (
            ANSWERS,
            (BANK, "Kind and true, though it lets the moment pass.", REASON),
            "31 of 32, in 13 questions",
        ),
        (
            "Minutes of active-listening",
            ("course.yml", "self_study: 36", "self_study: 60"),
            "60 stated, 35 computed",
        ),
    ],
)
def test_a_row_fails_where_the_rule_behind_it_is_broken(rows, tmp_path, what, edit, says):
    assert rows[what].fine
    course = small_course(tmp_path / "course")
    change(course, *edit)
    broken = load_course(course)
    row = next(row for row in scoreboard(broken, judge(broken)) if row.what == what)
    assert (row.says, row.fine) == (says, False)


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
