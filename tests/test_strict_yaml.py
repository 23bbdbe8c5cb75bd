"""Reading YAML: nothing is built from what could mislead, and every fault says its line."""

from __future__ import annotations

import time
from pathlib import PurePosixPath

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.reading.strict_yaml import MAX_FAULTS, Document, read_yaml

FILE = PurePosixPath("quizzes/x.yml")
PARSERS = [yaml.BaseLoader]
if hasattr(yaml, "CBaseLoader"):
    PARSERS.append(yaml.CBaseLoader)


@pytest.fixture(params=PARSERS, ids=lambda loader: loader.__name__)
def read(request):
    def read(data) -> Document:
        return read_yaml(data, FILE, loader=request.param)

    return read


def codes(document):
    return [(fault.line, fault.code) for fault in document.faults]


def test_words_mean_what_they_look_like(read):
    words = "no, on, yes, off, 012, 1_000, 09:30, 22:22:22, 2024-01-02, ~, 1e3, 0x1f, .5, .inf"

    document = read(f"[{words}]")

    assert document.value == words.split(", ")
    assert document.faults == ()


def test_only_plain_numbers_and_three_words_are_not_text(read):
    document = read("[true, False, null, 0, -3, +1, 0.5, '1', \"true\", 1234567890123456]")

    assert document.value == [True, False, None, 0, -3, 1, 0.5, "1", "true", "1234567890123456"]


def test_a_telephone_number_without_quotes_stays_text(read):
    assert read("call: +18773573197").value == {"call": "+18773573197"}


def test_keys_are_always_text(read):
    assert read("no: 1\ntrue: 2\n2: 3\nnull: 4\n").value == {
        "no": 1,
        "true": 2,
        "2": 3,
        "null": 4,
    }


def test_a_duplicate_key_is_refused_with_both_lines(read):
    document = read("a:\n  correct: true\n  text: x\n  correct: false\n")

    (fault,) = document.faults
    assert (fault.line, fault.code) == (4, "Y108")
    assert "on line 2 and on line 4" in fault.says
    assert ("a", "correct") in document.refused


def test_the_same_key_in_two_entries_is_no_duplicate(read):
    assert read("- {id: a}\n- {id: b}\n").faults == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &x [1]\nb: *x\n", [(1, "Y102"), (2, "Y101")]),
        ("a: !!python/object/apply:os.system [id]\n", [(1, "Y103")]),
        ("a: !!str 1\n", [(1, "Y103")]),
        ("a: !local x\n", [(1, "Y103")]),
        ("<<: {a: 1}\nb: 2\n", [(1, "Y109")]),
        ("? [a, b]\n: 1\nc: 2\n", [(1, "Y110")]),
        ("a: 1\n---\nb: 2\n", [(2, "Y106")]),
        ("%YAML 1.1\n---\na: 1\n", [(1, "Y107")]),
        ("a:\n\t- b\nc:\n\t- d\n", [(2, "Y112"), (4, "Y112")]),
        ("a: 1\nb: Room 5 # 6 is closed\n", [(2, "Y118")]),
        ("a: one\n  and two #three\nb: 4\n", [(2, "Y118")]),
        ("a: x\x00y\n", [(1, "Y111")]),
        ('a: "\\x07"\n', [(1, "Y111")]),
        ("a: 1\nb: cal\u200bm down\n", [(2, "Y111")]),
        ("a: sui\xadcide\n", [(1, "Y111")]),
        ("a: sui\u2062cide\n", [(1, "Y111")]),
        ("a: \u202eback to front\n", [(1, "Y111")]),
        ("a: \u2066apart\n", [(1, "Y111")]),
        ('a: "\\u200b"\n', [(1, "Y111")]),
        ("a: 1\nb: 'never closed\n\n\n", [(2, "Y115")]),
        ("a: b: c\n", [(1, "Y115")]),
        ("a:\n  - b\n - c\n", [(3, "Y115")]),
        ("", [(1, "Y116")]),
        ("# nothing\n", [(1, "Y116")]),
    ],
)
def test_what_could_mislead_is_refused_with_its_line(read, text, found):
    assert codes(read(text)) == found


def test_every_fault_is_told_where_reading_can_go_on(read):
    document = read("a: &x 1\nb: *x\n<<: {c: 2}\nd: !t 3\nd: 4\n? {e: f}\n: {g: [h]}\ni: 5\n")

    assert [code for _, code in codes(document)] == [
        "Y102",
        "Y101",
        "Y109",
        "Y103",
        "Y108",
        "Y110",
    ]
    assert document.value["i"] == 5
    assert "e" not in document.value


def test_an_alias_bomb_is_refused_before_anything_is_made_of_it(read):
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]

    document = read("\n".join(levels))

    assert len(document.faults) == MAX_FAULTS + 1
    assert len(str(document.value)) < 10_000


def test_a_merge_bomb_takes_no_time(read):
    levels = ["a0: &a0 {k: v}"]
    levels += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 25)]
    began = time.process_time()

    document = read("\n".join(levels))

    assert {fault.code for fault in document.faults} >= {"Y102", "Y109"}
    assert time.process_time() - began < 30  # a generous limit


