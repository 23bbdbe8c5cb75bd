"""Loading a course: every fault at once, with file, line and remedy, whatever is there."""

from __future__ import annotations

import os
import re
import shutil
import time
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path, PurePosixPath
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from alongside.model.bank import Question
from alongside.reading import folder as folder_module
from alongside.reading.load import load_course
from alongside.reading.reading_codes import READING_CODES
from alongside.reading.works import MAX_BIBLIOGRAPHY_BYTES

GOOD = Path(__file__).parent / "courses" / "good"
BANK = "quizzes/active-listening.yml"
PLAY = "role_plays/late-lab.yml"


@pytest.fixture
def course(tmp_path):
    """A copy of the good course, to be broken."""
    return Path(shutil.copytree(GOOD, tmp_path / "course"))


def change(course, file, old, new):
    path = course / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def told(course):
    return [(str(one.path), one.line, one.code) for one in load_course(course).faults]


def only(course):
    (fault,) = load_course(course).faults
    return fault


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


@pytest.mark.parametrize(
    ("file", "old", "new", "shift", "code", "words"),
    [
        (BANK, "correct: true", "corect: true", 0, "Y202", "Did you mean `correct`?"),
        (PLAY, "- id: feeling\n    phase: reactions\n    ask: How are you after that talk?",
         "- {id: feeling, phase: reactions, ask: After that talk, how are you?}", 0, "Y202",
         "A comma inside {…} ended the text before it: put that whole text in quotes."),
        (BANK, "        feedback: Advice, before", "        # Advice, before", -2, "Y201",
         "Option `plan` has no `feedback`. Add it."),
        (BANK, "level: understand", "level: undrstand", 0, "Y207", "Did you mean understand?"),
        (BANK, "use: practice", "use: 3", 0, "Y207", "practice, assess"),
        (BANK, "type: single", "type: singel", 0, "Y207", "Did you mean single?"),
        (BANK, "    type: single\n", "", -1, "Y201", "has no `type`"),
        (BANK, "outcomes: [active-listening-classify]", "outcomes: []", 0, "Y204",
         "`outcomes` has 0 entries. Write at least 1."),
        (BANK, "outcomes: [active-listening-classify]", "outcomes: some-outcome", 0, "Y203",
         "must be a list, but is text"),
        (BANK, "- id: pile", "- id: Pile Up", 0, "Y206", "lower-case words joined by hyphens"),
        (BANK, "- id: pile", "- id: ../pile", 0, "Y206", "lower-case words"),
        (BANK, "confidence: true", "confidence: yes", 0, "Y203", "must be true or false"),
        (BANK, "answer: false", "answer: no", 0, "Y203", "must be true or false, but is text"),
        (BANK, "title: Questions on active listening", "title: 2026", 0, "Y203",
         "must be text, but is a number. Put it in quotes."),
        (BANK, "title: Questions on active listening", "title:", 0, "Y203", "but is empty"),
        (BANK, "title: Questions on active listening", "title: ' '", 0, "Y205", "is empty"),
        (BANK, "format: 1", "format: 2", 0, "Y210", "Upgrade Alongside"),
        (BANK, "format: 1", "format: one", 0, "Y207", "Write 1."),
        (BANK, "credit: 0.5", "credit: 0.7", 0, "Y211", "credit is 0, 0.5 or 1"),
        (BANK, "key: 4", "key: 5", 0, "Y208", "must be at most 4"),
        (BANK, "words: 40", "words: 4.5", 0, "Y203", "must be a whole number"),
        (BANK, "module: active-listening", "module: validation", 0, "Y307", "the two the same"),
        (PLAY, "id: late-lab", "id: other", 0, "Y307", "says `late-lab`"),
        (PLAY, "change: {trust: 1}", "change: {trust: 1.5}", 0, "Y203", "a whole number"),
        (PLAY, "change: {trust: 1}", "change: {Trust!: 1}", 0, "Y206", "the key `Trust!`"),
        (PLAY, "        to: table", "        to: At Table", 0, "Y206", "Reply `plan`"),
        (PLAY, "          - when: trust is open\n            to: lighter\n",
         "          - when: trust is open\n", 0, "Y201", "Way number 1 has no `to`"),
        (PLAY, "from: [door, table]", "form: [door, table]", 0, "Y202", "Did you mean `from`?"),
        (PLAY, "quality: middling", "quality: medium", 0, "Y207", "strong, middling"),
        (PLAY, "minutes: 5", "minutes: 0", 0, "Y208", "at least 1"),
        (PLAY, "    title: At the door\n", "", -1, "Y201", "Turn `door` has no `title`"),
        ("course.yml", ", core: 30}", "}", 0, "Y201",
         "Module `active-listening`: `minutes` has no `core`"),
        ("course.yml", "depth: full, floor: full", "depth: ful, floor: full", 0, "Y207",
         "Stop `active-listening`: `depth`"),
        ("campus.yml", "preset: example", "preset: nowhere", 0, "Y309", "presets are: example"),
        ("campus/example.yml", 'call: "911"', 'call: "nine"', 0, "Y206", "telephone number"),
        ("campus/example.yml", 'call: "911"', "call: 911", 0, "Y203", "Put it in quotes"),
        ("campus/example.yml", "https://example.org/chat", "http://example.org", 0, "Y206",
         "starting with https://"),
        ("campus/example.yml", "checked: null", "checked: soon", 0, "Y209", "2026-05-01"),
        ("campus/example.yml", "checked: null", "checked: 2026-02-30", 0, "Y209", "date"),
        ("campus/example.yml", "    checked: null\n", "", -9, "Y201", "no `checked`"),
        ("campus/example.yml", "format: 1", "format: 1\npreset: other", 1, "Y309",
         "Remove the key"),
        ("_toc.yml", "root: index", "root: home", 0, "Y502", "`home` is not there"),
        ("_toc.yml", "file: book/sources", "file: ../../etc/passwd", 0, "Y502", "not there"),
        ("_toc.yml", "file: book/sources", "file: book/get-help-now", 0, "Y501", "on line 7"),
        ("_toc.yml", "file: book/sources", "file: book/sources\n        url: x", 1, "Y202",
         "`url`"),
        ("_toc.yml", "format: jb-book", "format: jb-article", 0, "Y207", "Write jb-book."),
        ("book/sources.bib", "  year = {1957}\n}", "  year = {1957}\n\n@misc{x,\n}", 2, "Y503",
         "missing brace"),
        ("book/sources.bib", "  year = {1957}\n}",
         "  year = {1957}\n}\n@misc{rogers-farson-1957, title = {x}}", 2, "Y504", "on line 1"),
        ("book/sources.bib", "  year = {1957}\n}",
         "  year = {1957}\n}\n@misc{Rogers-Farson-1957, title = {x}}", 2, "Y504", "on line 1"),
        ("book/sources.bib", "  year = {1957}\n}",
         "  year = {1957}\n}\n@misc{x, note = {a}, note = {b}}", 2, "Y503", "duplicate note"),
        ("book/sources.bib", "  year = {1957}\n}",
         "  year = {1957}\n}\n@misc{x, author = {a, b, c, d}}", 2, "Y503", "Too many commas"),
        ("modules/active-listening/practice.md", "minutes:", "minuts:", 0, "Y202",
         "Did you mean `minutes`?"),
    ],
)  # fmt: skip
def test_a_misfit_is_told_once_with_its_line_and_remedy(  # noqa: PLR0913, PLR0917
    course, file, old, new, shift, code, words
):
    line = change(course, file, old, new)

    faults = load_course(course).faults

    assert [(str(one.path), one.line, one.code) for one in faults][:1] == [
        (file, line + shift, code)
    ]
    assert len(faults) == 1
    assert words in str(faults[0])


