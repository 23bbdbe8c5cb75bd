"""Reading pages that somebody got wrong, or means ill with."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from alongside.reading.pages import MAX_PAGE_BYTES, read_page
from page_text import FILE, faults_of


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
        ("# T\n\nOne  \ntwo\\\nthree\n", [(3, "Y408"), (4, "Y408")]),
        ("(a)=\n# T\n\n(A)=\n## U\n", [(4, "Y409")]),
        ("(a)=\n# T\n\n:::{note}\n:name: a\nx\n:::\n", [(5, "Y409")]),
        ("# T\n\nx[^a]\n\n[^a]: y\n\n[^a]: z\n", [(7, "Y409")]),
        ("# T\n\n[b]: c.md\n[b]: d.md\n\n[x][b]\n", [(4, "Y409")]),
        ("# T\n\nx\n\n[^a]: y\n", [(5, "Y410")]),
        (
            "# T\n\n---\n\nx\n\n---\n\n---\n\ny\n\n***\n",
            [(3, "Y411"), (9, "Y411"), (13, "Y411")],
        ),
        ("# T\n\n+++\n\nx\n", [(3, "Y412")]),
    ],
)
def test_a_page_that_cannot_be_meant_is_a_fault(text, found):
    assert faults_of(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "(a)=\n# T\n\n(b)=\n## U\n\nx[^a] y[^a]\n\n[^a]: z\n",
        "# T\n\nx\n\n---\n\ny\n",
        "---\njupytext: {}\nkernelspec: {}\n---\n# T\n\n+++\n\nx\n",
        ":::{note}\nx[^a]\n:::\n\n[^a]: y\n",
    ],
)
def test_what_stands_once_and_between_is_left_alone(text):
    assert faults_of(text) == []


@pytest.mark.parametrize("opening", ["{note}", "{admonition}", "{avoid}", "{facilitator-note}"])
def test_the_line_that_opens_a_box_is_read_as_well(opening):
    page, _ = read_page(f":::{opening} Be <b>kind</b>, [say](x.md)\nWords.\n:::\n", FILE)

    assert [(one.line, one.text) for one in page.raw_html] == [(1, "<b>"), (1, "</b>")]
    assert [(one.text, one.target) for one in page.links] == [("say", "x.md")]
    assert [one.text for one in page.prose] == ["Be kind, say", "Words."]


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
