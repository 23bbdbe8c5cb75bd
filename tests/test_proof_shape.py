"""What a role-play that is shipped must be beside sound: long, alive, no quiz in disguise."""

import re
from copy import deepcopy

import pytest

from alongside.playing.order import reply_order
from alongside.proof import BUDGET, prove
from alongside.proof.robots import chance_of_good, robot_of_good
from alongside.proof.shape import forks
from alongside.proof.study import Study
from small_talk import SMALL, added, reply, role_play


def test_a_small_role_play_does_not_have_the_shape_of_one_that_is_shipped():
    codes = {each.code for each in prove(role_play(SMALL)).faults}
    assert {"R601", "R603", "R604", "R605"} <= codes


def test_too_few_endings_are_noticed():
    data = deepcopy(SMALL)
    del data["endings"]["partial"]
    reply(data, "tired", "handout")["to"] = "missed"
    reply(data, "tired", "together")["to"] = "linked"
    data["rules"] = {}
    assert "R602" in {each.code for each in prove(role_play(data)).faults}


def _corridor(place):
    """Twelve turns; only the reply that is shown in this place opens the last door."""
    data = deepcopy(SMALL)
    ids, rooms = ("one", "two", "three"), [f"room-{number}" for number in range(12)]
    data |= {"start": rooms[0], "meters": {}, "facts": {"astray": "You took another door."}}
    data["debrief"], data["rules"] = [{**each, "when": None} for each in data["debrief"]], {}
    data["turns"] = {
        room: {
            "title": "Room",
            "lines": [{"says": "…"}],
            "replies": [added(each, change={"astray": True}, to=to) for each in ids],
        }
        for room, to in zip(rooms, (*rooms[1:], "missed"), strict=True)
    }
    out = [{"when": "not astray", "to": "linked"}, {"to": "missed"}]
    for each in data["turns"]["room-11"]["replies"]:
        each["to"] = out
    for room, turn in data["turns"].items():
        right = reply_order(role_play(data), room)[place].id
        next(each for each in turn["replies"] if each["id"] == right)["change"] = {}
    return data


def _of_places(data):
    return [each for each in prove(role_play(data)).faults if each.code == "R608"]


@pytest.mark.parametrize(("place", "called"), [(0, "first"), (1, "second"), (2, "third")])
def test_no_place_among_the_replies_as_they_are_shown_may_do_well(place, called):
    data = _corridor(place)
    found = _of_places(data)
    assert any(f"always the {called} reply reaches a good ending" in one.says for one in found)

    data["shuffle"] = int(re.search(r"shuffle: (\d+)", found[0].remedy)[1])
    assert _of_places(data) == []


def test_the_last_reply_and_those_in_the_middle_are_places_too():
    says = [[one.says for one in _of_places(_corridor(place))] for place in (1, 2)]
    assert any("always a reply in a middle place" in words for words in says[0])
    assert any("always the last reply" in words for words in says[1])


def test_places_are_counted_among_the_replies_on_offer():
    """On paper a reply that is not on offer says so; in the player it is not there."""
    data = _corridor(0)
    first = reply_order(role_play(data), "room-3")[0].id
    reply(data, "room-3", first)["when"] = "astray"
    second = reply_order(role_play(data), "room-3")[1].id
    reply(data, "room-3", second)["change"] = {}

    assert robot_of_good(Study(role_play(data), BUDGET), "first") == 1.0


def test_where_no_order_helps_the_remedy_says_so():
    data = _corridor(0)
    for turn in data["turns"].values():
        turn["replies"] = turn["replies"][:2]
        for each, changed in zip(turn["replies"], ({}, {"astray": True}), strict=True):
            each["change"] = changed
    for number in range(11):
        reply(data, f"room-{number}", "two")["change"] = {}
    assert "No “shuffle” mends it" in _of_places(data)[0].remedy


def test_in_a_role_play_of_few_turns_places_are_left_alone():
    data = _corridor(0)
    data["turns"]["room-10"]["replies"][0]["to"] = "missed"
    assert _of_places(data)
    short = deepcopy(data)
    short["start"] = "room-1"
    del short["turns"]["room-0"]

    assert _of_places(short) == []


def test_a_robot_that_always_takes_the_shortest_reply_must_not_do_well():
    data = deepcopy(SMALL)
    for turn in data["turns"].values():
        for each in turn["replies"]:
            each["text"] = "Mm." if each["quality"] == "strong" else "And I would say more."
    says = [each.says for each in prove(role_play(data)).faults if each.code == "R606"]
    assert any("always the shortest reply" in words for words in says)


def test_a_sign_that_only_strong_replies_have_is_a_fault_that_names_the_turns():
    data = deepcopy(SMALL)
    for turn in data["turns"].values():
        for each in turn["replies"]:
            each["text"] = "Mm, and you?" if each["quality"] == "strong" else "Mm, mm, mm."
    told = [str(each) for each in prove(role_play(data)).faults if each.code == "R607"]
    assert any("always a reply with a question mark" in words for words in told)
    assert any("In late, point, tired, door: give the sign" in words for words in told)

    for turn in data["turns"].values():
        for each in turn["replies"]:
            each["text"] = "Mm, and you?"
    assert "R607" not in {each.code for each in prove(role_play(data)).faults}


def test_a_robot_that_cannot_tell_replies_apart_does_as_well_as_chance():
    data = deepcopy(SMALL)
    for turn in data["turns"].values():
        for each in turn["replies"]:
            each["text"] = "I hear you."
    study = Study(role_play(data), BUDGET)
    assert robot_of_good(study, "longest") == pytest.approx(chance_of_good(study))
    assert robot_of_good(study, "first") != pytest.approx(chance_of_good(study))


def test_a_fork_of_which_one_side_ends_at_once_is_none():
    data = deepcopy(SMALL)
    reply(data, "late", "fix")["to"] = "room"
    short = [added("one", to="missed"), added("two", to="partial")]
    data["turns"]["room"] = {"title": "Room", "lines": [{"says": "…"}], "replies": short}
    assert forks(Study(role_play(data), BUDGET)) == []
