"""The curriculum as HTML: hours are those of the tracks, and data never becomes markup."""

import re

import pytest

from alongside.judging.coverage import coverage, pages_of
from alongside.programme.tracks import floor_load, track_load
from alongside.reading.load import load_course
from alongside.render import course as html
from alongside.render.html import text
from alongside.render.outcome_map import outcome_map


@pytest.fixture
def loaded(course):
    return load_course(course)


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(0, "0"), (15, "¼"), (60, "1"), (100, "1¾"), (435, "7¼"), (443, "7½")],
)
def test_minutes_are_told_as_hours_to_the_quarter(minutes, told):
    assert html.hours(minutes) == told


def test_the_hours_of_a_role_are_those_of_its_track(loaded):
    shown = html.tracks(loaded.course, lambda _: None)
    for role in loaded.course.roles:
        row = re.search(rf'<th scope="row"><a href="#role-{role.id}">.*?</tr>', shown)[0]
        first = html.hours(floor_load(loaded.course, role).minutes)
        whole = html.hours(track_load(loaded.course, role).minutes)
        assert f"<td>{first}</td><td>{whole}</td>" in row


def test_a_track_says_who_a_role_is_and_what_its_words_mean_before_any_table(loaded):
    shown = html.tracks(loaded.course, lambda _: None)
    before = shown[: shown.index("<table")]
    assert all(text(role.does) in before for role in loaded.course.roles)
    assert all(
        f"<em>{word}</em>" in before for word in ("full", "core", "before first contact")
    )


@pytest.mark.parametrize(
    ("minutes", "told"), [(75, "75 minutes"), (119, "2 hours"), (252, "4¼ hours")]
)
def test_a_long_time_in_a_track_is_told_in_hours_as_in_the_table(minutes, told):
    assert html.lasting(minutes) == told


def test_what_asks_for_more_than_a_track_is_told_after_the_tracks(loaded):
    shown = html.tracks(loaded.course, lambda module: f"{module}.html")
    when = loaded.course.upgrades[0].when
    assert f'<li>{when} <a href="validation.html">Validation</a>: full</li>' in shown
    assert shown.rindex("</details>") < shown.index(when)
    nothing = loaded.course.model_copy(update={"upgrades": ()})
    assert "Some placements" not in html.tracks(nothing, lambda _: None)


def test_a_module_without_a_page_is_shown_as_not_written(loaded):
    shown = html.modules(loaded.course, lambda _: None)
    assert shown.count("(not written yet)") == len(loaded.course.modules)


def test_words_of_the_course_never_become_markup(loaded):
    raw = loaded.course.model_dump_json().replace('"title":"', '"title":"<b title=\'x\'>&')
    nasty = type(loaded.course).model_validate_json(raw)
    shown = html.modules(nasty, lambda _: "a.html") + html.tracks(nasty, lambda _: None)
    assert "<b " not in shown
    assert "&lt;b title=’x’&gt;&amp;" in shown


def test_the_outcome_map_links_to_the_pages_that_serve_each_outcome(loaded):
    module = loaded.course.modules[0]
    rows = [coverage(loaded, module, outcome) for outcome in module.outcomes]
    titles = {name: page.title for name, page in loaded.pages.items()}

    exercises = {"modules/active-listening/practice"}
    told = outcome_map(rows, pages_of(loaded), titles, exercises, lambda page: f"{page}.html")

    row = r'<th scope="row">(.*?)</th>' + 3 * "<td>(.*?)</td>"
    cells = re.findall(row, told)
    assert [cell[0] for cell in cells] == [outcome.can for outcome in module.outcomes]
    for (_, taught, practised, assessed), outcome in zip(cells, module.outcomes, strict=True):
        assert "saying-it-back.html" in taught
        assert "practice.html" not in taught
        assert ".html" in practised
        assert ("seen by an observer" in assessed) == outcome.doing
