"""Slips of the pen are made, named for good, and caught; what is proposed catches more."""

import json
from copy import deepcopy
from pathlib import Path, PurePosixPath

import pytest
import yaml
from click.testing import CliRunner

from alongside.cli.prove import prove_command
from alongside.model import RolePlay
from alongside.mutants import mutants, mutation_faults, mutation_run, suggested, written
from alongside.mutants.record import Count, counted, read, stamp, write
from alongside.mutants.short import named, told_in_full
from alongside.mutants.tell import told_apart
from alongside.proof import prove
from alongside.proof.player import Player
from alongside.proof.prover import BUDGET, broken, built_in
from alongside.proof.study import Study
from alongside.reading.shapes import shape
from alongside.reading.strict_yaml import read_yaml

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "tests/fixtures/small-talk.yml").read_text("utf-8")
SMALL = yaml.safe_load(TEXT)
RECORD = ROOT / "docs/mutants.json"
SHIPPED = sorted(path.stem for path in (ROOT / "role_plays").glob("*.yml"))


def role_play(data):
    return RolePlay.model_validate_json(json.dumps(data))


def fate_of(name, data=SMALL):
    run = mutation_run(role_play(data), shape=False)
    return next(fate for fate in run.fates if fate.mutant.name == name)


def test_every_operator_has_its_mutants_and_names_are_unique():
    names = [mutant.name for mutant in mutants(role_play(SMALL))]
    assert len(names) == len(set(names))
    for name in (
        "retarget late.nod to door",
        "retarget way 1 of tired.together to partial",
        "swap targets of point.repair and point.leave",
        "drop reply late.fix",
        "drop way 2 of tired.together",
        "drop when of line 1 of point",
        "drop when of reply point.ask",
        "drop when of way 1 of tired.together",
        "drop when of debrief direct",
        "negate when of reply point.repair",
        "shift level 1 to open in reply point.ask",
        "drop trust in late.fix",
        "flip asked in point.ask",
        "double trust in late.fix",
        "swap lines 1 and 2 of point",
        "drop line 1 of point",
        "start at point",
        "start trust at guarded",
    ):
        assert name in names


def test_a_meter_may_have_a_level_of_its_own_name():
    data = yaml.safe_load(TEXT.replace("guarded", "trust"))
    names = [mutant.name for mutant in mutants(role_play(data))]
    assert "shift level 1 to open in reply point.ask" in names


def test_names_stay_the_same_when_words_are_edited():
    edited = deepcopy(SMALL)
    edited["turns"]["late"]["lines"][0]["says"] = "Other words."
    names = [mutant.name for mutant in mutants(role_play(SMALL))]
    assert [mutant.name for mutant in mutants(role_play(edited))] == names


def test_every_mutant_is_a_file_that_could_have_been_written():
    for mutant in mutants(role_play(SMALL)):
        RolePlay.model_validate_json(mutant.role_play.model_dump_json(by_alias=True))
        assert mutant.role_play != role_play(SMALL), mutant.name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("drop when of reply late.fix", None),
        ("retarget point.leave to tired", "R201"),
        ("drop line 1 of point", "R207"),
        ("retarget door.bye to late", "R204"),
    ],
)
def test_a_mutant_is_caught_by_the_rule_that_should(name, code):
    data = deepcopy(SMALL)
    data["rules"] = {}
    if code is None:
        assert name not in {mutant.name for mutant in mutants(role_play(data))}
    else:
        assert fate_of(name, data).code == code


def test_a_rule_of_the_author_catches_what_no_other_rule_does():
    fate = fate_of("double trust in late.fix")
    assert fate.code is None
    assert fate.rules


def forgetful():
    """One whose mutants forget a reply: they hold another one where that had its place."""
    data = deepcopy(SMALL)
    for ending, reply in (("linked", "late.reflect"), ("partial", "late.fix")):
        line = {"says": f"After {reply}.", "when": f"chose {reply}"}
        data["endings"][ending]["lines"].append(line)
    del data["debrief"][2]["when"]
    data["rules"]["expect"][0]["asks"].append("schedule")
    return data


@pytest.mark.parametrize("data", [SMALL, forgetful()], ids=["small", "forgetful"])
def test_the_run_agrees_with_the_prover_on_every_mutant(data):
    play = role_play(data)
    assert prove(play, shape=False).status == "proved"
    for fate in mutation_run(play, shape=False).fates:
        broken = prove(fate.mutant.role_play, shape=False).status != "proved"
        assert fate.caught == broken, fate.mutant.name


def test_idle_rules_low_shares_and_few_mutants_are_faults():
    data = deepcopy(SMALL)
    data["rules"]["expect"] = []
    codes = {each.code for each in mutation_faults(mutation_run(role_play(data), shape=False))}
    assert {"R701", "R703"} <= codes
    assert "R702" not in codes


def test_an_equivalent_must_be_alive_and_untold_by_any_play():
    data = deepcopy(SMALL)
    data["equivalent"] = [
        {"mutant": "drop reply late.fix", "reason": "It is caught."},
        {"mutant": "drop reply late.fux", "reason": "It does not exist."},
        {"mutant": "drop when of line 1 of point", "reason": "A play shows it."},
    ]
    found = list(mutation_faults(mutation_run(role_play(data), shape=False)))
    assert [each.path for each in found if each.code == "R704"] == [
        ("equivalent", 0),
        ("equivalent", 1),
    ]
    assert [each.replies for each in found if each.code == "R705"] == [("fix",)]


