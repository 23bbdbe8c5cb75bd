"""Checking an answer, mending it, trying again, hints, and how sure one was."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from questions.asking import option, press, question, rate
from watching import LISTEN


def test_a_key_held_down_checks_once(page):
    form = question(page, "reflection")
    page.evaluate(LISTEN)
    form.get_by_label("You’re worn out").check()
    for _ in range(5):
        page.keyboard.press("Enter")
    assert page.evaluate("heard.length") == 1
    assert (
        page.evaluate(
            "JSON.parse(localStorage['alongside:test:q:listening-one-reflection']).tries"
        )
        == 1
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("reflection", "Choose one answer."),
        ("attend", "Choose at least one."),
        ("eyes", "Choose one answer."),
        ("steps", "Move at least one step."),
        ("kinds", "Choose a label for each one: 3 still to choose."),
        ("email", "Rate each one: 3 still to rate."),
        ("night", "Choose one answer."),
    ],
)
def test_a_check_with_nothing_chosen_says_so_and_leads_to_the_control(page, name, words):
    form = question(page, name)
    press(form, "Check")
    summary = form.get_by_role("group", name=f"There is a problem {words}")
    expect(summary).to_be_focused()
    expect(form.locator(".al-error")).to_have_text(words)
    expect(form.locator(".al-result")).to_be_empty()
    described = form.locator("fieldset").first.get_attribute("aria-describedby")
    assert form.locator(".al-error").get_attribute("id") in described.split()
    summary.get_by_role("link", name=words).click()
    control = page.evaluate("document.activeElement.closest('fieldset form, form').id")
    assert control == f"q-listening-one-{name}"
    assert page.evaluate("document.activeElement.matches('input, select, button')")


def test_a_mended_problem_leaves_no_words_behind(page):
    form = question(page, "reflection")
    press(form, "Check")
    form.get_by_label("You’re worn out").check()
    expect(form.locator(".al-problem")).to_be_hidden()
    assert form.locator(".al-problem").text_content() == ""
    assert form.locator(".al-error").text_content() == ""


def test_a_problem_counts_down_while_it_is_mended(page):
    form = question(page, "email")
    press(form, "Check")
    rate(form, private=4)
    expect(form.locator(".al-error")).to_have_text("Rate each one: 2 still to rate.")


def test_try_again_folds_the_answer_away_and_starts_at_the_first_control(page):
    form = question(page, "reflection")
    for _ in range(3):
        form.get_by_label("Have you tried").check()
        press(form, "Check")
        form.get_by_text("Question 1: answer and reasons").click()
        press(form, "Try again")
        expect(form.locator("details.al-answer")).to_be_hidden()
        expect(form.locator(".al-result")).to_be_empty()
        expect(form.get_by_text("Your answer")).to_have_count(0)
        expect(form.locator("input").first).to_be_focused()
        assert form.locator("input:checked").count() == 0


def test_another_choice_takes_the_result_back(page):
    form = question(page, "reflection")
    form.get_by_label("Have you tried").check()
    press(form, "Check")
    form.get_by_label("You’re worn out").check()
    expect(form.locator(".al-result")).to_be_empty()


def test_hints_come_one_at_a_time(page):
    form = question(page, "reflection")
    expect(form.get_by_text("Hint 2 of 2")).to_be_hidden()
    form.get_by_text("Hint 1 of 2").click()
    expect(form.get_by_text("Look for words without")).to_be_visible()
    form.get_by_text("Hint 2 of 2").click()
    expect(form.get_by_text("Look for the reply that stays")).to_be_visible()


@pytest.mark.parametrize(
    ("sure", "choice", "says"),
    [
        ("Very sure", "centre", "worth coming back to"),
        ("Not sure", "tired", "You were not sure, and you were right."),
        ("Fairly sure", "centre", None),
        ("Very sure", "tired", None),
    ],
)
def test_how_sure_one_was_is_answered_in_one_sentence(page, sure, choice, says):
    form = question(page, "reflection")
    option(form, choice).locator("input").check()
    form.get_by_label("How sure are you?").select_option(sure)
    press(form, "Check")
    told = form.locator(".al-result p").all_inner_texts()
    assert len(told) == (3 if says else 2)
    assert says is None or says in told[-1]


def test_enter_in_a_choice_checks_and_never_leaves_the_page(page):
    form = question(page, "reflection")
    before = page.url
    form.get_by_label("You’re worn out").check()
    page.keyboard.press("Enter")
    expect(form.locator(".al-result")).to_contain_text("Correct.")
    assert page.url == before
