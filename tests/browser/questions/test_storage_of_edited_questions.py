"""A saved answer to a question that was edited since."""

from __future__ import annotations

import json

from playwright.sync_api import expect
from questions.asking import press, question
from questions.keeping import choose, chosen, order

from alongside.render.questions import quiz


def edited(bank, place, name, **values):
    """Write the page anew with one question edited."""
    data = json.loads(bank.model_dump_json())
    for found in data["questions"]:
        if found["id"] == f"listening-one-{name}":
            found.update(values)
    new = type(bank).model_validate_json(json.dumps(data))
    place.write("quiz.html", quiz(new.questions, new, "test"))


CHANGED = "This question has changed since you answered it."


def test_an_edited_question_keeps_what_fits_and_says_so_until_it_is_touched(page, place, bank):
    choose(page, "words", "attend")
    choose(page, "camera", "attend")
    press(question(page, "attend"), "Check")
    data = json.loads(bank.questions[1].model_dump_json())["options"]
    edited(bank, place, "attend", options=[o for o in data if o["id"] != "camera"])
    page.reload()
    expect(question(page, "attend").get_by_text(CHANGED)).to_be_visible()
    expect(page.get_by_text(CHANGED)).to_have_count(1)
    assert chosen(page, "attend") == ["words"]
    expect(question(page, "attend").locator(".al-result")).to_be_empty()
    choose(page, "wait", "attend")
    choose(page, "notes", "attend")
    expect(page.get_by_text(CHANGED)).to_have_count(0)
    press(question(page, "attend"), "Check")
    expect(question(page, "attend").locator(".al-result")).to_contain_text("3 of 3")


def test_a_new_step_joins_a_saved_order(page, place, bank):
    question(page, "steps").get_by_text("Move down").first.click()
    before = order(page, "steps")
    steps = json.loads(bank.questions[3].model_dump_json())["steps"]
    new = {"id": "thank", "text": "Thank them", "feedback": "It closes warmly."}
    edited(bank, place, "steps", steps=[*steps, new], also_right=[])
    page.reload()
    assert order(page, "steps") == [*before, "thank"]