def test_what_is_proposed_catches_nearly_all_and_no_path_is_idle():
    data = deepcopy(SMALL)
    data["rules"]["expect"] = []
    data["rules"]["never"] = []
    data["rules"]["must_pass"] = []
    data["rules"]["always_possible"] = []
    play = role_play(data)
    run = mutation_run(play, shape=False)
    proposal = suggested(run)
    rules = play.rules.model_copy(update={"expect": proposal.expect})
    better = play.model_copy(update={"rules": rules})
    assert prove(better, shape=False).status == "proved"
    again = mutation_run(better, shape=False)
    assert again.share > 0.95 > run.share
    assert [each for each in mutation_faults(again) if each.code == "R703"] == []


def test_what_is_proposed_can_be_pasted_into_the_file():
    proposal = suggested(mutation_run(role_play(SMALL), shape=False))
    head = TEXT[: TEXT.index("  expect:")]
    place = PurePosixPath("small-talk.yml")
    document = read_yaml((head + written(proposal.expect)).encode(), place)
    pasted, faults = shape(RolePlay, document, place)
    assert faults == ()
    assert pasted is not None
    assert pasted.rules.expect == proposal.expect


def test_a_mutant_that_no_play_can_show_is_not_told_apart():
    data = deepcopy(SMALL)
    data["turns"]["point"]["lines"][0]["when"] = "trust above guarded"
    assert told_apart(Player(role_play(SMALL)), Player(role_play(data))) is None
    data["turns"]["point"]["lines"][0]["when"] = "trust above listening"
    assert told_apart(Player(role_play(SMALL)), Player(role_play(data))) == ("nod",)


def test_what_differs_at_the_ending_alone_is_told_apart_there():
    data = deepcopy(SMALL)
    data["turns"]["point"]["replies"][0]["change"] = {"trust": 1}
    one, two = Player(role_play(SMALL)), Player(role_play(data))

    replies = told_apart(one, two)

    assert one.play(replies).heard == two.play(replies).heard
    assert one.end(one.play(replies).state) != two.end(two.play(replies).state)


def test_proposed_paths_have_ids_that_no_other_rule_has():
    player = Player(role_play(SMALL))
    path = told_in_full(player, ("nod", "ask", "handout"))

    ids = [rule.id for rule in named(player.role_play, [path] * 3)]

    assert len({*ids, *player.role_play.rules.ids}) == 3 + len(player.role_play.rules.ids)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_rules_of_each_shipped_role_play_catch_nine_mutants_in_ten(name, whole):
    """The counts are kept; `make test-all` counts anew, which takes half a minute for each."""
    count = read(RECORD)[name]

    again = f"run: alongside prove {name} --mutants --record docs/mutants.json"
    assert count.plays == stamp(whole.role_plays[name]), again
    assert count.faults == ()
    assert count.mutants >= 50
    assert count.caught >= 0.9 * (count.mutants - count.equivalent)


def test_nothing_is_recorded_that_is_not_shipped():
    assert sorted(read(RECORD)) == SHIPPED


@pytest.mark.long
@pytest.mark.parametrize("name", SHIPPED)
def test_the_kept_counts_are_what_a_run_comes_to(name, whole):
    run = mutation_run(whole.role_plays[name])
    codes = tuple(sorted({each.code for each in mutation_faults(run)}))

    assert counted(run, codes) == read(RECORD)[name]


def test_other_words_or_another_order_on_the_same_bones_need_no_new_count():
    data = deepcopy(SMALL)
    turn = next(iter(data["turns"].values()))
    turn["lines"][0]["says"] = "Other words."
    data["rules"]["expect"][0]["hears"][0] = "Other"
    turn["replies"][0]["feedback"] = "Other reasons."
    data["shuffle"] = 7
    assert stamp(role_play(data)) == stamp(role_play(SMALL))

    turn["replies"][0]["id"] = "another-name"
    assert stamp(role_play(data)) != stamp(role_play(SMALL))


def test_words_that_an_expected_path_hears_in_other_lines_need_a_new_count():
    for words in ("Nothing anybody says.", "Sam"):
        data = deepcopy(SMALL)
        data["rules"]["expect"][1]["hears"][1] = words
        assert stamp(role_play(data)) != stamp(role_play(SMALL))

    data = deepcopy(SMALL)
    data["endings"]["linked"]["lines"][0]["says"] += " Forget it!"
    assert stamp(role_play(data)) != stamp(role_play(SMALL))


def test_what_judges_mutants_reads_no_words():
    """A robot that is let in by longer replies is a fault of the words, not of the rules."""
    data = deepcopy(SMALL)
    for turn in data["turns"].values():
        for reply in turn["replies"]:
            if reply["quality"] == "strong":
                reply["text"] *= 9
    here, there = (Study(role_play(each), BUDGET) for each in (SMALL, data))

    assert list(broken(there, shape=True)) != list(broken(here, shape=True))
    assert list(built_in(there, shape=True)) == list(built_in(here, shape=True))


def test_a_count_is_read_as_it_was_written(tmp_path):
    run = mutation_run(role_play(SMALL), shape=False)
    one = counted(run, ("R703",))
    write(tmp_path / "counts.json", {"small-talk": one})

    assert read(tmp_path / "counts.json") == {"small-talk": one}
    assert one.caught == sum(fate.caught for fate in run.fates)
    assert read(tmp_path / "none.json") == {}


def test_the_count_of_a_role_play_that_is_gone_is_dropped_and_of_one_not_proved_stays(tmp_path):
    count = Count("0" * 64, 60, 57, 1, ())
    write(tmp_path / "counts.json", {"gone": count, "late-lab": count})
    words = ["late-lab", "--mutants", "--record", str(tmp_path / "counts.json")]
    folder = ROOT / "tests/courses/good"

    CliRunner().invoke(prove_command, [*words, "--folder", str(folder)])

    assert read(tmp_path / "counts.json") == {"late-lab": count}
