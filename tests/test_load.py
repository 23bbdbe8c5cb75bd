"""Loading a course: everything in it as frozen values, and where each thing stands."""

from __future__ import annotations

import re
import time
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path, PurePosixPath
from typing import get_args

import pytest
from pydantic import ValidationError

from alongside.model.bank import Question
from alongside.reading.load import load_course
from alongside.reading.reading_codes import READING_CODES
from alongside.reading.works import MAX_BIBLIOGRAPHY_BYTES
from breaking import BANK, GOOD, PLAY, change, told


def test_the_good_course_has_no_faults_and_everything_in_it():
    loaded = load_course(GOOD)

    assert loaded.faults == ()
    assert loaded.unread == frozenset()
    assert loaded.course.id == "tiny"
    assert list(loaded.banks) == ["active-listening"]
    assert list(loaded.role_plays) == ["late-lab"]
    assert list(loaded.checklists) == ["active-listening"]
    assert [entry.name for entry in loaded.toc] == list(loaded.pages)
    assert loaded.config["title"] == "A tiny course"
    assert loaded.works == {"rogers-farson-1957": 1}
    assert PurePosixPath(BANK) in loaded.files


def test_works_are_read_as_bibtex_reads_them(course):
    more = "@comment{one, two}\n@misc(paper,\n title = {x})\n@misc{\n  talk,\n title = {y}}\n"
    sources = course / "book/sources.bib"
    start = 1 + sources.read_text("utf-8").count("\n")
    sources.write_text(sources.read_text("utf-8") + more, "utf-8")

    loaded = load_course(course)

    assert loaded.faults == ()
    assert loaded.works == {
        "rogers-farson-1957": 1,
        "paper": start + 1,
        "talk": start + 3,
    }


@pytest.mark.parametrize(
    ("more", "line", "code"),
    [
        ("\n@misc{cafe, title = {Café}}".encode("latin-1"), 8, "Y113"),
        (b"\n@misc{long, title = {" + b"x" * MAX_BIBLIOGRAPHY_BYTES + b"}}", 0, "Y114"),
    ],
)
def test_a_bibliography_that_is_not_read_whole_says_so_and_nothing_else(
    course, more, line, code
):
    sources = course / "book/sources.bib"
    sources.write_bytes(sources.read_bytes() + more)

    loaded = load_course(course)

    assert told(course) == [("book/sources.bib", line, code)]
    assert loaded.lacks("book/sources.bib")


def test_the_good_course_has_a_question_of_each_type():
    types = {one.type for one in load_course(GOOD).banks["active-listening"].questions}

    kinds = get_args(get_args(Question)[0])
    assert types == {get_args(kind.model_fields["type"].annotation)[0] for kind in kinds}


def test_what_is_loaded_cannot_be_changed():
    loaded = load_course(GOOD)

    with pytest.raises(TypeError):
        loaded.banks["x"] = None
    with pytest.raises(FrozenInstanceError):
        loaded.course = None
    with pytest.raises(ValidationError):
        loaded.course.title = "x"


def test_the_table_of_contents_knows_parts_depths_and_parents():
    lesson = next(one for one in load_course(GOOD).toc if one.name.endswith("saying-it-back"))

    assert (lesson.part, lesson.depth, lesson.line) == ("Modules", 1, 13)
    assert lesson.parent == "modules/active-listening/index"


def test_an_own_entry_of_the_campus_wins_over_the_preset_by_its_id():
    loaded = load_course(GOOD)

    assert [line.id for line in loaded.campus.lines] == ["emergency", "crisis"]
    assert [contact.name for contact in loaded.campus.contacts] == [
        "The duty coordinator",
        None,
    ]
    assert loaded.campus.lines[1].checked is None
    assert loaded.campus.escalation[0] == "Stay with the student."


def test_a_date_of_checking_is_a_date(course):
    change(course, "campus/example.yml", "checked: null", "checked: 2026-01-15")

    assert load_course(course).campus.lines[0].checked == date(2026, 1, 15)