def test_six_faults_in_three_files_are_told_in_one_run_and_sorted(course):
    change(course, BANK, "correct: true", "corect: true")
    change(course, BANK, "level: understand", "level: high")
    change(course, PLAY, "quality: middling", "quality: medium")
    change(course, PLAY, "minutes: 5", "minutes: 5\nminutes: 6")
    change(course, "course.yml", "status: planned", "status: soon")
    change(course, "course.yml", "title: A tiny course", "title: *name")

    faults = load_course(course).faults

    assert [(str(one.path), one.code) for one in faults] == [
        ("course.yml", "Y101"),
        ("course.yml", "Y207"),
        (BANK, "Y207"),
        (BANK, "Y202"),
        (PLAY, "Y108"),
        (PLAY, "Y207"),
    ]
    assert list(faults) == sorted(faults)


def test_a_refused_value_is_told_once_and_not_again_as_a_misfit(course):
    change(course, "course.yml", "title: A tiny course", "title: *name")

    assert only(course).code == "Y101"


def test_a_file_with_a_fault_is_left_out_and_counted_as_unread(course):
    change(course, BANK, "correct: true", "corect: true")

    loaded = load_course(course)

    assert loaded.banks == {}
    assert loaded.unread == {PurePosixPath(BANK)}


@pytest.mark.parametrize("name", ["quizzes/validation.YML", "quizzes/validation.yaml"])
def test_a_data_file_with_another_ending_is_not_passed_over(course, name):
    shutil.copy(course / BANK, course / name)

    assert told(course) == [(name, 0, "Y308")]


