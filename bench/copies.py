"""Courses to measure with: copies of the real one, with other ids and other words."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from alongside.model import RolePlay
from alongside.reading.folder import ROOMS
from alongside.reading.load import Loaded, load_course

ROOT = Path(__file__).parents[1]
FILES = ("_config.yml", "_toc.yml", "campus.yml", "course.yml", "evidence.yml", "index.md")
PROSE = frozenset(
    "ask better content_note effect feedback hears hints if_false if_true model_answer "
    "never_hears prompt reasons says self_check setting text title why".split()
)
"""Keys whose words a reader sees; all others are ids, conditions and numbers."""
_PLAIN = re.compile(r"\b[a-z]{5,}\b")
_STRIDE = 37
"""How far on in the list of words each copy takes its own."""

Plain = dict[str, Any]


def real_course(to: Path) -> Loaded:
    """Copy the course's own files into an empty folder; return the course as values."""
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)
    for name in FILES:
        shutil.copy(ROOT / name, to)
    for room in ROOMS:
        shutil.copytree(ROOT / room, to / room)
    return load_course(to)


def cleared(folder: Path) -> None:
    """Remove a folder of the bench, where it is there."""
    shutil.rmtree(folder, ignore_errors=True)


def written(path: Path, words: str) -> None:
    """Write a file and the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")


def as_yaml(value: object) -> str:
    """Return plain values as YAML that the course's own strict reader takes."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return yaml.dump(value, Dumper=dumper, sort_keys=False, allow_unicode=True, width=88)


def plain(value: Any) -> Plain:  # noqa: ANN401 - any value of the model
    """Return a value of the model as a writer would have written it."""
    made: Plain = value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return made


def reworded(value: Plain, copy: int) -> Plain:
    """Return plain values in which every longer word of the prose is another one.

    Each word becomes one that stands elsewhere in the same text, so that lengths and the
    language stay what they are; the same word always becomes the same. Copy 0 is unchanged.
    """
    if not copy:
        return value
    words = sorted(set(_PLAIN.findall(json.dumps(value, ensure_ascii=False))))
    places = {word: n for n, word in enumerate(words)}

    def other(found: re.Match[str]) -> str:
        at = places.get(found[0])
        return found[0] if at is None else words[(at + copy * _STRIDE) % len(words)]

    def walked(part: object, *, prose: bool) -> Any:  # noqa: ANN401 - as deep as it goes
        if isinstance(part, str):
            return _PLAIN.sub(other, part) if prose else part
        if isinstance(part, Mapping):
            return {key: walked(each, prose=key in PROSE) for key, each in part.items()}
        if isinstance(part, list):
            return [walked(each, prose=prose) for each in part]
        return part

    made: Plain = walked(value, prose=False)
    return made


def outcomes_of(loaded: Loaded, module: str) -> list[str]:
    """Return the ids of what a module teaches."""
    modules = loaded.course.modules if loaded.course else ()
    return [each.id for one in modules if one.id == module for each in one.outcomes]


def question_for(question: Plain, loaded: Loaded, module: str, number: int) -> Plain:
    """Return a question moved to a module: an id of its own, an outcome that is there."""
    outcomes = outcomes_of(loaded, module)
    return {
        **reworded(question, number),
        "id": f"{module}-question-{number}",
        "outcomes": [outcomes[number % len(outcomes)]],
    }


def role_play_for(play: RolePlay, loaded: Loaded, module: str, number: int) -> Plain:
    """Return a role-play moved to a module."""
    outcomes = outcomes_of(loaded, module)
    return {
        **reworded(plain(play), number),
        "id": f"{play.id}-{number}",
        "module": module,
        "outcomes": [outcomes[number % len(outcomes)]],
    }


def write_bank(to: Path, module: str, questions: Sequence[Plain]) -> Path:
    """Write a module's bank; return its file."""
    path = to / "quizzes" / f"{module}.yml"
    title = f"Questions on {module}"
    bank = {"format": 1, "module": module, "title": title, "questions": list(questions)}
    written(path, as_yaml(bank))
    return path


def lesson(title: str, outcomes: Iterable[str], body: str, minutes: int = 8) -> str:
    """Return a lesson's page."""
    front = f"---\nminutes: {minutes}\noutcomes: [{', '.join(outcomes)}]\n---\n"
    return f"{front}\n# {title}\n\n{body}"


def quiz(module: str, ids: Iterable[str]) -> str:
    """Return the directive that places questions."""
    return f"\n:::{{quiz}} {module}\n:questions: {', '.join(ids)}\n:::\n"


def role_play(name: str) -> str:
    """Return the directive that places a role-play."""
    return f"\n:::{{role-play}} {name}\n:::\n"


def prose(page: str) -> str:
    """Return a page's text without front matter, title, directives and roles.

    What is left means the same in any Markdown.
    """
    body = page.split("\n---\n", 1)[-1]
    body = re.sub(r"^:::.*?^:::\n", "", body, flags=re.DOTALL | re.MULTILINE)
    body = re.sub(r"^# .*\n", "", body, count=1, flags=re.MULTILINE)
    body = re.sub(r" ?\{cite:p\}`[^`]*`", "", body)
    return re.sub(r"\{[a-z:]+\}`([^`<]*)(?:<[^`]*)?`", r"\1", body).strip() + "\n"
