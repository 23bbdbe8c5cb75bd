"""Warnings of the proof room: idle parts of conditions, and reasons that answer them."""

from copy import deepcopy
from typing import Any

import pytest

from alongside.proof import prove
from small_talk import SMALL, change, reply, role_play

FIRST_LINE = ("turns", "point", "lines", 0)
REPAIR = ("turns", "point", "replies", 1)
TO_LINKED = ("turns", "tired", "replies", 0, "to", 0)
DIRECT = ("debrief", 1)


@pytest.mark.parametrize(
    ("place", "when", "idle"),
    [
        (FIRST_LINE, "not asked and trust at least listening", ["not asked"]),
        (FIRST_LINE, "trust is closed or trust at least listening", ["trust is closed"]),
        (FIRST_LINE, "trust at least open and not (asked or chose late.fix)", ["asked"]),
        (FIRST_LINE, "trust is listening or trust is open", []),
        (REPAIR, "trust is guarded and chose late.fix", ["chose late.fix"]),
        (TO_LINKED, "trust is trusting and asked", ["asked"]),
        (TO_LINKED, "trust is trusting and not chose late.fix", []),
        (DIRECT, "asked and not chose late.fix or not asked", ["asked"]),
    ],
)
def test_a_part_of_a_condition_that_changes_nothing_is_warned_about(place, when, idle):
    data = deepcopy(SMALL)
    at: Any = data
    for key in place:
        at = at[key]
    at["when"] = when

    faults = prove(role_play(data), shape=False).faults

    found = [each for each in faults if each.code == "R217"]
    assert [each.says for each in found] == [
        f"In “{when}” the part “{part}” changes nothing." for part in idle
    ]
    assert all(each.warning for each in found)


def test_a_fact_that_is_taken_back_is_no_change_of_a_meter():
    data = deepcopy(SMALL)
    reply(data, "door", "stay")["change"] = {"asked": False}

    assert "R213" not in {each.code for each in prove(role_play(data), shape=False).faults}


@pytest.mark.parametrize(
    ("steps", "never"), [(1, ["closed"]), (4, ["closed", "listening", "open"])]
)
def test_a_level_that_no_play_comes_to_is_warned_about(steps, never):
    data = deepcopy(SMALL)
    del data["waive"]
    data["meters"]["trust"]["start"] = "guarded"
    for turn in data["turns"].values():
        for each in turn["replies"]:
            each["change"] = {"trust": steps} if each.get("change", {}).get("trust") else {}

    found = [each for each in prove(role_play(data), shape=False).faults if each.code == "R219"]

    assert [each.says for each in found] == [f"No play brings trust to {one}." for one in never]
    assert all(each.warning for each in found)


@pytest.mark.parametrize(
    ("code", "edit"),
    [
        ("R308", change("point", "repair", quality="middling", better="Sorry.")),
        ("R309", change("late", "nod", quality="weak")),
        ("R314", change("point", "leave", quality="harmful")),
        ("R316", change("point", "leave", quality="harmful")),
    ],
)
def test_a_warning_does_not_break_and_can_be_answered_with_a_reason(code, edit):
    data = deepcopy(SMALL)
    edit(data)
    if code == "R309":
        change("tired", "handout", quality="weak", to="point")(data)
        change("point", "leave", quality="weak")(data)
        data["rules"] = {}
    assert code in {
        each.code for each in prove(role_play(data), shape=False).faults if each.warning
    }
    data["waive"] = {code: "It is meant."}
    assert code not in {each.code for each in prove(role_play(data), shape=False).faults}


def test_a_reason_answers_a_warning_and_never_a_broken_rule():
    data = deepcopy(SMALL)
    reply(data, "point", "leave")["to"] = "missed"
    data["waive"] = {"R301": "It is meant."}
    assert "R301" in {each.code for each in prove(role_play(data), shape=False).faults}
