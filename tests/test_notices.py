"""A notice sees the same in Python, where writers are warned, and on the trainee's device."""

from __future__ import annotations

import json
import shutil
import subprocess
from itertools import product
from pathlib import Path

import pytest

from alongside.model import Notice
from alongside.playing.notices import applies

SCRIPT = Path(__file__).parents[1] / "src/alongside/static/question-reflect.js"
RUN = """
globalThis.Alongside = { kinds: {} };
require("node:vm").runInThisContext(require("node:fs").readFileSync(process.argv[1], "utf-8"));
const asked = JSON.parse(require("node:fs").readFileSync(0, "utf-8"));
console.log(JSON.stringify(asked.map(([notice, words]) => Alongside.applies(notice, words))));
"""
WANTED = ["I", "can", "why don't you", "?", "...", "café", "sorry!", "(really)", "you  should"]
WRITTEN = [
    *("", "  ", "I", "i'm here", "It is", "can", "Can't", "cans", "a cancan", "can-do"),
    *("‘can’", "WHY DON’T  YOU\ngo?", "why dont you", "Is it?", "Well…", "Well...", "CAFÉ"),
    *("cafe\u0301", "cafés", "Sorry!", "sorry", "(really)", "really", "You\tshould go", "şi"),
]


def notice(**looks):
    return Notice.model_validate({"id": "n", "says": "Look."} | looks, strict=False)


@pytest.mark.parametrize(
    ("word", "words", "there"),
    [
        ("can", "You can do it.", True),
        ("can", "CAN!", True),
        ("can", "We say ‘can’ too often.", True),
        ("can", "You can't do it.", False),
        ("can", "A toucan.", False),
        ("you", "You’re tired.", True),
        ("don't you", "Why don’t\nyou rest", True),
        ("cafe", "At the Café.", True),
        ("?", "Is it?", True),
        ("should", "You shouldn't.", False),
    ],
)
def test_whole_words_are_found_whatever_their_case_accents_and_quotes(word, words, there):
    assert applies(notice(finds=[word]), words) is there
    assert applies(notice(misses=[word]), words) is not there


def test_of_several_words_one_is_enough():
    either = ["sleep", "night"]
    assert applies(notice(finds=either), "A long night.")
    assert not applies(notice(misses=either), "A long night.")
    assert applies(notice(misses=either), "A long week.")


def test_nothing_is_noticed_where_nothing_was_written():
    assert not applies(notice(misses=["sleep"]), " \n")


def test_the_device_sees_what_python_sees():
    node = shutil.which("node")
    assert node, "No Node: run `make test`, which sees to one."
    asked = [
        (notice(**{look: [word]}), words)
        for look, word, words in product(("finds", "misses"), WANTED, WRITTEN)
    ]
    told = subprocess.run(
        [node, "-e", RUN, SCRIPT],
        input=json.dumps([(one.model_dump(), words) for one, words in asked]),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert json.loads(told.stdout) == [applies(one, words) for one, words in asked]
