"""What a browser keeps, loses, refuses and hands back."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from alongside.render.questions import quiz

KEY = "alongside:test:q:listening-one-reflection"
PUT_ASIDE = "A saved answer could not be read."
UNSAVED = "Your browser does not let this page keep answers."
NEWER = "Answers from a newer version"


def question(page, name, quiz="one"):
    return page.locator(f"#q-listening-{quiz}-{name}")


def press(form, name):
    form.get_by_role("button", name=name, exact=True).click()


def choose(page, name="centre", of="reflection"):
    question(page, of).locator(f"input[value='{name}']").check()


def kept(page, key=KEY):
    raw = page.evaluate("key => localStorage.getItem(key)", key)
    return None if raw is None else json.loads(raw)


def keep(page, value, key=KEY):
    """Store a value as text and load the page again."""
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, value])
    page.reload()


def chosen(page, of="reflection"):
    return (
        question(page, of).locator("input:checked").evaluate_all("all => all.map(i => i.value)")
    )


def order(page, of="reflection"):
    parts = question(page, of).locator("fieldset").first.locator("[data-option]")
    return parts.evaluate_all("all => all.map(part => part.dataset.option)")


def test_every_kind_comes_back_after_a_reload_in_the_same_order_with_its_result(page):
    choose(page)
    question(page, "reflection").get_by_label("How sure").select_option("Very sure")
    choose(page, "wait", "attend")
    choose(page, "true", "eyes")
    question(page, "steps").get_by_text("Move down").first.click()
    for select in question(page, "kinds").locator("[data-option] select").all():
        select.select_option("open")
    for part in question(page, "email").locator("fieldset fieldset").all():
        part.locator("[value='3']").check()
    choose(page, "tomorrow", "night")
    names = ("reflection", "attend", "eyes", "steps", "kinds", "email", "night")
    for name in names:
        press(question(page, name), "Check")
    read = (
        "quiz => [quiz.answers, [...quiz.querySelectorAll('.al-result')].map(r => r.innerText)]"
    )
    first = page.locator("alongside-quiz").first
    before, orders = first.evaluate(read), [order(page, name) for name in names]
    page.reload()
    assert first.evaluate(read) == before
    assert [order(page, name) for name in names] == orders
    assert kept(page)["tries"] == 1
    assert kept(page)["v"] == 1


def test_an_unchecked_choice_comes_back_unchecked(page):
    choose(page)
    page.reload()
    assert chosen(page) == ["centre"]
    expect(question(page, "reflection").locator(".al-result")).to_be_empty()


def test_what_comes_back_is_not_announced_again(page):
    choose(page)
    press(question(page, "reflection"), "Check")
    page.reload()
    result = question(page, "reflection").locator(".al-result")
    expect(result).to_have_attribute("aria-live", "off")
    choose(page, "tired")
    expect(result).to_have_attribute("aria-live", "polite")


def test_each_who_comes_meets_an_order_of_their_own_that_stays(page):
    seen = set()
    for _ in range(12):
        page.evaluate("localStorage.clear()")
        page.reload()
        choose(page)
        met = tuple(order(page))
        page.reload()
        assert tuple(order(page)) == met
        seen.add(met)
    assert len(seen) > 1


def test_the_order_is_shuffled_anew_for_a_new_attempt(page):
    seen = set()
    for _ in range(12):
        choose(page)
        press(question(page, "reflection"), "Check")
        press(question(page, "reflection"), "Try again")
        seen.add(tuple(order(page)))
    assert len(seen) > 1


def test_two_tabs_that_answer_different_questions_lose_nothing(open_page):
    one, other = open_page(), open_page()
    choose(one)
    choose(other, "tomorrow", "night")
    press(question(one, "reflection"), "Check")
    press(question(other, "night"), "Check")
    expect(question(one, "night").locator(".al-result")).to_contain_text("It helps in part.")
    expect(question(other, "reflection").locator(".al-result")).not_to_be_empty()
    one.reload()
    assert chosen(one) == ["centre"]
    assert chosen(one, "night") == ["tomorrow"]


def test_what_a_trainee_touched_here_is_not_changed_by_another_tab(open_page):
    one, other = open_page(), open_page()
    choose(one)
    choose(other, "tired")
    one.wait_for_timeout(200)
    assert chosen(one) == ["centre"]


@pytest.mark.parametrize(
    "raw",
    ["null", "[]", '"x"', "{bad", "7", "", '{"v":0}', "x" * 1_000_000],
    ids=["null", "list", "text", "broken", "number", "empty", "old", "megabyte"],
)
def test_what_cannot_be_read_is_put_aside_once_and_the_question_starts_fresh(page, raw):
    keep(page, raw)
    expect(page.get_by_text(PUT_ASIDE)).to_have_count(1)
    assert chosen(page) == []
    aside = "alongside:test:aside:q:listening-one-reflection"
    assert page.evaluate("key => localStorage.getItem(key)", aside) == raw
    choose(page)
    page.reload()
    assert chosen(page) == ["centre"]
    expect(page.get_by_text(PUT_ASIDE)).to_have_count(0)


def test_a_second_unreadable_value_never_destroys_the_first(page):
    keep(page, "first")
    keep(page, "second")
    choose(page)
    press(question(page, "reflection"), "Check")
    aside = "alongside:test:aside:q:listening-one-reflection"
    assert page.evaluate("key => localStorage.getItem(key)", aside) == "first"
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == "second"
    expect(page.get_by_text(UNSAVED)).to_have_count(1)
    expect(page.get_by_text(PUT_ASIDE)).to_have_count(0)


@pytest.mark.parametrize(
    "fields",
    [
        {"answer": {"a": 1}},
        {"answer": ["centre", "x"]},
        {"answer": "nobody", "checked": True},
        {"answer": None, "checked": "yes", "tries": "many", "seed": "x", "confidence": {}},
        {"answer": "<img src=x onerror=alert(1)>", "confidence": "<b>"},
    ],
)
def test_a_saved_value_of_the_wrong_shape_leaves_the_question_usable(page, fields):
    keep(page, json.dumps({"v": 1, "hash": "0" * 12, **fields}))
    assert page.locator("img, b").count() == 0
    choose(page)
    press(question(page, "reflection"), "Check")
    expect(question(page, "reflection").locator(".al-result")).to_contain_text("Not the best")


def test_markup_in_saved_words_is_shown_as_words(page):
    own = "alongside:test:q:listening-one-own"
    evil = "</textarea><img src=x onerror=alert(1)>"
    keep(page, json.dumps({"v": 1, "answer": evil, "checked": True}), own)
    expect(question(page, "own").locator("textarea")).to_have_value(evil)
    assert page.locator("img").count() == 0


def test_answers_of_a_newer_version_are_never_overwritten(page):
    newer = '{"v":2,"answer":{"best":"tired"}}'
    keep(page, newer)
    expect(page.get_by_text(NEWER)).to_have_count(1)
    choose(page)
    press(question(page, "reflection"), "Check")
    expect(question(page, "reflection").locator(".al-result")).to_contain_text("Not the best")
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == newer


BLOCKED = """for (const name of ["localStorage", "sessionStorage"]) {
  const get = () => { throw new DOMException("no", "SecurityError"); };
  Object.defineProperty(window, name, { get });
}"""
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException("full", "QuotaExceededError");
};"""