def test_where_tells_file_and_line_of_each_thing():
    loaded = load_course(GOOD)
    bank, play = loaded.banks["active-listening"], loaded.role_plays["late-lab"]
    page = loaded.pages["modules/active-listening/practice"]

    for thing, place, file, words in [
        (bank, ("questions", 0, "options", 1, "feedback"), BANK, "feedback: Advice, before"),
        (bank, ("questions", 1), BANK, "- id: active-listening-open"),
        (play, ("turns", "table", "replies", 1), PLAY, "- id: ask"),
        (loaded.course, ("roles", 1), "course.yml", "- id: desk-volunteer"),
        (loaded.campus, ("contacts", 0, "email"), "campus.yml", "email: on-call@example.org"),
        (loaded.campus, ("contacts", 1), "campus/example.yml", "- id: counselling"),
        (loaded.campus, ("lines", 1, "text_word"), "campus/example.yml", "text_word: HELLO"),
        (loaded.campus, ("escalation", 1), "campus/example.yml", "- Phone the staff person"),
        (page, ("minutes",), "modules/active-listening/practice.md", "minutes: "),
        ("_toc.yml", ("root",), "_toc.yml", "root: index"),
    ]:
        found, line = loaded.where(thing, *place)
        assert str(found) == file
        assert (GOOD / file).read_text("utf-8").splitlines()[line - 1].strip().startswith(words)


def test_where_never_fails():
    loaded = load_course(GOOD)

    assert loaded.where("no/such.yml", "x", 3) == (PurePosixPath("no/such.yml"), 1)
    assert loaded.where(loaded.campus, "nothing", 9) == (PurePosixPath("campus.yml"), 1)


def test_a_page_and_a_bibliography_that_cannot_be_had_count_as_unread(course):
    toc = (course / "_toc.yml").read_text("utf-8")
    (course / "_toc.yml").write_text(toc.replace("/practice", "/practise"), "utf-8")
    (course / "book/sources.bib").write_text("@article{a, title={x}", "utf-8")

    loaded = load_course(course)

    assert loaded.lacks("book/sources.bib")
    assert loaded.lacks("modules")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(course):
    for path in course.rglob("*"):
        if path.is_file():
            plain = path.read_bytes().replace(b"\n", b"\r\n")
            path.write_bytes(b"\xef\xbb\xbf" + plain)

    loaded, good = load_course(course), load_course(GOOD)

    assert loaded.faults == ()
    assert (loaded.banks, loaded.course) == (good.banks, good.course)
    assert loaded.pages == good.pages
    assert loaded.works == good.works


def test_a_page_that_is_not_listed_is_a_file_but_no_page(course):
    (course / "modules" / "active-listening" / "design.md").write_text("# Design\n")

    loaded = load_course(course)

    assert PurePosixPath("modules/active-listening/design.md") in loaded.files
    assert "modules/active-listening/design" not in loaded.pages
    assert loaded.faults == ()


def test_every_code_of_the_reading_room_is_listed_and_every_listed_code_is_used():
    source = Path(load_course.__code__.co_filename).parent
    files = [path for path in source.glob("*.py") if path.name != "reading_codes.py"]
    used = set().union(*(re.findall(r'"(Y\d{3})"', path.read_text("utf-8")) for path in files))

    assert used == set(READING_CODES)


def test_a_course_of_full_size_loads_in_a_few_seconds(course):
    bank = (course / BANK).read_text("utf-8")
    play = (course / PLAY).read_text("utf-8")
    page = (course / "modules/active-listening/saying-it-back.md").read_text("utf-8")
    listed = "format: jb-book\nroot: index\nchapters:\n"
    for number in range(13):
        text = bank.replace("module: active-listening", f"module: m-{number}")
        (course / "quizzes" / f"m-{number}.yml").write_text(text, "utf-8")
    for number in range(42):
        text = play.replace("id: late-lab", f"id: p-{number}", 1)
        (course / "role_plays" / f"p-{number}.yml").write_text(text, "utf-8")
    for number in range(60):
        (course / "book" / f"p-{number}.md").write_text(page * 3, "utf-8")
        listed += f"  - file: book/p-{number}\n"
    (course / "_toc.yml").write_text(listed, "utf-8")
    began = time.process_time()

    loaded = load_course(course)

    assert loaded.faults == ()
    assert (len(loaded.banks), len(loaded.role_plays), len(loaded.pages)) == (14, 43, 61)
    assert time.process_time() - began < 15
