"""What leaders print and show: made from the course, whole, and never a second source."""

from __future__ import annotations

from pathlib import Path

import pytest

from alongside.book.kits import of_module
from alongside.reading.load import load_course
from alongside.render.html import text
from alongside.render.kits.cards import YOU
from alongside.render.kits.handout import keep
from alongside.render.kits.observing import lines_for

ROOT = Path(__file__).parents[1]
LOADED = load_course(ROOT)
WRITTEN = [one for one in LOADED.course.modules if one.status == "written"]
PLAYS = sorted(LOADED.role_plays)


def bodies(module):
    return {kit.page: kit.body(lambda page: f"/{page}") for kit in of_module(LOADED, module)}


@pytest.mark.parametrize("module", WRITTEN, ids=lambda one: one.id)
def test_each_module_has_a_handout_and_each_of_its_parts_a_face(module):
    made = set(bodies(module))
    plays = {one.id for one in LOADED.role_plays.values() if one.module == module.id}
    sheets = LOADED.run_sheets.get(module.id)
    wanted = {f"facilitator_guide/handouts/{module.id}"}
    wanted |= {f"facilitator_guide/{room}/{one}" for room in ("kits", "room") for one in plays}
    wanted |= {
        f"facilitator_guide/slides/{module.id}-{one.id}"
        for one in (sheets.sheets if sheets else ())
    }
    if module.id in LOADED.banks:
        wanted.add(f"facilitator_guide/answers/{module.id}")
    assert made == wanted


@pytest.mark.parametrize("name", PLAYS)
def test_a_paper_kit_holds_every_word_of_the_talk_and_a_card_for_each_who_acts(name):
    play = LOADED.role_plays[name]
    module = next(one for one in LOADED.course.modules if one.id == play.module)
    kit = bodies(module)[f"facilitator_guide/kits/{name}"]
    for turn in play.turns.values():
        for reply in turn.replies:
            assert " ".join(text(reply.feedback).split()) in kit
    acted = [one.name for key, one in play.people.items() if key != YOU]
    assert [one for one in acted if f"Card for {text(one)}" not in kit] == []
    assert "Card for the supporter" in kit
    assert text(play.people[YOU].name if YOU in play.people else "Sheet for") in kit


@pytest.mark.parametrize("name", PLAYS)
def test_the_observers_sheet_counts_harm_first_and_asks_for_what_the_talk_practises(name):
    play = LOADED.role_plays[name]
    checklist = LOADED.checklists[play.module]
    lines = lines_for(play, checklist)
    wanted = [one for one in checklist.lines if one.outcome in play.outcomes]
    assert list(lines) == (wanted or list(checklist.lines))


def test_a_line_to_keep_is_plain_words():
    page = LOADED.pages["modules/boundaries/a-warm-no"]
    assert keep(page).endswith("still here.")
    kept = [keep(one) for one in LOADED.pages.values()]
    assert [one for one in kept if "`" in one or "**" in one or "{" in one] == []
    assert len([one for one in kept if one]) > 100


@pytest.mark.parametrize("module", list(LOADED.banks))
def test_the_answer_guide_opens_every_answer_and_gives_the_room_something_to_ask(module):
    found = next(one for one in LOADED.course.modules if one.id == module)
    guide = bodies(found)[f"facilitator_guide/answers/{module}"]
    count = len(LOADED.banks[module].questions)
    assert guide.count("<details open ") == count
    assert guide.count("To talk about:") == count


def test_slides_show_what_is_said_and_fold_up_what_is_for_the_leaders():
    module = next(one for one in LOADED.course.modules if one.id == "boundaries")
    shown = bodies(module)["facilitator_guide/slides/boundaries-full"]
    sheets = LOADED.run_sheets["boundaries"]
    full = next(one for one in sheets.sheets if one.id == "full")
    assert shown.count('class="al-slide"') == 1 + len(full.steps)
    wall = "".join(part.split("<details")[0] for part in shown.split("<section"))
    step = next(one for one in sheets.steps if one.id == "three-walls")
    assert text(step.say[0]) in wall
    assert text(step.other) not in wall
    assert text(step.other) in shown