def test_blocked_storage_is_told_once_and_everything_works_for_this_visit(context, address):
    context.add_init_script(BLOCKED)
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_text(UNSAVED)).to_have_count(1)
    choose(page)
    press(question(page, "reflection"), "Check")
    expect(question(page, "reflection").locator(".al-result")).to_contain_text("Not the best")
    press(question(page, "reflection"), "Try again")
    expect(page.get_by_text(UNSAVED)).to_have_count(1)


def test_full_storage_keeps_what_is_there_and_says_so_once(context, address):
    page = context.new_page()
    page.goto(address)
    choose(page)
    before = kept(page)
    context.add_init_script(FULL)
    page.reload()
    expect(page.get_by_text(UNSAVED)).to_have_count(0)
    choose(page, "tired")
    choose(page, "tomorrow", "night")
    expect(page.get_by_text(UNSAVED)).to_have_count(1)
    press(question(page, "reflection"), "Check")
    expect(question(page, "reflection").locator(".al-result")).to_contain_text("Correct.")
    assert kept(page) == before


def test_forget_when_i_close_keeps_answers_in_the_tab_only(open_page):
    page = open_page()
    page.evaluate("localStorage.setItem('alongside:test:keep', 'session')")
    choose(page)
    assert kept(page) is None
    page.reload()
    assert chosen(page) == ["centre"]
    assert chosen(open_page()) == []


