"""Tracks, plans and agendas as a coordinator asks for them."""

from __future__ import annotations

import pytest

from alongside.reading.load import load_course
from running import alongside

ROSTER = "id,name,role,cohort\na1,Ana Lima,peer-listener,Fall\n"


def test_tracks_prints_the_hours_of_every_role_and_one_track(course):
    every, one = (
        alongside("tracks", cwd=course),
        alongside("tracks", "desk-volunteer", cwd=course),
    )

    assert every.stdout.count(" h before first contact") == 2
    track, _, more = one.stdout.partition("The role answers messages at night.")
    assert "Active listening" in track
    assert "Validation" not in track
    assert "then Validation: full" in more


def test_tracks_of_an_unknown_role_names_the_roles(course):
    ran = alongside("tracks", "dean", cwd=course)

    assert ran.returncode == 2
    assert "peer-listener, desk-volunteer" in ran.stderr


def test_assign_writes_a_plan_and_a_link_for_each_person(course):
    (course / "roster.csv").write_text(ROSTER, "utf-8")

    ran = alongside("assign", "roster.csv", "--site", "https://example.org/c", cwd=course)

    assert ran.returncode == 0
    assert "?track=peer-listener" in (course / "plans" / "plans.csv").read_text("utf-8")
    assert (course / "plans" / "a1.html").is_file()


def test_assign_writes_nothing_where_a_row_has_a_fault(course):
    (course / "roster.csv").write_text(ROSTER + "b2,Hidden Name,dean,Fall\n", "utf-8")

    ran = alongside("assign", "roster.csv", "--site", "https://example.org", cwd=course)

    assert ran.returncode == 2
    assert "roster.csv:3: S113" in ran.stderr
    assert "Hidden" not in ran.stdout + ran.stderr
    assert not (course / "plans").exists()


@pytest.mark.parametrize(
    "out", [".", "..", "/", "modules", "modules/plans", "_build/html/plans", "way/in"]
)
def test_assign_refuses_a_folder_that_is_not_its_own(course, out):
    (course / "roster.csv").write_text(ROSTER, "utf-8")
    (course / "way").symlink_to(course / "modules")

    ran = alongside("assign", "roster.csv", "--site", "https://e.org", "--out", out, cwd=course)

    assert ran.returncode == 3
    assert load_course(course).faults == ()


def test_a_track_with_an_unknown_module_makes_no_plans_and_no_hours(course):
    data = course / "course.yml"
    data.write_text(
        data.read_text("utf-8").replace("{module: validation, d", "{module: valdation, d"),
        "utf-8",
    )
    (course / "roster.csv").write_text(ROSTER, "utf-8")

    plans = alongside("assign", "roster.csv", "--site", "https://e.org", cwd=course)
    hours = alongside("tracks", cwd=course)

    assert (plans.returncode, hours.returncode, hours.stdout) == (2, 2, "")
    assert plans.stderr == hours.stderr
    assert "C106 There is no module 'valdation'." in plans.stderr
    assert not (course / "plans").exists()


def test_a_folder_that_cannot_be_written_is_named(course):
    (course / "roster.csv").write_text(ROSTER, "utf-8")
    out = "roster.csv/plans"

    ran = alongside("assign", "roster.csv", "--site", "https://e.org", "--out", out, cwd=course)

    assert ran.returncode == 2
    assert "roster.csv could not be read or written: " in ran.stderr


def test_an_agenda_does_not_take_the_place_of_the_plans(course):
    (course / "roster.csv").write_text(ROSTER)
    alongside("assign", "roster.csv", "--site", "https://e.org", cwd=course)
    own = ("--shape", "own", "--minutes", "90", "--every", "7", "--at", "17:30")
    when = ("--start", "2027-01-11", "--timezone", "America/Toronto", "--out", "plans")

    done = alongside("plan", "--track", "peer-listener", *own, *when, cwd=course)

    assert done.returncode == 3
    assert (course / "plans" / "a1.html").is_file()


def test_assign_needs_an_address_a_browser_can_open(course):
    for site in ("javascript:alert(1)", "https://course.example.ca\n"):
        ran = alongside("assign", "roster.csv", "--site", site, cwd=course)

        assert ran.returncode == 2
        assert "https://" in ran.stderr


@pytest.mark.parametrize("start", ["9999-12-31", "0001-01-01"])
def test_a_day_that_nobody_plans_for_is_bad_input(course, start):
    own = ("--shape", "own", "--minutes", "30", "--every", "60", "--at", "17:30")
    when = ("--start", start, "--timezone", "America/Toronto")

    ran = alongside("plan", "--track", "peer-listener", *own, *when, cwd=course)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "write the day as 2027-01-11" in ran.stderr


def test_one_of_a_kind_is_told_as_one(course):
    (course / "roster.csv").write_text(ROSTER, "utf-8")
    plan = "plan --track peer-listener --shape own --minutes 90 --every 7 --at 17:30"
    when = "--start 2027-01-11 --timezone America/Toronto"

    assigned = alongside("assign", "roster.csv", "--site", "https://x.org", cwd=course)
    planned = alongside(*plan.split(), *when.split(), cwd=course)

    assert assigned.stdout.startswith("1 plan is in plans")
    assert "1 meeting holds 1.4 hours" in planned.stdout
