"""Reading pages: what the book's parser sees, each thing with its line."""

from __future__ import annotations

import time
from pathlib import PurePosixPath
from textwrap import dedent

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from alongside.reading.pages import MAX_PAGE_BYTES, FrontMatter, read_page

FILE = PurePosixPath("modules/m/l.md")


def page_of(text):
    page, faults = read_page(dedent(text), FILE)
    assert page is not None
    assert [str(fault) for fault in faults] == []
    return page


def faults_of(data):
    _, faults = read_page(data, FILE)
    return [(fault.line, fault.code) for fault in faults]


def test_front_matter_is_read_with_its_lines_and_is_no_prose():
    page = page_of("""\
        ---
        minutes: 8
        outcomes: [listening-name]
        ---

        # Hearing

        One line.
        """)

    assert page.front == FrontMatter(minutes=8, outcomes=("listening-name",))
    assert page.front_lines["outcomes",] == 3
    assert [(one.line, one.text) for one in page.prose] == [(6, "Hearing"), (8, "One line.")]
    assert page.title == "Hearing"
    assert page.name == "modules/m/l"


def test_front_matter_that_does_not_fit_says_the_line_in_the_page():
    text = "---\nminutes: soon\nminuts: 3\noutcomes: []\noutcomes: []\n---\n# T\n"

    assert faults_of(text) == [
        (2, "Y203"),
        (3, "Y202"),
        (5, "Y108"),
    ]


def test_front_matter_that_is_never_closed_is_a_fault_and_the_page_is_still_read():
    page, faults = read_page("---\nminutes: 8\n\n# T\n\nWords.\n", FILE)

    assert [(fault.line, fault.code) for fault in faults] == [(1, "Y401")]
    assert page.title == "T"


def test_headings_have_levels_words_and_lines():
    page = page_of("# One *two*\n\n## Three `four`\n\nFive\n----\n\n#### {term}`Six <s>`\n")

    assert [(one.level, one.text, one.line) for one in page.headings] == [
        (1, "One two", 1),
        (2, "Three", 3),
        (2, "Five", 5),
        (4, "Six", 8),
    ]


def test_a_directive_has_argument_options_body_and_lines():
    page = page_of("""\
        # T

        :::{quiz} listening
        :questions: listening-a, listening-b
        :dim:

        Body here.
        :::
        """)

    (quiz,) = page.named("quiz")
    assert (quiz.argument, quiz.line, quiz.end_line) == ("listening", 3, 8)
    assert quiz.options == {"questions": "listening-a, listening-b", "dim": ""}
    assert quiz.option_lines == {"questions": 4, "dim": 5}
    assert quiz.body.strip() == "Body here."
    assert page.prose[-1].line == 7


def test_directives_inside_directives_are_found_with_their_lines_and_surroundings():
    page = page_of("""\
        # T

        :::::{note}

        ::::{tip}
        :class: x

        ```{quiz} deep
        :questions: a
        ```
        Words.
        ::::
        :::::

        - A point
          :::{important}
          In a list.
          :::
        """)

    found = [(one.name, one.line, one.end_line, one.inside) for one in page.directives]
    assert found == [
        ("note", 3, 13, ()),
        ("tip", 5, 12, ("note",)),
        ("quiz", 8, 10, ("note", "tip")),
        ("important", 16, 18, ()),
    ]
    lines = {one.text: (one.line, one.inside) for one in page.prose}
    assert lines["Words."] == (11, ("note", "tip"))
    assert lines["In a list."] == (17, ("important",))


def test_a_blockquote_is_a_persona_and_avoid_is_neither():
    page = page_of("""\
        Own words.

        > Their words,
        > and more.

        :::{avoid}
        You only need to try.

        > Quoted to avoid.
        :::

        > :::{note}
        > Still a persona.
        > :::
        """)

    assert [(one.line, one.voice, one.text) for one in page.prose] == [
        (1, "own", "Own words."),
        (3, "persona", "Their words,"),
        (4, "persona", "and more."),
        (7, "avoid", "You only need to try."),
        (9, "avoid", "Quoted to avoid."),
        (13, "persona", "Still a persona."),
    ]


