"""The track a trainee follows: one slim line, and never above what matters more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

LESSON = "modules/active-listening/saying-it-back.html"
ROLE = "book/choose-your-role.html"
HELP = "book/get-help-now.html"
ANSWER = '{"v":1,"answer":"a","tries":1}'
TAKEN_BACK = '{"v":1,"answer":null,"tries":1}'
"""What the pages keep of a question that was answered, and after *Try again*."""


def _role(page: Page) -> tuple[str, str]:
    """Return the id and the name of a role whose track holds the written module."""
    return page.evaluate(
        """() => {
          const [id, {name}] = Object.entries(AlongsideSite.tracks)
            .find(([, {stops}]) => stops.includes("active-listening"));
          return [id, name];
        }"""
    )


@pytest.fixture
def followed(phone, small_site) -> tuple[str, str]:
    """A role whose track was chosen by a link of a plan."""
    phone.goto(small_site.at("index.html"))
    role, name = _role(phone)
    phone.goto(small_site.at(f"index.html?track={role}"))
    return role, name


def test_the_welcome_page_says_which_track_is_set_and_where_to_begin(phone, followed):
    line = phone.locator("main .al-track")
    expect(line).to_contain_text(f"Your track: {followed[1]}")
    line.get_by_role("link", name="Active listening").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Active listening")


def test_on_a_lesson_the_track_is_one_slim_line_below_the_heading(phone, small_site, followed):
    phone.goto(small_site.at(LESSON))
    line = phone.locator("main .al-track")
    expect(line).to_contain_text(f"{followed[1]} · module ")
    place, title = line.bounding_box(), phone.locator("h1").bounding_box()
    assert place["y"] > title["y"] + title["height"]
    assert place["height"] <= 56


def test_the_track_says_how_deep_it_takes_the_module(phone, small_site, followed):
    phone.goto(small_site.at(LESSON))
    depth = phone.evaluate(
        """role => {
          const {stops, depths} = AlongsideSite.tracks[role];
          return depths[stops.indexOf("active-listening")];
        }""",
        followed[0],
    )
    assert depth in {"full", "core", "self-study"}
    expect(phone.locator("main .al-track")).to_contain_text(
        re.compile(rf"module \d+ of \d+, {depth}( ·|$)")
    )


def test_no_track_stands_above_the_lines_of_help(phone, small_site, followed):
    phone.goto(small_site.at(HELP))
    expect(phone.locator("main")).not_to_contain_text(followed[1])
    expect(phone.locator(".al-device")).to_contain_text(followed[1])


def test_a_track_can_be_forgotten_and_that_is_said(phone, small_site, followed):
    phone.goto(small_site.at(LESSON))
    phone.get_by_role("button", name="Forget my track").click()
    expect(phone.get_by_text("Your track is forgotten.")).to_be_visible()
    assert phone.evaluate("document.activeElement.dataset.do") == "clear"
    for place in phone.locator("[data-place=track]").all():
        expect(place).to_be_hidden()
    phone.reload()
    expect(phone.locator("main")).not_to_contain_text(followed[1])


def test_the_page_of_roles_opens_at_its_top_and_shows_the_followed_one(phone, small_site):
    phone.goto(small_site.at(ROLE))
    role, name = _role(phone)
    phone.goto(small_site.at(f"{ROLE}?track={role}"))
    mine = phone.locator(f"#role-{role}")
    expect(mine).to_have_attribute("open", "")
    assert phone.evaluate("scrollY") == 0
    expect(phone.locator("main .al-track")).to_contain_text(name)
    expect(mine.locator("summary")).to_have_text(f"{name} · your track")
    expect(mine.get_by_text("You follow this track on this device.")).to_be_visible()
    expect(mine.get_by_role("link", name="Follow this track")).to_be_hidden()
    assert phone.locator("[data-other]").count() > 1
    assert phone.locator("[data-other]:not([hidden])").count() == (
        phone.locator("[data-other]").count() - 1
    )


def test_a_link_to_a_role_leads_to_it(phone, small_site, followed):
    phone.goto(small_site.at(f"{ROLE}#role-{followed[0]}"))
    expect(phone.locator(f"#role-{followed[0]}")).to_be_in_viewport()
    assert phone.evaluate("scrollY") > 0


@pytest.mark.parametrize(
    ("key", "kept", "told"),
    [
        ("q:one", ANSWER, "1 answer is kept."),
        ("q:one", TAKEN_BACK, "No answers are kept."),
        ("r:one", '{"v":1,"path":["hi"]}', "1 answer is kept."),
        ("r:one", '{"v":1,"path":[],"feedback":"end"}', "No answers are kept."),
    ],
)
def test_the_footer_counts_answers_and_not_what_is_left_of_a_try(
    page, small_site, key, kept, told
):
    page.goto(small_site.at(LESSON))
    write = "([key, kept]) => localStorage.setItem(`alongside:${document.documentElement"
    page.evaluate(f"{write}.dataset.course}}:${{key}}`, kept)", [key, kept])
    page.reload()
    expect(page.locator("[data-show=kept]")).to_have_text(told)


def test_a_table_that_goes_on_says_so_and_can_be_reached_by_keyboard(phone, small_site):
    phone.goto(small_site.at(ROLE))
    wide = phone.locator(".al-scroll[role=region]").last
    expect(wide).to_have_attribute("tabindex", "0")
    assert wide.get_attribute("aria-label")
    ends = "e => getComputedStyle(e).backgroundAttachment.split(', ')"
    assert wide.evaluate(ends) == ["local", "local", "scroll", "scroll"]
    names = phone.locator(".al-scroll[role=region]").evaluate_all(
        "all => all.map(e => e.ariaLabel)"
    )
    assert len(names) == len(set(names))
