"""The same questions on narrow, dark, plain, printed, mirrored and crowded pages."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect
from watching import jumped

from alongside.render.questions import quiz

LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 6 + " 👩🏽‍🤝‍👩🏿 " + "مرحبا بكم " * 30


def marked(form):
    """Return the entries of the answer from top to bottom, each with the mark before it."""
    return form.locator("dt").evaluate_all(
        "all => all.map(e => [e.getBoundingClientRect().top, e]).sort(([a], [b]) => a - b)"
        ".map(([, e]) => getComputedStyle(e, '::before').content.replace('none', '')"
        " + e.textContent)"
    )


def check_all(page):
    for button in page.locator("[data-do=check]").all():
        button.click()


def sideways(page):
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


@pytest.fixture
def long_bank(bank):
    """Return the bank with every sentence made very long, in two directions, with emoji."""
    data = json.loads(bank.model_dump_json())

    def lengthen(value):
        if isinstance(value, dict):
            named = {"text", "prompt", "feedback", "if_true", "if_false", "model_answer"}
            return {k: LONG if k in named else lengthen(v) for k, v in value.items()}
        return [lengthen(v) for v in value] if isinstance(value, list) else value

    return type(bank).model_validate_json(json.dumps(lengthen(data)))


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_very_long_words_fit_a_narrow_page_in_both_directions(
    context, place, long_bank, direction
):
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 700})
    body = quiz(long_bank.questions, long_bank, "test")
    page.goto(place.write("long.html", body, direction=direction))
    assert sideways(page) <= 0
    page.locator("#quiz-listening-one-reflection").evaluate(
        "quiz => { quiz.answers = {'listening-one-reflection': 'tired', "
        "'listening-one-attend': ['wait'], "
        "'listening-one-kinds': {lonely: 'open', tonight: 'open', sleep: 'advice'}}; }"
    )
    check_all(page)
    assert sideways(page) <= 0
    expect(page.locator(".al-result").first).not_to_be_empty()


def test_forty_questions_on_a_page_all_answer(context, place, bank):
    single = json.loads(bank.questions[0].model_dump_json())
    data = json.loads(bank.model_dump_json())
    data["questions"] = [single | {"id": f"listening-{n}"} for n in range(40)]
    many = type(bank).model_validate_json(json.dumps(data))
    page = context.new_page()
    page.goto(place.write("forty.html", quiz(many.questions, many, "test")))
    page.evaluate(
        "for (const input of document.querySelectorAll('[value=tired]')) input.click()"
    )
    check_all(page)
    assert page.locator("[data-state=right]").count() == 40
    assert page.evaluate(
        "new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size"
    ) == (page.locator("[id]").count())


def test_without_styles_everything_is_usable(context, place, bank):
    page = context.new_page()
    page.goto(place.write("plain.html", quiz(bank.questions[:1], bank, "test"), style=False))
    page.get_by_label("You’re worn out").check()
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_text("Your answer")).to_be_visible()
    expect(page.locator(".al-result")).to_contain_text("Correct.")


def test_without_scripts_every_answer_and_reason_can_be_read(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.wait_for_timeout(100)
    form = page.locator("#q-listening-one-reflection")
    form.get_by_label("You’re worn out").check()
    form.locator("summary", has_text="Check").click()
    expect(page.get_by_text("It gives the feeling and").first).to_be_visible()
    for chosen in ("You’re worn out", "Have you tried"):
        form.get_by_label(chosen).check()
        first, *others = marked(form)
        assert first.startswith(f'"You chose: "{chosen}')
        assert not any("You chose" in each for each in others)
    page.get_by_text("Hint 2 of 2").first.click()
    expect(page.get_by_text("Look for the reply that stays").first).to_be_visible()
    expect(page.get_by_role("button", name="Check").first).to_be_hidden()
    page.get_by_label("You’re worn out").first.check()
    page.keyboard.press("Enter")
    assert page.url == address
    context.close()


@pytest.mark.parametrize("lost", ["core.js", "question-choice.js", "questions.js"])
def test_a_script_that_never_comes_still_leaves_the_answers(browser, address, lost):
    context = browser.new_context()
    context.route(f"**/{lost}", lambda route: route.abort())
    page = context.new_page()
    page.goto(address)
    form = page.locator("#q-listening-one-reflection")
    form.locator("summary", has_text="Check").click()
    expect(form.get_by_text("It gives the feeling and").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_jumps_when_the_script_arrives_late(browser, address, width):
    assert jumped(browser, address, width, 900) == pytest.approx(0, abs=0.001)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_paper_the_questions_come_first_and_the_answers_open_after_them(
    browser, address, scripts
):
    page = browser.new_context(java_script_enabled=scripts).new_page()
    page.goto(address)
    first = page.locator("#quiz-listening-one-reflection")
    if scripts:
        expect(first.locator("form").last).to_have_class(re.compile("al-on"))
    page.emulate_media(media="print")
    expect(
        page.get_by_text("It gives the feeling and the comparison back").first
    ).to_be_visible()
    expect(page.get_by_text("Question 1: answer and reasons")).to_be_visible()
    last = first.locator(".al-asked").last.bounding_box()
    answers = [each.bounding_box()["y"] for each in first.locator(".al-answer").all()]
    assert last["y"] + last["height"] <= answers[0]
    assert answers == sorted(answers)
    expect(page.get_by_text("Check", exact=True).first).to_be_hidden()
    expect(page.locator(".al-labels").first).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.locator(".al-answer dl").first).to_be_hidden()
    expect(page.locator(".al-labels").first).to_be_hidden()
    page.context.close()


def test_on_paper_stands_the_label_that_was_chosen_and_no_empty_choice(browser, address):
    page = browser.new_page()
    page.goto(address)
    choices = page.locator("form[data-type=matching] .al-option select")
    choices.first.select_option(index=1)
    page.emulate_media(media="print")
    expect(choices.first).to_be_visible()
    expect(choices.nth(1)).to_be_hidden()
    page.context.close()


@pytest.mark.parametrize("colours", ["none", "active"])
def test_the_focus_and_the_result_can_be_seen_in_forced_colours(page, colours):
    page.emulate_media(forced_colors=colours)
    form = page.locator("#q-listening-one-reflection")
    form.get_by_label("Have you tried").check()
    form.get_by_role("button", name="Check").focus()
    page.keyboard.press("Enter")
    button = form.get_by_role("button", name="Check")
    style = "e => [getComputedStyle(e).outlineStyle, getComputedStyle(e).outlineWidth]"
    assert button.evaluate(style) == ["solid", "3px"]
    expect(form.get_by_text("Your answer")).to_be_visible()
    expect(form.get_by_text("Not the best choice.").first).to_be_visible()


def test_every_control_is_large_enough_to_hit(page):
    page.set_viewport_size({"width": 320, "height": 700})
    sizes = page.locator("input, button, select, summary").evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => {"
        "const b = e.getBoundingClientRect();"
        "return [e.id || e.outerHTML, b.width, b.height]; })"
    )
    assert [found for found in sizes if min(found[1:]) < 24] == []


def test_a_quiz_that_is_put_elsewhere_in_the_page_goes_on_working(page):
    page.evaluate(
        "document.querySelector('main').append(document.querySelector('alongside-quiz'))"
    )
    form = page.locator("#q-listening-one-reflection")
    form.get_by_label("You’re worn out").check()
    form.get_by_role("button", name="Check").click()
    expect(form.locator(".al-result")).to_contain_text("Correct.")
    assert (
        page.evaluate(
            "JSON.parse(localStorage.getItem('alongside:test:q:listening-one-reflection')).tries"
        )
        == 1
    )
