"""The prover catches each kind of broken role-play, tells it as a transcript, and is right."""

import json
import re
import time
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from alongside.cli.prove import prove_command
from alongside.model import RolePlay
from alongside.proof import BUDGET, CODES, prove
from alongside.proof.robots import chance_of_good, robot_of_good
from alongside.proof.shape import forks
from alongside.proof.study import Study
from alongside.reading.load import load_course

ROOT = Path(__file__).parents[1]
SMALL = yaml.safe_load((ROOT / "tests/fixtures/small-talk.yml").read_text("utf-8"))
SHIPPED = sorted((ROOT / "role_plays").glob("*.yml"))
Data = dict[str, Any]


def role_play(data: Data) -> RolePlay:
    return RolePlay.model_validate_json(json.dumps(data))


def reply(data: Data, turn: str, reply_id: str) -> Data:
    return next(each for each in data["turns"][turn]["replies"] if each["id"] == reply_id)


def change(turn: str, reply_id: str, **keys: object) -> Callable[[Data], None]:
    return lambda data: reply(data, turn, reply_id).update(keys)


def line(turn: str, at: int, **keys: object) -> Callable[[Data], None]:
    return lambda data: data["turns"][turn]["lines"][at].update(keys)


def several(*edits: Callable[[Data], None]) -> Callable[[Data], None]:
    def edit(data: Data) -> None:
        for each in edits:
            each(data)

    return edit


def added(reply_id: str, **keys: object) -> Data:
    words = {"text": "Hm.", "effect": "Waits.", "feedback": "Fine.", "better": "Go on?"}
    return {"id": reply_id, **words, "quality": "middling", **keys}


def loop(data: Data) -> None:
    """Sam's last turn leads to a room without a door."""
    reply(data, "tired", "handout")["to"] = "round"
    again = [added("one", to="round", quality="strong"), added("two", to="round")]
    data["turns"]["round"] = {"title": "Round", "lines": [{"says": "…"}], "replies": again}


def rule(family: str, /, **keys: object) -> Callable[[Data], None]:
    return lambda data: data["rules"][family][0].update(keys)


def without_rules(data: Data) -> None:
    data["rules"] = {}


def only_conditional_debrief(data: Data) -> None:
    data["debrief"][0]["when"] = "chose late.nod"


def harm_without_repair(data: Data) -> None:
    reply(data, "door", "bye").update(quality="harmful", to="corridor")
    plain = [added("a", to="hall"), added("b", to="hall")]
    data["turns"]["corridor"] = {"title": "Out", "lines": [{"says": "…"}], "replies": plain}
    last = [added("a", to="street"), added("b", to="missed")]
    data["turns"]["hall"] = {"title": "Hall", "lines": [{"says": "…"}], "replies": last}
    more = [added("back", to="point", quality="strong"), added("b", to="missed")]
    data["turns"]["street"] = {"title": "Street", "lines": [{"says": "…"}], "replies": more}


