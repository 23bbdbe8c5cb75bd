"""A draft to rewrite, a gauge and a list of ideas, as a trainee would use them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from practice.practising import check, fill, form_of, keep, rate, result, shown_lines
from watching import LISTEN

DRAFT = "Oh no! Have you asked them to be quiet? I had the same in my first year.\n\nYou should"


def test_the_box_starts_with_the_draft_and_gives_it_back_and_nothing_is_lost(page):
    form = form_of(page, "shorter")
    box = form.locator("textarea")
    assert box.input_value().startswith(DRAFT)
    expect(form.get_by_role("button", name="Bring my own words back")).to_be_hidden()
    box.fill("Loud, and no sleep.")
    form.get_by_role("button", name="Put the first words back").click()
    assert box.input_value().startswith(DRAFT)
    expect(box).to_be_focused()
    form.get_by_role("button", name="Bring my own words back").click()
    expect(box).to_have_value("Loud, and no sleep.")


def test_a_notice_is_told_as_something_to_look_at_and_never_as_wrong(page):
    form = form_of(page, "shorter")
    page.evaluate(LISTEN)
    form.locator("textarea").fill("You SHOULD rest. Why don’t you?")
    check(form)
    told = "A model answer and questions to hold beside your own words are open below."
    said = [
        told,
        "Something to look at",
        "There is a question mark; a reflection can stand without one.",
        "Some of these words hand over advice; would Ada ask for it yet?",
        "Ada spoke of sleep, and it is not in your words so far.",
    ]
    assert page.evaluate("heard") == [" ".join(said)]
    assert form.get_attribute("data-state") == "own"
    form.locator("textarea").fill("Night after night of it.")
    check(form)
    expect(result(form)).to_have_text(told)


def test_an_unchanged_draft_sets_off_nothing(page):
    form = form_of(page, "shorter")
    check(form)
    expect(result(form)).not_to_contain_text("Something to look at")
    expect(form.get_by_text("Loud all round you, and sleep will not come.")).to_be_visible()


@pytest.mark.parametrize(
    ("places", "reading", "sentences"),
    [
        ((1, 2, 1, 2), "It sits lightly", 0),
        ((1, 3, 1, 2), "Some of it weighs.", 1),
        ((1, 3, 4, 2), "A good deal weighs on you.", 2),
        ((4, 4, 4, 4), "A good deal weighs on you.", 4),
    ],
)
def test_a_gauge_reads_what_was_chosen(page, places, reading, sentences):
    form = form_of(page, "gauge")
    rate(page, *places)
    check(form)
    expect(result(form)).to_contain_text(f"This is no test, and only you see it.{reading}")
    expect(result(form).locator("li")).to_have_count(sentences)
    assert form.get_attribute("data-state") == "own"


def test_a_reading_goes_when_a_choice_changes_and_stays_when_it_is_kept(page):
    form = form_of(page, "gauge")
    rate(page, 1, 1, 1, 1)
    check(form)
    keep(form)
    expect(result(form)).not_to_be_empty()
    page.locator("#active-listening-gauge--carry--4").check()
    expect(result(form)).to_be_empty()


def test_an_empty_gauge_asks_for_one_rating(page):
    form = form_of(page, "gauge")
    check(form)
    form.get_by_role("link", name="Rate one at least; the others may stay open.").click()
    expect(form.locator("input[type=radio]").first).to_be_focused()


def test_a_gauge_may_have_gaps_and_reads_what_is_there(page):
    form = form_of(page, "gauge")
    page.locator("#active-listening-gauge--carry--2").check()
    check(form)
    expect(form.locator(".al-problem")).to_be_hidden()
    expect(result(form)).to_contain_text("It sits lightly")
    page.locator("#active-listening-gauge--carry--4").check()
    check(form)
    expect(result(form)).to_contain_text("Some of it weighs.")
    page.locator("#active-listening-gauge--dread--3").check()
    check(form)
    expect(result(form)).to_contain_text("A good deal weighs on you.")


def test_ideas_are_added_by_enter_edited_and_removed_by_keyboard(page):
    form = form_of(page, "ideas")
    form.locator("input").first.focus()
    for line in ("one", "two", "three", "four"):
        page.keyboard.type(line)
        page.keyboard.press("Enter")
    assert shown_lines(form) == ["one", "two", "three", "four", ""]
    expect(form.locator("input[type=text]").nth(4)).to_be_focused()
    expect(form.locator(".al-problem")).to_be_hidden()
    form.get_by_role("button", name="Remove Line 2").press("Enter")
    assert shown_lines(form) == ["one", "three", "four", ""]
    expect(form.locator("input[type=text]").nth(1)).to_be_focused()
    page.keyboard.type(" and more")
    assert shown_lines(form)[1] == "three and more"
    form.get_by_role("button", name="Add a line").click()
    expect(form.locator("input[type=text]").nth(3)).to_be_focused()


def test_a_double_click_takes_one_line_away(page):
    form = form_of(page, "ideas")
    form.locator("input").first.focus()
    for line in ("one", "two", "three", "four"):
        page.keyboard.type(line)
        page.keyboard.press("Enter")
    form.get_by_role("button", name="Remove Line 1").dblclick()
    assert shown_lines(form)[:3] == ["two", "three", "four"]


def test_the_count_is_in_words_and_belongs_to_each_line(page):
    form = form_of(page, "ideas")
    count = form.locator(".al-count")
    expect(count).to_have_text("0 of 3 lines so far.")
    fill(page, "ideas")
    expect(count).to_have_text("3 lines: enough to go on, and there is room for more.")
    first = form.locator("input[type=text]").first
    assert first.get_attribute("aria-describedby") == count.get_attribute("id")


def test_nothing_is_judged_before_there_are_enough_lines(page):
    form = form_of(page, "ideas")
    then = form.get_by_text("Mark one that would feel false")
    form.locator("input").first.fill("one")
    check(form)
    expect(
        form.get_by_role("link", name="Write at least 3 lines first: 1 so far.")
    ).to_be_visible()
    expect(then).to_be_hidden()
    fill(page, "ideas")
    expect(form.locator(".al-problem")).to_be_hidden()
    expect(then).to_be_hidden()
    check(form)
    expect(then).to_be_visible()
    expect(form.get_by_text("Did you write before you judged?")).to_be_visible()


def test_a_list_can_be_filled_to_its_end(page):
    form = form_of(page, "ideas")
    form.locator("input").first.focus()
    for n in range(24):
        page.keyboard.type(f"idea {n} ")
        page.keyboard.press("Enter")
    assert len(shown_lines(form)) == 20
    more = form.get_by_role("button", name="Add a line")
    expect(more).to_have_attribute("aria-disabled", "true")
    more.press("Enter")
    expect(form.locator("input[type=text]").last).to_be_focused()
