"""The machine plays a role-play as its file says."""

import json
from pathlib import Path

import pytest
import yaml

from alongside.model import RolePlay
from alongside.playing.machine import (
    State,
    asked,
    compiled,
    ending,
    lines_shown,
    replies_offered,
    start,
    take,
)

SMALL = yaml.safe_load(
    (Path(__file__).parent / "fixtures" / "small-talk.yml").read_text("utf-8")
)


@pytest.fixture
def machine():
    return compiled(RolePlay.model_validate_json(json.dumps(SMALL)))


def played(machine, *replies):
    state = start(machine)
    for reply in replies:
        state = take(machine, state, reply)
    return state


def test_a_play_begins_at_the_start_with_meters_at_their_start(machine):
    state = start(machine)
    assert state.turn == "late"
    assert [each["name"] for each in machine["variables"]] == ["trust", "asked", "late.fix"]
    assert state.values == (2, 0, 0)


def test_lines_and_replies_depend_on_how_things_stand(machine):
    warm, cold = played(machine, "reflect"), played(machine, "fix")
    assert lines_shown(machine, warm) == [0]
    assert lines_shown(machine, cold) == [1]
    assert replies_offered(machine, warm) == ["ask", "leave"]
    assert replies_offered(machine, cold) == ["repair", "leave"]


def test_a_meter_stays_within_its_levels(machine):
    once = played(machine, "reflect", "ask")
    assert once.values[0] == 4
    again = take(machine, State("point", once.values), "ask")
    assert again.values[0] == 4


def test_the_first_way_whose_condition_holds_is_taken_after_the_changes(machine):
    assert played(machine, "reflect", "ask", "together").turn == "linked"
    assert played(machine, "nod", "ask", "together").turn == "partial"


def test_a_way_may_read_the_reply_that_was_just_chosen():
    data = json.loads(json.dumps(SMALL))
    data["turns"]["late"]["replies"][1]["to"] = [
        {"when": "chose late.fix", "to": "door"},
        {"to": "point"},
    ]
    machine = compiled(RolePlay.model_validate_json(json.dumps(data)))
    assert played(machine, "fix").turn == "door"


def test_an_ending_is_known_and_the_debrief_follows_the_path(machine):
    state = played(machine, "fix", "leave", "bye")
    assert ending(machine, state) == "missed"
    assert ending(machine, start(machine)) is None
    assert asked(machine, state) == ["feel", "direct", "schedule"]
    assert asked(machine, played(machine, "reflect", "ask", "together")) == ["feel"]


def test_a_reply_that_is_not_on_offer_is_refused(machine):
    with pytest.raises(ValueError, match=r"ask is not on offer at point\."):
        take(machine, played(machine, "fix"), "ask")


def test_without_an_open_way_there_is_no_next_state():
    data = json.loads(json.dumps(SMALL))
    data["turns"]["tired"]["replies"][0]["to"] = [{"when": "trust is closed", "to": "linked"}]
    machine = compiled(RolePlay.model_validate_json(json.dumps(data)))
    assert played(machine, "reflect", "ask", "together") is None


def test_a_machine_survives_json(machine):
    again = json.loads(json.dumps(machine))
    state = played(again, "fix", "repair", "ask", "together")
    assert state == played(machine, "fix", "repair", "ask", "together")
