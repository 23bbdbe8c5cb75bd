"""What the pages of a module say before one begins: where to start, how long, what is heavy."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from alongside.reading.load import load_course

MODULE = "modules/active-listening/index.html"
PRACTICE = "modules/active-listening/practice.html"
PAGES = load_course(Path(__file__).parents[1] / "courses/good").pages
LESSON, WHOLE = (
    PAGES[f"modules/active-listening/{name}"].front.minutes
    for name in ("saying-it-back", "practice")
)
NOTE = "A student is worn out and speaks of giving up a course."


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def small_phone(open_context, small_site, request):
    size = {"width": 360, "height": 740}
    return open_context(
        small_site.address, viewport=size, java_script_enabled=request.param
    ).new_page()


def test_a_module_can_be_started_from_the_top_of_its_first_page(small_phone, small_site):
    small_phone.goto(small_site.at(MODULE))
    start = small_phone.get_by_role("link", name="Start: Saying it back")
    expect(start).to_be_in_viewport(ratio=1)
    start.click()
    expect(small_phone.get_by_role("heading", level=1)).to_have_text("Saying it back")


def test_a_module_lists_its_parts_with_minutes_and_role_plays(small_phone, small_site):
    small_phone.goto(small_site.at(MODULE))
    rows = small_phone.locator(".al-lessons li")
    expect(rows).to_have_text(
        [f"Saying it back {LESSON} minutes", f"Practice {WHOLE} minutes, role-play"]
    )
    rows.last.get_by_role("link").click()
    expect(small_phone.get_by_role("heading", level=1)).to_have_text("Practice")


def test_the_parts_are_printed_too(page, small_site):
    page.goto(small_site.at(MODULE))
    page.emulate_media(media="print")
    expect(page.locator(".al-lessons")).to_be_visible()
    expect(page.locator(".al-first")).to_be_hidden()


def test_no_other_page_offers_to_start(page, small_site):
    page.goto(small_site.at(PRACTICE))
    assert page.locator(".al-first").count() == 0


def test_what_a_role_play_is_about_stands_once_and_at_the_top(small_phone, small_site):
    small_phone.goto(small_site.at(PRACTICE))
    words = small_phone.locator("main").inner_text()
    assert words.count(NOTE) == 1
    expect(small_phone.locator("#before")).to_contain_text(NOTE)
    expect(small_phone.locator("#before")).to_contain_text("A student in the role-play")
    small_phone.locator(".al-intro a").click()
    expect(small_phone.locator("#before")).to_be_in_viewport()


def test_the_minutes_of_a_page_say_how_many_are_the_role_plays(page, small_site):
    page.goto(small_site.at(PRACTICE))
    share = f"about {WHOLE} minutes, 5 of them for the role-play"
    expect(page.locator(".al-over")).to_contain_text(share)
    expect(page.locator(".al-intro")).to_contain_text("About 5 minutes.")