def test_prose_is_told_line_by_line_without_markup_or_code():
    page = page_of("""\
        A *soft* word, a [link to it](https://example.org "t") and `code`.
        A {term}`shown <hidden>` role {cite:p}`rogers-1957`, a note[^1] and a \\* star.

        | Head | Two |
        | ---- | --- |
        | cell | more |

        Term
        : What it means.

        [^1]: The footnote.

        ```
        fenced code
        ```

        % a comment
        """)

    assert [(one.line, one.kind, one.text) for one in page.prose] == [
        (1, "text", "A soft word, a link to it and ."),
        (2, "text", "A shown role , a note and a * star."),
        (4, "cell", "Head"),
        (4, "cell", "Two"),
        (6, "cell", "cell"),
        (6, "cell", "more"),
        (8, "term", "Term"),
        (9, "text", "What it means."),
        (11, "text", "The footnote."),
    ]
    assert [(role.name, role.content, role.line) for role in page.roles] == [
        ("term", "shown <hidden>", 2),
        ("cite:p", "rogers-1957", 2),
    ]


def test_links_and_images_have_their_words_target_and_line():
    page = page_of("""\
        One [*soft* link](a.md), then
        ![what is seen](x.svg) and <https://example.org> and
        a [long
        one][ref].

        [ref]: https://example.org/b
        """)

    assert [(one.text, one.target, one.line, one.image) for one in page.links] == [
        ("soft link", "a.md", 1, False),
        ("what is seen", "x.svg", 2, True),
        ("https://example.org", "https://example.org", 2, False),
        ("long one", "https://example.org/b", 3, False),
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("x\n\n<script>alert(1)</script>\n", [3]),
        ("a <img src=x onerror=alert(1)> b\n", [1]),
        ("one\ntwo <svg onload=x>\n", [2]),
        ("<!-- hidden -->\n", [1]),
        (":::{note}\ntext\n\n<iframe src=x></iframe>\n:::\n", [4]),
        ("> - <b>x</b>\n", [1, 1]),
        ("# T <i>x\n", [1]),
        ("| a |\n| - |\n| <u> |\n", [3]),
        ("Term\n: <b\nx>\n", [2]),
        ("`<b>` and\n\n    <b>\n\n```\n<b>\n```\n\\<b>\n", []),
        ("1 < 2 > 1\n", []),
        (":::{code-block} html\n<b>\n:::\n", []),
    ],
)
def test_raw_html_is_found_wherever_the_book_would_pass_it_on(text, lines):
    page, _ = read_page(text, FILE)

    assert [one.line for one in page.raw_html] == lines


def test_whatever_can_bring_in_a_file_is_an_include():
    page, _ = read_page(
        "```{include} /etc/passwd\n```\n\n:::{note}\n\n```{literalinclude} x\n```\n:::\n\n"
        "```{raw} html\n:file: x\n```\n\n```{csv-table} t\n:url: http://x\n```\n\n"
        "```{figure} x.svg\n:file: y\n```\n\n```{eval-rst}\n.. include:: /etc/passwd\n```\n",
        FILE,
    )

    assert [(one.name, one.line) for one in page.includes] == [
        ("include", 1),
        ("literalinclude", 6),
        ("raw", 10),
        ("csv-table", 14),
        ("figure", 18),
        ("eval-rst", 22),
    ]


def test_facilitator_notes_are_told_apart_and_not_counted():
    page = page_of("""\
        # T

        Two words.

        :::{facilitator-note}
        - Ask: what do you hear?
        :::

        The end.
        """)

    (note,) = page.notes
    assert note.body == "- Ask: what do you hear?\n"
    assert page.words == 5
    assert [one.text for one in page.prose if not one.for_trainees] == [
        "Ask: what do you hear?"
    ]


