"""The campus profile as HTML: numbers that can be read, and nothing that claims too much."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from alongside.model import Contact
from alongside.reading.load import load_course
from alongside.render import campus as html

ROOT = Path(__file__).parents[1]
PRESETS = load_course(ROOT).presets


@pytest.fixture
def quebec():
    return PRESETS["quebec"]


def words(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def test_a_number_stands_as_text_and_as_a_link_so_that_it_serves_on_paper(quebec):
    shown = html.help_now(quebec)
    assert '<a href="tel:+18662773553">Call 1-866-277-3553</a>' in shown
    assert '<a href="sms:535353">Text 535353</a>' in shown


def test_the_numbers_for_danger_and_for_day_and_night_stand_before_what_is_told_of_them(quebec):
    first = words(html.help_now(quebec).split("<section")[0])
    for line in quebec.lines:
        assert (line.name in first) == (line.kind in ("emergency", "crisis"))
    assert "Call 911" in first
    assert "Call 1-866-277-3553" in first


def test_a_page_that_only_leads_to_lines_is_not_called_a_chat():
    shown = html.help_now(PRESETS["not-configured"])
    assert (
        '<a href="https://findahelpline.com" rel="noreferrer">Open findahelpline.com' in shown
    )


def test_a_line_that_nobody_verified_says_so_before_its_source(quebec):
    line = quebec.lines[1]
    told = words(html.help_now(quebec.model_copy(update={"lines": (line,)})))
    assert told.index("Not verified yet") < told.index("Source")

    checked = line.model_copy(update={"checked": date(2026, 11, 2)})
    told = words(html.help_now(quebec.model_copy(update={"lines": (checked,)})))
    assert "Last confirmed at the source on 2026-11-02." in told
    assert "Not verified" not in told


def test_a_contact_that_the_campus_left_open_is_shown_as_missing(quebec):
    lead = Contact(id="lead", role="The on-call lead", name=None)
    shown = html.help_now(quebec.model_copy(update={"contacts": (lead,)}))
    assert "The on-call lead" in shown
    assert html.NOT_FILLED in shown
    assert "tel:" not in shown[shown.index("The on-call lead") :].split("</section>")[0]


def test_the_card_beside_a_role_play_holds_danger_and_day_and_night_only(quebec):
    told = words(html.help_card(quebec, "help.html"))
    assert "911" in told
    assert "1-866-277-3553" in told
    assert "Trans Lifeline" not in told
    assert "help.html" in html.help_card(quebec, "help.html")
    assert "<a" not in html.help_card(quebec.model_copy(update={"lines": ()}), "")


def test_the_line_at_the_end_of_a_printed_page_names_numbers_without_links(quebec):
    told = html.printed_line(quebec)
    assert told.startswith("Get help now. 911")
    assert "call 1-866-277-3553, text 535353" in told
    assert "<" not in told


def test_words_of_a_profile_never_become_markup(quebec):
    line = quebec.lines[0].model_copy(update={"name": "<b>911</b>"})
    assert "<b>911" not in html.help_now(quebec.model_copy(update={"lines": (line,)}))