BROKEN = [
    ("R101", "start", lambda data: data.update(start="layte")),
    ("R101", "points", change("door", "stay", to="points")),
    ("R101", "pont", change("door", "stay", to=[{"to": "pont"}])),
    ("R101", "empty list", change("door", "stay", to=[])),
    ("R102", "trist", line("point", 0, when="trist is open")),
    ("R102", "fixx", lambda data: data["debrief"][2].update(when="chose late.fixx")),
    ("R102", "askd", rule("never", when="not askd")),
    ("R103", "leave", change("point", "ask", id="leave")),
    ("R103", "schedule", lambda data: data["debrief"][1].update(id="schedule")),
    ("R103", "good", rule("must_pass", id="good")),
    ("R104", "trust", lambda data: data["facts"].update(trust="Both.")),
    ("R104", "chose", lambda data: data["facts"].update(chose="A word.")),
    ("R104", "door", lambda data: data["endings"].update(door=data["endings"]["missed"])),
    ("R105", "trist", change("late", "nod", change={"trist": 1})),
    ("R105", "number", change("late", "nod", change={"asked": 1})),
    ("R105", "steps", change("late", "nod", change={"trust": True})),
    ("R106", "warm", lambda data: data["meters"]["trust"].update(start="warm")),
    ("R107", "linkd", rule("never", at="linkd")),
    ("R107", "doors", rule("always_possible", **{"from": ["doors"]})),
    ("R107", "tird", rule("must_pass", through="tird")),
    ("R107", "hot", rule("expect", state={"trust": "hot"})),
    ("R107", "“true”", rule("expect", state={"trust": True})),
    ("R107", "yes", rule("expect", state={"asked": "yes"})),
    ("R108", "sim", line("late", 0, who="sim")),
    ("R201", "door", change("point", "leave", to="tired", quality="middling")),
    ("R202", "ask", change("point", "ask", when="trust is closed and asked")),
    (
        "R203",
        "Way 1",
        change("door", "stay", to=[{"when": "asked", "to": "late"}, {"to": "point"}]),
    ),
    ("R204", "missed", change("door", "bye", to="point")),
    ("R205", "Line 2", line("point", 1, when="asked and trust is closed")),
    (
        "R206",
        "point",
        several(
            change("point", "leave", when="asked"),
            change("point", "repair", when="trust is closed"),
        ),
    ),
    ("R207", "point", line("point", 1, when="trust is closed")),
    ("R208", "round", loop),
    (
        "R208",
        "door",
        several(change("door", "stay", to="door"), change("door", "bye", to="door")),
    ),
    ("R209", "stay", change("door", "stay", to=[{"when": "trust is open", "to": "point"}])),
    ("R210", "Line 1 of late", line("late", 0, when="not asked")),
    ("R210", "late.nod", change("late", "nod", when="trust at least listening")),
    (
        "R210",
        "Way 2",
        change(
            "tired",
            "together",
            to=[
                {"when": "trust is trusting", "to": "linked"},
                {"when": "trust below trusting", "to": "partial"},
            ],
        ),
    ),
    ("R210", "schedule", lambda data: data["debrief"][2].update(when="asked or not asked")),
    ("R211", "told", lambda data: data["facts"].update(told="Nobody asks.")),
    ("R212", "told", lambda data: data["facts"].update(told="Nobody tells.")),
    (
        "R213",
        "late.nod",
        several(
            lambda data: data["meters"]["trust"].update(start="trusting"),
            change("late", "nod", change={"trust": 1}),
        ),
    ),
    (
        "R214",
        "schedule",
        lambda data: data["debrief"][2].update(when="chose late.fix and chose late.nod"),
    ),
    ("R215", "asked no", only_conditional_debrief),
    ("R216", "leave, stay", change("point", "leave", when=None)),
    ("R301", "point.leave", change("point", "leave", to="missed")),
    ("R302", "good", lambda data: data["endings"]["linked"].update(kind="mixed")),
    (
        "R303",
        "alone",
        lambda data: (
            data["endings"]["missed"].update(kind="good")
            or change("door", "bye", quality="weak")(data)
        ),
    ),
    ("R304", "one strong", lambda data: data["endings"]["missed"].update(kind="good")),
    ("R305", "point", lambda data: data["endings"]["missed"].update(help=False)),
    ("R306", "door.bye", harm_without_repair),
    ("R307", "late.fix", lambda data: reply(data, "late", "fix").pop("better")),
    ("R310", "asked-first", change("late", "reflect", change={"trust": 2}, to="tired")),
    (
        "R311",
        "door-open",
        lambda data: (
            data["turns"]["door"]["replies"].pop(0)
            and data["turns"]["door"]["replies"].append(added("go", to="missed"))
        ),
    ),
    (
        "R312",
        "told",
        change(
            "door", "bye", to=[{"when": "trust is closed", "to": "missed"}, {"to": "partial"}]
        ),
    ),
    ("R401", "on offer there: ask, leave", rule("expect", replies=["reflect", "repair"])),
    ("R401", "it had ended", rule("expect", replies=["reflect", "ask", "together", "more"])),
    ("R402", "instead of partial", rule("expect", ends="partial")),
    ("R403", "trust ends as trusting", rule("expect", state={"trust": "open"})),
    ("R404", "lab is late", rule("expect", hears=["Not that", "lab is late"])),
    ("R405", "lab is late", rule("expect", never_hears=["lab is late"])),
    ("R406", "point.ask", rule("expect", never_offers=["point.ask"])),
    ("R407", "feel", rule("expect", asks=["feel", "direct"])),
]


