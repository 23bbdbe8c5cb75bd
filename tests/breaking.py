"""The small good course: how tests copy it, break it, and what they are told then."""

from __future__ import annotations

import shutil
from pathlib import Path

from alongside.judging.rules import RULES
from alongside.reading.load import load_course

GOOD = Path(__file__).parent / "courses" / "good"
CONFIG = Path(__file__).parents[1] / "_config.yml"
BANK = "quizzes/active-listening.yml"
PLAY = "role_plays/late-lab.yml"
PAGE = "modules/active-listening/saying-it-back.md"
CHECKLIST = "modules/active-listening/checklist.yml"
SHEET = "facilitator_guide/run_sheets/active-listening.yml"


def small_course(folder: Path) -> Path:
    """Copy the small good course, with the real book's configuration, and return its folder."""
    shutil.copytree(GOOD, folder)
    shutil.copy(CONFIG, folder)
    return folder


def change(course: Path, file: str, old: str, new: str) -> int:
    """Write the first such words of a file otherwise; return the line they stood on."""
    path = course / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def told(course: Path) -> list[tuple[str, int, str]]:
    """Return the file, the line and the code of each fault that reading the course tells."""
    return [(str(one.path), one.line, one.code) for one in load_course(course).faults]


def only(course: Path):
    """Return the one fault that reading the course tells."""
    (fault,) = load_course(course).faults
    return fault


def codes(course: Path, file: str = BANK) -> set[str]:
    """Return the codes of the rules that a file of the course breaks."""
    loaded = load_course(course)
    assert loaded.faults == ()
    found = (fault for rule in RULES.values() for fault in rule.faults(loaded))
    return {fault.code for fault in found if str(fault.path) == file}


def details(course: Path, code: str) -> list[str]:
    """Return what a rule says of the course, at each place."""
    loaded = load_course(course)
    assert loaded.faults == ()
    return [fault.says for fault in RULES[code].faults(loaded)]
