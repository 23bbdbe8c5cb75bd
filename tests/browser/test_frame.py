"""The frame of every page: what stands in it, how one gets about in it, and from disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

LESSON = "modules/active-listening/saying-it-back.html"
ROLE = "book/choose-your-role.html"
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"


def tab_to(page: Page, name: str, most: int) -> bool:
    """Press Tab until the link or button of that name has the focus; tell whether it came."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText ?? ''").strip() == name:
            return True
    return False


def test_no_page_scrolls_sideways_on_the_smallest_phone(phone, small_site):
    for path in small_site.pages():
        phone.goto(small_site.at(path))
        assert phone.evaluate(OVERFLOW) <= 0, path


def test_no_page_shows_what_is_meant_for_scripts(page, small_site):
    for path in small_site.pages():
        page.goto(small_site.at(path))
        shown = """() => [...document.querySelectorAll('script, style, template, noscript')]
          .filter(e => e.checkVisibility()).map(e => e.className || e.localName)"""
        assert page.evaluate(shown) == [], path


def test_wider_text_spacing_clips_nothing(phone, small_site):
    phone.goto(small_site.at(LESSON))
    phone.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
            word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
          document.adoptedStyleSheets.push(sheet);
        }"""
    )
    assert phone.evaluate(OVERFLOW) <= 0
    clipped = """() => [...document.querySelectorAll('a, button, summary, h1, h2, p, label')]
      .filter(e => e.checkVisibility() && getComputedStyle(e).overflow !== 'visible'
        && !e.matches('.al-unseen, .al-wide') && e.scrollWidth > e.clientWidth + 1)
      .map(e => e.outerHTML)"""
    assert phone.evaluate(clipped) == []


def test_every_page_names_its_landmarks_and_has_one_heading_of_the_first_level(
    page, small_site
):
    for path in small_site.pages():
        page.goto(small_site.at(path))
        assert page.locator("h1").count() == 1, path
        for landmark in ("banner", "main", "contentinfo"):
            assert page.get_by_role(landmark).count() == 1, (path, landmark)
        names = page.locator("nav").evaluate_all("all => all.map(e => e.ariaLabel)")
        assert all(names), path
        assert len(names) == len(set(names)), path


def test_help_is_within_three_presses_of_the_tab_key(page, small_site):
    page.goto(small_site.at(LESSON))
    assert tab_to(page, "Get help now", 3)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")
    assert page.locator("a[href^='tel:']").count() > 0


def test_the_skip_link_leads_past_the_header(page, small_site):
    page.goto(small_site.at(LESSON))
    page.keyboard.press("Tab")
    expect(page.locator(".al-skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


def test_the_current_page_is_marked_in_the_menu_and_its_module_is_open(page, small_site):
    page.goto(small_site.at(LESSON))
    current = page.locator(".al-nav [aria-current=page]")
    expect(current).to_have_count(1)
    expect(current).to_be_visible()


def test_everything_one_can_press_is_large_enough(phone, small_site):
    small = """() => [...document.querySelectorAll('button, summary, input, .al-nav a,'
      + ' .al-header a, .al-turns a, .al-footer a, .al-contents a')]
      .filter(e => e.checkVisibility() && !e.matches('.al-skip'))
      .filter(e => Math.min(e.getBoundingClientRect().height,
        e.getBoundingClientRect().width) < 24)
      .map(e => e.outerHTML)"""
    for path in (LESSON, ROLE):
        phone.goto(small_site.at(path))
        assert phone.evaluate(small) == []


def test_the_site_works_from_disk(open_context, small_site):
    page = open_context("file://").new_page()
    page.goto((small_site.folder / LESSON).as_uri())
    expect(page.get_by_role("button", name="Colours")).to_be_visible()
    page.locator("#al-q").fill("help")
    page.keyboard.press("Enter")
    expect(page.locator("#search-results a").first).to_be_visible()
    page.locator("#search-results a").filter(has_text="Get help now").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")
