"""Without scripts nothing of the course is missing: every word is there, or one press away.

The words are taken from the course's own files by a plain YAML reader, not by the loader.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from accessibility.looking import pages_with

SHOWN = {
    *("prompt", "text", "feedback", "hints", "if_true", "if_false", "model_answer"),
    *("self_check", "scale", "reasons", "content_note", "setting", "about", "says"),
    *("manner", "effect", "better", "ask", "title", "name", "levels"),
    *("sounds", "answer", "start_from", "other_answers", "finds", "misses", "when_high"),
    *("light", "some", "heavy", "then", "hint", "choices", "model", "closing"),
}
"""Keys whose words a trainee meets."""
KEPT_BACK = {"rules", "equivalents", "waive", "format", "change"}
"""Keys whose insides are for writers and for the prover."""
OPEN_ALL = "document.querySelectorAll('details').forEach(each => { each.open = true })"


def plain(text):
    """Return letters and digits only: quotes, marks and spaces differ on a page."""
    return re.sub(r"[\W_]+", "", text).casefold()


def words(value, key=""):
    """Yield each text that a trainee meets."""
    if isinstance(value, dict):
        for name, inside in value.items():
            if name not in KEPT_BACK:
                yield from words(inside, name)
    elif isinstance(value, list):
        for inside in value:
            yield from words(inside, key)
    elif key in SHOWN:
        yield from (part for part in re.split(r"\n\s*\n", value) if plain(part))


def told(path):
    """Return every text of a file."""
    return list(words(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)))  # noqa: S506


@pytest.fixture
def page(open_view):
    return open_view(java_script_enabled=False)


@pytest.fixture
def course():
    """The folder of the course that the site is built from."""
    return Path(__file__).parents[3]


def read(page, site, paths):
    """Return what can be read on some pages once everything that unfolds is open."""
    shown = ""
    for path in paths:
        page.goto(site.at(path))
        page.evaluate(OPEN_ALL)
        shown += plain(page.locator("body").inner_text())
    return shown


def test_every_question_option_answer_reason_and_hint_can_be_read(page, site, course):
    shown = read(page, site, pages_with(site, "<alongside-quiz"))
    banks = sorted((course / "quizzes").glob("*.yml"))
    # The title of a bank, which comes first, is for its writers.
    wanted = [text for bank in banks for text in [*told(bank)][1:]]
    assert len(wanted) > 100
    missing = [text for text in wanted if plain(text) not in shown]
    assert missing == []


def test_every_line_reply_effect_and_reason_of_every_role_play_can_be_read(page, site, course):
    shown = read(page, site, pages_with(site, "<alongside-role-play"))
    for play in sorted((course / "role_plays").glob("*.yml")):
        wanted = told(play)
        assert len(wanted) > 100
        missing = [text for text in wanted if plain(text.replace("-", " ")) not in shown]
        assert (play.name, missing) == (play.name, [])


def test_what_is_folded_up_opens_by_a_press_and_by_a_key(page, site, quiz_pages):
    page.goto(site.at(quiz_pages[0]))
    answers = page.locator(".al-answer")
    answers.first.locator("summary").click()
    assert answers.first.locator("dl").first.is_visible()
    answers.last.locator("summary").focus()
    page.keyboard.press("Enter")
    assert answers.last.get_attribute("open") is not None


def test_nothing_that_needs_a_script_is_offered(page, site, quiz_pages, role_play_pages):
    for path in (*quiz_pages, *role_play_pages):
        page.goto(site.at(path))
        page.evaluate(OPEN_ALL)
        shown = page.locator("main button, header button[type=button], footer button")
        assert [one for one in shown.all() if one.is_visible()] == []


def test_the_replies_of_the_booklet_lead_on_by_links(page, site, role_play_pages):
    page.goto(site.at(role_play_pages[0]))
    page.locator(".al-booklet .al-replies summary").first.click()
    link = page.locator(".al-booklet .al-replies .al-go a").first
    there = link.get_attribute("href")
    link.click()
    assert page.url.endswith(there)
    assert page.locator(there).first.is_visible()


# ---------------------------------------------------------------- help


def _lines(course):
    """Return the ways to reach help: the preset's, with the campus's own in their place."""

    def read_one(path):
        return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506

    own = read_one(course / "campus.yml")
    base = read_one(course / "campus" / f"{own['preset']}.yml") if own.get("preset") else {}
    lines = {one["id"]: one for each in (base, own) for one in each.get("lines", [])}
    return list(lines.values())


@pytest.mark.parametrize("media", ["screen", "print"])
def test_every_way_to_help_is_text_and_a_link_at_320_pixels(open_view, site, course, media):
    page = open_view(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page.emulate_media(media=media)
    page.goto(site.at("book/get-help-now.html"))
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    shown = plain(page.locator("main").inner_text())
    lines = _lines(course)
    assert any("call" in line for line in lines)
    for line in lines:
        for key, scheme in (("call", "tel"), ("text", "sms")):
            if line.get(key) not in (None, "null"):
                link = page.locator(f"main a[href^='{scheme}:{line[key]}']").first
                assert link.is_visible(), line["id"]
                assert plain(line[key]).removeprefix("1") in plain(link.inner_text())
        for key in ("name", "who_for", "hours", "cost", "languages", "what_happens"):
            assert plain(line[key]) in shown, (line["id"], key)
    assert shown.count("checked") + shown.count("verified") >= len(lines)


def test_help_stands_beside_every_role_play(page, site, role_play_pages):
    page.goto(site.at(role_play_pages[0]))
    cards = page.locator(".al-aid")
    assert cards.count() == page.locator("alongside-role-play").count()
    for card in cards.all():
        assert card.locator("a[href^='tel:']").first.is_visible()
