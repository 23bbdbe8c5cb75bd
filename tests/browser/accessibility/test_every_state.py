"""Every state of every question and every role-play: the long walk."""

from __future__ import annotations

import pytest
from accessibility import states
from accessibility.looking import seen

pytestmark = pytest.mark.long


@pytest.mark.parametrize("state", states.QUESTION_STATES)
def test_every_question_in_every_state(open_view, site, all_quiz_pages, state):
    page = open_view()
    found = []
    for path in all_quiz_pages:
        page.goto(site.at(path))
        states.bring_questions(page, state)
        found += [(path, one) for one in seen(page, "main")]
    assert found == []


def _walked(talk):
    """Stand at every view, then give every reply; yield what was met each time."""
    for view, replies in talk.moments.views.items():
        talk.stand(replies)
        yield view
    for outcome, replies in talk.moments.outcomes.items():
        talk.say(replies)
        yield outcome


def test_every_moment_of_every_role_play(open_view, site, role_play_pages):
    page = open_view()
    found, met = [], 0
    for path in role_play_pages:
        page.goto(site.at(path))
        for name in [talk.name for talk in states.talks(page)]:
            talk = states.open_talk(page, site.at(path), name)
            talk.press("start")
            for moment in _walked(talk):
                found += [(name, moment, one) for one in seen(page, talk.selector)]
                met += 1
    assert found == []
    assert met > 100
