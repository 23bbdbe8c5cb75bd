"""What leaders print and show: made from the course, whole, and never a second source."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from alongside.book.kits import of_module
from alongside.model.role_play import YOU
from alongside.render import assets
from alongside.render.html import text
from alongside.render.kits.answer_guide import TALK
from alongside.render.kits.handout import keep

ROOT = Path(__file__).parents[1]
MODULES = sorted(path.parent.name for path in ROOT.glob("modules/*/index.md"))
BANKS = sorted(path.stem for path in ROOT.glob("quizzes/*.yml"))
PLAYS = sorted(path.stem for path in ROOT.glob("role_plays/*.yml"))


@pytest.fixture(scope="module")
def bodies(whole):
    """Returns what is made for a module: name of the page → its HTML."""

    @cache
    def made(module):
        found = next(one for one in whole.course.modules if one.id == module)
        return {kit.page: kit.body(lambda page: f"/{page}") for kit in of_module(whole, found)}

    return made


@pytest.mark.parametrize("module", MODULES)
def test_each_module_has_a_handout_and_each_of_its_parts_a_face(module, whole, bodies):
    made = set(bodies(module))
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
def test_a_paper_kit_holds_every_word_of_the_talk_and_a_card_for_each_who_acts(
    name, whole, bodies
):
    play = whole.role_plays[name]
    kit = bodies(play.module)[f"facilitator_guide/kits/{name}"]
    for turn in play.turns.values():
        for reply in turn.replies:
            assert " ".join(text(reply.feedback).split()) in kit
    acted = [one.name for key, one in play.people.items() if key != YOU]
    assert [one for one in acted if f"Card for {text(one)}" not in kit] == []
    assert "Card for the supporter" in kit
    assert [one.about for one in play.people.values() if text(one.about) not in kit] == []


@pytest.mark.parametrize("name", PLAYS)
def test_what_a_kit_points_to_lies_in_it(name, whole, bodies):
    kit = bodies(whole.role_plays[name].module)[f"facilitator_guide/kits/{name}"]
    named = set(re.findall(r'href="#([^"]+)"', kit))
    assert named
    assert named - set(re.findall(r' id="([^"]+)"', kit)) == set()


@pytest.mark.parametrize("name", PLAYS)
def test_the_observers_sheet_counts_harm_first_and_asks_for_what_the_talk_practises(
    name, whole, bodies
):
    play = whole.role_plays[name]
    kit = bodies(play.module)[f"facilitator_guide/kits/{name}"]
    sheet = kit.partition("Sheet for the observer")[2].partition("The talk as a booklet")[0]
    assert sheet.index("Look for harmful acts first") < sheet.index("mark each line")
    assert re.findall(r'<th scope="col">(.*?)</th>', sheet)[1] == "Harmful: count these first"
    theirs = [
        one
        for one in whole.checklists[play.module].lines
        if not one.role or one.role in play.roles
    ]
    rows = [f"{text(one.skill)}</th><td>{text(one.harmful)}</td>" for one in theirs]
    asked = [one for one, row in zip(theirs, rows, strict=True) if row in sheet]
    assert sheet.count('<th scope="row">') == len(asked)
    assert 0 < len(asked) < 8
    practised = [one for one in theirs if one.outcome in play.outcomes]
    assert not practised or asked == practised


@pytest.mark.parametrize("name", PLAYS)
def test_a_role_play_on_a_wall_has_the_lines_of_help_beside_it(name, whole, bodies):
    wall = bodies(whole.role_plays[name].module)[f"facilitator_guide/room/{name}"]
    urgent = [one for one in whole.campus.lines if one.kind in {"emergency", "crisis"}]
    assert urgent
    assert [one for one in urgent if one.call and f'href="tel:{one.call}"' not in wall] == []
    assert 'href="/book/get-help-now"' in wall


def test_a_line_to_keep_is_plain_words(whole):
    page = whole.pages["modules/boundaries/a-warm-no"]
    assert keep(page).endswith("still here.")
    kept = [keep(one) for one in whole.pages.values()]
    assert [one for one in kept if "`" in one or "**" in one or "{" in one] == []
    assert len([one for one in kept if one]) > 100


@pytest.mark.parametrize("module", BANKS)
def test_the_answer_guide_opens_every_answer_and_gives_the_room_something_to_ask(
    module, whole, bodies
):
    guide = bodies(module)[f"facilitator_guide/answers/{module}"]
    count = len(whole.banks[module].questions)
    assert guide.count("<details open ") == count
    assert guide.count("To talk about:") == count
    named = re.findall(r"<summary>(Question \d+): [a-z]", guide)
    assert named == [f"Question {number}" for number in range(1, count + 1)]


def test_leaders_have_something_to_ask_about_every_type_of_question():
    assert set(TALK) == set(assets.KIND_SCRIPTS)


def test_slides_show_what_is_said_and_fold_up_what_is_for_the_leaders(whole, bodies):
    shown = bodies("boundaries")["facilitator_guide/slides/boundaries-full"]
    sheets = whole.run_sheets["boundaries"]
    full = next(one for one in sheets.sheets if one.id == "full")
    assert shown.count('class="al-slide"') == 1 + len(full.steps)
    wall = "".join(part.split("<details")[0] for part in shown.split("<section"))
    step = next(one for one in sheets.steps if one.id == "three-walls")
    assert text(step.say[0]) in wall
    assert text(step.other) not in wall
    assert text(step.other) in shown
