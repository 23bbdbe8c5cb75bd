"""The observed checklist on a phone: marked by one, seen first by the other, kept there."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def open_sheet(open_context, site):
    """Open the observed checklist of a page on a small phone."""

    def opened(name):
        context = open_context(site.address, viewport={"width": 320, "height": 640})
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.goto(site.at(name))
        page.locator("alongside-observed [data-do=open]").press("Enter")
        return page

    return opened


@pytest.fixture
def sheet(open_sheet):
    return open_sheet("modules/boundaries/in-a-group-of-three.html")


def mark(page, *marks):
    for line, given in zip(page.locator(".al-observed fieldset").all(), marks, strict=False):
        line.locator(f"[value='{given}']").check()
    page.get_by_role("button", name="Done: hand the phone back").click()


def test_the_trainee_sees_the_marks_first_and_a_sign_off_stays_on_their_phone(sheet):
    mark(sheet, *"343")
    expect(sheet.get_by_role("heading", name="What was seen")).to_be_focused()
    expect(sheet.get_by_label("Facilitator, your name")).to_be_hidden()
    sheet.get_by_role("button", name="Show it to a facilitator").click()
    sheet.get_by_label("Facilitator, your name").fill("Rosa K.")
    sheet.get_by_role("button", name="Sign off").click()
    signed = sheet.locator("[data-show=signed]")
    expect(signed).to_have_text(re.compile(r"Signed off by Rosa K\., \d{4}-\d\d-\d\d"))
    sheet.reload()
    expect(signed).to_contain_text("Rosa K.")
    sheet.locator("[data-do=clear]").click()
    expect(sheet.locator("[data-place=sure]")).to_contain_text("observer’s mark and sign-off")
    sheet.locator("[data-do=clear-yes]").click()
    sheet.reload()
    expect(sheet.get_by_role("button", name="Mark it on this phone")).to_be_visible()


def sign(page, name):
    page.get_by_role("button", name="Show it to a facilitator").click()
    page.get_by_label("Facilitator, your name").fill(name)
    page.get_by_role("button", name="Sign off").click()


def test_a_name_of_blanks_signs_nothing_and_is_asked_for_again(sheet):
    mark(sheet, *"343")
    sign(sheet, "  ")
    expect(sheet.get_by_label("Facilitator, your name")).to_be_focused()
    expect(sheet.locator("[data-show=signed]")).to_be_empty()


def test_who_marks_again_is_told_what_goes_and_may_go_back_to_it(sheet):
    mark(sheet, *"343")
    sign(sheet, "Rosa K.")
    sheet.get_by_role("button", name="Mark it again").click()
    expect(sheet.get_by_text("There are marks already.")).to_be_visible()
    sheet.get_by_role("button", name="Go back, and mark nothing").click()
    expect(sheet.get_by_role("heading", name="What was seen")).to_be_focused()
    expect(sheet.locator("[data-show=signed]")).to_contain_text("Rosa K.")


def test_a_sheet_opened_by_mistake_is_folded_up_again(sheet):
    expect(sheet.get_by_text("There are marks already.")).to_be_hidden()
    sheet.get_by_role("button", name="Go back, and mark nothing").click()
    expect(sheet.get_by_role("button", name="Mark it on this phone")).to_be_focused()
    expect(sheet.locator(".al-observed")).to_be_hidden()


def test_a_line_without_a_mark_says_so(sheet):
    mark(sheet, *"3")
    lines = sheet.locator("[data-show=seen] li")
    expect(lines.nth(0)).to_contain_text("3: All of the basic line")
    expect(lines.nth(1)).to_contain_text(": not marked")


def test_marks_that_cannot_be_kept_are_shown_and_it_is_said(sheet):
    sheet.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
    mark(sheet, *"343")
    expect(sheet.get_by_role("heading", name="What was seen")).to_be_focused()
    told = sheet.locator("alongside-observed [role=status]").first
    expect(told).to_contain_text("does not let this page keep answers")


@pytest.mark.parametrize(
    ("marks", "told"),
    [("H44", "A harmful act was marked."), ("32", "Another day"), ("3", "Another day")],
)
def test_nobody_signs_what_was_harmful_or_not_yet_seen(sheet, marks, told):
    mark(sheet, *marks)
    expect(sheet.locator("[data-verdict]:visible")).to_contain_text(told)
    expect(sheet.get_by_role("button", name="Show it to a facilitator")).to_be_hidden()


KEPT = "alongside:alongside:s:boundaries"


@pytest.mark.parametrize(
    "kept",
    [
        {"marks": "343"},
        {"marks": {"LINE": "9"}},
        {"marks": {"LINE": '"]'}},
        {"marks": {"LINE": {"a": 1}}, "signed": True},
        {"marks": None, "signed": {"by": "Rosa"}},
    ],
)
def test_kept_marks_that_no_line_offers_sign_nothing_and_can_be_made_anew(sheet, kept):
    line = sheet.locator(".al-observed fieldset").first.get_attribute("data-line")
    spoilt = json.dumps({"v": 1, **kept}).replace("LINE", line)
    sheet.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEPT, spoilt])
    sheet.reload()
    expect(sheet.locator("alongside-observed form").first).to_be_attached()
    expect(sheet.get_by_role("button", name="Show it to a facilitator")).to_be_hidden()
    expect(sheet.locator("[data-show=signed]")).to_be_empty()
    sheet.locator("alongside-observed").get_by_role("button", name="Mark it").click()
    mark(sheet, *"343")
    expect(sheet.get_by_role("button", name="Show it to a facilitator")).to_be_visible()


def test_marks_go_from_every_tab_when_they_are_cleared_in_one(sheet):
    mark(sheet, *"343")
    other = sheet.context.new_page()
    other.goto(sheet.url)
    other.locator("[data-do=clear]").click()
    with other.expect_navigation():
        other.locator("[data-do=clear-yes]").click()
    expect(sheet.get_by_role("button", name="Mark it on this phone")).to_be_visible()
    expect(sheet.get_by_role("heading", name="What was seen")).to_be_hidden()
    assert sheet.evaluate("key => localStorage.getItem(key)", KEPT) is None


@pytest.mark.parametrize(("marks", "ready"), [("222222", True), ("222221", False)])
def test_the_observed_practice_is_signed_where_every_line_is_begun(open_sheet, marks, ready):
    sheet = open_sheet("modules/capstone/what-the-observers-look-for.html")
    mark(sheet, *marks)
    told = "Every line was at least begun" if ready else "Another day"
    expect(sheet.locator("[data-verdict]:visible")).to_contain_text(told)
    offered = sheet.get_by_role("button", name="Show it to a facilitator")
    expect(offered).to_be_visible(visible=ready)
