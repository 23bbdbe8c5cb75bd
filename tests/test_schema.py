"""The schemas that editors read: fresh, true to the models, and of help to a writer."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath

import jsonschema
import pytest

from alongside.model import Bank, RolePlay
from alongside.reading.schema import SCHEMA_MODELS, keys_at, schema_text
from alongside.reading.strict_yaml import read_yaml

ROOT = Path(__file__).parents[1]
GOOD = ROOT / "tests" / "courses" / "good"
FILES = {
    "bank": GOOD / "quizzes" / "active-listening.yml",
    "campus": GOOD / "campus" / "example.yml",
    "checklist": GOOD / "modules" / "active-listening" / "checklist.yml",
    "course": GOOD / "course.yml",
    "role_play": GOOD / "role_plays" / "late-lab.yml",
}


def plain(path):
    return read_yaml(path.read_bytes(), PurePosixPath(path.name)).value


@pytest.mark.parametrize("name", sorted(SCHEMA_MODELS))
def test_the_schema_on_disk_is_fresh(name):
    held = (ROOT / "schema" / f"{name}.json").read_text("utf-8")

    assert held == schema_text(name), "run: alongside schema --write"


def test_there_is_no_schema_that_nobody_makes():
    assert {path.stem for path in (ROOT / "schema").iterdir()} == set(SCHEMA_MODELS)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_schema_accepts_the_good_course_and_refuses_an_unknown_key(name):
    checker = jsonschema.Draft202012Validator(json.loads(schema_text(name)))
    value = plain(FILES[name])

    assert list(checker.iter_errors(value)) == []
    assert list(checker.iter_errors(value | {"titel": "x"})) != []


def test_a_schema_says_what_each_key_is_for():
    play = json.loads(schema_text("role_play"))

    assert play["$defs"]["Reply"]["properties"]["effect"]["description"] == (
        "What it does to the other person, as one could see it."
    )
    assert "Every way" in play["$defs"]["MustPass"]["description"]
    always = play["$defs"]["AlwaysPossible"]["properties"]
    assert "from" in always
    assert "turns" not in always


def test_the_keys_of_a_place_follow_lists_maps_and_choices():
    bank = plain(FILES["bank"])
    play = plain(FILES["role_play"])

    assert "questions" in keys_at(Bank, bank, ())
    assert "if_true" in keys_at(Bank, bank, ("questions", 2))
    assert "if_true" not in keys_at(Bank, bank, ("questions", 0))
    assert keys_at(Bank, bank, ("questions", 0, "options", 1)) == [
        "id",
        "text",
        "correct",
        "feedback",
    ]
    assert keys_at(RolePlay, play, ("turns", "table", "replies", 1, "to", 0)) == ["when", "to"]
    assert "from" in keys_at(RolePlay, play, ("rules", "always_possible", 0))
    assert keys_at(RolePlay, play, ("nothing", 3, "here")) == []


@pytest.mark.parametrize(
    "room", ["tests/courses/good", "quizzes", "role_plays", "modules", "campus"]
)
def test_the_data_files_name_a_schema_that_is_there(room):
    for path in (ROOT / room).rglob("*.yml"):
        for named in re.findall(r"\$schema=(\S+)", path.read_text("utf-8")):
            assert (path.parent / named).resolve().parent == ROOT / "schema", path
            assert (path.parent / named).is_file(), path
