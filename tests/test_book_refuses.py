"""The book: what it refuses, and says why."""

from __future__ import annotations

import os
import re

import pytest

from breaking import BANK
from building import LESSON, append, build, tree

UNSAFE = {
    "<script>alert(1)</script>": "P103",
    "Some <img src=x onerror=alert(1)> words": "P103",
    "<svg onload=alert(1)></svg>": "P103",
    '<iframe src="https://example.org"></iframe>': "P103",
    "```{include} /etc/hostname\n```": "P104",
    "```{literalinclude} ../../../../../etc/hostname\n```": "P104",
    "```{raw} html\n:file: /etc/hostname\n```": "P104",
    "```{eval-rst}\n.. raw:: html\n\n   <b>x</b>\n```": "P104",
    "![x](https://example.org/x.png)": "P108",
    "[press](javascript:alert(1))": "P108",
}
UNSEEN_OR_MISSING = {
    ":::{quiz} no-such-bank\n:::": "P113",
    ":::{quiz} active-listening\n:questions: active-listening-nope\n:::": "P113",
    ":::{role-play} no-such-talk\n:::": "P113",
    "```{no-such-directive}\n```": "no-such-directive",
    "See {doc}`no-such-page`.": "no-such-page",
    "![a picture](no-such-picture.png)": "no-such-picture.png",
    "See {term}`no such term`.": "no such term",
}


@pytest.mark.parametrize("writings", [UNSAFE, UNSEEN_OR_MISSING], ids=["rules", "parser"])
def test_what_a_page_must_not_hold_is_told_at_once_with_its_lines(course, writings):
    lines = {append(course, LESSON, words): told for words, told in writings.items()}
    told = build(course)
    assert told.returncode == 2
    for line, words in lines.items():
        where = (f"{LESSON}.md:{line}:", f"{LESSON}.md:{line + 1}:")  # an option has its own
        assert any(
            one.startswith(where) and words in one for one in told.stderr.splitlines()
        ), (line, words, told.stderr)
    assert "Traceback" not in told.stderr
    assert not any("<script>alert" in path.read_text() for path in course.rglob("*.html"))


def test_a_fault_is_told_again_until_it_is_mended(course):
    append(course, LESSON, ":::{quiz} no-such-bank\n:::")
    told, again = build(course), build(course)
    assert (again.returncode, again.stderr) == (told.returncode, told.stderr)
    assert told.returncode == 2


def test_html_in_the_names_of_the_book_is_refused(course):
    config = course / "_config.yml"
    text = config.read_text("utf-8")
    for key in ("title", "author", "copyright"):
        text = re.sub(rf"(?m)^{key}: .*$", f"{key}: A <img src=x onerror=alert(1)>", text)
    config.write_text(text, "utf-8")
    told = build(course)
    assert told.returncode == 2
    for key in ("title", "author", "copyright"):
        assert re.search(rf"(?m)^_config.yml:\d+: B101 `{key}`", told.stderr), told.stderr
    assert not list(course.glob("_build/html/*.html"))


def test_a_fault_in_the_data_stops_the_build_before_any_page(course):
    bank = course / BANK
    bank.write_text(bank.read_text("utf-8").replace("feedback:", "feedbak:", 1), "utf-8")
    told = build(course)
    assert told.returncode == 2
    assert told.stderr.startswith(f"{BANK}:")
    assert "feedback" in told.stderr
    assert not (course / "_build").exists()


@pytest.mark.parametrize("out", [".", "modules", "modules/site", "..", "/"])
def test_a_site_is_not_written_over_something_else(course, out):
    before = tree(course)
    told = build(course, course / out)
    assert told.returncode == 3
    assert tree(course) == before


def test_two_builds_do_not_write_one_site_at_once(course):
    fcntl = pytest.importorskip("fcntl")
    pages_read = course / "_build/.html-doctrees"
    pages_read.mkdir(parents=True)
    held = os.open(pages_read, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    second = build(course)
    os.close(held)
    assert second.returncode == 3
    assert "being built already" in second.stderr
    assert build(course).returncode == 0


def test_a_course_whose_path_would_be_taken_for_a_pattern_is_not_built(course):
    (course.parent / "c").mkdir()
    odd = course.rename(course.parent / "[c]")
    told = build(odd)
    assert told.returncode == 2
    assert told.stderr.startswith("The path of the course holds [")
    assert not (odd / "_build").exists()


def test_a_site_is_not_written_into_a_folder_of_other_things(course, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.txt").write_text("years of work", "utf-8")
    assert build(course, other).returncode == 3
    assert [path.name for path in other.iterdir()] == ["thesis.txt"]
