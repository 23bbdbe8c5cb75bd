"""The same activities on paper, without scripts, on narrow pages and late ones."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from practice.practising import NAMES, OWN, check, fill, form_of, shown_lines
from watching import jumped


def test_without_scripts_it_is_all_there_to_read_and_to_write_on(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_text("Tom steps back and looks for his phone.")).to_be_visible()
    assert shown_lines(form_of(page, "ideas")) == ["", "", ""]
    expect(form_of(page, "plan").get_by_label("Somebody I can tell")).to_be_editable()
    notice = page.get_by_text("With “should”, “I’d try”, “why don’t you” in your words:")
    expect(notice).to_be_hidden()
    for summary in page.locator(".al-answer summary").all():
        summary.click()
    for words in ("Mark one that would feel false", "Kim, who leads on Mondays"):
        expect(page.get_by_text(words)).to_be_visible()
    expect(notice).to_be_visible()
    assert [one for one in page.locator("button").all() if one.is_visible()] == []
    context.close()


def test_on_paper_there_is_every_setting_and_room_to_write(page):
    form_of(page, "dial").get_by_label("Leave a door ajar").check()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for words in ("Tom nods, and looks at the queue.", "Tom steps back and looks"):
        expect(page.get_by_text(words).locator("visible=true")).to_have_count(1)
    expect(page.locator(".al-heard")).to_be_hidden()
    expect(page.get_by_text("With “?” in your words:")).to_be_visible()
    expect(
        page.locator("#q-active-listening-plan").locator("li", has_text="Drink a glass")
    ).to_be_visible()


@pytest.mark.parametrize("width", [320, 800, 1200])
def test_nothing_runs_out_of_the_page_or_is_too_small_to_hit(page, width):
    page.set_viewport_size({"width": width, "height": 700})
    form_of(page, "dial").get_by_label("Name the tears").check()
    for name in OWN:
        fill(page, name, "Donaudampfschifffahrt" * 12)
    for name in NAMES:
        check(form_of(page, name))
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    sizes = page.locator("input, button, select, textarea, summary").evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => {"
        "const b = e.getBoundingClientRect();"
        "return [e.id || e.outerHTML, b.width, b.height]; })"
    )
    assert [found for found in sizes if min(found[1:]) < 24] == []


@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_jumps_when_the_script_arrives_late(browser, address, width):
    assert jumped(browser, address, width, 2600) == pytest.approx(0, abs=0.001)
