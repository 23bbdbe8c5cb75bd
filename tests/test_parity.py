"""Python and JavaScript play every role-play alike, over seeded plays of each."""

import json
import shutil
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from alongside.model import RolePlay
from alongside.playing.machine import (
    asked,
    compiled,
    ending,
    lines_shown,
    replies_offered,
    start,
    take,
)
from alongside.reading.shapes import shape
from alongside.reading.strict_yaml import read_yaml

ROOT = Path(__file__).parents[1]
ENGINE = ROOT / "src/alongside/static/machine.js"
PLAYS = 2_000
ALL_PLAYS = 10_000
"""What `make test-all` plays of each."""
STEPS = 40
FILES = [
    *sorted((ROOT / "role_plays").glob("*.yml")),
    *sorted((ROOT / "tests/courses/good/role_plays").glob("*.yml")),
    ROOT / "tests/fixtures/small-talk.yml",
    ROOT / "tests/fixtures/late-kettle.yml",
]


def machine_of(path):
    place = PurePosixPath(path.name)
    role_play, faults = shape(RolePlay, read_yaml(path.read_bytes(), place), place)
    assert role_play is not None, faults
    return compiled(role_play)


def mixed(total, text):
    """FNV-1a over the characters, 32 bits; tests/parity.cjs does the same."""
    for character in text:
        total = (total ^ ord(character)) * 16_777_619 % 2**32
    return total


def told(machine, state):
    if state is None:
        return "nowhere"
    values = ",".join(map(str, state.values))
    lines = ",".join(map(str, lines_shown(machine, state)))
    offered = ",".join(replies_offered(machine, state))
    return f"{state.turn}|{values}|{lines}|{offered}|{ending(machine, state) or ''}"


def number_of(machine, seed, words):
    """One number for the whole of a play; ``words`` keeps what states looked like."""
    lot, state = seed, start(machine)
    total = mixed(2_166_136_261, told(machine, state))
    for _ in range(STEPS):
        offered = replies_offered(machine, state)
        if not offered:
            break
        lot = (lot * 1_664_525 + 1_013_904_223) % 2**32
        after = take(machine, state, offered[(lot >> 16) % len(offered)])
        if after not in words:
            words[after] = told(machine, after)
        total = mixed(total, words[after])
        if after is None:
            break
        state = after
    return mixed(total, ",".join(asked(machine, state)))


def numbers_in_javascript(machine, plays):
    node = shutil.which("node")
    if node is None:
        pytest.fail("Node is needed to compare the engines: run `make test`, which sees to it.")
    asked_of_it = {
        "machine": machine,
        "engine": str(ENGINE),
        "plays": plays,
        "steps": STEPS,
    }
    done = subprocess.run(
        [node, str(ROOT / "tests/parity.cjs")],
        input=json.dumps(asked_of_it),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("plays", [PLAYS, pytest.param(ALL_PLAYS, marks=pytest.mark.long)])
@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_both_engines_play_alike(path, plays):
    machine = machine_of(path)
    words = {}
    here = [number_of(machine, seed, words) for seed in range(plays)]
    there = numbers_in_javascript(machine, plays)
    different = [seed for seed in range(plays) if here[seed] != there[seed]]
    assert not different, f"plays with these seeds differ: {different[:5]}"
    assert len(set(here)) > 10, "the plays must differ among themselves"


def test_a_difference_between_the_engines_would_be_noticed():
    machine = machine_of(ROOT / "tests/fixtures/small-talk.yml")
    other = json.loads(json.dumps(machine))
    other["variables"][0]["top"] -= 1
    words = {}
    here = [number_of(machine, seed, words) for seed in range(200)]
    assert here != numbers_in_javascript(other, 200)
