"""What leaders print and show: made from the course, whole, and never a second source."""

from __future__ import annotations

from pathlib import Path

import pytest

from alongside.book.kits import of_module
from alongside.model.role_play import YOU
from alongside.render.html import text
from alongside.render.kits.handout import keep
from alongside.render.kits.observer_sheet import lines_for

ROOT = Path(__file__).parents[1]
MODULES = sorted(path.parent.name for path in ROOT.glob("modules/*/index.md"))
BANKS = sorted(path.stem for path in ROOT.glob("quizzes/*.yml"))
PLAYS = sorted(path.stem for path in ROOT.glob("role_plays/*.yml"))


def bodies(whole, module):
    found = next(one for one in whole.course.modules if one.id == module)
    return {kit.page: kit.body(lambda page: f"/{page}") for kit in of_module(whole, found)}


@pytest.mark.parametrize("module", MODULES)
def test_each_module_has_a_handout_and_each_of_its_parts_a_face(module, whole):
    made = set(bodies(whole, module))
    plays = {one.id for one in whole.role_plays.values() if one.module == module}
    sheets = whole.run_sheets.get(module)
    wanted = {f"facilitator_guide/handouts/{module}"}
    wanted |= {f"facilitator_guide/{room}/{one}" for room in ("kits", "room") for one in plays}
    wanted |= {
        f"facilitator_guide/slides/{module}-{one.id}"
        for one in (sheets.sheets if sheets else ())
    }
    if module in BANKS:
        wanted.add(f"facilitator_guide/answers/{module}")
    assert made == wanted


@pytest.mark.parametrize("name", PLAYS)
def test_a_paper_kit_holds_every_word_of_the_talk_and_a_card_for_each_who_acts(name, whole):
    play = whole.role_plays[name]
    kit = bodies(whole, play.module)[f"facilitator_guide/kits/{name}"]
    for turn in play.turns.values():
        for reply in turn.replies:
            assert " ".join(text(reply.feedback).split()) in kit
    acted = [one.name for key, one in play.people.items() if key != YOU]
    assert [one for one in acted if f"Card for {text(one)}" not in kit] == []
    assert "Card for the supporter" in kit
    assert [one.about for one in play.people.values() if text(one.about) not in kit] == []


@pytest.mark.parametrize("name", PLAYS)
def test_the_observers_sheet_counts_harm_first_and_asks_for_what_the_talk_practises(
    name, whole
):
    play = whole.role_plays[name]
    checklist = whole.checklists[play.module]
    lines = lines_for(play, checklist)
    theirs = [one for one in checklist.lines if not one.role or one.role in play.roles]
    wanted = [one for one in theirs if one.outcome in play.outcomes]
    assert list(lines) == (wanted or theirs)
    assert 0 < len(lines) < 8


def test_a_line_to_keep_is_plain_words(whole):
    page = whole.pages["modules/boundaries/a-warm-no"]
    assert keep(page).endswith("still here.")
    kept = [keep(one) for one in whole.pages.values()]
    assert [one for one in kept if "`" in one or "**" in one or "{" in one] == []
    assert len([one for one in kept if one]) > 100


@pytest.mark.parametrize("module", BANKS)
def test_the_answer_guide_opens_every_answer_and_gives_the_room_something_to_ask(module, whole):
    guide = bodies(whole, module)[f"facilitator_guide/answers/{module}"]
    count = len(whole.banks[module].questions)
    assert guide.count("<details open ") == count
    assert guide.count("To talk about:") == count


def test_slides_show_what_is_said_and_fold_up_what_is_for_the_leaders(whole):
    shown = bodies(whole, "boundaries")["facilitator_guide/slides/boundaries-full"]
    sheets = whole.run_sheets["boundaries"]
    full = next(one for one in sheets.sheets if one.id == "full")
    assert shown.count('class="al-slide"') == 1 + len(full.steps)
    wall = "".join(part.split("<details")[0] for part in shown.split("<section"))
    step = next(one for one in sheets.steps if one.id == "three-walls")
    assert text(step.say[0]) in wall
    assert text(step.other) not in wall
    assert text(step.other) in shown
