"""The evidence page: numbers as words and as marks, and a cell that shows them."""

import re
from pathlib import Path

import pytest

from alongside import evidence
from alongside.reading.load import load_course
from alongside.render.evidence import picture
from alongside.widgets import CourseError


@pytest.fixture
def group(course):
    return load_course(course).evidence.groups[0]


def rows(shown):
    return re.findall(r'<tr id="found-[^"]+">.*?</tr>', shown)


def test_every_number_of_the_file_is_told_in_words(group):
    clear, open_, none, alone = rows(picture(group))

    assert "<strong>better</strong><br>0.40, between 0.10 and 0.70" in clear
    assert "<strong>no clear difference</strong><br>0.10, between −0.20 and 0.40" in open_
    assert "<strong>mixed</strong><br>no number was given" in none
    assert "<strong>better</strong><br>0.50<" in alone


def test_the_shape_of_a_mark_and_not_only_its_colour_tells_how_sure_it_is(group):
    clear, open_, none, alone = rows(picture(group))

    assert '<circle class="al-dot"' in clear
    assert '<circle class="al-ring"' in open_
    assert "<polygon" in alone
    assert not re.search("<circle|<polygon", none)


def test_marks_stand_where_their_numbers_are(group):
    shown = picture(group)
    zero = float(re.search(r'al-none-line" x1="([\d.]+)"', shown)[1])
    at = [float(x) for x in re.findall(r'<circle class="[^"]+" cx="([\d.]+)"', shown)]
    low, high = re.search(r'al-span" x1="([\d.]+)" x2="([\d.]+)"', rows(shown)[1]).groups()

    assert zero < at[1] < at[0]
    assert float(low) < zero < float(high)


def test_a_picture_is_left_out_for_who_listens_since_the_row_says_it_all(group):
    drawn = re.findall(r"<svg[^>]*>", picture(group))

    assert len(drawn) == len(group.findings)
    assert all('aria-hidden="true"' in one for one in drawn)


def test_a_picture_has_no_class_of_the_sign_at_the_top_of_every_page(group):
    top = (
        (Path(__file__).parents[1] / "src/alongside/theme/layout.html")
        .read_text(encoding="utf-8")
        .split("<main")[0]
    )
    classes = {name for each in re.findall('class="([^"]+)"', top) for name in each.split()}
    drawn = {
        name for each in re.findall('class="([^"]+)"', picture(group)) for name in each.split()
    }

    assert "al-mark" in classes
    assert classes.isdisjoint(drawn)


def test_nothing_in_a_picture_needs_a_style_of_its_own(group):
    assert " style=" not in picture(group)


def test_a_cell_shows_the_group_it_names(course, group, monkeypatch):
    monkeypatch.chdir(course)

    assert evidence("does-listening-help")._repr_html_() == picture(group)
    assert repr(evidence("does-listening-help")) == "evidence('does-listening-help')"


def test_a_cell_that_names_no_group_says_which_there_are(course, monkeypatch):
    monkeypatch.chdir(course)

    with pytest.raises(CourseError, match="Did you mean 'does-listening-help'"):
        evidence("does-listening-helps")
