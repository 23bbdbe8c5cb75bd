"""Each rule of the proof room catches its broken example."""

import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest

from alongside.proof import CODES, prove
from small_talk import (
    SMALL,
    Data,
    added,
    change,
    harm_without_repair,
    line,
    loop,
    reply,
    role_play,
    several,
)

ROOT = Path(__file__).parents[1]


def rule(family: str, /, **keys: object) -> Callable[[Data], None]:
    return lambda data: data["rules"][family][0].update(keys)


def without_rules(data: Data) -> None:
    data["rules"] = {}


def harmful(*, mends: tuple[str, ...]) -> Callable[[Data], None]:
    """Sam is left, which is harm; four replies, earlier and later, practise repair."""
    places = [("late", "reflect"), ("point", "repair"), ("door", "stay"), ("tired", "together")]
    return several(
        change("point", "leave", quality="harmful", mended_by=list(mends)),
        *(change(turn, each, skills=["repair"]) for turn, each in places),
    )


def only_conditional_debrief(data: Data) -> None:
    data["debrief"][0]["when"] = "chose late.nod"


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
    ("R110", "“point.ask”", harmful(mends=("door.stay", "point.ask"))),
    ("R110", "“door.stey”", harmful(mends=("door.stey",))),
    ("R110", "only harm", change("late", "fix", mended_by=["point.repair"])),
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
    ("R218", "forget it", change("door", "stay", feedback="“Forget it” was the door.")),
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
    ("R313", "Strong replies alone", change("late", "reflect", change={}, to="missed")),
    (
        "R313",
        "Only strong replies",
        several(change("door", "stay", to="missed"), change("door", "bye", to="partial")),
    ),
    (
        "R312",
        "told",
        change(
            "door", "bye", to=[{"when": "trust is closed", "to": "missed"}, {"to": "partial"}]
        ),
    ),
    ("R314", "point.leave", harmful(mends=("point.repair",))),
    ("R315", "late.reflect", harmful(mends=("late.reflect",))),
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


@pytest.mark.parametrize(
    "quoted", ["“The lab is late”", "“I would like … hear it”", "“Forget”"]
)
def test_feedback_may_quote_what_every_way_has_heard_and_single_words(quoted):
    data = deepcopy(SMALL)
    change("door", "stay", feedback=f"{quoted} fits.")(data)
    faults = prove(role_play(data), shape=False).faults
    assert [each.code for each in faults if each.code == "R218"] == []


@pytest.mark.parametrize("mends", [("door.stay",), ("door.stay", "tired.together")])
def test_harm_is_mended_by_each_of_the_replies_it_names(mends):
    data = deepcopy(SMALL)
    harmful(mends=mends)(data)
    assert prove(role_play(data), shape=False).findings == ()


def test_every_code_that_is_used_is_in_the_list_of_codes_and_the_reverse():
    used = set()
    for room in ("proof", "mutants", "cli"):
        for path in (ROOT / "src/alongside" / room).glob("*.py"):
            if path.name != "codes.py":
                used |= set(re.findall(r'"(R\d{3})"', path.read_text("utf-8")))
    assert used == set(CODES)