@pytest.mark.parametrize("text", ["[" * 900, "- " * 900 + "x", "? " * 900, "{a: " * 900])
def test_deep_nesting_stops_at_once(read, text):
    assert codes(read(text))[-1] in {(1, "Y104"), (1, "Y115")}


def test_forty_levels_are_allowed_and_forty_one_are_not(read):
    assert read("[" * 40 + "]" * 40).faults == ()
    assert codes(read("[" * 41 + "]" * 41)) == [(1, "Y104")]


def test_a_large_file_is_refused_before_it_is_read(read):
    assert codes(read(b"# " + b"x" * 256 * 1024)) == [(1, "Y114")]


def test_too_many_values_are_refused(read):
    assert read("- 1\n" * 19_999).faults == ()
    assert codes(read("- 1\n" * 20_000)) == [(20_000, "Y105")]


@pytest.mark.parametrize(
    "text",
    [
        *("\x00" * 250_000, "\x00\n" * 120_000, "\t- a\n" * 50_000, " " * 250_000),
        *("a" * 250_000, "'" * 250_000, "#" * 250_000, "\n" * 250_000, "- " * 120_000),
        *("&a " * 80_000, "a: " * 80_000, "? " * 120_000, "{" * 250_000, "%a\n" * 80_000),
        "---\n" * 60_000,
    ],
    ids=lambda text: repr(text[:4]),
)
def test_no_file_takes_long(read, text):
    began = time.process_time()

    assert read(text).faults or not text.strip(" \n#a'")
    assert time.process_time() - began < 60  # a generous limit: a busy machine is no fault


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(read):
    plain = "a:\n  - b: |\n      one\n      two\n    c: 1\n"

    marked = read(b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode())

    assert marked == read(plain)


def test_text_that_is_not_utf8_is_refused_with_its_line(read):
    assert codes(read("a: b\nc: caf\xe9\n".encode("latin-1"))) == [(2, "Y113")]
    assert codes(read("a: b".encode("utf-16"))) == [(1, "Y113")]


def test_odd_line_breaks_stay_in_the_text_and_move_no_line(read):
    document = read("a: x\u2028y\u2029z\x85w\nb: 1\n")

    assert document.value == {"a": "x\u2028y\u2029z\x85w", "b": 1}
    assert document.line(("b",)) == 2


def test_each_place_knows_its_line(read):
    document = read("a:\n  b:\n    - id: x\n      text: >-\n        y\n    - id: z\n")

    assert document.line(("a",)) == 1
    assert document.line(("a", "b")) == 2
    assert document.line(("a", "b", 0)) == 3
    assert document.line(("a", "b", 0, "text")) == 4
    assert document.line(("a", "b", 1, "id")) == 6
    assert document.line(("a", "b", 1, "not there")) == 6
    assert document.line(("else",)) == 1


def test_faults_of_one_file_are_counted_after_the_first_fifty(read):
    document = read("a: 1\n" * 80)

    assert len(document.faults) == 51
    assert document.faults[-1].says == "29 more faults in this file."


def test_a_part_of_a_file_keeps_the_lines_of_the_whole():
    document = read_yaml("a: 1\na: 2\n", FILE, first_line=2)

    assert codes(document) == [(3, "Y108")]


SNIPPETS = st.sampled_from(
    [
        *(
            "a: ",
            "- ",
            "? ",
            ": ",
            "&x ",
            "*x",
            "!!t ",
            "<<: ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "'",
            '"',
        ),
        *("|\n", ">-\n", "\n", "  ", "\t", "---\n", "...\n", "%YAML 1.2\n", "# c\n", "\\"),
        *("\u2028", "null", "012", "\x00", "\ufeff", "\x85", "é", "😀", "\ud800"),
        *('"\\ud800"', '"\\U0011ffff"', "%YAML 99999999999999999999999.1\n", "%TAG ! x\n"),
        *("@", "`", "- - - ", "x" * 1100 + ": "),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(SNIPPETS, max_size=30).map("".join), st.sampled_from(PARSERS))
def test_no_text_gets_anything_but_faults_out_of_the_reader(text, parser):
    document = read_yaml(text, FILE, loader=parser)

    assert document.built or document.faults


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(PARSERS))
def test_no_bytes_get_anything_but_faults_out_of_the_reader(data, parser):
    document = read_yaml(data, FILE, loader=parser)

    assert document.built or document.faults


@settings(max_examples=200, deadline=None)
@given(st.lists(SNIPPETS, max_size=12).map("".join))
def test_both_parsers_agree_on_what_a_sound_file_says(text):
    slow, fast = (read_yaml(text, FILE, loader=loader) for loader in (PARSERS[0], PARSERS[-1]))

    if not slow.faults and not fast.faults:
        assert slow == fast


def test_a_remark_after_one_word_a_list_or_quotes_cuts_nothing_short(read):
    text = 'a: word # one of three\nb: [p q, r] # a list\nc: "two words" # quoted\nd: x #y\n'

    document = read(text)

    assert document.faults == ()
