"""A browser that keeps nothing, holds what cannot be read, or what a newer course wrote."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect
from questions.asking import press, question
from questions.keeping import KEY, PUT_ASIDE, choose, chosen, keep, kept

UNSAVED = "Your browser does not let this page keep answers."
NEWER = "Answers from a newer version"


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