def test_a_data_file_in_a_folder_below_is_not_passed_over(course):
    (course / "role_plays/drafts").mkdir()
    shutil.copy(course / PLAY, course / "role_plays/drafts")

    assert told(course) == [("role_plays/drafts/late-lab.yml", 0, "Y310")]


@pytest.mark.parametrize(("key", "after"), [("turns", "endings"), ("endings", "debrief")])
def test_a_role_play_without_turns_or_endings_is_told_so(course, key, after):
    text = (course / PLAY).read_text("utf-8")
    emptied = re.sub(rf"(?ms)^{key}:.*?^{after}:", f"{key}: {{}}\n{after}:", text)
    (course / PLAY).write_text(emptied, "utf-8")

    assert only(course).says == f"`{key}` has 0 entries."


def test_a_link_in_place_of_a_file_counts_as_unread_and_not_as_missing(course):
    (course / BANK).unlink()
    (course / BANK).symlink_to("/etc/passwd")

    loaded = load_course(course)

    assert loaded.unread == {PurePosixPath(BANK)}
    assert loaded.lacks("quizzes")


def test_an_option_with_a_fault_does_not_make_the_options_too_few(course):
    change(course, BANK, "      - id: pile\n", "      - id: pile\n        corect: true\n")

    assert only(course).code == "Y202"


def test_a_newer_file_says_only_that_the_program_must_be_upgraded(course):
    change(course, PLAY, "format: 1", "format: 2\nnew_key: 3")

    fault = only(course)

    assert (fault.code, fault.line) == ("Y210", 2)
    assert "newer version" in fault.says


@pytest.mark.parametrize("text", ["[]", "3", "text", "- a\n- b\n", "null", "{}", "a: 1"])
def test_a_file_of_another_shape_is_told_plainly(course, text):
    for file in ("course.yml", "campus.yml", "_toc.yml", BANK, PLAY):
        (course / file).write_text(text, "utf-8")

    found = {file for file, _, _ in told(course)}

    assert found >= {"course.yml", "campus.yml", "_toc.yml", BANK, PLAY}


@pytest.mark.parametrize("text", ["- a\n", "hello\n"])
def test_a_configuration_that_is_no_keys_is_told(course, text):
    (course / "_config.yml").write_text(text, "utf-8")

    assert [(str(f.path), f.code) for f in load_course(course).faults] == [
        ("_config.yml", "Y203")
    ]


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


def test_no_folder_no_course_and_no_files_are_told_plainly(tmp_path):
    missing = only(tmp_path / "nowhere")
    assert missing.code == "Y301"
    assert "course.yml" in missing.remedy

    (tmp_path / "file").write_text("x")
    assert only(tmp_path / "file").code == "Y301"
    assert told(tmp_path) == [
        ("_toc.yml", 0, "Y302"),
        ("campus.yml", 0, "Y302"),
        ("course.yml", 0, "Y302"),
    ]
    assert only(Path("a\0b")).code == "Y301"


def test_links_pipes_and_folders_in_place_of_files_are_refused_at_once(course):
    (course / PLAY).unlink()
    (course / PLAY).symlink_to("/etc/passwd")
    (course / "role_plays" / "loop.yml").symlink_to("loop.yml")
    (course / "modules" / "around").symlink_to(course / "modules")
    os.mkfifo(course / "quizzes" / "pipe.yml")
    (course / "quizzes" / "folder.yml").mkdir()

    assert told(course) == [
        ("modules/around", 0, "Y303"),
        ("quizzes/folder.yml", 0, "Y304"),
        ("quizzes/pipe.yml", 0, "Y304"),
        ("role_plays/late-lab.yml", 0, "Y303"),
        ("role_plays/loop.yml", 0, "Y303"),
    ]


def test_a_course_yml_that_is_a_link_is_told_once(course):
    (course / "course.yml").rename(course / "real.txt")
    (course / "course.yml").symlink_to("real.txt")

    assert only(course).code == "Y303"


def test_a_file_swapped_for_a_link_after_the_look_is_not_followed(course):
    seen = folder_module.look_through(course)
    (course / BANK).unlink()
    (course / BANK).symlink_to("/etc/passwd")

    found = folder_module.read_bytes(seen, PurePosixPath(BANK), 100)

    assert found.code == "Y305"


