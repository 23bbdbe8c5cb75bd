"""What is kept on this device: counted, cleared and forgotten, in this tab and in others."""

from __future__ import annotations

from collections.abc import Iterator

import chromium as chromium_tools
import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

LESSON = "modules/active-listening/saying-it-back.html"
PRACTICE = "modules/active-listening/practice.html"
FOCUSED = "document.activeElement.dataset.do ?? document.activeElement.id"
KEPT = """() => {
  const ours = 'alongside:' + document.documentElement.dataset.course;
  localStorage.setItem(ours + ':q:one', '{"v":1}');
  localStorage.setItem(ours + ':r:two', '{"v":1}');
  localStorage.setItem('alongside:other:q:one', '{"v":1}');
  localStorage.setItem('somebody-else', 'x');
}"""
KEYS = "store => Object.keys(globalThis[store]).filter(key => /:[qr]:/.test(key)).sort()"


def test_clearing_asks_first_and_takes_only_what_is_ours(page, small_site):
    page.goto(small_site.at(LESSON))
    page.evaluate(KEPT)
    page.reload()
    expect(page.locator("[data-show=kept]")).to_have_text("2 answers are kept.")
    page.get_by_role("button", name="Clear my answers").click()
    assert page.evaluate(FOCUSED) == "clear-no"
    page.get_by_role("button", name="No, keep them").click()
    assert len(page.evaluate(KEYS, "localStorage")) == 3
    page.get_by_role("button", name="Clear my answers").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Yes, clear them").click()
    expect(page.locator("[data-show=told]")).to_have_text("Cleared.")
    assert page.evaluate(KEYS, "localStorage") == ["alongside:other:q:one"]
    assert page.evaluate("localStorage.getItem('somebody-else')") == "x"


def test_forgetting_when_the_tab_closes_moves_what_is_kept_and_back(page, small_site):
    page.goto(small_site.at(LESSON))
    page.evaluate(KEPT)
    page.reload()
    forget = page.get_by_role("checkbox", name="Forget when I close this tab")
    forget.check()
    assert page.evaluate(KEYS, "localStorage") == ["alongside:other:q:one"]
    assert len(page.evaluate(KEYS, "sessionStorage")) == 2
    page.reload()
    expect(forget).to_be_checked()
    expect(page.locator("[data-show=kept]")).to_have_text("2 answers are kept.")
    forget.uncheck()
    assert len(page.evaluate(KEYS, "localStorage")) == 3
    assert page.evaluate(KEYS, "sessionStorage") == []


def test_a_browser_that_keeps_nothing_still_shows_the_page_and_says_so(page, small_site):
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(globalThis, name,"
        " { get() { throw new DOMException('denied', 'SecurityError') } })"
    )
    page.goto(small_site.at(LESSON))
    expect(page.locator("[data-show=kept]")).to_contain_text("does not let this page keep")
    page.get_by_role("button", name="Colours").click()
    expect(page.get_by_role("button", name="Colours: light")).to_be_visible()


def test_a_choice_that_cannot_be_kept_says_so(page, small_site):
    page.goto(small_site.at(LESSON))
    forget = page.get_by_label("Forget when I close this tab")
    told = page.locator("[data-show=told]")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
    forget.click()
    expect(forget).not_to_be_checked()
    expect(told).to_have_text("Your browser does not let this page keep that choice.")
    page.reload()
    forget.check()
    expect(told).to_be_empty()


def answer(page: Page) -> None:
    """Choose an answer, and say something in the role-play."""
    page.locator("alongside-quiz input").first.check()
    page.locator("alongside-role-play [data-do=start]").click()
    page.locator("alongside-role-play [data-do=say]").first.click()
    expect(page.locator("alongside-role-play .al-log .al-you")).to_have_count(1)


def clear(page: Page) -> None:
    page.get_by_role("button", name="Clear my answers").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Yes, clear them").click()
    expect(page.locator("[data-show=told]")).to_have_text("Cleared.")


def assert_nothing_shown(page: Page) -> None:
    expect(page.locator("alongside-quiz input:checked")).to_have_count(0)
    expect(page.locator("alongside-role-play .al-start")).to_be_visible()
    expect(page.locator("alongside-role-play .al-log .al-you")).to_have_count(0)
    expect(page.locator("[data-show=kept]")).to_have_text("No answers are kept.")


