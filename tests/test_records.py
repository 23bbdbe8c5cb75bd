"""The record of mutants: what cannot be kept is told before hours go into the counting."""

from __future__ import annotations

import errno

import pytest
from click.testing import CliRunner

from alongside.cli import main, prove
from running import alongside


@pytest.mark.parametrize("held", ["{bad", "[1]", '{"late-lab": 3}', "format: 1\n"])
def test_a_record_that_is_something_else_is_told_before_anything_is_counted(course, held):
    (course / "kept.json").write_text(held)

    ran = alongside("prove", "--mutants", "--record", "kept.json", cwd=course)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "kept.json is no record of mutants" in ran.stderr
    assert (course / "kept.json").read_text() == held


def test_a_record_in_a_folder_that_is_not_there_is_told_before_anything_is_counted(course):
    ran = alongside("prove", "--mutants", "--record", "none/kept.json", cwd=course)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "There is no folder none" in ran.stderr


def test_a_record_that_could_not_be_kept_is_told_before_anything_is_counted(
    course, monkeypatch
):
    def read_only(**_):
        raise OSError(errno.EROFS, "Read-only file system", "record.json")

    monkeypatch.chdir(course)
    monkeypatch.setattr(prove, "TemporaryFile", read_only)
    monkeypatch.setattr(prove, "load_course", lambda _: pytest.fail("begun all the same"))

    ran = CliRunner().invoke(main, ["prove", "--mutants", "--record", "record.json"])

    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "record.json could not be read or written: read-only" in ran.stderr


def test_the_count_of_a_role_play_that_cannot_be_read_today_stays_in_the_record(course):
    count = '{"plays": "", "mutants": 9, "caught": 9, "equivalent": 0, "faults": []}'
    before = f'{{\n"late-lab": {count}\n}}\n'
    (course / "record.json").write_text(before, "utf-8")
    (course / "role_plays/late-lab.yml").write_text("id: [", "utf-8")

    alongside("prove", "--mutants", "--record", "record.json", cwd=course)

    assert (course / "record.json").read_text("utf-8") == before
