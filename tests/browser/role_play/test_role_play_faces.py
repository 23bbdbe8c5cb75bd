"""The same role-play on paper, without scripts, on a small screen and in forced colours."""

import gzip

import pytest

from alongside.render import assets
from alongside.render.role_play_words import LATE

BUDGET = 6_500
"""Bytes, gzipped: scripts, engine and styles of role-plays together."""


def to_face(player, face):
    if face == "start":
        return
    player.play(*{"ending": ("fix", "mock"), "help": ("reflect", "ask")}.get(face, ()))
    if face == "feedback":
        player.press("say", "fix")
    if face == "paused":
        player.press("pause")
    if face == "what-if":
        player.press("say", "fix")
        player.press("if", "0")
        player.press("try", "reflect")


FACES = ("start", "turn", "help", "feedback", "what-if", "paused", "ending")


def test_printing_in_the_middle_prints_the_whole_booklet(player, kettle):
    player.play("reflect")
    player.page.emulate_media(media="print")
    shown = " ".join(player.root.inner_text().split())
    for turn in kettle.turns.values():
        for reply in turn.replies:
            assert reply.text in shown
            assert reply.feedback in shown
            box = player.root.get_by_text(reply.feedback).locator("visible=true").bounding_box()
            assert box is not None
            assert box["height"] > 0
    assert "Call 9-8-8." in shown
    assert "Keep track with a pencil" in shown
    assert player.said("button") == []
    assert player.said(".al-now, .al-log, .al-status") == []


def test_without_scripts_everything_can_be_read_and_the_links_lead_on(browser, address, kettle):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    root = page.locator("#rp-late-kettle")
    assert root.locator("button").locator("visible=true").count() == 0
    for each in root.locator(".al-replies summary").all():
        each.click()
    for turn in kettle.turns.values():
        for reply in turn.replies:
            assert root.get_by_text(reply.feedback).is_visible()
    assert root.get_by_text(LATE).is_visible()
    root.get_by_role("link", name="1. The kettle").click()
    assert page.url.endswith("#late-kettle--kettle")
    context.close()


def test_the_player_offers_the_replies_in_the_order_of_the_booklet(player):
    def order(part):
        return player.root.locator(part).evaluate_all(
            "all => all.map(each => each.dataset.reply || each.value)"
        )

    player.play()
    assert order(".al-choices button") == order("[data-turn=kettle] [data-reply]")


@pytest.mark.parametrize("face", FACES)
def test_nothing_is_cut_off_or_too_small_at_320_pixels(player, face):
    player.page.set_viewport_size({"width": 320, "height": 640})
    to_face(player, face)
    wide = player.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320
    for button in player.root.locator("button").locator("visible=true").all():
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize("face", FACES)
def test_the_focus_is_seen_in_forced_colours(player, face):
    player.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    to_face(player, face)
    player.page.keyboard.press("Tab")
    outline = player.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


@pytest.mark.parametrize("face", FACES)
def test_every_reference_between_elements_holds(player, face):
    to_face(player, face)
    loose = player.page.evaluate(
        """() => [...document.querySelectorAll("[aria-labelledby],[aria-describedby],[for]")]
        .filter(each => each.checkVisibility())
        .flatMap(each => ["aria-labelledby", "aria-describedby", "for"]
          .flatMap(name => (each.getAttribute(name) || "").split(" ").filter(Boolean)))
        .filter(id => !document.getElementById(id))"""
    )
    twice = player.page.evaluate(
        """() => [...document.querySelectorAll("[id]")].map(each => each.id)
        .filter((id, at, all) => all.indexOf(id) !== at)"""
    )
    assert (loose, twice) == ([], [])


def test_the_role_play_stays_within_its_budget():
    sent = assets.activity_files()
    both = sent["role-play.js"] + sent["role-play.css"]
    assert len(gzip.compress(both.encode())) <= BUDGET
