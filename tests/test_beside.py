"""Proofs that other processes make are the proofs that this one makes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from alongside.judging.beside import proved_beside
from alongside.judging.judge import verdicts
from alongside.reading.load import load_course

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def course():
    """The course with a few of its role-plays."""
    loaded = load_course(ROOT)
    return replace(loaded, role_plays=dict(list(loaded.role_plays.items())[:3]))


@pytest.mark.parametrize("processors", [1, 2, 64])
def test_proofs_made_beside_say_the_same_in_the_same_order(course, monkeypatch, processors):
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    with proved_beside(course) as proved:
        found = list(proved)
    assert len(found) == 3
    assert found == list(verdicts(course))


def test_whoever_stops_early_waits_for_no_proof(course):
    with pytest.raises(KeyboardInterrupt), proved_beside(course):
        raise KeyboardInterrupt