def test_labels_are_known_with_their_lines():
    assert page_of("(here)=\n# T\n\n(there)=\n## U\n").labels == {"here": 1, "there": 4}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# T\n\n:::{note}\nnever closed\n", [(3, "Y402")]),
        ("```{quiz} x", [(1, "Y402")]),
        ("::::{note}\n\n:::{tip}\ninner\n::::\n", [(3, "Y402")]),
        ("::: note\nx\n:::\n", [(1, "Y404")]),
        ("::::{note}\n:::{tip}\nx\n:::\n::::\n", [(2, "Y405")]),
        (":::{quiz} x\n:questions a\n:::\n", [(2, "Y405")]),
        ("# T\n\nx\x00y\n", [(3, "Y111")]),
        (b"# T\n\ncaf\xe9\n", [(3, "Y113")]),
        ("# T\n\n" + "*a " * 4_000, [(3, "Y406")]),
        ("a\n" * 20_001, [(0, "Y114")]),
        (b"x" * (MAX_PAGE_BYTES + 1), [(0, "Y114")]),
    ],
)
def test_a_page_that_cannot_be_meant_is_a_fault(text, found):
    assert faults_of(text) == found


def test_deep_nesting_of_directives_is_refused():
    deep = "\n\n".join(f"{':' * (30 - n)}{{note}}" for n in range(20))
    deep += "\n\n" + "\n".join(":" * (30 - n) for n in reversed(range(20)))

    assert "Y403" in {code for _, code in faults_of(deep)}


def test_windows_line_ends_and_a_byte_order_mark_change_nothing():
    plain = "---\nminutes: 3\n---\n# T\n\n:::{note}\nx\n:::\n"

    assert read_page(b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode(), FILE) == read_page(
        plain, FILE
    )


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 50_000, "> " * 50_000, "`" * 50_000, "*a " * 30_000, "- " * 50_000),
        *("<" * 50_000, "![" * 20_000, "a\n" * 20_000, "- x\n" * 10_000, "*a *b\n\n" * 10_000),
        *("[a](" * 10_000, "|a" * 20_000, "# " + "x" * 300, "{a}`" * 20_000),
        *(":::{note}\n" * 5_000, "(a)=\n" * 10_000),
    ],
    ids=lambda text: text[:8].strip().replace("\n", "/"),
)
def test_no_page_takes_long(text):
    began = time.process_time()

    read_page(text, FILE)

    assert time.process_time() - began < 60  # a generous limit: a busy machine is no fault


SNIPPETS = st.sampled_from(
    [
        *(
            ":::{note}\n",
            ":::\n",
            "::::{quiz} x\n",
            ":a: b\n",
            "---\n",
            "minutes: 1\n",
            "# T\n",
        ),
        *("> ", "- ", "<b>", "<!--", "-->", "`", "``", "```{include} x\n", "```\n", "[a](b)"),
        *(
            "![c](d)\n",
            "{term}`x`",
            "{cite:p}`",
            "| a | b |\n| - | - |\n",
            "\n",
            "\n\n",
            "    ",
        ),
        *("\t", "[^1]", ": ", "[^1]: n\n", "(l)=\n", "% c\n", "+++\n", "\\", "\x00", "é"),
        *("\ud800", "Term\n", "&amp;"),
    ]
)


@settings(max_examples=300, deadline=None)
@example("> :::{note}\n> ")
@given(st.lists(SNIPPETS, max_size=25).map("".join))
def test_no_text_gets_anything_but_faults_out_of_the_reader(text):
    page, faults = read_page(text, FILE)

    assert page is not None or faults
    lines = text.count("\n") + 1
    assert all(1 <= one.line <= lines for one in (page.prose if page else ()))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_get_anything_but_faults_out_of_the_reader(data):
    page, faults = read_page(data, FILE)

    assert page is not None or faults
