"""The commands as a person runs them: words in, plain sentences and honest exit codes out."""

import errno
import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from alongside.cli import main, prove
from alongside.judging.rules import RULES
from alongside.reading.load import load_course

GOOD = Path(__file__).parent / "courses" / "good"
ROSTER = "id,name,role,cohort\na1,Ana Lima,peer-listener,Fall\n"


@pytest.fixture
def course(tmp_path):
    return Path(shutil.copytree(GOOD, tmp_path / "course"))


def alongside(*words, cwd, **env):
    return subprocess.run(
        [sys.executable, "-m", "alongside", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **env},
        check=False,
    )


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


def test_rules_prints_every_code_with_what_to_do(course):
    ran = alongside("rules", cwd=course)

    assert ran.returncode == 0
    assert all(f"  {code}" in ran.stdout for code in RULES)


def test_rules_may_be_asked_for_in_small_letters(course):
    assert alongside("rules", "q101", cwd=course).stdout.count("Q1") == 1


def test_rules_of_no_code_is_bad_input(course):
    assert alongside("rules", "Z9", cwd=course).returncode == 2


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


def test_a_reader_that_goes_away_gets_no_traceback(course):
    ran = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m alongside rules | head -n 1"],
        cwd=course,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "Traceback" not in ran.stderr


def test_without_a_place_for_errors_a_course_is_judged_all_the_same(course):
    closed = "import os, sys; os.close(2); os.execv(sys.executable, sys.argv[1:])"
    words = [sys.executable, "-m", "alongside", "check", "--quiet"]

    ran = subprocess.run(
        [sys.executable, "-c", closed, *words], cwd=course, capture_output=True, check=False
    )

    assert ran.returncode == 1
    assert b"to mend." in ran.stdout


def test_a_plain_terminal_without_unicode_is_fine(course):
    ran = alongside("check", cwd=course, LC_ALL="C", PYTHONUTF8="0", COLUMNS="40", NO_COLOR="1")

    assert "Traceback" not in ran.stderr
    assert "Modules written" in ran.stdout


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


def test_a_name_with_odd_signs_stays_one_line_and_moves_no_cursor(course):
    ran = alongside("prove", "a\nb\x1b[31m", cwd=course)

    assert ran.returncode == 2
    assert len(ran.stdout.splitlines()) == 1
    assert "\x1b" not in ran.stdout + alongside("rules", "\x1b[31m", cwd=course).stderr


@pytest.mark.parametrize("start", ["9999-12-31", "0001-01-01"])
def test_a_day_that_nobody_plans_for_is_bad_input(course, start):
    own = ("--shape", "own", "--minutes", "30", "--every", "60", "--at", "17:30")
    when = ("--start", start, "--timezone", "America/Toronto")

    ran = alongside("plan", "--track", "peer-listener", *own, *when, cwd=course)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "write the day as 2027-01-11" in ran.stderr


def test_new_takes_no_name_that_windows_keeps_for_itself(course):
    ran = alongside("new", "role-play", "con", "--module", "validation", cwd=course)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Windows" in ran.stderr


def test_pdf_without_a_site_is_bad_input(course):
    ran = alongside("pdf", cwd=course)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Build it first" in ran.stderr


def test_a_folder_that_cannot_be_written_says_what_to_do(course):
    (course / "file").write_text("in the way")

    ran = alongside("schema", "--write", "--folder", "file", cwd=course)

    assert ran.returncode == 2
    assert "file could not be read or written: file exists. Check" in ran.stderr


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


def test_one_of_a_kind_is_told_as_one(course):
    (course / "roster.csv").write_text(ROSTER, "utf-8")
    plan = "plan --track peer-listener --shape own --minutes 90 --every 7 --at 17:30"
    when = "--start 2027-01-11 --timezone America/Toronto"

    assigned = alongside("assign", "roster.csv", "--site", "https://x.org", cwd=course)
    planned = alongside(*plan.split(), *when.split(), cwd=course)

    assert assigned.stdout.startswith("1 plan is in plans")
    assert "1 meeting holds 1.4 hours" in planned.stdout