def test_an_answer_is_counted_as_soon_as_it_is_kept(page, small_site):
    page.goto(small_site.at(PRACTICE))
    answer(page)
    expect(page.locator("[data-show=kept]")).to_have_text("2 answers are kept.")


@pytest.mark.parametrize("forget", [False, True])
def test_clearing_in_one_tab_leaves_nothing_in_another(page, small_site, forget):
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(small_site.at(PRACTICE))
    if forget:
        page.get_by_label("Forget when I close this tab").check()
    answer(other)
    clear(page)
    assert_nothing_shown(other)
    other.reload()
    assert_nothing_shown(other)
    assert other.evaluate(KEYS, "sessionStorage") == []


def test_clearing_reaches_what_a_tab_keeps_for_its_other_pages(page, small_site):
    other = page.context.new_page()
    page.goto(small_site.at(PRACTICE))
    page.get_by_label("Forget when I close this tab").check()
    other.goto(small_site.at(PRACTICE))
    answer(other)
    other.goto(small_site.at("index.html"))
    clear(page)
    expect(other.locator("[data-show=kept]")).to_have_text("No answers are kept.")
    other.goto(small_site.at(PRACTICE))
    assert_nothing_shown(other)


def test_what_is_kept_again_is_kept_from_every_tab(page, small_site):
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(small_site.at(PRACTICE))
    page.get_by_label("Forget when I close this tab").check()
    expect(other.get_by_label("Forget when I close this tab")).to_be_checked()
    answer(other)
    page.get_by_label("Forget when I close this tab").uncheck()
    expect(other.get_by_label("Forget when I close this tab")).not_to_be_checked()
    assert other.evaluate(KEYS, "sessionStorage") == []
    assert len(page.evaluate(KEYS, "localStorage")) == 2


def test_two_tabs_that_do_different_things_lose_nothing(page, small_site):
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(small_site.at(PRACTICE))
    page.locator("alongside-quiz input").first.check()
    other.locator("alongside-role-play [data-do=start]").click()
    other.locator("alongside-role-play [data-do=say]").first.click()
    page.reload()
    expect(page.locator("alongside-quiz input:checked")).to_have_count(1)
    expect(page.locator("alongside-role-play .al-log .al-you")).to_have_count(1)


# ---------------------------------------------------------------- Back


@pytest.fixture
def remembering(playwright: Playwright) -> Iterator[Browser]:
    """A browser that keeps the pages one leaves, as people's browsers do, to go back to."""
    started = playwright.chromium.launch(
        executable_path=str(chromium_tools.found()),
        args=list(chromium_tools.ARGUMENTS),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield started
    started.close()


def go_away_and_back(page: Page, address: str, meanwhile) -> None:
    """Leave for another page, and come back to the very page that was left."""
    page.evaluate("addEventListener('pageshow', shown => { window.was = shown.persisted })")
    page.goto(address)
    meanwhile(page)
    page.evaluate("history.back()")


def test_back_comes_to_the_page_as_it_was_left(remembering, small_site):
    page = remembering.new_page()
    page.goto(small_site.at(PRACTICE))
    answer(page)
    page.locator("alongside-role-play [data-do=pause]").click()
    go_away_and_back(page, small_site.at("index.html"), lambda _: None)
    page.wait_for_function("window.was")
    expect(page.locator("alongside-quiz input:checked")).to_have_count(1)
    expect(page.locator("alongside-role-play .al-paused")).to_be_visible()


@pytest.mark.parametrize("elsewhere", ["same tab", "another tab"])
def test_back_after_a_clear_shows_nothing_old(remembering, small_site, elsewhere):
    context = remembering.new_context()
    page, other = context.new_page(), context.new_page()
    page.goto(small_site.at(PRACTICE))
    other.goto(small_site.at("index.html"))
    answer(page)
    meant = {"same tab": clear, "another tab": lambda _: clear(other)}
    go_away_and_back(page, small_site.at("index.html"), meant[elsewhere])
    expect(page.locator("alongside-role-play")).to_have_count(1)
    assert_nothing_shown(page)


def test_back_after_the_browser_forgot_shows_nothing_old(remembering, small_site):
    page = remembering.new_page()
    page.goto(small_site.at(PRACTICE))
    answer(page)
    forgot = "localStorage.clear()"
    go_away_and_back(page, small_site.at("index.html"), lambda page: page.evaluate(forgot))
    page.wait_for_function("window.was")
    assert_nothing_shown(page)