@pytest.mark.parametrize(
    ("code", "names", "edit"), BROKEN, ids=[f"{code}-{names}" for code, names, _ in BROKEN]
)
def test_each_broken_example_is_caught_by_its_rule(code, names, edit):
    data = deepcopy(SMALL)
    edit(data)
    verdict = prove(role_play(data), shape=False)
    assert verdict.status == "broken"
    said = [str(each) for each in verdict.faults if each.code == code]
    assert any(names in words for words in said), verdict.faults


def test_every_code_that_is_used_is_in_the_list_of_codes_and_the_reverse():
    used = set()
    for room in ("proof", "mutants", "cli"):
        for path in (ROOT / "src/alongside" / room).glob("*.py"):
            if path.name != "codes.py":
                used |= set(re.findall(r'"(R\d{3})"', path.read_text("utf-8")))
    assert used == set(CODES)


def test_the_sound_example_is_proved():
    verdict = prove(role_play(SMALL), shape=False)
    assert verdict.status == "proved"
    assert verdict.findings == ()
    assert verdict.figures.shortest_good == ("reflect", "ask", "together")


def test_a_broken_rule_is_told_as_a_conversation():
    data = deepcopy(SMALL)
    reply(data, "point", "leave")["to"] = "missed"
    findings = prove(role_play(data), shape=False).findings
    told = next(each for each in findings if each.fault.code == "R301")
    assert told.transcript == (
        "Sam: Sorry the lab is late. I just can't keep up any more.",
        "You: That sounds exhausting.",
        "Sam: Some days I don't see the point of anything.",
        "You: OK. See you on Thursday.",
        "(On Thursday the seat is empty.)",
        "[ending missed, “Missed”; trust open]",
    )


def test_a_weak_reply_may_not_end_even_a_conversation_that_is_already_lost():
    data = deepcopy(SMALL)
    data["rules"] = {}
    reply(data, "door", "bye").update(to="street")
    data["turns"]["street"] = {
        "title": "Street",
        "lines": [{"says": "…"}],
        "replies": [added("a", to="missed", quality="weak"), added("b", to="missed")],
    }
    assert "R301" in {each.code for each in prove(role_play(data), shape=False).faults}


def test_a_talk_that_can_go_round_for_ever_is_told_as_one_round_of_it():
    data = deepcopy(SMALL)
    reply(data, "point", "leave").pop("when")

    findings = prove(role_play(data), shape=False).findings

    (told,) = [each for each in findings if each.fault.code == "R216"]
    assert told.fault.says == (
        "From the turn point one can go round for ever: leave, stay, and all is as it was."
    )
    assert told.fault.remedy.endswith("as in “when: not chose point.leave”.")
    bag, asked = "(Sam picks up the bag.)", "You: OK. See you on Thursday."
    back = "Sam: Some days I don't see the point of anything."
    assert told.transcript[-6:-1] == (
        back,
        asked,
        bag,
        "You: Wait. I would like to hear it.",
        back,
    )


def test_a_turn_that_comes_again_as_something_changes_is_no_circle():
    data = deepcopy(SMALL)
    reply(data, "late", "fix")["to"] = "late"
    assert "R216" in {each.code for each in prove(role_play(data), shape=False).faults}

    reply(data, "late", "fix")["when"] = "trust above closed"
    assert "R216" not in {each.code for each in prove(role_play(data), shape=False).faults}


def test_a_room_without_a_door_is_not_told_as_a_circle_as_well():
    data = deepcopy(SMALL)
    loop(data)

    codes = {each.code for each in prove(role_play(data), shape=False).faults}

    assert "R208" in codes
    assert "R216" not in codes


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


