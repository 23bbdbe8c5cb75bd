"""The book: what its pages show, and to whom."""

from __future__ import annotations

from building import LESSON, append, build, page

BANK = "quizzes/active-listening.yml"


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
