"""What a role-play that is shipped must be beside sound: long, alive, no quiz in disguise."""

from copy import deepcopy

import pytest

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


def test_a_robot_that_always_takes_the_first_reply_must_not_do_well():
    says = [each.says for each in prove(role_play(SMALL)).faults if each.code == "R606"]
    assert any("always the first reply" in words for words in says)
    data = deepcopy(SMALL)
    for turn in data["turns"].values():
        turn["replies"].reverse()
    says = [each.says for each in prove(role_play(data)).faults if each.code == "R606"]
    assert not any("always the first reply" in words for words in says)


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
