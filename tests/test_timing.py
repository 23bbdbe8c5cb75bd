"""Minutes: stated ones must be honest."""

import pytest

from alongside.judging.timing import honest, reading_minutes


def test_six_hundred_words_take_three_minutes():
    assert reading_minutes(600) == 3.0


@pytest.mark.parametrize(
    ("stated", "fine"), [(16, False), (17, True), (20, True), (26, True), (27, False)]
)
def test_stated_minutes_may_differ_a_little_from_twenty_computed_ones(stated, fine):
    assert honest(stated, 20.0) is fine
