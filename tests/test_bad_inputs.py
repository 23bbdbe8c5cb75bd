"""Slips that kind hands make: each is told once, on its own line, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from alongside.judging.judge import judge
from alongside.reading.load import load_course
from breaking import BANK, GOOD, PLAY, change, small_course, told
from running import alongside

LESSON = "modules/active-listening/saying-it-back.md"
SESSION = "facilitator_guide/run_sheets/active-listening.yml"
LAST = len((GOOD / LESSON).read_text("utf-8").split("\n"))
TEXT = "text: Reflection\n"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return small_course(tmp_path / "course")


def new_faults(course: Path) -> list[tuple[str, int, str]]:
    """Return the faults that the good course does not have."""
    known = {one.says for one in judge(load_course(GOOD)).faults}
    found = judge(load_course(course)).faults
    return [(str(one.path), one.line, one.code) for one in found if one.says not in known]


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (BANK, TEXT, "text: 'tis a mirror\n", "in quotes is not closed"),
        (BANK, TEXT, 'text: "Mirror" he said\n', "in quotes is not closed"),
        (BANK, TEXT, "text: - Mirror\n", "a dash"),
        (BANK, TEXT, "text: | Mirror\n", "stands after a |"),
        (BANK, TEXT, "text: Mirror #1 of two\n", "the rest of the line is lost"),
        (PLAY, "title: The late lab", "title:The late lab", "a key and a colon should"),
        (PLAY, "[peer-listener]", "[peer-listener,, x]", "in brackets"),
        ("campus.yml", "name: Ex", "name：Ex", "a key and a colon should"),
    ],
)
def test_what_is_no_yaml_is_told_where_it_begins(course, file, old, new, words):
    line = change(course, file, old, new)

    (fault,) = load_course(course).faults

    assert (str(fault.path), fault.line) == (file, line)
    assert words in fault.says


def test_text_of_two_bytes_a_letter_is_one_fault_and_not_one_a_line(course):
    text = (course / "campus.yml").read_text("utf-8")
    (course / "campus.yml").write_bytes(text.encode("utf-16-be"))

    assert told(course) == [("campus.yml", 1, "Y113")]


@pytest.mark.parametrize("front", ["minutes: six", "minuets: 6", "- minutes", "a: *b"])
def test_a_slip_in_front_matter_says_nothing_of_what_the_rest_of_it_holds(course, front):
    change(course, LESSON, "minutes: 6", front)

    codes = {code for _, _, code in new_faults(course)}

    assert codes
    assert not codes & {"P101", "P111", "C101", "C102", "C103", "T101", "T102"}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{doc}`practice and so on", "P124"),
        ("{doc} `practice`", "P124"),
        ("[a page](my page.md)", "P124"),
        ("[[practice]]", "P124"),
        ("~~gone~~ words", "P124"),
        ("*loose words", "P124"),
        ("##Nospace here", "P124"),
        ("| a | b |", "P124"),
        ("::{note}", "P124"),
        (":field: value", "P124"),
        ("Word^[a note].", "P124"),
        ("<<<<<<< HEAD", "P124"),
        ("    :::{note}", "Y407"),
        ("[write to us](mailto:us@example.org)", "P127"),
        ("[call a line](tel:+15550100)", "P127"),
        ("[a good page](ftp://example.org)", "P108"),
        ("[a good page](C:/practice.md)", "P108"),
        ("[a good page](https://)", "P108"),
        ("[a good page](https://me:word@example.org/)", "P108"),
        (":::{image} https://example.org/lake.png\n:alt: A lake at dawn\n:::", "P108"),
        (":::{run-sheet} active-listening\n:::", "P113"),
        (":::{note}\n---\nclass: x\n---\nWords.\n:::", "Y405"),
        (".. note:: words", "P124"),
        (":::{admonition}\nWords.\n:::", "P126"),
        (":::{kits} no-such-module\n:::", "P113"),
        (":::{tracks} peer-listener\n:::", "P130"),
        (":::{bibliography}\n:style: plain\n:::", "P109"),
        ("[a good page](practice.md#no-such-mark)", "P123"),
        ("[a good page](HTTPS://example.org)", "P108"),
        ("Go to {doc}`<practice>`.", "P120"),
        ("| a | b |\n| - | - |\n| c | d | e |", "P119"),
    ],
)
def test_what_a_page_would_show_as_it_stands_is_told(course, written, code):
    with (course / LESSON).open("a", encoding="utf-8") as page:
        page.write(f"\n{written}\n")

    assert code in {code for file, line, code in new_faults(course) if line >= LAST}


@pytest.mark.parametrize(
    "written",
    [
        "A heart <3, snake_case, 5 * 3, (c), and :30 past.",
        "`{doc}` and `a*b` are code.",
        "| a | b |\n| - | :-: |\n| c | d |",
        "::: {note}\nA space before the brace is fine.\n:::",
        ":::{tip} All of it may stand on the line that opens it.\n:::",
        "(a-mark)=\n## A part\n\n[the part](saying-it-back.md#a-mark)",
        "[a good page](https://example.org:8443/a@b?c#d)",
        "```\n    indented code\n```",
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(course, written):
    with (course / LESSON).open("a", encoding="utf-8") as page:
        page.write(f"\n{written}\n")

    assert not {code for _, line, code in new_faults(course) if line >= LAST}


def test_a_misspelt_option_is_told_where_it_stands(course):
    line = change(course, LESSON, ":questions:", ":question:")

    assert (LESSON, line, "P109") in new_faults(course)


@pytest.mark.parametrize(
    ("file", "entry", "code"),
    [
        ("campus.yml", "  - {id: on-call, role: Somebody else, name: null}\n", "K107"),
        (SESSION, "  - {id: cards, what: Other cards.}\n", "F112"),
        ("evidence.yml", None, "E104"),
        (PLAY, None, "C113"),
    ],
)
def test_what_stands_twice_is_told_on_the_line_of_the_second(course, file, entry, code):
    if entry:
        first = {"K107": "contacts:\n", "F112": "materials:\n"}[code]
        line = change(course, file, first, first + entry) + 2
    elif code == "E104":
        line = change(course, file, "id: later-trial", "id: trial")
    else:
        line = change(course, file, "skills: [reflection]", "skills: [reflection, reflection]")

    found = [(where, at) for where, at, which in new_faults(course) if which == code]

    assert found == [(file, line)]


def test_a_step_cannot_need_more_minutes_than_it_has(course):
    line = change(course, SESSION, "minutes: 8, at_least: 2", "minutes: 8, at_least: 20")

    assert (SESSION, line, "F101") in new_faults(course)


@pytest.mark.parametrize("name", ["campus.yaml", "Campus.yml"])
def test_a_file_that_is_nearly_called_right_is_named(course, name):
    (course / "campus.yml").rename(course / name)

    (fault,) = load_course(course).faults

    assert fault.remedy == f"Rename {name}."


def test_a_file_in_place_of_a_room_is_told(course):
    (course / "role_plays" / "late-lab.yml").unlink()
    (course / "role_plays").rmdir()
    (course / "role_plays").touch()

    assert told(course) == [("role_plays", 0, "Y304")]


def test_a_role_play_may_be_named_as_the_shell_completes_it(course):
    ended = alongside("prove", "role_plays/late-lab.yml", "--json", cwd=course)

    assert ended.returncode == 1
    assert '"late-lab"' in ended.stdout


def test_a_record_that_is_nested_without_end_is_no_record(course):
    (course / "record.json").write_text("[" * 100_000)

    ended = alongside("prove", "--mutants", "--record", "record.json", cwd=course)

    assert ended.returncode == 2
    assert "is no record of mutants" in ended.stderr


def test_a_moment_that_is_no_number_is_told_in_a_sentence(course):
    ended = alongside("build", cwd=course, SOURCE_DATE_EPOCH="yesterday")

    assert ended.returncode == 2
    assert ended.stderr.startswith("SOURCE_DATE_EPOCH is 'yesterday'")


def test_an_empty_moment_says_nothing(course):
    assert alongside("build", cwd=course, SOURCE_DATE_EPOCH="").returncode == 0


@pytest.mark.parametrize(
    "rows",
    [
        "\n\nid;name;role;cohort\na1;Ana;peer-listener;fall\n",
        "id,name,role,cohort\na1,Ana,peer-listener,fall,,,\n",
    ],
)
def test_blank_lines_and_empty_cells_around_a_roster_are_no_fault(course, rows):
    (course / "roster.csv").write_text(rows)

    ended = alongside("assign", "roster.csv", "--site", "https://example.org/", cwd=course)

    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_roster_of_two_bytes_a_letter_is_told_as_such(course):
    rows = "id,name,role,cohort\na1,Ana,peer-listener,fall\n"
    (course / "roster.csv").write_bytes(rows.encode("utf-16-le"))

    ended = alongside("assign", "roster.csv", "--site", "https://example.org/", cwd=course)

    assert "roster.csv:1: S103 The file is not UTF-8 text." in ended.stderr
