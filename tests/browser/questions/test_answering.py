"""Answer each kind of question as a trainee would."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from questions.asking import match, option, press, put_in_order, question, rate
from watching import LISTEN


def test_a_right_choice_is_told_once_with_its_reason_and_the_focus_stays(page):
    form = question(page, "reflection")
    page.evaluate(LISTEN)
    form.get_by_label("You’re worn out").check()
    press(form, "Check")
    said = "Correct. It gives the feeling and the comparison back, and leaves room for more."
    assert page.evaluate("heard") == [said]
    expect(form.get_by_role("button", name="Check")).to_be_focused()
    expect(option(form, "tired")).to_contain_text("Your answer")


def test_a_poor_choice_is_told_kindly_and_its_answer_is_there_to_open(page):
    form = question(page, "reflection")
    expect(form.locator("details.al-answer")).to_be_hidden()
    form.get_by_label("Have you tried").check()
    press(form, "Check")
    expect(form.locator(".al-result")).to_have_text(
        re.compile(r"^Not the best choice\.It moves")
    )
    form.get_by_text("Question 1: answer and reasons").click()
    expect(form.get_by_text("Best choice", exact=True)).to_be_visible()


def test_several_choices_earn_part_of_the_credit_told_in_words(page):
    form = question(page, "attend")
    for name in ("words", "wait", "camera"):
        option(form, name).locator("input").check()
    press(form, "Check")
    expect(form.locator(".al-result")).to_contain_text("Partly right: 2 of 4 judged rightly.")
    expect(option(form, "camera")).to_contain_text("Your answer: it does not fit.")
    expect(option(form, "camera")).to_contain_text("Sam may have a reason.")
    expect(option(form, "notes").locator(".al-beside")).to_have_count(0)


def test_true_and_false_keep_their_places_and_each_has_its_reason(page):
    form = question(page, "eyes")
    assert form.locator("label").all_inner_texts()[:2] == ["True", "False"]
    form.get_by_label("False").check()
    press(form, "Check")
    expect(form.locator(".al-result")).to_contain_text("Correct.Right to doubt it")


@pytest.mark.parametrize(
    ("order", "says"),
    [
        (("pause", "reflect", "check", "ask"), "Correct. 4 of 4 steps stand right."),
        (("pause", "reflect", "ask", "check"), "Correct. 4 of 4 steps stand right."),
        (("reflect", "pause", "check", "ask"), "Partly right: 2 of 4 steps stand right."),
    ],
)
def test_several_orders_are_right_and_the_score_is_told_in_steps(page, order, says):
    form = question(page, "steps")
    put_in_order(form, *order[::-1])  # whatever the shuffle gave, at least one step moves
    put_in_order(form, *order)
    press(form, "Check")
    expect(form.locator(".al-result")).to_contain_text(says)
    expect(option(form, "ask").locator(".al-beside")).to_contain_text("It comes last")


def test_a_moved_step_keeps_the_focus_and_says_its_place_once(page):
    form = question(page, "steps")
    page.evaluate(LISTEN)
    first = form.locator("[data-option]").first
    words = first.locator(".al-words").inner_text()
    name = first.get_attribute("data-option")
    down = option(form, name).get_by_text("Move down")
    down.focus()
    page.keyboard.press("Enter")
    expect(down).to_be_focused()
    page.keyboard.press("Space")
    expect(down).to_be_focused()
    assert page.evaluate("heard") == [f"Now step 2 of 4: {words}", f"Now step 3 of 4: {words}"]
    page.keyboard.press("Enter")
    expect(down).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Enter")
    expect(down).to_be_focused()
    assert page.evaluate("heard.length") == 4


def test_a_step_can_be_dragged_too(page):
    form = question(page, "steps")
    steps = form.locator("[data-option]")
    last = steps.nth(3).get_attribute("data-option")
    option(form, last).locator(".al-words").drag_to(steps.nth(0).locator(".al-words"))
    expect(steps.nth(0)).to_have_attribute("data-option", last)
    expect(form.locator(".al-result")).to_contain_text("Now step 1 of 4")


def test_a_step_that_is_let_go_where_it_was_is_no_answer(page):
    form = question(page, "steps")
    words = form.locator("[data-option] .al-words").first
    words.drag_to(question(page, "reflection").locator("legend"))
    expect(form.locator(".al-result")).to_be_empty()
    press(form, "Check")
    expect(form.locator(".al-problem")).to_contain_text("Move at least one step.")


def test_a_wrong_match_tells_what_the_label_means_and_why_another_fits(page):
    form = question(page, "kinds")
    match(form, lonely="reflection", tonight="open", sleep="open")
    press(form, "Check")
    expect(form.locator(".al-result")).to_contain_text("Partly right: 2 of 3 matched.")
    expect(option(form, "sleep")).to_contain_text("An open question lets the other choose")
    expect(option(form, "sleep")).to_contain_text("Yes or no answers it.")


def test_a_rating_one_step_away_on_the_same_side_earns_half(page):
    form = question(page, "email")
    page.evaluate("addEventListener('alongside-answers', (e) => { window.told = e.detail; })")
    rate(form, private=3, classmate=1, again=3)
    press(form, "Check")
    expect(form.locator(".al-result")).to_contain_text(
        "1 of 3 as we see it, and 1 close to it."
    )
    expect(option(form, "private")).to_contain_text("Close. We say: Helps a lot.")
    expect(option(form, "again")).to_contain_text(
        "We see this one differently. We say: Does little."
    )
    assert page.evaluate("told.credit") == 0.5
    form.get_by_text("Question 6: answer and reasons").click()
    expect(form.get_by_text("The authors’ view, and why:")).to_be_visible()


@pytest.mark.parametrize(
    ("choice", "says"),
    [("limit", "A strong choice."), ("tomorrow", "It helps in part."), ("promise", "Not yet.")],
)
def test_a_judgement_has_words_for_each_credit(page, choice, says):
    form = question(page, "night")
    option(form, choice).locator("input").check()
    press(form, "Check")
    expect(form.locator(".al-result strong").first).to_have_text(says)


def test_own_words_are_counted_and_never_scored(page):
    form = question(page, "own")
    page.evaluate(
        "window.told = [];"
        "addEventListener('alongside-answers', (e) => told.push(JSON.stringify(e.detail)))"
    )
    form.get_by_label("Your own words").fill("It sounds heavy")
    expect(form.locator(".al-count")).to_have_text(
        re.compile("3 words. About 40 words is plenty")
    )
    form.get_by_label("Your own words").fill("a " * 41)
    expect(form.locator(".al-count")).to_have_text(re.compile("41 words. That is more than 40"))
    press(form, "Show a model answer and self-check")
    expect(form.get_by_text("It’s been a lot")).to_be_visible()
    expect(form.get_by_text("Did I leave advice for later?")).to_be_visible()
    told = page.evaluate("told")
    assert told
    assert all('"answer":null,"credit":null' in detail for detail in told)


def test_two_quizzes_on_a_page_do_not_touch_each_other(page):
    question(page, "reflection").get_by_label("Have you tried").check()
    press(question(page, "reflection"), "Check")
    assert question(page, "reflection", "two").locator("input:checked").count() == 0
    expect(question(page, "reflection", "two").locator(".al-result")).to_be_empty()


def test_answers_can_be_listened_to_and_set_from_outside(page):
    page.evaluate(
        "window.told = [];"
        "addEventListener('alongside-answers', (event) => told.push(event.detail))"
    )
    quiz = page.locator("#quiz-listening-one-reflection")
    wanted = {
        "listening-one-reflection": "centre",
        "listening-one-attend": ["wait", "words"],
        "listening-one-kinds": {"lonely": "advice", "sleep": "closed", "tonight": "open"},
        "listening-one-email": {"again": "2", "classmate": "1", "private": "4"},
        "listening-one-steps": ["check", "pause", "reflect", "ask"],
    }
    quiz.evaluate("(quiz, wanted) => { quiz.answers = wanted; }", wanted)
    assert quiz.evaluate("quiz => quiz.answers") == wanted
    assert page.evaluate("told") == []
    press(question(page, "reflection"), "Check")
    detail = {"question": "listening-one-reflection", "answer": "centre", "credit": 0}
    assert page.evaluate("told") == [detail]
    quiz.evaluate("(quiz, wanted) => { quiz.answers = wanted; }", wanted)
    expect(question(page, "reflection").locator(".al-result")).not_to_be_empty()


def test_what_no_question_offers_cannot_be_set(page):
    quiz = page.locator("#quiz-listening-one-reflection")
    quiz.evaluate(
        "quiz => { quiz.answers = {'listening-one-reflection': 'nobody', "
        "'listening-one-attend': {length: 3}, 'listening-one-kinds': 7, "
        "'listening-one-steps': 'x', other: 1}; }"
    )
    assert quiz.evaluate("quiz => quiz.answers") == {}


def test_each_kind_can_be_answered_by_keyboard_alone(page):
    form = question(page, "reflection")
    form.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(form.locator("input").nth(2)).to_be_checked()
    expect(form.locator(".al-result")).to_be_empty()
    for _ in range(3):  # the hint, how sure, Check
        page.keyboard.press("Tab")
    expect(form.get_by_role("button", name="Check")).to_be_focused()
    page.keyboard.press("Space")
    expect(form.locator(".al-result")).not_to_be_empty()
    page.keyboard.press("Tab")
    expect(form.get_by_role("button", name="Try again")).to_be_focused()
