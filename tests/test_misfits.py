"""What does not fit: every fault at once, each told once, with its line and a remedy."""

from __future__ import annotations

import re
import shutil
from pathlib import PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.reading.load import load_course
from breaking import BANK, GOOD, PLAY, change, only, told


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
        ("_toc.yml", "root: index", "root: index\ndefaults: {depth: 2}", 1, "Y202", "`depth`"),
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


@pytest.mark.parametrize(("key", "after"), [("turns", "endings"), ("endings", "debrief")])
def test_a_role_play_without_turns_or_endings_is_told_so(course, key, after):
    text = (course / PLAY).read_text("utf-8")
    emptied = re.sub(rf"(?ms)^{key}:.*?^{after}:", f"{key}: {{}}\n{after}:", text)
    (course / PLAY).write_text(emptied, "utf-8")

    assert only(course).says == f"`{key}` has 0 entries."


def test_an_option_with_a_fault_does_not_make_the_options_too_few(course):
    change(course, BANK, "      - id: pile\n", "      - id: pile\n        corect: true\n")

    assert only(course).code == "Y202"


def test_a_newer_file_says_only_that_the_program_must_be_upgraded(course):
    change(course, PLAY, "format: 1", "format: 2\nnew_key: 3")

    fault = only(course)

    assert (fault.code, fault.line) == ("Y210", 2)
    assert "newer version" in fault.says


@pytest.mark.parametrize(
    ("work", "code", "says"),
    [
        ("@website{x, title = {x}}", "Y505", "of a kind that the book cannot show"),
        ("@book{x, title = {x}, editor = {a}}", "Y505", "has no year, no publisher."),
        ("@misc{x, title = {}}", "Y505", "has no title."),
        ("@misc{x, title = {x}, URL = {javascript:alert(1)}}", "Y506", "to the web"),
        (r"@misc{x, title = {x \url{{data:text/html,x}}}}", "Y506", "to the web"),
        ("@misc{x, title = {x \u202e}}", "Y111", "invisible"),
    ],
)
def test_a_work_that_the_book_could_not_show_is_told_before_anything_cites_it(
    course, work, code, says
):
    sources = course / "book/sources.bib"
    line = 1 + sources.read_text("utf-8").count("\n")
    sources.write_text(sources.read_text("utf-8") + work, "utf-8")

    fault = only(course)

    assert (str(fault.path), fault.line, fault.code) == ("book/sources.bib", line, code)
    assert says in fault.says


@pytest.mark.parametrize(
    ("written", "code", "told"),
    [
        ("./book/sources", "Y502", "Write book/sources."),
        ("book//sources", "Y502", "Write book/sources."),
        ('"book/sources "', "Y502", "Write book/sources."),
        ("book/Sources", "Y502", "Write book/sources."),
        ("docs/sources", "Y502", "Put it into book, facilitator_guide or modules"),
        ("book/sources\n        sections: []", "Y204", "at least 1"),
    ],
)
def test_what_only_the_build_would_choke_on_in_the_contents_is_told(
    course, written, code, told
):
    change(course, "_toc.yml", "file: book/sources", f"file: {written}")

    faults = [one for one in load_course(course).faults if one.code == code]

    assert any(told in f"{one.says} {one.remedy}" for one in faults), faults


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


def test_a_page_outside_the_course_is_not_asked_to_be_written(course):
    change(course, "_toc.yml", "root: index", "root: ../index")

    assert only(course).remedy == "Name a page inside the course, or remove the line."


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

    try:
        faults = load_course(course).faults
    finally:
        (course / file).write_text(text, "utf-8")

    assert all(fault.line >= 0 and str(fault) for fault in faults)
