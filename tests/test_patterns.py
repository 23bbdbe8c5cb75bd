"""Patterns over a bank: what its keys have in common is found, what may be chance is not."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from alongside.judging.rules import RULES
from alongside.reading.load import load_course

GOOD = Path(__file__).parent / "courses" / "good"
SOURCE = {"method": "authors", "reasons": "Presence first."}


@pytest.fixture
def told(tmp_path):
    """What the rules for banks say of a bank of these questions."""
    course = Path(shutil.copytree(GOOD, tmp_path / "course"))
    path = course / "quizzes/active-listening.yml"

    def of(code, questions):
        bank = yaml.safe_load(path.read_text("utf-8"))
        common = {"outcomes": ["active-listening-classify"], "level": "understand"}
        bank["questions"] = [
            {"id": f"active-listening-{n}", "prompt": f"Person {n} waits. What now?", **common}
            | question
            for n, question in enumerate(questions)
        ]
        path.write_text(json.dumps(bank, ensure_ascii=False), "utf-8")
        loaded = load_course(course)
        assert loaded.faults == ()
        return [fault.says for fault in RULES[code].faults(loaded)]

    return of


def options(texts, right):
    return [
        {"id": f"o{n}", "text": text, "feedback": "A reason.", "correct": n in right}
        for n, text in enumerate(texts)
    ]


def single(*texts, key):
    return {"type": "single", "options": options(texts, {key})}


def multiple(of, right):
    return {"type": "multiple", "options": options([f"Line {n}" for n in range(of)], right)}


def statement(answer):
    return {"type": "true-false", "answer": answer, "if_true": "Why.", "if_false": "Why."}


def rated(*keys):
    responses = [
        {"id": f"r{n}", "text": f"Line {n}", "key": key, "feedback": "A reason."}
        for n, key in enumerate(keys)
    ]
    scale = ["Harms", "Hardly helps", "Helps", "Helps a lot"]
    return {"type": "rate", "scale": scale, "responses": responses, "key_source": SOURCE}


def dial(key, of=5):
    positions = [
        {"id": f"p{n}", "text": f"Place {n}", "sounds": f"Sound {n}", "answer": "Well.",
         "feedback": "A reason.", "credit": float(n == key)}
        for n in range(of)
    ]  # fmt: skip
    return {"type": "dial", "positions": positions, "key_source": SOURCE}


SIGNS = {
    "a question mark": "How was that?",
    "an exclamation mark": "That was hard!",
    "a quotation mark": "“Hard.”",
    "a number": "Hard, 3 times",
    "a name": "You tell Noor",
    "the first person": "I know that one",
    "an 'or'": "Now or then",
    "a word of care": "You listen",
    "a second sentence": "Hard. Very",
}


@pytest.mark.parametrize(("sign", "text"), SIGNS.items())
def test_a_sign_that_only_the_best_option_has_is_found(told, sign, text):
    plain = ("That was hard", "Have a rest", "Go to the lab")
    bank = [single(*plain[:n], text, *plain[n:], key=n) for n in (0, 1, 2, 3, 1)]

    assert f"alone with {sign}, it is the best one in 5 of 5" in " ".join(told("Q304", bank))


def test_a_sign_that_only_the_best_option_lacks_is_found(told):
    asks = ("Was that hard?", "A rest?", "To the lab?")
    bank = [single(*asks[:n], "That was hard", *asks[n:], key=n) for n in (0, 1, 2, 3, 1)]

    assert "alone without a question mark" in " ".join(told("Q304", bank))


def test_a_sign_that_also_stands_in_wrong_options_alone_is_let_be(told):
    row = ("That was hard", "A rest?", "Go to the lab", "Wait")

    assert told("Q304", [single(*row, key=key) for key in (0, 1, 1, 1, 2, 3)]) == []


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("TTTT", ["4 of 4 statements are true."]),
        ("FFFFFTFF", ["7 of 8 statements are false."]),
        ("TFTFTF", ["The 6 statements are true and false in turn."]),
        ("TTT", []),
        ("TTFT", []),
        ("TFTFFT", []),
    ],
)
def test_statements_that_are_all_true_or_take_turns_are_found(told, keys, found):
    assert told("Q305", [statement(key == "T") for key in keys]) == found


@pytest.mark.parametrize(
    ("bank", "found"),
    [
        ([(6, {0, 2, 4}), (6, {1, 3, 5}), (5, {0, 1, 2})], "3 options right"),
        ([(6, {0, 2, 4}), (6, {1, 3, 5}), (5, {0, 1})], None),
        ([(6, {0, 2, 4}), (6, {1, 3, 5})], None),
    ],
)
def test_multiple_questions_with_always_as_many_right_are_found(told, bank, found):
    says = told("Q306", [multiple(of, right) for of, right in bank])

    assert [found in one for one in says] == ([True] if found else [])


def test_rate_questions_whose_best_response_keeps_to_one_place_are_found(told):
    assert told("Q306", [rated(1, 4, 2), rated(2, 4, 1), rated(1, 3, 2)]) == [
        "In each rate question number 2 is rated highest."
    ]
    assert told("Q306", [rated(1, 4, 2), rated(2, 1, 4), rated(1, 3, 2)]) == []


@pytest.mark.parametrize(
    ("bank", "found"),
    [
        ([multiple(6, {0, 1, 2, 3, 4}), multiple(6, {0, 1, 2, 3})], "every option"),
        ([multiple(6, {0}), multiple(6, {2, 3})], "no option"),
        ([rated(1, 1, 4), rated(1, 4, 1, 1)], "every response 1"),
        ([multiple(6, {0, 1, 2}), multiple(6, {0, 1, 2, 3})], None),
        ([rated(1, 2, 4), rated(1, 4, 3, 2)], None),
    ],
)
def test_one_answer_to_all_that_earns_much_is_found(told, bank, found):
    says = told("Q307", bank)

    assert [found in one for one in says] == ([True] if found else [])


def test_dials_whose_best_setting_is_the_middle_one_are_found(told):
    middle = [dial(2) for _ in range(6)]

    assert told("Q303", middle)[-1] == "The best option is number 3 in 6 of 6 dials."
    assert told("Q303", [dial(key) for key in (1, 2, 3, 2, 1, 3)]) == []
