"""The book: what it refuses, what it makes again, and that it is the same every time."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from alongside.book.site import package_hash

BANK = "quizzes/active-listening.yml"
LESSON = "modules/active-listening/saying-it-back"
ALONGSIDE = Path(sys.executable).with_name("alongside")


def build(course: Path, out: Path | None = None, **environment: str):
    """Run the command as a writer would; return what it said."""
    command = [ALONGSIDE, "build", course, *(["--out", out] if out else [])]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1", **environment},
    )


def tree(site: Path) -> dict[str, str]:
    """Return file → hash of all that is published."""
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != ".buildinfo"
    }


def page(course: Path, name: str) -> str:
    return (course / "_build/html" / f"{name}.html").read_text("utf-8")


def append(course: Path, name: str, words: str) -> int:
    """Write words at the end of a page; return the line they begin on."""
    path = course / f"{name}.md"
    text = path.read_text("utf-8").rstrip("\n") + "\n\n"
    path.write_text(text + words + "\n", "utf-8")
    return text.count("\n") + 1


# ---------------------------------------------------------------- refusals


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
        assert any(
            f"{LESSON}.md:{line}:" in one and words in one for one in told.stderr.splitlines()
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


def test_a_site_is_not_written_into_a_folder_of_other_things(course, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.txt").write_text("years of work", "utf-8")
    assert build(course, other).returncode == 3
    assert [path.name for path in other.iterdir()] == ["thesis.txt"]


# ---------------------------------------------------------------- what is shown


def test_dollars_stay_dollars_and_no_page_asks_another_host_for_anything(course):
    append(course, LESSON, "It costs $5 for one and $10 for two.")
    told = build(course)
    assert told.returncode == 0, told.stderr
    text = page(course, LESSON)
    assert "$5 for one and $10 for two" in text
    assert "mathjax" not in text.lower()


def test_marks_in_titles_are_words(course):
    toc = course / "_toc.yml"
    caption = "  - caption: Start <b>here</b> & now\n"
    toc.write_text(
        toc.read_text("utf-8").replace("  - caption: Start here\n", caption), "utf-8"
    )
    lesson = course / f"{LESSON}.md"
    text = lesson.read_text("utf-8")
    heading = next(line for line in text.splitlines() if line.startswith("# "))
    lesson.write_text(text.replace(heading, "# Salt & pepper \\<b>", 1), "utf-8")
    told = build(course)
    assert told.returncode == 0, told.stderr
    shown = page(course, LESSON)
    assert "Start &lt;b&gt;here&lt;/b&gt; &amp; now" in shown
    assert "<title>Salt &amp; pepper &lt;b&gt; — " in shown
    assert "<b>" not in shown


def test_facilitator_notes_are_in_the_guide_and_nowhere_else(course):
    append(course, LESSON, ":::{facilitator-note}\n- Say: the zebra word.\n:::")
    told = build(course)
    assert told.returncode == 0, told.stderr
    holding = [
        path.relative_to(course / "_build/html").as_posix()
        for path in course.glob("_build/html/**/*.html")
        if "zebra" in path.read_text("utf-8")
    ]
    assert holding == ["facilitator_guide/active-listening.html"]


def test_a_link_in_a_note_leads_to_the_lesson_beside_it(course):
    told = build(course)
    assert told.returncode == 0, told.stderr
    guide = (course / "_build/html/facilitator_guide/active-listening.html").read_text("utf-8")
    assert 'href="../modules/active-listening/practice.html"' in guide


def test_every_page_of_a_module_says_who_keeps_it_and_until_when(course):
    data = course / "course.yml"
    text = data.read_text("utf-8")
    owner = "owner: the people who wrote it, at the desk"
    assert owner in text
    data.write_text(text.replace(owner, 'owner: "Wei & <b>Ana</b>"', 1), "utf-8")
    told = build(course)
    assert told.returncode == 0, told.stderr
    line = (
        "Looked after by Wei &amp; &lt;b&gt;Ana&lt;/b&gt;. Next review due November 2099. "
        "Crisis lines come from your campus profile."
    )
    pages = list(course.glob("_build/html/modules/**/*.html"))
    assert pages
    assert [path.name for path in pages if line not in path.read_text("utf-8")] == []
    assert "Looked after by" not in page(course, "book/sources")


# ---------------------------------------------------------------- the same, and no more


def test_two_builds_are_the_same_byte_for_byte(course, tmp_path):
    other = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(course, other)
    here = build(course, TZ="Pacific/Auckland", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    there = build(other, TZ="America/Vancouver", LC_ALL="POSIX", PYTHONHASHSEED="2")
    assert here.returncode == there.returncode == 0, here.stderr + there.stderr
    assert tree(course / "_build/html") == tree(other / "_build/html")


def test_a_page_that_is_dropped_or_renamed_leaves_nothing_behind(course, tmp_path):
    assert build(course).returncode == 0
    toc = course / "_toc.yml"
    toc.write_text(toc.read_text("utf-8").replace("saying-it-back", "saying-it-again"), "utf-8")
    for text in course.rglob("*.md"):
        text.write_text(
            text.read_text("utf-8").replace("saying-it-back", "saying-it-again"), "utf-8"
        )
    (course / f"{LESSON}.md").rename(course / "modules/active-listening/saying-it-again.md")
    told = build(course)
    assert told.returncode == 0, told.stderr
    clean = tmp_path / "clean"
    shutil.copytree(course, clean, ignore=shutil.ignore_patterns("_build"))
    assert build(clean).returncode == 0
    assert tree(course / "_build/html") == tree(clean / "_build/html")


def test_after_an_edit_of_a_question_only_the_page_that_shows_it_is_written(course, tmp_path):
    package = package_hash()
    assert build(course).returncode == 0
    site = course / "_build/html"
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*.html")}
    bank = course / BANK
    text = bank.read_text("utf-8")
    said = next(line for line in text.splitlines() if line.strip().startswith("feedback:"))
    bank.write_text(text.replace(said, f"{said.rstrip('.')} and more.", 1), "utf-8")
    assert build(course).returncode == 0
    written = {
        path.relative_to(site).as_posix()
        for path, moment in before.items()
        if path.stat().st_mtime_ns != moment
    }
    assert package_hash() == package, "Somebody changed the package meanwhile: run it again."
    with_it = {
        path.relative_to(site).as_posix()
        for path in before
        if f"{said.split(':', 1)[1].strip().rstrip('.')} and more" in path.read_text("utf-8")
    }
    assert len(with_it) == 1
    # Sphinx also writes the pages again that list one of these, and the search page.
    listing = {"index.html", "modules/active-listening/index.html", "search.html"}
    assert with_it <= written <= with_it | listing
    clean = tmp_path / "clean"
    shutil.copytree(course, clean, ignore=shutil.ignore_patterns("_build"))
    assert build(clean).returncode == 0
    assert tree(site) == tree(clean / "_build/html")


def test_after_an_edit_only_kits_and_notebooks_that_hold_it_are_written(course, tmp_path):
    package = package_hash()
    append(course, "facilitator_guide/session", ":::{kits} active-listening\n:::")
    assert build(course).returncode == 0
    site = course / "_build/html"
    beside = [*site.glob("facilitator_guide/*/*.html"), *site.rglob("*.ipynb")]
    before = {path: path.stat().st_mtime_ns for path in beside}
    talk = next((course / "role_plays").glob("*.yml"))
    talk.write_text(talk.read_text("utf-8").replace("minutes: ", "minutes: 1", 1), "utf-8")
    append(course, LESSON, "One more sentence stands here.")
    assert build(course).returncode == 0
    assert package_hash() == package, "Somebody changed the package meanwhile: run it again."
    written = {
        path.relative_to(site).as_posix()
        for path, moment in before.items()
        if path.stat().st_mtime_ns != moment
    }
    assert written == {
        f"facilitator_guide/kits/{talk.stem}.html",
        f"facilitator_guide/room/{talk.stem}.html",
        "facilitator_guide/handouts/active-listening.html",
        f"notebooks/{LESSON}.ipynb",
    }
    clean = tmp_path / "clean"
    shutil.copytree(course, clean, ignore=shutil.ignore_patterns("_build"))
    assert build(clean).returncode == 0
    assert tree(site) == tree(clean / "_build/html")


def test_a_new_heading_reaches_the_notebooks_that_lead_to_it(course):
    append(course, "index", "(the-spot)=\n## One name\n\nWords.")
    append(course, LESSON, "See {ref}`the-spot`.")
    assert build(course).returncode == 0
    notebook = course / f"_build/html/notebooks/{LESSON}.ipynb"
    assert "One name" in notebook.read_text("utf-8")
    index = course / "index.md"
    index.write_text(index.read_text("utf-8").replace("One name", "Another name"), "utf-8")
    assert build(course).returncode == 0
    assert "Another name" in notebook.read_text("utf-8")


def test_a_quiz_that_names_no_question_shows_one_that_joins_the_bank_later(course):
    lesson, bank = course / f"{LESSON}.md", course / BANK
    names = re.compile(r"(?m)^:questions: active-listening-lab, .*\n")
    lesson.write_text(names.sub("", lesson.read_text("utf-8")), "utf-8")
    first = re.compile(
        r"(?s)  - id: active-listening-lab\n.*?(?=  - id: active-listening-open)"
    )
    whole = bank.read_text("utf-8")
    bank.write_text(first.sub("", whole), "utf-8")
    assert build(course).returncode == 0
    bank.write_text(whole, "utf-8")
    assert build(course).returncode == 0
    assert 'id="q-active-listening-lab"' in page(course, LESSON)


def test_questions_of_a_quiz_may_be_parted_by_blanks_as_the_rules_read_them(course):
    lesson = course / f"{LESSON}.md"
    text = lesson.read_text("utf-8")
    lesson.write_text(text.replace("active-listening-lab, ", "active-listening-lab "), "utf-8")
    told = build(course)
    assert told.returncode == 0, told.stderr
    assert 'id="q-active-listening-lab"' in page(course, LESSON)


def test_a_lesson_that_joins_later_and_a_role_play_that_moves_reach_the_guide(course):
    assert build(course).returncode == 0
    later = "modules/active-listening/later"
    talk = ":::{role-play} late-lab\n:::\n"
    practice = course / "modules/active-listening/practice.md"
    practice.write_text(practice.read_text("utf-8").replace(talk, ""), "utf-8")
    note = ":::{facilitator-note}\n- Say: the zebra word.\n:::\n"
    (course / f"{later}.md").write_text(f"# Later\n\n{talk}\n{note}", "utf-8")
    toc = course / "_toc.yml"
    last = "          - file: modules/active-listening/practice\n"
    listed = toc.read_text("utf-8").replace(last, f"{last}          - file: {later}\n")
    toc.write_text(listed, "utf-8")
    told = build(course)
    assert told.returncode == 0, told.stderr
    assert "zebra" in page(course, "facilitator_guide/active-listening")
    assert 'later.html">the role-play</a>' in page(course, "facilitator_guide/session")


def test_a_new_title_reaches_the_menu_of_every_page(course):
    assert build(course).returncode == 0
    lesson = course / f"{LESSON}.md"
    text = lesson.read_text("utf-8")
    heading = next(line for line in text.splitlines() if line.startswith("# "))
    lesson.write_text(text.replace(heading, "# Quite another name", 1), "utf-8")
    assert build(course).returncode == 0
    for name in ("index", "book/sources", "search"):
        assert "Quite another name" in page(course, name)
