"""What leaves the device while learning (nothing), and what stays on it (what one is told)."""

from __future__ import annotations

import re

import pytest
from accessibility import states
from accessibility.looking import pages_with
from playwright.sync_api import expect

PRIVATE = "I was alone with it all winter"


@pytest.fixture
def reflection(open_view, site):
    """Open a page and return a question that asks for the trainee's own words."""
    page = open_view()
    page.goto(site.at(pages_with(site, 'data-type="reflect"')[0]))
    return page.locator("[data-type=reflect]").first


def everything_kept(page):
    return page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")


def test_learning_asks_for_the_files_of_the_site_and_for_nothing_else(
    open_view, site, quiz_pages, role_play_pages
):
    page = open_view()
    asked = []
    page.on("request", lambda request: asked.append((request.method, request.url)))
    page.goto(site.at(quiz_pages[0]))
    page.wait_for_load_state("networkidle")
    loaded = len(asked)
    states.bring_questions(page, "wrong")
    assert asked[loaded:] == []
    talk = states.open_talk(page, site.at(role_play_pages[0]))
    page.wait_for_load_state("networkidle")
    loaded = len(asked)
    talk.press("start")
    talk.say(talk.moments.by_quality["weak"])
    talk.press("pause")
    assert asked[loaded:] == []
    assert {method for method, _ in asked} == {"GET"}
    assert all(url.startswith(site.address + "/") for _, url in asked)
    assert page.context.cookies() == []


def test_no_page_tells_another_site_where_its_reader_came_from(site):
    for path in site.pages():
        html = (site.folder / path).read_text("utf-8")
        assert '<meta name="referrer" content="no-referrer">' in html, path
        assert re.findall(r"<[^>]*\s(?:target|referrerpolicy)=", html) == [], path


def test_own_words_are_not_remembered_by_the_browser_or_by_us(reflection):
    page = reflection.page
    box = reflection.locator("textarea")
    assert box.get_attribute("autocomplete") == "off"
    assert reflection.get_attribute("autocomplete") == "off"
    start = box.input_value()  # empty, or a draft to rewrite
    box.fill(PRIVATE)
    reflection.locator("[data-do=check]").click()
    assert PRIVATE not in everything_kept(page)
    page.reload()
    expect(box).to_have_value(start)


def test_beside_the_box_it_says_that_own_words_stay_here(reflection):
    keep = reflection.get_by_role("checkbox", name="Keep on this device")
    expect(keep).not_to_be_checked()
    note = reflection.locator(f"[id='{keep.get_attribute('aria-describedby')}']")
    expect(note).to_be_visible()
    expect(note).to_contain_text("They are never sent anywhere.")


def test_own_words_are_kept_only_where_it_is_ticked_and_are_cleared_with_the_rest(reflection):
    page = reflection.page
    reflection.locator("textarea").fill(PRIVATE)
    reflection.locator(".al-keep input").check()
    assert PRIVATE in everything_kept(page)
    page.locator("[data-do=clear]").click()
    with page.expect_navigation():
        page.locator("[data-do=clear-yes]").click()
    assert PRIVATE not in everything_kept(page)


def test_every_box_for_words_is_closed_to_autocomplete(site):
    boxes = {
        box
        for path in site.pages()
        for box in re.findall(
            r"<(?:textarea|input)\b[^>]*>", (site.folder / path).read_text("utf-8")
        )
        if not re.search(r'type="(radio|checkbox)"', box)
    }
    assert len(boxes) > 100
    assert [box for box in boxes if 'autocomplete="off"' not in box] == []


def test_names_of_what_is_kept_say_nothing_about_the_trainee(open_view, site, quiz_pages):
    page = open_view()
    page.goto(site.at(quiz_pages[0]))
    states.bring_questions(page, "wrong")
    names = page.evaluate("Object.keys(localStorage)")
    assert names
    assert [
        name for name in names if not re.fullmatch(r"alongside:[a-z-]+:[a-z:-]+", name)
    ] == []
