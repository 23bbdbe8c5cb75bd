"""The promises of the house: imports point one way, nothing is unchecked, limits hold."""

import ast
import re
from pathlib import Path

import pytest

from alongside.cli import COMMANDS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "alongside"
MAY_IMPORT = {
    "faults": set(),
    "stopping": set(),
    "whole": set(),
    "model": set(),
    "playing": {"model"},
    "reading": {"faults", "model"},
    "proof": {"faults", "model", "playing"},
    "mutants": {"model", "playing", "proof", "whole"},
    "sessions": {"model", "programme", "reading"},
    "judging": {"faults", "model", "playing", "proof", "reading", "sessions", "stopping"},
    "programme": {"faults", "model", "reading"},
    "render": {"judging", "model", "playing", "programme", "reading", "sessions"},
    "notebooks": {"model", "reading", "render"},
    "widgets": {"model", "playing", "reading", "render"},
    "book": {
        "faults",
        "judging",
        "model",
        "notebooks",
        "proof",
        "reading",
        "render",
        "sessions",
    },
}
"""Room → the rooms that it may know; ``cli`` may know all of them."""
SPHINX = re.compile(r"^(sphinx|docutils|myst_nb|jupyter_book)\b")


def files_of(room):
    folder = PACKAGE / room
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{room}.py"]


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: name the room in full."
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def rooms():
    names = {
        p.stem for p in PACKAGE.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()
    }
    return sorted(names - {"__init__", "__main__", "templates", "static", "theme"})


def test_every_room_has_its_place_in_the_order():
    assert rooms() == sorted({*MAY_IMPORT, "cli"})


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_imports_point_one_way(room):
    known = {
        name.split(".")[1]
        for path in files_of(room)
        for name in imports_of(path)
        if name.startswith("alongside.")
    }

    assert known & set(rooms()) - {room} <= MAY_IMPORT[room]


@pytest.mark.parametrize("room", sorted({*MAY_IMPORT} - {"book"}))
def test_only_the_book_knows_sphinx(room):
    assert [n for path in files_of(room) for n in imports_of(path) if SPHINX.match(n)] == []


def test_the_order_has_no_circle():
    waiting = {room: set(known) for room, known in MAY_IMPORT.items()}
    while free := {room for room, known in waiting.items() if not known}:
        waiting = {r: known - free for r, known in waiting.items() if r not in free}

    assert waiting == {}


def test_every_command_is_told_in_the_readme_or_the_guide_for_writers():
    told = (ROOT / "README.md").read_text("utf-8") + (ROOT / "CONTRIBUTING.md").read_text(
        "utf-8"
    )

    inside_make = {"build", "lab", "serve"}
    assert [n for n in COMMANDS if n not in inside_make and f"alongside {n}" not in told] == []


def test_every_make_target_that_the_readme_names_is_there():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    readme = (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"`make ([a-z-]+)`", readme)) | set(
        re.findall(r"^make ([a-z-]+)", readme, re.MULTILINE)
    )

    assert named
    assert {n for n in named if not re.search(rf"^{n}:", makefile, re.MULTILINE)} == set()


def test_ci_runs_the_test_command_of_the_readme():
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")
    assert re.search(r"^make test\b", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)


def test_no_file_of_the_package_is_longer_than_a_person_reads_in_one_sitting():
    lengths = {
        str(path.relative_to(PACKAGE)): len(path.read_text("utf-8").splitlines())
        for path in PACKAGE.rglob("*")
        if path.suffix in {".py", ".js"}
    }

    assert {name: n for name, n in lengths.items() if n > 300} == {}
