"""People who never listen, whatever the other person does, never come to a good ending."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from alongside.playing import machine

POLICIES = yaml.safe_load(Path(__file__).with_name("policies.yml").read_text("utf-8"))
MOST_TURNS = 80


def played(play, picks):
    """Return the id of the ending that these picks lead to, and the replies on the way."""
    compiled = machine.compiled(play)
    state = machine.start(compiled)
    been, path = {}, []
    while machine.ending(compiled, state) is None and len(path) < MOST_TURNS:
        offered = machine.replies_offered(compiled, state)
        said = [reply for reply in picks[state.turn] if reply in offered]
        assert said, f"{play.id}: nothing of {picks[state.turn]} is on offer at {state.turn}."
        times = been[state] = been.get(state, -1) + 1
        path.append(said[min(times, len(said) - 1)])
        state = machine.take(compiled, state, path[-1])
    return machine.ending(compiled, state), path


def test_every_role_play_is_met_by_all_four(whole):
    assert set(POLICIES) == set(whole.role_plays)
    kinds = {"over-helping", "withdrawing", "rule-quoting", "kind-but-hasty"}
    assert all(set(policies) == kinds for policies in POLICIES.values())


@pytest.mark.parametrize(
    ("name", "policy"), [(name, policy) for name in POLICIES for policy in POLICIES[name]]
)
def test_somebody_who_never_changes_does_not_end_well(whole, name, policy):
    ending, path = played(whole.role_plays[name], POLICIES[name][policy])
    assert ending is not None, f"Still talking after {path}"
    assert whole.role_plays[name].endings[ending].kind != "good", f"{ending} by way of {path}"
