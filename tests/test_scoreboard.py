"""The scoreboard counts what is there, what is missing included."""

from dataclasses import replace
from pathlib import Path

import pytest

from alongside.judging.coverage import coverage
from alongside.judging.judge import judge
from alongside.judging.scoreboard import Row, scoreboard
from alongside.reading.load import load_course
from alongside.render.scoreboard import scoreboard as table_of
from breaking import BANK, change

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
MINUTES = "Minutes of active-listening"
REASON = "It gives back what Sam means, and Sam can correct it."
OTHER_REASON = "Kind and true, though it lets the moment pass."
NOTICE = "There is a question mark; a reflection can stand without one."


def changed(course, what, *words):
    """The row of the small course with other words in one of its files."""
    change(course, *words)
    loaded = load_course(course)
    return next(row for row in scoreboard(loaded, judge(loaded)) if row.what == what)


@pytest.mark.parametrize(
    ("old", "new"), [(REASON, "Correct!"), (OTHER_REASON, REASON)], ids=["none", "another's"]
)
def test_an_answer_without_a_reason_of_its_own_is_not_counted(rows, course, old, new):
    assert rows[ANSWERS].fine
    row = changed(course, ANSWERS, BANK, old, new)
    assert (row.says, row.fine) == ("31 of 32, in 13 questions", False)


def test_a_notice_that_repeats_a_reason_takes_nothing_from_the_answers(rows, course):
    assert changed(course, ANSWERS, BANK, NOTICE, REASON) == rows[ANSWERS]


@pytest.mark.parametrize(
    ("minutes", "says"),
    [
        ("self_study: 60", "60 stated, 35 computed"),
        (
            "self_study: 36, self_study_full: 60",
            "36 stated, 35 computed; in full 60 stated, 35 computed",
        ),
        (
            "self_study: 60, self_study_full: 36",
            "60 stated, 35 computed; in full 36 stated, 35 computed",
        ),
    ],
)
def test_minutes_far_from_the_computed_ones_fail(rows, course, minutes, says):
    assert rows[MINUTES].fine
    row = changed(course, MINUTES, "course.yml", "self_study: 36", minutes)
    assert (row.says, row.fine) == (says, False)


def test_a_page_for_the_full_depth_is_told_though_no_minutes_are_stated_for_it(course):
    page = "modules/active-listening/practice.md"
    row = changed(course, MINUTES, page, "minutes: 30", "minutes: 30\ndepth: full")
    assert row.says.endswith("; in full 36 stated, 35 computed")
    assert not row.fine


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
