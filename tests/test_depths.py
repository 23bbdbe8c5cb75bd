"""Pages that not every track asks for: in minutes, in coverage and in the page's own words."""

from pathlib import Path

import pytest

from alongside.judging.judge import judge
from alongside.judging.rules.time import module_minutes, page_minutes
from alongside.programme.tracks import track_load
from alongside.reading.load import load_course
from alongside.render.course import outcomes
from alongside.render.lessons import lessons

MODULE = "active-listening"
PRACTICE = f"modules/{MODULE}/practice.md"


def marked(course: Path, line: str):
    """The course with one line more at the top of its practice page."""
    path = course / PRACTICE
    path.write_text(path.read_text("utf-8").replace("---\n", f"---\n{line}\n", 1), "utf-8")
    return load_course(course)


def said(loaded, code):
    return [fault.says for fault in judge(loaded).faults if fault.code == code]


def test_a_page_for_the_full_depth_counts_only_there(course):
    loaded = marked(course, "depth: full")

    practice = page_minutes(loaded, loaded.pages[PRACTICE.removesuffix(".md")])
    whole = module_minutes(loaded, MODULE, "full")

    assert practice > 0
    assert module_minutes(loaded, MODULE, "self-study") == pytest.approx(whole - practice)
    assert module_minutes(loaded, MODULE, "core") == pytest.approx(whole - practice)


def test_the_role_with_most_to_read_gives_the_minutes(course):
    before = module_minutes(load_course(course), MODULE, "full")

    assert module_minutes(marked(course, "roles: [peer-listener]"), MODULE, "full") == before


def test_where_roles_read_different_pages_the_longer_part_counts(course):
    whole = load_course(course)
    name = f"modules/{MODULE}/saying-it-back"
    parts = [page_minutes(whole, whole.pages[one]) for one in (name, PRACTICE[:-3])]
    page = course / f"{name}.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("---\n", "---\nroles: [desk-volunteer]\n", 1), "utf-8")

    shared = marked(course, "roles: [peer-listener]")

    assert module_minutes(shared, MODULE, "full") == pytest.approx(
        module_minutes(whole, MODULE, "full") - min(parts)
    )


def test_a_track_in_full_takes_the_longer_self_study(course):
    path = course / "course.yml"
    path.write_text(
        path.read_text("utf-8").replace(
            "self_study: 36", "self_study: 20, self_study_full: 36"
        ),
        "utf-8",
    )
    value = load_course(course).course
    in_full, alone = value.roles

    assert track_load(value, in_full).alone == 36 + 20
    assert track_load(value, alone).alone == 20


def test_stated_minutes_are_held_for_both_depths(course):
    sentences = said(marked(course, "depth: full"), "T102")

    assert len(sentences) == 1
    assert sentences[0].endswith("for self_study.")


def test_what_only_the_full_depth_practises_is_not_practised_by_a_lighter_track(course):
    loaded = marked(course, "depth: full")

    assert [s for s in said(loaded, "C102") if "'desk-volunteer' (self-study)" in s]
    assert not [s for s in said(loaded, "C102") if "'peer-listener'" in s]


def test_what_is_one_roles_part_serves_no_other_role(course):
    loaded = marked(course, "roles: [desk-volunteer]")

    assert [s for s in said(loaded, "C102") if "'peer-listener' (full)" in s]
    assert not [s for s in said(loaded, "C102") if "'desk-volunteer'" in s]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("depth: full", "for tracks that take the module in full"),
        ("roles: [desk-volunteer]", "for Desk volunteer"),
        (
            "roles: [peer-listener, desk-volunteer]\ndepth: full",
            "for Peer listener and Desk volunteer, for tracks that take the module in full",
        ),
    ],
)
def test_the_list_of_lessons_says_of_whom_a_page_is_asked(course, line, words):
    *_, practice = lessons(marked(course, line), MODULE)

    assert practice.told == f"30 minutes, role-play, {words}"


def test_a_module_tells_both_minutes_where_they_differ(course):
    value = load_course(course).course
    module = value.modules[0]
    more = module.minutes.model_copy(update={"self_study_full": 50})
    both = module.model_copy(update={"minutes": more})

    assert "36 minutes of reading and practice; 50 in a track" in outcomes(both, value, str)
    assert "in a track" not in outcomes(module, value, str)
