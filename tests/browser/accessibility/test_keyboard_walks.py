"""Whole tasks on the real site, by keyboard alone; and the focus, seen at every stop."""

from __future__ import annotations

import re

import pytest
from accessibility import states
from accessibility.keyboard import Keyboard
from accessibility.looking import pages_of_every_kind
from colours import contrast
from playwright.sync_api import expect

FORM = ".al-question[data-type=single]"
# Less motion: the page stands still under the focus, and what is in sight can be told.
LOOKS = {
    "light": {"color_scheme": "light", "reduced_motion": "reduce"},
    "dark": {"color_scheme": "dark", "reduced_motion": "reduce"},
    "forced": {"forced_colors": "active", "reduced_motion": "reduce"},
}


def test_from_the_welcome_through_the_menu_to_a_lesson(open_view, site, lesson):
    page = open_view(viewport={"width": 360, "height": 740})
    page.goto(site.at("index.html"))
    keys = Keyboard(page)
    keys.walk_to("[data-do=menu]", 8)
    keys.press("Enter")
    assert keys.is_at("[data-do=menu-close]")
    link = f"a[href$='{lesson}']"
    keys.walk_to(f".al-nav details:has({link}) > summary")
    keys.press("Enter")
    keys.walk_to(f".al-nav {link}")
    keys.follow()
    assert page.url == site.at(lesson)


def test_the_menu_lets_the_focus_go_nowhere_behind_it_and_gives_it_back(
    open_view, site, lesson
):
    page = open_view(viewport={"width": 360, "height": 740})
    page.goto(site.at(lesson))
    keys = Keyboard(page)
    keys.walk_to("[data-do=menu]", 8)
    keys.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('main, header, footer')")
    keys.walk_to("nav *", key="Shift+Tab")
    keys.press("Escape")
    assert keys.is_at("[data-do=menu]")


def _choose(keys, form, name):
    """Go to the radios of a question, and down to one of them."""
    keys.walk_to(f"{form} input")
    for _ in range(6):
        if keys.is_at(f"{form} [data-option={name}] input"):
            break
        keys.press("ArrowDown")
    keys.press("Space")


def test_a_question_wrong_and_then_right(open_view, site, lesson):
    page = open_view()
    page.goto(site.at(lesson))
    keys = Keyboard(page)
    form = f"#{page.locator(FORM).first.get_attribute('id')}"
    key = states.key(page.locator(form))
    _choose(keys, form, min(key, key=key.get))
    keys.walk_to(f"{form} [data-do=check]")
    keys.press("Enter")
    expect(page.locator(f"{form} .al-result")).to_contain_text("Not the best choice.")
    keys.walk_to(f"{form} [data-do=retry]", 3)
    keys.press("Enter")
    assert keys.is_at(f"{form} input")
    page.keyboard.press("Shift+Tab")
    _choose(keys, form, max(key, key=key.get))
    keys.press("Enter")
    expect(page.locator(f"{form} .al-result")).to_contain_text("Correct.")


def test_a_role_play_to_a_good_ending(open_view, site, role_play_pages):
    page = open_view()
    talk = states.open_talk(page, site.at(role_play_pages[0]))
    keys, root = Keyboard(page), talk.selector
    keys.walk_to(f"{root} [data-do=start]")
    keys.press("Enter")
    path = talk.moments.endings["good"]
    assert len(path) >= 5
    for reply in path:
        assert keys.is_at(f"{root} .al-now h4")
        keys.walk_to(f"{root} .al-choices [value='{reply}']", 12)
        keys.press("Enter")
        assert keys.is_at(f"{root} .al-now h4")
        keys.walk_to(f"{root} [data-do=go]", 12)
        keys.press("Enter")
    expect(talk.root.locator(".al-now")).to_contain_text("This talk went well.")
    expect(talk.root.locator(".al-now h4")).to_contain_text(re.compile("^The end"))


def test_what_is_kept_is_cleared_and_the_focus_comes_back(open_view, site, lesson):
    page = open_view()
    page.goto(site.at(lesson))
    keys = Keyboard(page)
    form = f"#{page.locator(FORM).first.get_attribute('id')}"
    _choose(keys, form, next(iter(states.key(page.locator(form)))))
    keys.walk_to("[data-do=clear]")
    keys.press("Enter")
    assert keys.is_at("[data-do=clear-no]")
    keys.walk_to("[data-do=clear-yes]", 2, "Shift+Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("[data-show=told]")).to_have_text("Cleared.")
    assert keys.is_at("[data-do=clear]")
    assert page.evaluate("Object.keys(localStorage).filter(k => /:[qrs]:/.test(k))") == []


@pytest.mark.parametrize("width", [320, 1280])
def test_help_is_three_presses_away_on_every_kind_of_page(open_view, site, width):
    page = open_view(viewport={"width": width, "height": 740})
    for path in pages_of_every_kind(site):
        page.goto(site.at(path))
        Keyboard(page).walk_to(".al-help-link", 3)
    Keyboard(page).follow()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")


def unseen(stop):
    """Return what is wrong with the ring of a stop, if anything."""
    ring = stop.style not in ("none", "hidden") and stop.width >= 2
    if not ring:
        return "no ring"
    if not stop.in_sight:
        return "out of sight"
    return "" if contrast(stop.colour, stop.ground) >= 3 else "too faint"


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", ["index.html", "", "book/get-help-now.html"])
def test_the_focus_is_seen_at_every_stop(open_view, site, lesson, look, path):
    page = open_view(**LOOKS[look])
    page.goto(site.at(path or lesson))
    stops = Keyboard(page).round()
    assert len(stops) > 15
    assert [(unseen(stop), stop) for stop in stops if unseen(stop)] == []


@pytest.mark.parametrize("look", LOOKS)
def test_the_focus_is_seen_at_every_stop_of_a_turn(open_view, site, role_play_pages, look):
    page = open_view(**LOOKS[look])
    talk = states.open_talk(page, site.at(role_play_pages[0]))
    talk.press("start")
    stops = Keyboard(page).round()
    assert sum("data-do=" in stop.element for stop in stops) > 5
    assert [(unseen(stop), stop) for stop in stops if unseen(stop)] == []
