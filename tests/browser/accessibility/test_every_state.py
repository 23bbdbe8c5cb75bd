"""Every state of every question and every role-play: the long walk."""

from __future__ import annotations

import pytest
from accessibility import states
from accessibility.looking import seen

pytestmark = pytest.mark.long
SHARES = 4
"""The moments are dealt out, so that the cores share the work."""


@pytest.mark.parametrize("state", states.QUESTION_STATES)
def test_every_question_in_every_state(open_view, site, all_quiz_pages, state):
    page = open_view()
    found = []
    for path in all_quiz_pages:
        page.goto(site.at(path))
        states.bring_questions(page, state)
        found += [(path, one) for one in seen(page, "main")]
    assert found == []


def _walked(talk, share):
    """Stand at each view of a share, give each reply of it; yield what was met each time."""
    for view, replies in list(talk.moments.views.items())[share::SHARES]:
        talk.stand(replies)
        yield view
    for outcome, replies in list(talk.moments.outcomes.items())[share::SHARES]:
        talk.say(replies)
        yield outcome


@pytest.mark.parametrize("share", range(SHARES))
def test_every_moment_of_every_role_play(open_view, site, role_play_pages, share):
    page = open_view()
    found, met = [], 0
    for path in role_play_pages:
        page.goto(site.at(path))
        for name in [talk.name for talk in states.talks(page)]:
            talk = states.open_talk(page, site.at(path), name)
            talk.press("start")
            for moment in _walked(talk, share):
                found += [(name, moment, one) for one in seen(page, talk.selector)]
                met += 1
    assert found == []
    assert met > 25
