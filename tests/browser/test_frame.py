"""The frame of every page: menu, search, colours, paper, the policy."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from colours import contrast
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

LESSON = "modules/active-listening/saying-it-back.html"
ROLE = "book/choose-your-role.html"
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
FOCUSED = "document.activeElement.dataset.do ?? document.activeElement.id"


def tab_to(page: Page, name: str, most: int) -> bool:
    """Press Tab until the link or button of that name has the focus; tell whether it came."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText ?? ''").strip() == name:
            return True
    return False


# ---------------------------------------------------------------- reading


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


# ---------------------------------------------------------------- menu


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


# ---------------------------------------------------------------- search


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


# ---------------------------------------------------------------- colours


def test_a_chosen_colour_mode_is_there_before_the_page_is_drawn(page, small_site):
    page.goto(small_site.at(LESSON))
    button = page.get_by_role("button", name="Colours")
    seen = [button.inner_text()]
    for _ in range(2):
        button.click()
        seen.append(button.inner_text())
    assert [words.split()[-1] for words in seen] == ["auto", "light", "dark"]
    page.reload()
    expect(page.get_by_role("button", name="Colours: dark")).to_be_visible()
    early = page.locator("head script[src*='early.js']")
    assert early.get_attribute("defer") is None
    # What is named before it is asked for meanwhile: it holds up the rest of the page.
    assert early.evaluate(
        "it => !it.matches(':has(~ link:is([rel=stylesheet], [as=script]), ~ script[defer])')"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(open_context, small_site, scheme):
    page = open_context(small_site.address, color_scheme=scheme).new_page()
    page.goto(small_site.at(LESSON))
    colour = """name => {
      const probe = document.createElement('p');
      probe.className = 'probe';
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`.probe { color: var(--al-${name}) }`);
      document.adoptedStyleSheets = [sheet];
      document.body.append(probe);
      const found = getComputedStyle(probe).color;
      probe.remove();
      return found;
    }"""
    pairs = {("text", "bg"): 7, ("text", "bg-soft"): 7, ("text-soft", "bg"): 7}
    pairs |= {(name, "bg"): 4.5 for name in ("link", "accent", "warm", "good", "mid", "bad")}
    pairs |= {(name, "bg-soft"): 4.5 for name in ("link", "text-soft", "warm")}
    pairs |= {(name, f"{name}-bg"): 4.5 for name in ("good", "mid", "bad")}
    pairs |= {("text", f"{name}-bg"): 7 for name in ("good", "mid", "bad")}
    pairs |= {("accent-text", "accent"): 4.5, ("edge", "bg"): 3, ("focus", "bg"): 3}
    for (words, ground), least in pairs.items():
        found = contrast(page.evaluate(colour, words), page.evaluate(colour, ground))
        assert found >= least, (words, ground, round(found, 2))


def test_focus_shows_in_forced_colours(open_context, small_site):
    page = open_context(small_site.address, forced_colors="active").new_page()
    page.goto(small_site.at(LESSON))
    stops = set()
    for _ in range(25):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, parseFloat(outlineWidth)])"
            "(getComputedStyle(document.activeElement))"
        )
        if page.evaluate("document.activeElement !== document.body"):
            stops.add(page.evaluate("document.activeElement.outerHTML"))
            assert ring[0] != "none", stops
            assert ring[1] >= 2
    assert len(stops) > 15


def test_nothing_moves_for_those_who_ask_for_less_motion(open_context, small_site):
    page = open_context(small_site.address, reduced_motion="reduce").new_page()
    page.goto(small_site.at(LESSON))
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_paper_carries_the_text_and_the_lines_of_help_but_no_menu(page, small_site):
    page.goto(small_site.at(LESSON))
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".al-nav")).to_be_hidden()
    expect(page.locator(".al-search")).to_be_hidden()
    expect(page.locator(".al-print-help")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


# ---------------------------------------------------------------- paper


def test_what_is_folded_is_open_on_paper_and_folded_again_after(page, small_site):
    folded = "document.querySelectorAll('main details:not([open])').length"
    page.goto(small_site.at(ROLE))
    before = page.evaluate(folded)
    page.evaluate("addEventListener('afterprint', () => { window.printed = true })")
    page.evaluate(f"addEventListener('beforeprint', () => {{ window.left = {folded} }})")
    page.pdf()
    page.wait_for_function("window.printed")
    assert (before > 0, page.evaluate("left"), page.evaluate(folded)) == (True, 0, before)


# ---------------------------------------------------------------- places and policy


def test_the_site_works_from_disk(open_context, small_site):
    page = open_context("file://").new_page()
    page.goto((small_site.folder / LESSON).as_uri())
    expect(page.get_by_role("button", name="Colours")).to_be_visible()
    page.locator("#al-q").fill("help")
    page.keyboard.press("Enter")
    expect(page.locator("#search-results a").first).to_be_visible()
    page.locator("#search-results a").filter(has_text="Get help now").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")


def test_every_page_has_the_policy_before_anything_is_loaded(site):
    for path in site.pages():
        text = (site.folder / path).read_text("utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        assert policy, path
        assert policy.start() < text.index("<script"), path
        allows = dict(part.split(maxsplit=1) for part in unescape(policy[1]).split(";"))
        assert (allows.pop("default-src"), allows.pop("img-src")) == ("'none'", "'self' data:")
        assert set(allows.values()) <= {"'none'", "'self'"}, path
        assert '<meta name="referrer" content="no-referrer">' in text
        assert not re.search(r"<script(?![^>]*\b(src=|type=\"application/json\"))", text), path
        assert not re.search(r"<(script|link|img|iframe)\b[^>]*(src|href)=\"(https?:)?//", text)


def test_the_watch_over_pages_sees_what_the_policy_stops(browser, small_site, trouble):
    context = browser.new_context()
    trouble.watch(context, small_site.address)
    page = context.new_page()
    page.goto(small_site.at(LESSON))
    page.evaluate(
        "document.head.append("
        "Object.assign(document.createElement('script'), { textContent: 'alert(1)' }))"
    )
    page.evaluate(
        "document.body.append(Object.assign(new Image(), { src: 'https://example.org/' }))"
    )
    page.wait_for_timeout(300)
    context.close()
    assert len([one for one in trouble if "Content Security Policy" in one]) >= 2


def test_the_watch_over_pages_sees_a_request_to_another_host_and_one_that_sends(
    browser, small_site, trouble
):
    context = browser.new_context()
    trouble.watch(context, small_site.address)
    context.route("https://example.org/**", lambda route: route.abort())
    page = context.new_page()
    page.evaluate("fetch('https://example.org/').catch(() => {})")
    page.goto(small_site.at("index.html"))
    page.evaluate("fetch('search.html', { method: 'POST' }).catch(() => {})")
    context.close()
    assert [one for one in trouble if one.startswith("request: ")] == [
        "request: GET https://example.org/",
        f"request: POST {small_site.at('search.html')}",
    ]
