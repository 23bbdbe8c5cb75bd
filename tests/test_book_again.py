"""The book is the same every time, and makes again what differs and nothing else."""

from __future__ import annotations

import re
import shutil

from alongside.book.site import package_hash
from breaking import BANK
from building import LESSON, append, build, page, tree


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


def test_one_file_that_somebody_took_away_is_there_again(course):
    assert build(course).returncode == 0
    site = course / "_build/html"
    before = tree(site)
    gone = next((site / "_static").glob("*.css"))
    gone.unlink()
    assert build(course).returncode == 0
    assert tree(site) == before


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


def test_a_site_whose_styles_were_taken_away_has_them_again(course):
    first = build(course)
    site = tree(course / "_build/html")
    shutil.rmtree(course / "_build/html/_static")

    again = build(course)

    assert (first.returncode, again.returncode) == (0, 0), again.stderr
    assert tree(course / "_build/html") == site
