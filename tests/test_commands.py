"""The commands as a person runs them: words in, plain sentences and honest exit codes out."""

from __future__ import annotations

import json
import subprocess
import sys
from shlex import quote

import pytest

from alongside.judging.rules import RULES
from breaking import BANK, PAGE, change
from running import alongside


def test_check_tells_every_fault_and_then_the_scoreboard(course):
    bank = course / "quizzes/active-listening.yml"
    text = bank.read_text("utf-8")
    bank.write_text(text.replace("It gives back what Sam means, and Sam can correct it", "Yes"))

    ran = alongside("check", cwd=course)

    assert ran.returncode == 1
    assert "Q104 The feedback 'Yes.' gives no reason." in ran.stdout
    assert "Modules written" in ran.stdout
    assert ran.stdout.rstrip().endswith("to mend.")
    assert "Traceback" not in ran.stdout + ran.stderr


def test_check_as_json_stays_json_with_faults(course):
    (course / "course.yml").write_text("format: [", "utf-8")

    ran = alongside("check", "--json", cwd=course)

    data = json.loads(ran.stdout)
    assert ran.returncode == 2
    assert {"file", "line", "code", "says", "remedy", "warning"} == set(data["faults"][0])


def test_check_of_a_folder_without_a_course_says_so(tmp_path):
    ran = alongside("check", "--quiet", cwd=tmp_path)

    assert ran.returncode == 2
    assert "The course has no course.yml." in ran.stdout


@pytest.mark.parametrize(
    ("file", "find", "put", "code"),
    [
        ("quizzes/active-listening.yml", "correct: true", "corect: true", "Y202"),
        ("course.yml", "title: A tiny course", "title: 12", "Y203"),
        ("_toc.yml", "root: index", "rot: index", "Y202"),
        ("campus/example.yml", 'call: "911"', 'call: "9-1-1"', "Y206"),
        ("role_plays/late-lab.yml", "quality: weak", "quality: week", "Y207"),
    ],
)
def test_one_slip_is_one_fault_and_not_blamed_on_the_files_that_need_it(
    course, file, find, put, code
):
    path = course / file
    path.write_text(path.read_text("utf-8").replace(find, put, 1), "utf-8")

    ran = alongside("check", "--json", cwd=course)

    of_size = {"C110", "R601", "R603", "R604", "R605"}
    told = [each for each in json.loads(ran.stdout)["faults"] if not each["warning"]]
    assert [each["code"] for each in told if each["code"] not in of_size] == [code]
    assert ran.returncode == 2


def test_check_says_which_rules_wait_until_a_file_can_be_read(course):
    (course / "quizzes/active-listening.yml").write_text("format: 2\n", "utf-8")

    ran = alongside("check", "--quiet", cwd=course)

    assert "Not asked before every file can be read: " in ran.stdout
    assert ", C109," in ran.stdout


def test_a_content_note_is_not_missed_while_its_page_has_no_place(course):
    change(course, BANK, "Which reply is a reflection?", "“I'd rather be dead.” Which one?")
    change(course, PAGE, "minutes: 6", "minutes: 6\ncontent_note: Somebody speaks of dying.")
    assert "Q134" not in alongside("check", cwd=course).stdout

    change(course, "_toc.yml", "file: modules/active-listening/saying-it-back", "file:")

    assert "Q134 " not in alongside("check", cwd=course).stdout


def test_rules_prints_every_code_with_what_to_do(course):
    ran = alongside("rules", cwd=course)

    assert ran.returncode == 0
    assert all(f"  {code}" in ran.stdout for code in RULES)


def test_rules_may_be_asked_for_in_small_letters(course):
    assert alongside("rules", "q101", cwd=course).stdout.count("Q1") == 1


def test_rules_of_no_code_is_bad_input(course):
    assert alongside("rules", "Z9", cwd=course).returncode == 2


def test_a_reader_that_goes_away_gets_no_traceback(course):
    ran = subprocess.run(
        ["/bin/sh", "-c", f"{quote(sys.executable)} -m alongside rules | head -n 1"],
        cwd=course,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [(["check", "--quiet"], 1, b"to mend."), (["build"], 0, b"The site is in")],
)
def test_without_a_place_for_errors_a_course_is_judged_and_built_all_the_same(
    course, words, code, says
):
    closed = "import os, sys; os.close(2); os.execv(sys.executable, sys.argv[1:])"
    words = [sys.executable, "-m", "alongside", *words]

    ran = subprocess.run(
        [sys.executable, "-c", closed, *words], cwd=course, capture_output=True, check=False
    )

    assert ran.returncode == code
    assert says in ran.stdout


def test_a_plain_terminal_without_unicode_is_fine(course):
    ran = alongside("check", cwd=course, LC_ALL="C", PYTHONUTF8="0", COLUMNS="40", NO_COLOR="1")

    assert "Traceback" not in ran.stderr
    assert "Modules written" in ran.stdout


def test_a_name_with_odd_signs_stays_one_line_and_moves_no_cursor(course):
    ran = alongside("prove", "a\nb\x1b[31m", cwd=course)

    assert ran.returncode == 2
    assert len(ran.stdout.splitlines()) == 1
    assert "\x1b" not in ran.stdout + alongside("rules", "\x1b[31m", cwd=course).stderr


def test_pdf_without_a_site_is_bad_input(course):
    ran = alongside("pdf", cwd=course)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Build it first" in ran.stderr


def test_a_folder_that_cannot_be_written_says_what_to_do(course):
    (course / "file").write_text("in the way")

    ran = alongside("schema", "--write", "--folder", "file", cwd=course)

    assert ran.returncode == 2
    assert "file could not be read or written: file exists. Check" in ran.stderr


@pytest.mark.parametrize("command", ["prove", "build", "serve"])
def test_a_folder_that_holds_no_course_is_told_so_with_what_to_name(tmp_path, command):
    ran = alongside(command, cwd=tmp_path)

    assert ran.returncode == 2
    assert "ame the folder that holds course.yml" in ran.stdout + ran.stderr


def test_a_site_with_nothing_for_paper_is_told_so(course):
    (course / "_build/html/facilitator_guide").mkdir(parents=True)

    ran = alongside("pdf", cwd=course)

    assert ran.returncode == 2
    assert ran.stderr.startswith("The site has nothing for paper")
