"""On paper: margins of our own, nothing that only a screen needs, questions kept whole."""

from __future__ import annotations

import re

from playwright.sync_api import expect

LESSON = "modules/active-listening/saying-it-back.html"
PRACTICE = "modules/active-listening/practice.html"
SESSION = "facilitator_guide/session.html"


def test_pages_have_a_margin_of_their_own(page, small_site):
    page.goto(small_site.at(LESSON))
    margins = """() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSPageRule).map((rule) => rule.style.margin)"""
    assert page.evaluate(margins) == ["15mm"]


def test_what_only_a_screen_needs_is_not_printed(page, small_site):
    names = {".al-links", ".al-turns", ".al-contents", ".al-device", ".al-actions"}
    met = set()
    for path in (LESSON, PRACTICE, SESSION):
        page.goto(small_site.at(path))
        page.emulate_media(media="screen")
        met |= {name for name in names if page.locator(name).first.is_visible()}
        page.emulate_media(media="print")
        for name in names:
            for found in page.locator(name).all():
                expect(found).to_be_hidden()
        expect(page.locator(".al-print-help")).to_be_visible()
    assert met == names


def test_the_page_of_help_does_not_say_its_numbers_once_more_at_its_end(page, small_site):
    page.goto(small_site.at("book/get-help-now.html"))
    page.emulate_media(media="print")
    expect(page.locator(".al-print-help")).to_have_count(0)


def test_a_question_and_each_of_its_reasons_stay_whole(page, small_site):
    page.goto(small_site.at(LESSON))
    page.emulate_media(media="print")
    kept = "all => all.map(e => getComputedStyle(e).breakInside)"
    for part in (".al-asked", ".al-answer dl > div"):
        assert set(page.locator(part).evaluate_all(kept)) == {"avoid"}


LETTER = {"width": 702, "height": 943}
"""What is left of a sheet between its margins, in pixels."""


def test_every_observed_checklist_stands_whole_on_one_sheet(open_context, site):
    page = open_context(site.address, viewport=LETTER).new_page()
    page.emulate_media(media="print")

    def holds(path):
        return "al-checklist" in (site.folder / path).read_text("utf-8")

    # The one with the lines of every role is longer than a sheet.
    modules = [path for path in site.written() if re.match("modules/(?!role-minimum)", path)]
    held = [path for path in modules if holds(path)]
    assert len(held) > 10
    for path in held:
        page.goto(site.at(path))
        for sheet in page.locator(".al-checklist").all():
            expect(sheet).to_have_css("break-inside", "avoid")
            assert sheet.bounding_box()["height"] <= LETTER["height"], path


def test_the_booklet_of_a_kit_is_laid_out_whole_though_no_script_folds_it_up(
    open_context, site
):
    page = open_context(site.address).new_page()
    page.goto(site.at("facilitator_guide/kits/noon-on-wednesdays.html"))
    booklet = page.locator("[data-scripts] .al-kit-booklet")
    expect(booklet).to_have_css("content-visibility", "visible")
