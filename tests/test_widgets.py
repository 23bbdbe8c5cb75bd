"""Activities in a notebook: the same HTML as on the site, and traits that hold the facts."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

import alongside
from alongside.reading.load import load_course
from alongside.render import assets
from alongside.render.questions import quiz as quiz_html
from alongside.widgets import CourseError, evidence, quiz, role_play

BANK = "active-listening"
LAB, OPEN = (f"{BANK}-{name}" for name in ("lab", "open"))


@pytest.fixture(autouse=True)
def _stand_in_the_course(course, monkeypatch):
    monkeypatch.delenv("ALONGSIDE_COURSE", raising=False)
    monkeypatch.chdir(course / "modules/active-listening")


def refused(act) -> str:
    """Return the sentence with which something is refused."""
    with pytest.raises(CourseError) as told:
        act()
    return str(told.value)


def test_a_quiz_shows_the_html_of_the_site(course):
    loaded = load_course(course)
    bank = loaded.banks[BANK]
    by_id = {one.id: one for one in bank.questions}
    assert quiz(BANK, OPEN, LAB).html == quiz_html([by_id[OPEN], by_id[LAB]], bank, "tiny")
    assert quiz(BANK).html == quiz_html(bank.questions, bank, "tiny")


def test_a_role_play_brings_its_help_with_it_and_no_link_that_leads_nowhere():
    html = role_play("late-lab").html
    assert "If somebody’s life is in danger now" in html
    assert 'href="#"' not in html
    assert 'href=""' not in html


@pytest.mark.parametrize("shown", [lambda: quiz(BANK, LAB), lambda: role_play("late-lab")])
def test_an_activity_is_live_where_it_can_be_and_readable_elsewhere(shown):
    widget = shown()
    bundle, _ = widget._repr_mimebundle_()
    view = bundle["application/vnd.jupyter.widget-view+json"]
    assert view["model_id"] == widget.model_id
    assert bundle["text/html"] == widget.html
    assert re.fullmatch(r"(quiz|role_play)\('.*'\)", bundle["text/plain"])


def test_python_sees_what_the_page_answers():
    widget, seen = quiz(BANK, LAB), []
    widget.observe(lambda change: seen.append(change.new), "answers")
    widget.set_state({"answers": {LAB: "pile"}, "credit": {LAB: 1}})
    assert seen == [{LAB: "pile"}]
    assert widget.credit == {LAB: 1}


def test_the_page_is_told_what_python_answers():
    widget = quiz(BANK, LAB, OPEN)
    widget.answers = {LAB: "plan", OPEN: ["how"]}
    assert widget.get_state()["answers"] == {LAB: "plan", OPEN: ["how"]}


def test_an_answer_to_a_question_that_is_not_asked_is_refused():
    widget = quiz(BANK, LAB)
    said = refused(lambda: setattr(widget, "answers", {f"{LAB}s": "pile"}))
    assert said == f"There is no question '{LAB}s' here to be answered. Did you mean '{LAB}'?"
    assert widget.answers == {}


@pytest.mark.parametrize("name", ["words", "shorter", "gauge", "ideas", "plan"])
def test_own_words_are_not_for_python(name):
    own = f"{BANK}-{name}"
    widget = quiz(BANK, own)
    assert "There are none" in refused(lambda: setattr(widget, "answers", {own: "mine"}))


def test_a_setting_of_a_dial_is_an_answer_like_any_other():
    widget = quiz(BANK, f"{BANK}-dial")
    widget.answers = {f"{BANK}-dial": "hint"}
    assert "Tom breathes out." in widget.html


def test_a_path_leads_python_to_the_same_state_as_the_page():
    talk = role_play("late-lab")
    assert (talk.path, talk.ending, talk.state["trust"]) == ([], None, "listening")
    talk.path = ["reflect"]
    assert (talk.state, talk.ending) == ({"trust": "open", "asked": False}, None)
    talk.path = ["reflect", "ask"]
    assert (talk.state, talk.ending) == ({"trust": "open", "asked": True}, "lighter")
    said = refused(lambda: setattr(talk, "path", ["reflect", "ask", "later"]))
    assert said == "There is no reply 'later' at 'lighter'. There are none."


def test_a_reply_that_is_not_on_offer_is_refused_and_the_path_stays():
    talk = role_play("late-lab")
    talk.path = ["reflect"]
    said = refused(lambda: setattr(talk, "path", ["reflct"]))
    assert said == "There is no reply 'reflct' at 'door'. Did you mean 'reflect'?"
    assert talk.path == ["reflect"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (lambda: quiz("active-listning"), "Did you mean 'active-listening'?"),
        (lambda: quiz(BANK, f"{BANK}-labs"), f"Did you mean '{LAB}'?"),
        (lambda: quiz(BANK, "zzz"), "There is no question 'zzz' in the bank"),
        (lambda: role_play("late-labs"), "Did you mean 'late-lab'?"),
        (lambda: role_play("x" * 999), "There are: late-lab."),
        (lambda: quiz(3), "There is no bank '3' in this course."),
        (lambda: quiz([BANK]), "Did you mean 'active-listening'?"),
        (lambda: quiz(BANK, [LAB, OPEN]), "There is no question"),
        (lambda: role_play(["late-lab"]), "Did you mean 'late-lab'?"),
        (lambda: evidence({}), "There is no group '{}'"),
    ],
)
def test_a_name_that_is_not_there_gets_one_sentence(asked, said):
    assert said in refused(asked)
    assert len(refused(asked)) < 300


@pytest.mark.parametrize("answers", [None, ["pile"], "pile", {3: "pile"}])
def test_answers_of_a_wrong_kind_are_refused_in_one_sentence(answers):
    widget = quiz(BANK, LAB)
    widget.answers = {LAB: "pile"}
    said = refused(lambda: setattr(widget, "answers", answers))
    assert said.startswith("'answers' takes question ids with answers")
    assert widget.answers == {LAB: "pile"}


@pytest.mark.parametrize("answer", [object(), {"pile"}, float("nan"), b"pile"])
def test_an_answer_that_cannot_reach_the_page_is_refused(answer):
    widget = quiz(BANK, LAB)
    said = refused(lambda: setattr(widget, "answers", {LAB: answer}))
    assert said.startswith("The page cannot be sent this answer.")
    assert widget.answers == {}


@pytest.mark.parametrize("path", [None, [1], [["reflect"]], {"reflect": 1}])
def test_a_path_of_a_wrong_kind_is_refused_in_one_sentence(path):
    talk = role_play("late-lab")
    talk.path = ["reflect"]
    said = refused(lambda: setattr(talk, "path", path))
    assert said.startswith("'path' takes a list of reply ids")
    assert talk.path == ["reflect"]


def test_a_notebook_shows_the_sentence_and_no_program_text():
    with pytest.raises(CourseError) as told:
        quiz("nothing")
    assert told.value._render_traceback_() == [str(told.value)]


def test_away_from_a_course_it_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path.parent)
    said = refused(lambda: quiz(BANK))
    assert "`make lab`" in said
    assert "ALONGSIDE_COURSE" in said


def test_the_environment_can_name_the_course(course, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path.parent)
    monkeypatch.setenv("ALONGSIDE_COURSE", str(course))
    assert LAB in quiz(BANK, LAB).html
    monkeypatch.setenv("ALONGSIDE_COURSE", str(course / "book"))
    assert f"There is no course.yml in {course / 'book'}." in refused(lambda: quiz(BANK))


def test_a_bank_with_a_fault_is_told_with_its_line(course):
    bank = course / f"quizzes/{BANK}.yml"
    bank.write_text(bank.read_text("utf-8").replace("type: single", "type: singel", 1), "utf-8")
    assert re.match(rf"quizzes/{BANK}\.yml:\d+: Y\d+ ", refused(lambda: quiz(BANK)))


def test_without_a_campus_profile_there_is_no_role_play(course):
    (course / "campus.yml").unlink()
    assert "campus.yml" in refused(lambda: role_play("late-lab"))


def test_an_edited_bank_is_shown_as_edited(course):
    bank = course / f"quizzes/{BANK}.yml"
    assert "A heap of work" not in quiz(BANK, LAB).html
    words = bank.read_text("utf-8").replace("A pile of work", "A heap of work")
    bank.write_text(words, "utf-8")
    assert "A heap of work" in quiz(BANK, LAB).html


def test_alongside_itself_stays_light():
    asks = "import alongside, sys; sys.exit('anywidget' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asks], check=False).returncode == 0
    with pytest.raises(AttributeError):
        _ = alongside.quizz


def test_the_script_of_notebooks_is_one_module_that_asks_for_no_other():
    script = assets.notebook_script()
    assert assets.activity_script() in script
    assert script.count("export default") == 1
    assert not re.search(r"\bimport\b|\bfetch\(|XMLHttpRequest", script)