@pytest.mark.parametrize(
    ("code", "edit"),
    [
        ("R308", change("point", "repair", quality="middling", better="Sorry.")),
        ("R309", change("late", "nod", quality="weak")),
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


def test_after_harm_a_repair_in_the_turn_after_next_is_soon_enough():
    data = deepcopy(SMALL)
    harm_without_repair(data)
    for each in data["turns"]["corridor"]["replies"]:
        each["to"] = "street"
    del data["turns"]["hall"]
    codes = {each.code for each in prove(role_play(data), shape=False).faults}
    assert not {"R101", "R306"} & codes


def test_over_the_budget_nothing_is_claimed():
    verdict = prove(role_play(SMALL), 3, shape=False)
    assert verdict.status == "not proved"
    assert [each.code for each in verdict.faults] == ["R501"]


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


def test_faults_carry_the_line_of_what_they_are_about(tmp_path):
    course = tmp_path / "role_plays"
    course.mkdir()
    text = (ROOT / "tests/fixtures/small-talk.yml").read_text("utf-8")
    (course / "small-talk.yml").write_text(text.replace("to: door}", "to: dor}"), "utf-8")
    loaded = load_course(tmp_path)
    play = loaded.role_plays["small-talk"]
    verdict = prove(play, shape=False, where=lambda path: loaded.where(play, *path)[1])
    number = next(n for n, words in enumerate(text.splitlines(), 1) if "to: door}" in words)
    assert [(each.code, each.line) for each in verdict.faults] == [("R101", number)]


def forty_turns() -> Data:
    """Three meters of five levels that every turn moves and reads, in forty turns."""
    levels = ["a", "b", "c", "d", "e"]
    meters = {m: {"about": m, "levels": levels, "start": "c"} for m in ("one", "two", "three")}
    turns: Data = {}
    for at in range(40):
        beyond = f"t{at + 1}" if at < 39 else "good"
        turns[f"t{at}"] = {
            "title": f"Turn {at}",
            "lines": [
                {"says": "High.", "when": "one at least c or two is e"},
                {"says": "Low.", "when": "one below c and not two is e"},
            ],
            "replies": [
                added("up", to=beyond, quality="strong", change={"one": 1}),
                added("down", to=beyond, change={"one": -1, "two": 1}),
                added("on", to=beyond, change={"two": -1, "three": 1}),
                added("back", to=f"t{max(at - 3, 0)}", change={"three": -1}),
            ],
        }
    turns["t39"]["replies"][1]["to"] = [{"when": "three is e", "to": "good"}, {"to": "poor"}]
    ends = {
        "good": {"kind": "good", "title": "Good", "lines": [{"says": "Yes."}]},
        "poor": {"kind": "missed", "title": "Poor", "lines": [{"says": "No."}]},
    }
    return SMALL | {
        "meters": meters,
        "facts": {},
        "turns": turns,
        "endings": ends,
        "start": "t0",
        "debrief": [{"id": f"d{n}", "phase": "reactions", "ask": "How?"} for n in range(3)],
        "rules": {},
    }


def test_forty_turns_with_three_meters_are_visited_whole():
    began = time.process_time()
    verdict = prove(role_play(forty_turns()), shape=False)
    took = time.process_time() - began
    assert verdict.figures.states > 4_000
    # generous: the benchmark holds the goal of one second
    assert took < 10


def test_every_shipped_role_play_is_proved():
    assert SHIPPED, "role_plays/ has no role-play"
    loaded = load_course(ROOT)
    for path in SHIPPED:
        assert path.stem in loaded.role_plays, [
            f for f in loaded.faults if f.path.stem == path.stem
        ]
        verdict = prove(loaded.role_plays[path.stem])
        assert verdict.status == "proved", verdict.faults


def run(tmp_path: Path, data: Data, *words: str):
    folder = tmp_path / "role_plays"
    folder.mkdir(exist_ok=True)
    (folder / "small-talk.yml").write_text(json.dumps(data), "utf-8")
    return CliRunner().invoke(prove_command, [*words, "--folder", str(tmp_path)])


def test_the_command_ends_with_1_and_a_transcript_where_something_is_broken(tmp_path):
    result = run(tmp_path, SMALL)
    assert result.exit_code == 1
    assert "small-talk: broken" in result.output
    assert "    You: That sounds exhausting." in result.output


def test_the_command_says_not_proved_over_its_budget(tmp_path):
    result = run(tmp_path, SMALL, "--budget", "2")
    assert result.exit_code == 1
    assert "small-talk: not proved" in result.output


def test_the_command_ends_with_2_for_what_it_cannot_use(tmp_path):
    assert run(tmp_path, SMALL, "small-tlak").exit_code == 2
    result = run(tmp_path, SMALL | {"titel": "A slip."})
    assert result.exit_code == 2
    assert "titel" in result.output


def test_the_command_writes_json_that_other_programs_can_read(tmp_path):
    found = json.loads(run(tmp_path, SMALL, "--json").output)
    assert found["role_plays"][0]["status"] == "broken"
    assert found["role_plays"][0]["states"] == prove(role_play(SMALL)).figures.states
