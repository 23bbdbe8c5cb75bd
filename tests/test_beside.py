"""What other processes prove and find is what this one would."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from alongside.judging.beside import judged_beside
from alongside.judging.judge import rule_faults, verdicts
from alongside.reading.load import load_course

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def course():
    """The course with a few of its role-plays."""
    loaded = load_course(ROOT)
    return replace(loaded, role_plays=dict(list(loaded.role_plays.items())[:3]))


@pytest.mark.parametrize("processors", [1, 2, 64])
def test_what_is_found_beside_is_the_same(course, monkeypatch, processors):
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    with judged_beside(course) as (proved, ruled):
        found, verdicts_beside = sorted(ruled), list(proved)
    assert found == sorted(rule_faults(course))
    assert len(found) > 10
    assert len(verdicts_beside) == 3
    assert verdicts_beside == list(verdicts(course))


def test_a_course_without_role_plays_is_judged_as_well(course):
    course = replace(course, role_plays={})
    with judged_beside(course) as (proved, ruled):
        assert list(proved) == []
        assert sorted(ruled) == sorted(rule_faults(course))


def test_whoever_stops_early_waits_for_nobody(course):
    with pytest.raises(KeyboardInterrupt), judged_beside(course):
        raise KeyboardInterrupt
