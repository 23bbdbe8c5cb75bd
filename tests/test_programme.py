"""The programme: tracks add up, and each person has a plan."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.programme.cells import guarded, unguarded
from alongside.programme.plans import plan_files
from alongside.programme.tracks import floor_load, role_named, track_load
from rosters import COURSE, HEADER, roster


def test_a_track_adds_up_its_modules():
    load = track_load(COURSE, COURSE.roles[0])

    assert (load.alone, load.live, round(load.hours, 2)) == (36 + 20, 60 + 30, 2.43)


def test_a_floor_counts_only_what_comes_before_first_contact():
    assert floor_load(COURSE, COURSE.roles[0]).hours == pytest.approx((36 + 60) / 60)


def test_a_role_is_found_by_id_or_by_name():
    assert role_named(COURSE, " peer LISTENER ") is COURSE.roles[0]
    assert role_named(COURSE, "peer-listener") is COURSE.roles[0]
    assert role_named(COURSE, "dean") is None


@pytest.mark.parametrize("start", [*"=+-@\t\r＝＋－＠'", "\u200b=", "\ufeff+"])
def test_a_cell_that_could_run_in_a_spreadsheet_is_guarded(start):
    assert guarded(f"{start}SUM(A1)") == f"'{start}SUM(A1)"


@given(st.text(max_size=20))
def test_a_guarded_cell_comes_back_as_it_was(cell):
    assert unguarded(guarded(cell)) == cell


def test_plans_hold_a_page_for_each_person_and_one_table(tmp_path):
    people = roster(tmp_path, HEADER + 'a1,"=HYPERLINK(1)<b>",peer-listener,F\n').people

    files = plan_files(COURSE, people, "https://example.org/course/")

    row = next(csv.DictReader(io.StringIO(files["plans.csv"])))
    assert row["name"] == "'=HYPERLINK(1)<b>"
    assert row["link"] == "https://example.org/course/index.html?track=peer-listener"
    assert "=HYPERLINK(1)&lt;b&gt;" in files["a1.html"]
    assert row["link"] in files["a1.html"]
    assert sorted(files) == ["a1.html", "plans.csv"]


@pytest.mark.parametrize("person", ["CON", "nul", "aux.txt", "Com1", "lpt9.2027.x"])
def test_a_person_whose_id_windows_keeps_for_itself_has_a_page_there_too(tmp_path, person):
    rows = f"{person},Ana,peer-listener,F\nconny,Bo,peer-listener,F\nname.,Cy,peer-listener,F\n"
    people = roster(tmp_path, HEADER + rows).people

    files = plan_files(COURSE, people, "https://example.org/course/")

    assert list(files) == [f"_{person}.html", "conny.html", "name..html", "plans.csv"]
    assert f'"{person}","Ana"' in files["plans.csv"]


def test_the_same_roster_gives_the_same_bytes(tmp_path):
    people = roster(
        tmp_path, HEADER + "a1,Ana,peer-listener,F\nb2,Bo,desk-volunteer,F\n"
    ).people

    assert plan_files(COURSE, people, "https://e.org") == plan_files(
        COURSE, people, "https://e.org"
    )