def test_an_unreadable_folder_or_file_is_told_plainly(course, monkeypatch):
    real_open, real_scan = os.open, os.scandir

    def shut_open(path, *args, **kwargs):
        if str(path).endswith("late-lab.yml"):
            raise PermissionError(13, "Permission denied")
        return real_open(path, *args, **kwargs)

    def shut_scan(path):
        if str(path).endswith("quizzes"):
            raise PermissionError(13, "Permission denied")
        return real_scan(path)

    monkeypatch.setattr(folder_module.os, "open", shut_open)
    monkeypatch.setattr(folder_module.os, "scandir", shut_scan)

    assert told(course) == [("quizzes", 0, "Y301"), ("role_plays/late-lab.yml", 0, "Y305")]


def test_ten_thousand_files_are_refused_in_a_moment(course):
    for number in range(10_000):
        (course / "quizzes" / f"x{number}.yml").touch()
    began = time.process_time()

    fault = only(course)

    assert (fault.code, fault.path) == ("Y306", PurePosixPath())
    assert time.process_time() - began < 60  # a generous limit


def test_folders_nested_too_deep_are_refused(course):
    deep = course / "modules" / Path(*"abcdefghij")
    deep.mkdir(parents=True)

    assert only(course).code == "Y306"


def test_what_lies_beside_the_course_is_not_looked_at(course):
    (course / ".venv" / "quizzes").mkdir(parents=True)
    (course / ".venv" / "quizzes" / "bad.yml").write_text("[[[")
    (course / "src").mkdir()
    (course / "src" / "bad.yml").symlink_to("/")
    (course / "_build").mkdir()
    (course / "_build" / "bad.yml").write_text("[[[")

    assert told(course) == []


def test_a_yaml_suffix_is_refused(course):
    (course / "quizzes" / "x.yaml").write_text("format: 1\n")

    assert told(course) == [("quizzes/x.yaml", 0, "Y308")]


def test_a_page_that_is_not_listed_is_a_file_but_no_page(course):
    (course / "modules" / "active-listening" / "design.md").write_text("# Design\n")

    loaded = load_course(course)

    assert PurePosixPath("modules/active-listening/design.md") in loaded.files
    assert "modules/active-listening/design" not in loaded.pages
    assert loaded.faults == ()


def test_every_fault_is_a_sentence_and_a_remedy_without_what_was_written(course):
    private = "Zephyrine-Quux"
    for file in ("course.yml", BANK, PLAY):
        text = (course / file).read_text("utf-8")
        (course / file).write_text(
            re.sub(r"(text|means|setting): .*", rf"\1: [{private}]", text)
        )

    faults = load_course(course).faults

    assert faults
    for fault in faults:
        assert private not in str(fault)
        assert fault.says.endswith(".")
        assert fault.remedy.endswith((".", "?"))
        assert "Input" not in fault.says
        assert "Tuple" not in fault.says


def test_every_code_of_the_reading_room_is_listed_and_every_listed_code_is_used():
    source = Path(load_course.__code__.co_filename).parent
    files = [path for path in source.glob("*.py") if path.name != "reading_codes.py"]
    used = set().union(*(re.findall(r'"(Y\d{3})"', path.read_text("utf-8")) for path in files))

    assert used == set(READING_CODES)


MUTATIONS = st.sampled_from(
    [
        "",
        ":",
        "- ",
        "  ",
        "{",
        "]",
        "'",
        "*x",
        "&a ",
        "null",
        "\t",
        "\x00",
        "9" * 400,
        "é",
        "\n",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_damage_to_a_file_gets_anything_but_faults(tmp_path, data):
    course = tmp_path / "course"
    if not course.exists():
        shutil.copytree(GOOD, course)
    file = data.draw(st.sampled_from([BANK, PLAY, "course.yml", "campus.yml", "_toc.yml"]))
    text = (GOOD / file).read_text("utf-8")
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 12))
    (course / file).write_text(text[:at] + data.draw(MUTATIONS) + text[at + cut :], "utf-8")

    loaded = load_course(course)

    (course / file).write_text(text, "utf-8")
    assert all(fault.line >= 0 and str(fault) for fault in loaded.faults)


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


def test_a_page_outside_the_course_is_not_asked_to_be_written(tmp_path):
    folder = Path(shutil.copytree(GOOD, tmp_path / "course"))
    toc = folder / "_toc.yml"
    toc.write_text(toc.read_text("utf-8").replace("root: index", "root: ../index"), "utf-8")

    told = [fault.remedy for fault in load_course(folder).faults if fault.code == "Y502"]

    assert told == ["Name a page inside the course, or remove the line."]
