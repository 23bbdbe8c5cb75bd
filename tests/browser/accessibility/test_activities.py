"""Questions, role-plays and the frame's own states: what a trainee meets after acting."""

from __future__ import annotations

import pytest
from accessibility import states
from accessibility.engines import axe, ibm
from accessibility.findings import unanswered
from accessibility.looking import BRIEF, NARROW, seen
from playwright.sync_api import expect

from alongside.render.assets import KIND_SCRIPTS

SMALL_PAGES = (
    "modules/active-listening/saying-it-back.html",
    "modules/active-listening/practice.html",
)
"""Pages of the small course; together they hold a question of every type there is."""


@pytest.fixture
def small_page(open_context, small_site):
    context = open_context(small_site.address)
    context.set_default_timeout(60_000)
    return context.new_page()


def test_the_small_course_holds_every_type_of_question(small_page, small_site):
    kinds = set()
    for path in SMALL_PAGES:
        small_page.goto(small_site.at(path))
        kinds |= {form.get_attribute("data-type") for form in states.questions(small_page)}
    assert kinds == set(KIND_SCRIPTS)


@pytest.mark.parametrize("state", states.QUESTION_STATES)
def test_activities_for_one_s_own_words_in_every_state(small_page, small_site, state):
    """Whether or not the course itself has one of each yet."""
    small_page.goto(small_site.at(SMALL_PAGES[-1]))
    quiz = "#quiz-active-listening-shorter"
    for form in states.questions(small_page):
        if form.evaluate("(form, quiz) => form.closest(quiz) !== null", quiz):
            states.bring_question(form, state)
    assert seen(small_page, quiz) == []


def _each_quiz(page):
    """Return what is wrong with the quizzes of a page; only axe would look at all of them."""
    names = page.locator(".al-quiz").evaluate_all("all => all.map(e => `#${e.id}`)")
    return [one for name in names for one in seen(page, name, BRIEF)]


@pytest.mark.parametrize("path", SMALL_PAGES)
def test_every_kind_of_question_before_its_script_comes(browser, small_site, path):
    page = browser.new_context().new_page()
    page.route("**/*.js*", lambda route: route.abort())
    page.goto(small_site.at(path))
    found = _each_quiz(page)
    for form in states.questions(page):
        for option in form.locator(":is([type=radio], [type=checkbox]):visible").all()[:2]:
            option.check()
        form.locator(".al-answer summary").click()
    expect(page.locator(".al-answer:not([open])")).to_have_count(0)
    found += _each_quiz(page)
    page.context.close()
    assert found == []


@pytest.mark.parametrize("state", states.QUESTION_STATES)
def test_every_kind_of_question_in_every_state(open_view, site, quiz_pages, state):
    page = open_view()
    found = []
    for path in quiz_pages:
        page.goto(site.at(path))
        states.bring_questions(page, state)
        found += [(path, one) for one in seen(page, "main")]
    assert found == []


@pytest.mark.parametrize("moment", states.MOMENTS)
def test_every_kind_of_moment_of_a_role_play(open_view, site, role_play_pages, moment):
    page = open_view()
    talk = states.open_talk(page, site.at(role_play_pages[0]), has=states.QUALITIES)
    talk.bring(moment)
    assert seen(page, talk.selector) == []


def test_search_results(open_view, site):
    page = open_view()
    page.goto(site.at("search.html?q=listening"))
    page.locator("#search-results a").first.wait_for()
    page.locator("#search-progress", has_text="Pages that hold your words").wait_for()
    assert seen(page) == []


def test_the_question_before_everything_is_cleared(open_view, site, quiz_pages):
    page = open_view()
    page.goto(site.at(quiz_pages[-1]))
    states.bring_questions(page, "right")
    page.locator("[data-do=clear]").click()
    page.locator("[data-do=clear-yes]").wait_for()
    assert seen(page) == []


def test_the_open_menu(open_view, site):
    page = open_view(viewport={"width": 320, "height": 640})
    page.goto(site.at("book/privacy.html"))
    page.locator("[data-do=menu]").click()
    page.evaluate("document.querySelectorAll('nav details').forEach(e => { e.open = true })")
    found = unanswered(ibm(page)) + seen(page, modes=NARROW)
    page.emulate_media(color_scheme="dark", forced_colors="none")
    found += unanswered(axe(page))
    assert page.locator("[data-do=menu-close]").is_visible()
    assert found == []


def test_a_role_s_track_and_everything_that_unfolds(open_view, site):
    page = open_view()
    page.goto(site.at("index.html"))
    role = page.evaluate("Object.keys(AlongsideSite.tracks)[0]")
    page.goto(site.at(f"book/choose-your-role.html?track={role}"))
    page.locator("main [data-place=track]").wait_for()
    page.evaluate("document.querySelectorAll('main details').forEach(e => { e.open = true })")
    assert seen(page) == []


def test_what_leaders_and_observers_open(open_view, site):
    page = open_view()
    found = []
    for path, opener in (
        ("facilitator_guide/session-boundaries.html", "alongside-session-clock [data-do=open]"),
        ("modules/boundaries/in-a-group-of-three.html", "alongside-observed [data-do=open]"),
        ("facilitator_guide/room/no-number.html", "[data-do=start]"),
    ):
        page.goto(site.at(path))
        page.locator(opener).first.click()
        found += [(path, one) for one in seen(page)]
    page.goto(site.at("facilitator_guide/in-the-room.html"))
    page.get_by_label("First names, one a line").fill("Ana, Bo, Cy")
    page.get_by_role("button", name="Make groups").click()
    assert found + seen(page) == []
