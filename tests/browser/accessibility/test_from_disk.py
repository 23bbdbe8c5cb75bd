"""The site opened as files, with no server: what works on loopback works here."""

from __future__ import annotations

import re

from accessibility import states
from playwright.sync_api import expect

LINK = re.compile(r'href="([^"#?:]+)[^":]*"')


def test_questions_are_answered_and_kept(open_file, lesson):
    page = open_file(lesson)
    form = page.locator("[data-type=single]").first
    states.answer(form, right=True)
    form.locator("[data-do=check]").click()
    expect(form.locator(".al-result")).to_contain_text("Correct.")
    page.reload()
    expect(form.locator(".al-result")).to_contain_text("Correct.")


def test_a_role_play_is_played_to_its_end_and_kept(open_file, site, role_play_pages):
    page = open_file(role_play_pages[0])
    talk = states.open_talk(page, (site.folder / role_play_pages[0]).as_uri())
    talk.press("start")
    for reply in talk.moments.endings["good"]:
        talk.press("say", reply)
        talk.press("go")
    expect(talk.root.locator(".al-now")).to_contain_text("This talk went well.")
    page.reload()
    expect(page.locator(talk.selector).locator(".al-now")).to_contain_text("went well.")


def test_the_menu_leads_to_a_page_that_can_be_opened_as_a_file(open_file, lesson):
    page = open_file(lesson, viewport={"width": 320, "height": 640})
    page.locator("[data-do=menu]").click()
    page.locator(".al-nav a[href$='get-help-now.html']").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")
    assert page.url.startswith("file://")


def test_a_chosen_colour_mode_lasts_from_page_to_page(open_file, lesson):
    page = open_file(lesson)
    for _ in range(2):
        page.locator("[data-do=mode]").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.locator(".al-next").click()
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"


def test_the_search_finds_a_page(open_file, lesson):
    page = open_file(lesson)
    page.locator("#al-q").fill("reflection")
    page.keyboard.press("Enter")
    expect(page.locator("#search-results a").first).to_be_visible()
    page.locator("#search-results a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith("file://")


def test_no_link_of_a_page_leads_to_a_folder_or_to_nothing(site):
    lost = [
        (path, href)
        for path in site.pages()
        for href in LINK.findall((site.folder / path).read_text("utf-8"))
        if not (site.folder / path).parent.joinpath(href).is_file()
    ]
    assert lost == []
