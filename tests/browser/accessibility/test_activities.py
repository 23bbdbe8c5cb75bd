"""Questions, role-plays and the frame's own states: what a trainee meets after acting."""

from __future__ import annotations

import pytest
from accessibility import states
from accessibility.engines import axe, ibm, probe
from accessibility.findings import unanswered

MODES = ("light", "dark", "narrow")
PROBES = ("sideways", "clipped", "small", "mouse", "ungrouped", "loose")


def look(page, where="html", *, slow=True):
    """Return what axe and our probes find, and the slow engine where it is asked for."""
    found = axe(page, where) + [one for name in PROBES for one in probe(page, name, where)]
    return unanswered(found + (ibm(page, where) if slow else []))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("state", states.QUESTION_STATES)
def test_every_kind_of_question_in_every_state(open_view, site, quiz_pages, mode, state):
    page = open_view(mode)
    found = []
    for path in quiz_pages:
        page.goto(site.at(path))
        states.bring_questions(page, state)
        found += [(path, one) for one in look(page, "main", slow=mode == "light")]
    assert found == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("moment", states.MOMENTS)
def test_every_kind_of_moment_of_a_role_play(open_view, site, role_play_pages, mode, moment):
    page = open_view(mode)
    page.goto(site.at(role_play_pages[0]))
    talk = next(
        each
        for each in states.talks(page)
        if {"strong", "middling", "weak", "harmful"} <= each.moments.by_quality.keys()
    )
    talk.bring(moment)
    assert look(page, talk.selector, slow=mode == "light") == []


@pytest.mark.parametrize("mode", MODES)
def test_search_results(open_view, site, mode):
    page = open_view(mode)
    page.goto(site.at("search.html?q=listening"))
    page.locator("#search-results a").first.wait_for()
    page.get_by_text("Search finished").first.wait_for()
    assert look(page) == []


@pytest.mark.parametrize("mode", MODES)
def test_the_question_before_everything_is_cleared(open_view, site, quiz_pages, mode):
    page = open_view(mode)
    page.goto(site.at(quiz_pages[0]))
    states.bring_questions(page, "right")
    page.locator("[data-do=clear]").click()
    page.locator("[data-do=clear-yes]").wait_for()
    assert look(page, slow=mode == "light") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_menu(open_view, site, scheme):
    page = open_view("narrow", color_scheme=scheme)
    page.goto(site.at("book/privacy.html"))
    page.locator("[data-do=menu]").click()
    page.locator("[data-do=menu-close]").wait_for()
    for summary in page.locator(".al-nav details:not([open]) > summary").all():
        summary.click()
    assert look(page) == []


@pytest.mark.parametrize("mode", MODES)
def test_a_role_s_track(open_view, site, mode):
    page = open_view(mode)
    page.goto(site.at("index.html"))
    role = page.evaluate("Object.keys(AlongsideSite.tracks)[0]")
    page.goto(site.at(f"book/choose-your-role.html?track={role}"))
    page.locator("[data-place=track]").wait_for()
    for summary in page.locator("main details:not([open]) > summary").all():
        summary.click()
    assert look(page, slow=mode == "light") == []
