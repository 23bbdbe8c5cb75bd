"""Minutes: stated ones must be honest."""

from pathlib import Path

import pytest

from alongside.judging.timing import (
    honest,
    question_minutes,
    reading_minutes,
    role_play_minutes,
)
from alongside.reading.load import load_course

GOOD = Path(__file__).parent / "courses" / "good"


def test_six_hundred_words_take_three_minutes():
    assert reading_minutes(600) == 3.0


@pytest.mark.parametrize(
    ("stated", "fine"), [(16, False), (17, True), (20, True), (26, True), (27, False)]
)
def test_stated_minutes_may_differ_a_little_from_twenty_computed_ones(stated, fine):
    assert honest(stated, 20.0) is fine


@pytest.mark.parametrize(
    ("name", "minutes"),
    [("words", 3), ("shorter", 3.5), ("dial", 2), ("gauge", 2), ("ideas", 4), ("plan", 5)],
)
def test_what_one_finds_words_for_takes_its_time(name, minutes):
    questions = load_course(GOOD).banks["active-listening"].questions
    asked = next(one for one in questions if one.id == f"active-listening-{name}")
    assert question_minutes(asked) == minutes


@pytest.fixture
def play():
    return load_course(GOOD).role_plays["late-lab"]


def test_each_question_of_a_debrief_takes_its_time(play):
    twice = play.model_copy(update={"debrief": play.debrief * 2})

    more = role_play_minutes(twice) - role_play_minutes(play)

    assert more == pytest.approx(0.4 * len(play.debrief))


def test_turns_beyond_the_eight_of_a_usual_path_take_no_more(play):
    def of(count):
        turns = {f"turn-{number}": play.turns["door"] for number in range(count)}
        return role_play_minutes(play.model_copy(update={"turns": turns}))

    assert of(7) < of(8) == pytest.approx(of(16))
