"""What a browser keeps of answers, hands back and forgets."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from questions.asking import press, question
from questions.keeping import KEY, PUT_ASIDE, choose, chosen, kept, order


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
