"""The frame in chosen colours, in forced ones, without motion and on paper."""

from __future__ import annotations

import pytest
from colours import contrast
from playwright.sync_api import expect

LESSON = "modules/active-listening/saying-it-back.html"
ROLE = "book/choose-your-role.html"


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


KEYS = """() => ['first', 'rest'].map(
  (name) => getComputedStyle(document.querySelector(`.al-bar-key-${name}`), '::before'))"""


def test_the_key_of_the_bars_tells_its_two_parts_apart_in_forced_colours_and_on_paper(
    open_context, small_site
):
    page = open_context(small_site.address, forced_colors="active").new_page()
    page.goto(small_site.at(ROLE))
    first, rest = page.evaluate(f"({KEYS})().map((key) => key.backgroundColor)")
    assert first != rest
    page.emulate_media(media="print", forced_colors="none")
    kept = page.evaluate(f"({KEYS})().map((key) => key.printColorAdjust)")
    assert kept == ["exact", "exact"]


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


def test_what_is_folded_is_open_on_paper_and_folded_again_after(page, small_site):
    folded = "document.querySelectorAll('main details:not([open])').length"
    page.goto(small_site.at(ROLE))
    before = page.evaluate(folded)
    page.evaluate("addEventListener('afterprint', () => { window.printed = true })")
    page.evaluate(f"addEventListener('beforeprint', () => {{ window.left = {folded} }})")
    page.pdf()
    page.wait_for_function("window.printed")
    assert (before > 0, page.evaluate("left"), page.evaluate(folded)) == (True, 0, before)
