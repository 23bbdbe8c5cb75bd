"""The menu and the search of every page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

LESSON = "modules/active-listening/saying-it-back.html"
FOCUSED = "document.activeElement.dataset.do ?? document.activeElement.id"


def test_the_menu_takes_the_focus_and_gives_it_back(phone, small_site):
    phone.goto(small_site.at(LESSON))
    menu = phone.get_by_role("navigation", name="Course")
    expect(menu).to_be_hidden()
    phone.get_by_role("button", name="Menu", exact=True).click()
    expect(menu).to_be_visible()
    assert phone.evaluate(FOCUSED) == "menu-close"
    assert phone.evaluate("document.querySelector('main').inert")
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    assert phone.evaluate(FOCUSED) == "menu"
    assert not phone.evaluate("document.querySelector('main').inert")


def test_the_menu_of_a_phone_leads_to_another_page(phone, small_site):
    phone.goto(small_site.at(LESSON))
    phone.get_by_role("button", name="Menu", exact=True).click()
    phone.get_by_role("link", name="Get help now").last.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Get help now")


def test_without_scripts_a_link_leads_to_the_menu_and_search_and_help_are_there(
    open_context, small_site
):
    context = open_context(
        small_site.address, java_script_enabled=False, viewport={"width": 320, "height": 640}
    )
    page = context.new_page()
    page.goto(small_site.at(LESSON))
    page.get_by_role("link", name="Menu").click()
    expect(page.locator(".al-nav")).to_be_in_viewport()
    expect(page.locator(".al-help-link")).to_be_visible()
    assert page.locator("form[role=search]").get_attribute("method") == "get"
    expect(page.locator("[data-place=device]")).to_be_hidden()


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_a_key_leads_to_the_search(page, small_site, keys):
    page.goto(small_site.at(LESSON))
    page.keyboard.press(keys)
    assert page.evaluate("document.activeElement.id") == "al-q"


def test_a_slash_in_a_field_is_a_slash(page, small_site):
    page.goto(small_site.at(LESSON))
    page.locator("#al-q").fill("either")
    page.keyboard.press("/")
    expect(page.locator("#al-q")).to_have_value("either/")


def test_the_search_finds_a_page_and_says_so(page, small_site):
    page.goto(small_site.at(LESSON))
    page.locator("#al-q").fill("help")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text(
        re.compile(r"Pages that hold your words: \d+\.")
    )
    page.locator("#search-results a").filter(has_text="Get help now").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")
    assert page.evaluate("Object.keys(localStorage)") == []


def test_what_is_found_says_which_module_it_is_in_and_keeps_its_words_apart(page, small_site):
    page.goto(small_site.at("search.html?q=pile"))
    lesson = page.locator("#search-results li").filter(has_text="Saying it back").first
    expect(lesson.locator("a + .al-in")).to_have_text("· Active listening")
    page.goto(small_site.at("search.html?q=reassurance"))
    module = page.locator("#search-results li").filter(has_text="Active listening").first
    expect(module).to_contain_text("You will be able to: Classify replies")
    expect(module.locator(".al-in")).to_have_count(0)


def test_a_page_that_teaches_a_word_comes_before_the_term_of_the_glossary(page, small_site):
    page.goto(small_site.at("search.html?q=saying"))
    expect(page.locator("#search-results a").first).to_be_visible()
    page.evaluate(
        "const at = Search._index.docnames.indexOf('book/sources');"
        "Search._index.indexentries = {saying: [[at, 'term-saying', true]]};"
        "document.getElementById('search-results').replaceChildren();"
        "Search.performSearch('saying')"
    )
    found = page.locator("#search-results li > a")
    expect(found.filter(has_text="Sources")).to_have_count(1)
    expect(found.first).to_have_text("Saying it back")


def test_a_search_that_finds_nothing_says_what_to_try(page, small_site):
    page.goto(small_site.at("search.html?q=zzzyzx"))
    told = "No page holds all of these words. Try fewer, or others."
    expect(page.get_by_role("status").first).to_have_text(told)


@pytest.mark.parametrize(
    "tail",
    [
        "search.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "index.html?highlight=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "index.html?track=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "index.html#%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    ],
)
def test_marks_in_an_address_stay_words(page, small_site, tail):
    page.goto(small_site.at(tail))
    page.wait_for_timeout(300)
    assert page.locator("img").count() == 0
