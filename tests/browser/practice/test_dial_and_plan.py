"""A dial that is tried and a plan that is taken along."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect
from practice.practising import check, form_of, result
from watching import LISTEN

HEARD = (
    ("Mine too. Coffee?", "Tom nods, and looks at the queue."),
    (
        "A long one. I have time, if you want some company.",
        "Tom breathes out. “Walk with me a bit?”",
    ),
)
"""What the first two settings of the dial say, and what comes back."""


def test_a_setting_is_heard_once_and_graded_only_after_check(page):
    form = form_of(page, "dial")
    page.evaluate(LISTEN)
    form.locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("heard") == [
        f"It sounds like this: {said} What comes back: {back}" for said, back in HEARD
    ]
    expect(result(form)).to_be_empty()
    check(form)
    assert page.evaluate("heard")[2:] == [
        "A strong choice. Tom’s own word comes back, with an offer that can be left lying."
    ]


def test_another_setting_can_be_tried_and_read_after_check(page):
    form = form_of(page, "dial")
    form.get_by_label("Name the tears").check()
    check(form)
    expect(result(form)).to_contain_text("It helps in part.")
    form.get_by_label("Ask for the whole").check()
    expect(result(form)).to_be_empty()
    expect(form.locator(".al-heard")).to_contain_text("Tom steps back")
    check(form)
    expect(result(form)).to_contain_text("Not yet.")
    form.get_by_role("button", name="Try again").click()
    expect(form.locator(".al-heard")).to_be_empty()


def test_a_dial_keeps_its_order_for_every_attempt(page):
    form = form_of(page, "dial")
    order = "all => all.map(e => e.dataset.option)"
    for _ in range(4):
        standing = form.locator("[data-option]").evaluate_all(order)
        assert standing == ["pass-by", "hint", "name", "dig"]
        form.get_by_label("Pass it by").check()
        check(form)
        form.get_by_role("button", name="Try again").click()


def test_a_dial_without_a_setting_says_so(page):
    form = form_of(page, "dial")
    check(form)
    expect(form.locator(".al-problem")).to_be_focused()
    expect(form.locator(".al-problem")).to_contain_text("Choose a setting.")
    form.get_by_role("link", name="Choose a setting.").click()
    expect(form.locator("input").first).to_be_focused()


TEXT = """After a hard talk

First I will
Walk once round the block
and sit down

Somebody I can tell
Kim

Look at this again after your next three talks.
"""


@pytest.fixture
def plan(page):
    """A plan made into a text."""
    form = form_of(page, "plan")
    form.get_by_role("combobox", name="First I will Choose one").select_option(
        "Walk once round the block"
    )
    form.get_by_role("textbox", name="First I will Or in your own words").fill("and sit down")
    form.get_by_label("Somebody I can tell").fill("Kim")
    check(form)
    return form


def test_a_plan_becomes_a_text_that_follows_its_form(plan):
    assert plan.locator(".al-text").text_content() == TEXT
    expect(result(plan)).to_contain_text("Your plan stands below as a text")
    plan.get_by_label("Somebody I can tell").fill("Lee")
    expect(plan.locator(".al-text")).to_contain_text("Lee")


def test_a_plan_is_saved_as_a_file_made_on_the_device(plan):
    with plan.page.expect_download() as found:
        plan.get_by_role("button", name="Save it as a file").click()
    assert found.value.suggested_filename == "active-listening-plan.txt"
    assert Path(found.value.path()).read_text("utf-8") == TEXT
    expect(plan.locator(".al-said")).to_have_text("Saved among your downloads.")


def test_a_plan_is_copied(plan):
    plan.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    plan.get_by_role("button", name="Copy it").click()
    expect(plan.locator(".al-said")).to_have_text("Copied.")
    assert plan.page.evaluate("navigator.clipboard.readText()") == TEXT


def test_where_a_page_may_not_copy_the_text_is_marked(plan):
    plan.page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"
        " document.execCommand = () => false; }"
    )
    plan.get_by_role("button", name="Copy it").click()
    expect(plan.locator(".al-said")).to_contain_text("The text is marked")
    assert plan.page.evaluate("getSelection().toString()").strip() == TEXT.strip()


def test_a_plan_prints_alone_and_the_page_is_whole_again_after(plan):
    page = plan.page
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    plan.get_by_role("button", name="Print it alone").click()
    page.emulate_media(media="print")
    assert page.locator("body").inner_text().strip() == TEXT.strip()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("[data-aside]").count() == 0
    expect(plan.get_by_role("button", name="Make it a text")).to_be_visible()


def test_a_part_with_a_limit_is_counted_and_never_cut(page):
    form = form_of(page, "plan")
    part = form.locator("[data-option=who]")
    expect(part.locator(".al-count")).to_have_text("About 10 words is plenty.")
    part.locator("textarea").fill("one two")
    expect(part.locator(".al-count")).to_have_text("2 words. About 10 words is plenty.")
    part.locator("textarea").fill("word " * 11)
    expect(part.locator(".al-count")).to_contain_text("11 words. That is more than 10")
    check(form)
    expect(form.locator(".al-text")).to_contain_text(" ".join(["word"] * 11))


def test_an_empty_plan_asks_for_one_part(page):
    form = form_of(page, "plan")
    check(form)
    expect(form.get_by_role("link", name="Fill in at least one part.")).to_be_visible()
    expect(form.locator(".al-sheet")).to_be_hidden()
