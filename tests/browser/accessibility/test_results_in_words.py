"""A result is told in words: whoever sees no colours, or no screen, loses nothing."""

from __future__ import annotations

import pytest
from accessibility import states
from accessibility.probing import told_by_colour_only


@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
def test_every_kind_of_question_tells_its_result_in_words(open_view, site, quiz_pages, right):
    page = open_view()
    for path in quiz_pages:
        page.goto(site.at(path))
        for form in states.questions(page):
            assert told_by_colour_only(form, right=right) == [], path


def test_every_quality_of_a_reply_and_every_step_of_a_meter_is_words(
    open_view, site, role_play_pages
):
    page = open_view()
    talk = states.open_talk(page, site.at(role_play_pages[0]), has=states.QUALITIES)
    talk.press("start")
    verdicts = set()
    for quality in states.QUALITIES:
        talk.say(talk.moments.by_quality[quality])
        verdicts.add(talk.root.locator(".al-now h4").inner_text())
        assert talk.root.locator(".al-now .al-meters").inner_text().strip()
    assert len(verdicts) == len(states.QUALITIES)
