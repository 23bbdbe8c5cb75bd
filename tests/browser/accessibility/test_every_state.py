"""Every state of every question and every role-play: the long walk.

Nothing is left out as like something that was seen: each moment has words that no other has.
A look is short because the rest of the page is not there (`leave_alone`), nor the hidden
booklet while the engines look (`without_the_booklet`).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from accessibility import states
from accessibility.looking import WALK, leave_alone, pages_with, seen

pytestmark = pytest.mark.long
ROLE_PLAYS = sorted(path.stem for path in Path("role_plays").glob("*.yml"))
BESIDE = ("paused", "help", "what-if", "tried")
"""Kinds of moments that no reply leads to."""


@pytest.mark.parametrize("state", states.QUESTION_STATES)
def test_every_question_in_every_state(open_view, site, all_quiz_pages, whole, state):
    page = open_view()
    found, met = [], []
    for path in all_quiz_pages:
        page.goto(site.at(path))
        states.bring_questions(page, state)
        leave_alone(page, "alongside-quiz")
        found += [(path, one) for one in seen(page, "main", WALK)]
        met += [form.get_attribute("data-question") for form in states.questions(page)]
    asked = [question.id for bank in whole.banks.values() for question in bank.questions]
    assert found == []
    assert sorted(met) == sorted(asked)


def _walked(talk):
    """Stand at each view, give each reply, pause, ask: yield what was met each time."""
    for view, replies in talk.moments.views.items():
        talk.stand(replies)
        talk.look_back()
        yield view
    for outcome, replies in talk.moments.outcomes.items():
        talk.say(replies)
        yield outcome
    for kind in BESIDE:
        talk.stand(())
        talk.go_on_to(kind)
        yield kind


@pytest.mark.parametrize("name", ROLE_PLAYS)
def test_every_moment_of_every_role_play(open_view, site, name):
    page = open_view()
    (path,) = pages_with(site, f'id="rp-{name}"')
    talk = states.open_talk(page, site.at(path), name)
    leave_alone(page, talk.selector)
    found = [("start", one) for one in seen(page, talk.selector, WALK)]
    talk.press("start")
    shown = []
    for moment in _walked(talk):
        found += [(moment, one) for one in seen(page, talk.selector, WALK)]
        shown.append(talk.root.inner_text())
    by_replies = len(talk.moments.views) + len(talk.moments.outcomes)
    assert found == []
    assert len(shown) == by_replies + len(BESIDE)
    assert len(set(shown[:by_replies])) == by_replies
