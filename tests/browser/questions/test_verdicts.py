"""A verdict on a phone: it comes into sight, and long questions stay short around it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from alongside.model.bank import Bank
from alongside.render.questions import quiz

ITEMS, LABELS = 12, 6
IN_SIGHT = """e => {
  const { top, bottom } = e.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""


def _bank() -> Bank:
    labels = [
        {"id": f"label-{n}", "text": f"Label {n}", "feedback": f"It means {n}. " * 6}
        for n in range(LABELS)
    ]
    items = [
        {
            "id": f"item-{n}",
            "text": f"A reply of some length, as number {n} of them all.",
            "label": f"label-{n % LABELS}",
            "feedback": f"The reason for {n}. " * 8,
        }
        for n in range(ITEMS)
    ]
    options = [
        {
            "id": f"option-{n}",
            "text": f"Words {n}. " * 20,
            "correct": n == 0,
            "feedback": "What it does to the other person. " * 8,
        }
        for n in range(3)
    ]
    told = {"outcomes": ["long-one"], "level": "apply", "prompt": "Which?"}
    single = {"type": "single", "id": "long-single", "options": options, **told}
    matching = {"type": "matching", "id": "long-match", "items": items, "labels": labels}
    questions = [{**matching, **told}, single]
    bank = {"format": 1, "module": "long", "title": "Long", "questions": questions}
    return Bank.model_validate_json(json.dumps(bank))


@pytest.fixture
def phone(open_context, place):
    bank = _bank()
    address = place.write("long.html", quiz(bank.questions, bank, "test"))
    size = {"width": 360, "height": 740}
    page = open_context(place.address, viewport=size, reduced_motion="reduce").new_page()
    page.goto(address)
    return page


def _matched(phone, right: int):
    """Match all items, so many of them rightly, and check."""
    form = phone.locator("#q-long-match")
    for n in range(ITEMS):
        label = (n if n < right else n + 1) % LABELS
        form.locator(f"[data-option=item-{n}] select").select_option(f"label-{label}")
    form.get_by_role("button", name="Check").click()
    return form


def test_a_long_matching_question_stays_short_once_it_is_checked(phone):
    form = phone.locator("#q-long-match")
    before = form.bounding_box()["height"]
    _matched(phone, right=3)
    grown = (form.bounding_box()["height"] - before) / ITEMS
    assert grown < 60
    note = form.locator("[data-option=item-5] details")
    expect(note.locator("summary")).to_have_text("Not the best match. Why?")
    expect(note.get_by_text("The reason for 5.")).to_be_hidden()
    note.locator("summary").click()
    expect(note.get_by_text("The reason for 5.")).to_be_visible()
    expect(note.get_by_text("It means 0.")).to_be_visible()


def test_the_verdict_is_in_sight_and_the_focus_stays_on_check(phone):
    form = _matched(phone, right=3)
    verdict = form.locator(".al-result")
    expect(verdict).to_contain_text("Partly right: 3 of 12 matched.")
    assert verdict.evaluate(IN_SIGHT)
    expect(form.get_by_role("button", name="Check")).to_be_focused()


def test_a_verdict_that_would_lie_below_the_screen_comes_up(phone):
    form = phone.locator("#q-long-single")
    form.locator("input").last.check()
    button = form.get_by_role("button", name="Check")
    button.evaluate("e => e.scrollIntoView({ block: 'end' })")
    assert form.locator(".al-result").evaluate("e => e.getBoundingClientRect().top > 700")
    button.press("Enter")
    expect(form.locator(".al-result strong")).to_be_visible()
    assert form.locator(".al-result").evaluate(IN_SIGHT)
    expect(button).to_be_focused()


def test_another_try_takes_the_folded_reasons_away(phone):
    form = _matched(phone, right=12)
    assert form.locator(".al-beside").count() == ITEMS
    form.get_by_role("button", name="Try again").click()
    assert form.locator(".al-beside").count() == 0