def test_moving_to_forget_when_i_close_takes_nothing_off_another_tabs_screen(open_page):
    one, other = open_page(), open_page()
    choose(one)
    expect(question(other, "reflection").locator("input:checked")).to_have_count(1)
    one.evaluate(
        "key => { localStorage.setItem('alongside:test:keep', 'session');"
        "sessionStorage.setItem(key, localStorage.getItem(key));"
        "localStorage.removeItem(key); }",
        KEY,
    )
    other.wait_for_timeout(200)
    assert chosen(other) == ["centre"]


@pytest.mark.parametrize(
    "clear",
    ["localStorage.clear()", "localStorage.setItem('alongside:test:cleared', '1')"],
)
def test_clearing_in_one_tab_takes_the_answers_off_the_other(open_page, clear):
    one, other = open_page(), open_page()
    choose(other)
    question(other, "own").locator("textarea").fill("mine alone")
    one.evaluate(clear)
    expect(question(other, "reflection").locator("input:checked")).to_have_count(0)
    expect(question(other, "own").locator("textarea")).to_have_value("")
    assert kept(other) is None


def test_another_course_on_the_same_address_is_left_alone(page):
    page.evaluate("localStorage.setItem('alongside:other:q:listening-one-reflection', '{bad')")
    choose(page)
    page.reload()
    assert page.evaluate("localStorage.length") == 2
    expect(page.get_by_text(PUT_ASIDE)).to_have_count(0)


def test_coming_back_after_a_clear_shows_nothing_old(page):
    choose(page)
    press(question(page, "reflection"), "Check")
    question(page, "own").locator("textarea").fill("mine alone")
    page.evaluate(
        "() => { localStorage.clear();"
        "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }"
    )
    assert chosen(page) == []
    expect(question(page, "reflection").locator(".al-result")).to_be_empty()
    expect(question(page, "own").locator("textarea")).to_have_value("")


def edited(bank, place, name, **values):
    """Write the page anew with one question edited."""
    data = json.loads(bank.model_dump_json())
    for found in data["questions"]:
        if found["id"] == f"listening-one-{name}":
            found.update(values)
    new = type(bank).model_validate_json(json.dumps(data))
    place.write("quiz.html", quiz(new.questions, new, "test"))


CHANGED = "This question has changed since you answered it."


def test_an_edited_question_keeps_what_fits_and_says_so_until_it_is_touched(page, place, bank):
    choose(page, "words", "attend")
    choose(page, "camera", "attend")
    press(question(page, "attend"), "Check")
    data = json.loads(bank.questions[1].model_dump_json())["options"]
    edited(bank, place, "attend", options=[o for o in data if o["id"] != "camera"])
    page.reload()
    expect(question(page, "attend").get_by_text(CHANGED)).to_be_visible()
    expect(page.get_by_text(CHANGED)).to_have_count(1)
    assert chosen(page, "attend") == ["words"]
    expect(question(page, "attend").locator(".al-result")).to_be_empty()
    choose(page, "wait", "attend")
    choose(page, "notes", "attend")
    expect(page.get_by_text(CHANGED)).to_have_count(0)
    press(question(page, "attend"), "Check")
    expect(question(page, "attend").locator(".al-result")).to_contain_text("3 of 3")


def test_a_new_step_joins_a_saved_order(page, place, bank):
    question(page, "steps").get_by_text("Move down").first.click()
    before = order(page, "steps")
    steps = json.loads(bank.questions[3].model_dump_json())["steps"]
    new = {"id": "thank", "text": "Thank them", "feedback": "It closes warmly."}
    edited(bank, place, "steps", steps=[*steps, new], also_right=[])
    page.reload()
    assert order(page, "steps") == [*before, "thank"]


def test_own_words_are_forgotten_unless_the_trainee_asks_to_keep_them(page):
    form = question(page, "own")
    own = "alongside:test:q:listening-one-own"
    form.locator("textarea").fill("mine alone")
    press(form, "Show a model answer and self-check")
    assert kept(page, own) is None
    page.reload()
    expect(form.locator("textarea")).to_have_value("")
    form.locator("textarea").fill("mine to keep")
    form.get_by_label("Keep on this device").check()
    page.reload()
    expect(form.locator("textarea")).to_have_value("mine to keep")
    form.get_by_label("Keep on this device").uncheck()
    assert kept(page, own) is None


@pytest.mark.usefixtures("address")
def test_answers_are_kept_from_a_file_too(context, place):
    page = context.new_page()
    page.goto((place.folder / "quiz.html").as_uri())
    choose(page)
    press(question(page, "reflection"), "Check")
    page.reload()
    assert chosen(page) == ["centre"]
    expect(question(page, "reflection").locator(".al-result")).not_to_be_empty()
