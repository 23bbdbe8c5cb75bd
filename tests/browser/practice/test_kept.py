"""What is kept of words of one's own: nothing, unless the trainee says so."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect
from practice.practising import NAMES, OWN, answered, check, fill, form_of, keep, kept, result


@pytest.mark.parametrize("name", OWN)
def test_what_is_one_s_own_is_kept_only_where_it_is_ticked(page, name):
    form = fill(page, name)
    check(form)
    before = answered(form)
    assert kept(page, name) is None
    keep(form)
    assert kept(page, name)["checked"] is True
    page.reload()
    assert answered(form) == before
    expect(result(form)).not_to_be_empty()
    expect(result(form)).to_have_attribute("aria-live", "off")
    form.get_by_label("Keep on this device").uncheck()
    assert kept(page, name) is None


def test_a_setting_comes_back_and_is_not_announced(page):
    form = form_of(page, "dial")
    form.get_by_label("Leave a door ajar").check()
    check(form)
    page.reload()
    expect(form.locator(".al-heard")).to_contain_text("Tom breathes out.")
    expect(form.locator(".al-heard")).to_have_attribute("aria-live", "off")
    expect(result(form)).to_contain_text("A strong choice.")


@pytest.mark.parametrize("name", OWN)
def test_a_change_of_the_question_keeps_what_still_fits(page, name):
    form = fill(page, name)
    keep(form)
    check(form)
    before = answered(form)
    key = f"alongside:test:q:active-listening-{name}"
    value = json.dumps(kept(page, name) | {"hash": "0" * 12})
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, value])
    page.reload()
    expect(form.locator(".al-changed")).to_contain_text("has changed since")
    assert answered(form) == before
    expect(result(form)).to_be_empty()


@pytest.mark.parametrize(
    "answer", [3, "x", [1, {}], {"carry": [], "first": 7, "who": {}}, True]
)
def test_what_cannot_be_an_answer_is_no_answer_and_breaks_nothing(page, answer):
    for name in NAMES:
        page.evaluate(
            "([key, value]) => localStorage.setItem(key, value)",
            [
                f"alongside:test:q:active-listening-{name}",
                json.dumps({"v": 1, "answer": answer, "checked": True}),
            ],
        )
    page.reload()
    for name in NAMES:
        form = form_of(page, name)
        expect(form.locator("[data-do=check]")).to_be_visible()
        if (name, answer) != ("shorter", "x"):
            check(form)
    expect(form_of(page, "dial").locator(".al-problem")).to_contain_text("Choose a setting.")


@pytest.mark.parametrize("name", OWN)
def test_a_newer_version_s_answer_stays_as_it_is(page, name):
    key, newer = f"alongside:test:q:active-listening-{name}", '{"v":9,"answer":"later"}'
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, newer])
    page.reload()
    expect(page.locator(".al-told")).to_contain_text("Answers from a newer version")
    form = fill(page, name)
    keep(form)
    check(form)
    assert page.evaluate("key => localStorage.getItem(key)", key) == newer


def test_a_choice_that_is_no_longer_offered_stays_in_one_s_own_words(page):
    form = form_of(page, "plan")
    answer = {"first": {"choice": "Swim", "own": "slowly"}}
    page.evaluate(
        "([key, value]) => localStorage.setItem(key, value)",
        ["alongside:test:q:active-listening-plan", json.dumps({"v": 1, "answer": answer})],
    )
    page.reload()
    expect(form.get_by_role("textbox", name="First I will Or in")).to_have_value("Swim\nslowly")


@pytest.mark.parametrize("name", OWN)
def test_another_tab_follows_what_is_kept_until_it_is_touched(open_page, name):
    one, other = open_page(), open_page()
    form = fill(one, name)
    keep(form)
    there = form_of(other, name)
    expect(there.get_by_label("Keep on this device")).to_be_checked()
    assert answered(there) == answered(form)


def test_what_one_tab_keeps_is_not_taken_away_by_words_of_another(open_page):
    one, other = open_page(), open_page()
    fill(other, "shorter", "a")
    form = fill(one, "shorter", "night after night")
    keep(form)
    # Each tab has its own copy of the storage, and the other's news takes a moment to come.
    other.wait_for_function("Object.keys(localStorage).some((key) => key.endsWith('shorter'))")
    there = fill(other, "shorter", "quite others")
    assert kept(other, "shorter")["answer"] == "night after night"
    keep(there)
    assert kept(other, "shorter")["answer"] == "quite others"
    there.get_by_label("Keep on this device").uncheck()
    assert kept(other, "shorter") is None


def test_own_words_are_told_to_nobody(page):
    page.evaluate(
        "() => { window.told = []; document.addEventListener('alongside-answers',"
        " (event) => told.push(event.detail)); }"
    )
    for name in OWN:
        check(fill(page, name))
    told = page.evaluate("told")
    assert {json.dumps([one["answer"], one["credit"]]) for one in told} == {"[null, null]"}
    assert page.evaluate("document.querySelector('alongside-quiz').answers") == {}
    assert page.evaluate("localStorage.length") == 0
