"""``alongside new``: files that load as they are, and nothing that is there is lost."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys

import pytest

from alongside.reading.load import load_course
from running import alongside


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("bank", "validation"), "quizzes/validation.yml"),
        (("role-play", "a-start", "--module", "validation"), "role_plays/a-start.yml"),
        (("module", "validation"), "modules/validation/index.md"),
    ],
)
def test_new_writes_files_that_load_without_a_fault(course, words, file):
    ran = alongside("new", *words, cwd=course)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert (course / file).is_file()
    assert [str(fault) for fault in load_course(course).faults] == []


def test_a_new_role_play_breaks_only_rules_of_size(course):
    alongside("new", "role-play", "a-start", "--module", "validation", cwd=course)

    ran = alongside("prove", "a-start", "--json", cwd=course)

    found = json.loads(ran.stdout)["role_plays"][0]["findings"]
    assert {each["code"][:2] for each in found if not each["warning"]} <= {"R6"}


@pytest.mark.parametrize(
    "words", [("role-play", "a-start"), ("bank", "validation", "--module", "validation")]
)
def test_new_takes_a_module_for_a_role_play_and_for_nothing_else(course, words):
    ran = alongside("new", *words, cwd=course)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "--module" in ran.stderr


def test_new_writes_nothing_through_a_link(course, tmp_path):
    shutil.move(course / "role_plays", tmp_path / "elsewhere")
    (course / "role_plays").symlink_to(tmp_path / "elsewhere")

    ran = alongside("new", "role-play", "a-start", "--module", "validation", cwd=course)

    assert ran.returncode == 3
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["late-lab.yml"]


def test_new_leaves_no_half_of_a_module_where_the_disk_is_full(course):
    index = course / "modules/validation/index.md"

    ran = subprocess.run(
        [sys.executable, "-B", "-m", "alongside", "new", "module", "validation"],
        cwd=course,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500)),
    )

    assert ran.returncode == 2
    assert "could not be read or written: file too large. Check" in ran.stderr
    assert not index.exists()


def test_new_never_overwrites(course):
    before = (course / "quizzes/active-listening.yml").read_bytes()

    ran = alongside("new", "bank", "active-listening", cwd=course)

    assert ran.returncode == 3
    assert (course / "quizzes/active-listening.yml").read_bytes() == before


@pytest.mark.parametrize("name", ["../x", "Two Words", "UPPER", "-x", "x" * 81])
def test_new_takes_only_names_that_can_be_files(course, name):
    assert alongside("new", "bank", "--", name, cwd=course).returncode == 2


def test_new_takes_no_name_that_windows_keeps_for_itself(course):
    ran = alongside("new", "role-play", "con", "--module", "validation", cwd=course)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Windows" in ran.stderr
