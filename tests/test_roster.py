"""Rosters: who is in them, and everything that is wrong with them at once."""

import os
import re
from pathlib import Path

import pytest

from alongside.programme import roster as roster_module
from alongside.programme.roster import read_roster
from alongside.programme.roster_codes import ROSTER_CODES
from rosters import COURSE, HEADER, codes, roster


def test_a_roster_gives_each_person_their_role(tmp_path):
    found = roster(
        tmp_path, HEADER + "a1,Ana Lima,peer-listener,Fall\n\nb2,Bo,Desk volunteer,\n"
    )

    assert codes(found) == []
    assert [(p.id, p.name, p.role.id, p.cohort) for p in found.people] == [
        ("a1", "Ana Lima", "peer-listener", "Fall"),
        ("b2", "Bo", "desk-volunteer", ""),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_semicolons_tabs_crlf_and_a_byte_order_mark_are_fine(tmp_path, delimiter):
    text = "\ufeffid,name,role,cohort\r\na1,Ana,peer-listener,Fall\r\n".replace(",", delimiter)

    found = roster(tmp_path, text)

    assert (codes(found), found.people[0].name) == ([], "Ana")


def test_every_fault_of_every_row_is_told_at_once_and_names_nobody(tmp_path):
    rows = (
        "a1,Ana,peer-listener,F\na1,Secret Name,dean,F\n,Bo,peer-listener,F\n"
        "A1,Cy,peer-listener,F\nd4,,dean,F\n"
    )

    found = roster(tmp_path, HEADER + rows)

    assert codes(found) == [(3, "S113"), (4, "S111"), (5, "S110"), (6, "S112"), (6, "S113")]
    assert "Secret" not in "".join(map(str, found.faults))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "S105"),
        (HEADER, "S106"),
        ("name,role,cohort\nAna,peer-listener,F\n", "S108"),
        ("id,id,name,role,cohort\n", "S108"),
        ("código,nombre,papel,grupo\n", "S108"),
        (HEADER + '"a1,Ana,peer-listener,F\n', "S107"),
        (HEADER + "a1,Ana\0,peer-listener,F\n", "S104"),
        (HEADER + f"a1,{'x' * 300},peer-listener,F\n", "S109"),
        (HEADER + f"a1,{'x' * 1_000_000},peer-listener,F\n", "S107"),
        (HEADER.encode("utf-16"), "S103"),
        ((HEADER + "a1,Zoë,peer-listener,F\n").encode("latin-1"), "S103"),
        (HEADER + "../x,Ana,peer-listener,F\n", "S111"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("S1") else "",
)
def test_a_roster_that_cannot_be_used_says_why(tmp_path, text, code):
    found = roster(tmp_path, text)

    assert code in {fault.code for fault in found.faults}
    assert found.people == ()


def test_a_folder_a_device_and_a_missing_file_are_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path, Path("/dev/zero"), tmp_path / "pipe", tmp_path / "none.csv"):
        assert [f.code for f in read_roster(path, COURSE).faults] == ["S101"]


def test_a_roster_of_a_hundred_thousand_rows_is_told_to_be_split(tmp_path):
    rows = "".join(f"p{n},N,peer-listener,F\n" for n in range(100_000))

    assert "S102" in {fault.code for fault in roster(tmp_path, HEADER + rows).faults}


def test_ids_that_differ_by_capitals_alone_are_told_apart_by_nobody(tmp_path):
    found = roster(tmp_path, HEADER + "ab,Ana,peer-listener,F\nAB,Bo,peer-listener,F\n")

    assert codes(found) == [(3, "S110")]
    assert "capitals make no difference" in str(found.faults[0])


def test_a_row_with_another_sign_between_its_cells_is_told_by_that(tmp_path):
    found = roster(tmp_path, HEADER + "a1;Ana;peer-listener;F\n")

    assert codes(found) == [(2, "S114")]


def test_columns_that_nobody_finds_are_asked_for_with_commas_between(tmp_path):
    found = roster(tmp_path, "id|name|role|cohort\na1|Ana|peer-listener|F\n")

    assert codes(found) == [(1, "S108")]
    assert "with commas between" in found.faults[0].remedy


def test_a_row_with_more_cells_than_the_first_is_not_cut_short(tmp_path):
    found = roster(tmp_path, HEADER + "a1,Ana,peer-listener,Fall, 2026\n")

    assert (codes(found), found.people) == ([(2, "S114")], ())


def test_a_column_that_nobody_reads_is_named_and_left_out(tmp_path):
    found = roster(tmp_path, "id,name,role,feelings,cohort\na1,Ana,peer-listener,sad,F\n")

    assert [(f.code, f.warning) for f in found.faults] == [("S115", True)]
    assert (found.errors, found.people[0].cohort) == ((), "F")
    assert "sad" not in "".join(map(str, found.faults))


def test_a_roster_of_a_thousand_columns_is_refused(tmp_path):
    wide = ",".join(f"c{n}" for n in range(1000))

    assert codes(roster(tmp_path, f"id,name,role,cohort,{wide}\n")) == [(1, "S102")]


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u009b"])
def test_a_sign_that_hides_or_turns_words_is_refused(tmp_path, sign):
    found = roster(tmp_path, HEADER + f"a1,A{sign}na,peer-listener,F\n")

    assert codes(found) == [(2, "S104")]


def test_signs_in_several_rows_are_told_at_once_with_the_other_faults(tmp_path):
    found = roster(
        tmp_path, HEADER + "a1,A\x01na,peer-listener,F\na2,,dean,\na3,B\x02,peer-listener,\n"
    )

    assert codes(found) == [(2, "S104"), (3, "S112"), (3, "S113"), (4, "S104")]


def test_a_quotation_mark_that_is_never_closed_is_told_where_its_row_starts(tmp_path):
    found = roster(
        tmp_path,
        HEADER + 'a1,Ana,peer-listener,F\na2,"Bo,peer-listener,F\na3,Cy,peer-listener,F\n',
    )

    assert codes(found) == [(3, "S107")]


def test_a_person_in_place_of_the_first_row_is_not_named(tmp_path):
    found = roster(tmp_path, "a1,Ana Lima,peer-listener,F\n")

    assert codes(found) == [(1, "S108")]
    assert "lima" not in str(found.faults[0]).lower()


def test_two_byte_order_marks_are_as_good_as_one(tmp_path):
    found = roster(tmp_path, "\ufeff\ufeff" + HEADER + "a1,Ana,peer-listener,F\n")

    assert [p.id for p in found.people] == ["a1"]


def test_every_code_of_a_roster_is_in_the_list_of_rules():
    text = (Path(roster_module.__file__)).read_text("utf-8")

    assert set(re.findall(r"S\d{3}", text)) == set(ROSTER_CODES)
