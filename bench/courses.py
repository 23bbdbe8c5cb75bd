"""The courses that are measured: one lesson, the whole, a full-grown one, a long role-play."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import copies
from copies import Plain

from alongside.model import RolePlay
from alongside.reading.load import Loaded

TEN = frozenset({"single", "multiple", "true-false", "best"})
"""Types of question that the peers can ask as well."""
LESSON = "modules/active-listening/bench-lesson"
NEXT = "modules/active-listening/the-moves"
WITH_ROLE_PLAY = "exam-dread"
PAGES, TURNS = 60, 40
MODULE = "active-listening"


@dataclass(frozen=True)
class Size:
    """How much a course holds, counted in its modules."""

    modules: int
    pages: int
    questions: int
    role_plays: int

    def __str__(self) -> str:
        """Return the size in words."""
        return (
            f"{self.modules} modules, {self.pages} pages, {self.questions} questions, "
            f"{self.role_plays} role-plays"
        )


FULL = Size(13, 60, 160, 42)
HALF = Size(7, 30, 80, 21)


def ten_questions(loaded: Loaded) -> list[Plain]:
    """Return ten questions of the real bank.

    Those with one choice come first: a second click on the same choice takes nothing back.
    """
    asked = (one for one in loaded.banks[MODULE].questions if one.type in TEN)
    ten = [copies.plain(one) for one in islice(asked, 10)]
    return sorted(ten, key=lambda one: one["type"] == "multiple")


def lesson_course(to: Path) -> Loaded:
    """Write the real course with one page more: a lesson, ten questions and a role-play."""
    loaded = copies.real_course(to)
    ids = [question["id"] for question in ten_questions(loaded)]
    body = copies.prose((to / "modules" / MODULE / "reflecting.md").read_text("utf-8"))
    body += copies.quiz(MODULE, ids) + "\n## A conversation\n"
    body += copies.role_play(WITH_ROLE_PLAY)
    page = copies.lesson("Saying it back", copies.outcomes_of(loaded, MODULE)[:1], body)
    copies.written(to / f"{LESSON}.md", page)
    toc = (to / "_toc.yml").read_text("utf-8")
    line = f"          - file: {NEXT}\n"
    copies.written(to / "_toc.yml", toc.replace(line, f"          - file: {LESSON}\n{line}"))
    return loaded


def grown_course(to: Path, size: Size) -> None:
    """Write a course of that size: copies of the real pages, questions and role-plays."""
    loaded = copies.real_course(to)
    assert loaded.course is not None  # noqa: S101 - the real course has one
    modules = [one.id for one in loaded.course.modules][: size.modules]
    _as_written(to, size.modules)
    pages = _lessons(to)
    checklist = (to / "modules" / MODULE / "checklist.yml").read_text("utf-8")
    for room in ("modules", "quizzes", "role_plays"):
        shutil.rmtree(to / room)
    made = _Grown(to, loaded, pages, checklist)
    for n, module in enumerate(modules):
        made.module(
            module,
            lessons=spread(size.pages - size.modules, size.modules, n),
            questions=spread(size.questions, size.modules, n),
            plays=spread(size.role_plays, size.modules, n),
        )
    _toc(to, made.files)


def spread(total: int, among: int, place: int) -> int:
    """Return how many of a total fall to one of several places; the first get the odd ones."""
    return total // among + (place < total % among)


@dataclass
class _Grown:
    """A course as it grows, module by module."""

    to: Path
    loaded: Loaded
    pages: list[str]
    checklist: str
    copied: int = 0
    """Role-plays and lessons so far; each takes its words from another place."""

    def __post_init__(self) -> None:
        self.files: list[list[str]] = []

    def module(self, module: str, lessons: int, questions: int, plays: int) -> None:
        """Write one module with its bank, role-plays and pages."""
        bank = self.loaded.banks[MODULE].questions
        asked = [copies.plain(bank[n % len(bank)]) for n in range(questions)]
        moved = [
            copies.question_for(each, self.loaded, module, n)
            for n, each in enumerate(asked, self.copied)
        ]
        copies.write_bank(self.to, module, moved)
        named = [self._role_play(module) for _ in range(plays)]
        self._checklist(module)
        index = f"modules/{module}/index"
        copies.written(
            self.to / f"{index}.md", f"# {module}\n\n:::{{outcomes}} {module}\n:::\n"
        )
        self.files.append([index])
        for n in range(lessons):
            ids = [each["id"] for each in moved[n::lessons]]
            body = copies.prose(self.pages[self.copied % len(self.pages)])
            body += copies.quiz(module, ids)
            body += "".join(map(copies.role_play, named[n::lessons]))
            self._lesson(module, n, body)

    def _role_play(self, module: str) -> str:
        real = list(self.loaded.role_plays.values())
        self.copied += 1
        play = real[self.copied % len(real)]
        made = copies.role_play_for(play, self.loaded, module, self.copied)
        name = str(made["id"])
        copies.written(self.to / "role_plays" / f"{name}.yml", copies.as_yaml(made))
        return name

    def _lesson(self, module: str, number: int, body: str) -> None:
        outcomes = copies.outcomes_of(self.loaded, module)
        path = f"modules/{module}/lesson-{number}"
        page = copies.lesson(f"Lesson {number} of {module}", outcomes, body)
        words = copies.reworded({"text": page.split("\n---\n", 1)[1]}, self.copied)["text"]
        copies.written(self.to / f"{path}.md", page.split("\n---\n", 1)[0] + "\n---\n" + words)
        self.files[-1].append(path)

    def _checklist(self, module: str) -> None:
        outcomes = copies.outcomes_of(self.loaded, module)
        words = self.checklist.replace(f"module: {MODULE}", f"module: {module}")
        words = re.sub(rf"outcome: {MODULE}-\S+", f"outcome: {outcomes[0]}", words)
        copies.written(self.to / f"modules/{module}/checklist.yml", words)


def _as_written(to: Path, modules: int) -> None:
    """Call the first modules of the curriculum written, the others planned."""
    words = (to / "course.yml").read_text("utf-8").replace("status: written", "status: planned")
    words = words.replace("status: planned", "status: written", modules)
    copies.written(to / "course.yml", words)


def _lessons(to: Path) -> list[str]:
    found = sorted((to / "modules" / MODULE).glob("*.md"))
    return [path.read_text("utf-8") for path in found if path.stem not in {"index", "design"}]


def _toc(to: Path, modules: list[list[str]]) -> None:
    """Write the order of the pages: the book's own first, then module by module."""
    own = ["choose-your-role", "get-help-now", "glossary", "sources", "privacy", "about"]
    lines = ["format: jb-book", "root: index", "chapters:"]
    lines += [f"  - file: book/{name}" for name in own]
    for index, *lessons in modules:
        lines += [f"  - file: {index}", "    sections:"]
        lines += [f"      - file: {name}" for name in lessons]
    copies.written(to / "_toc.yml", "\n".join(lines) + "\n")


def long_role_play() -> RolePlay:
    """Return a role-play of forty turns, three meters and two facts; every reply leads on."""
    levels = ["low", "middle", "high"]
    meters = {name: {"about": name, "levels": levels, "start": "middle"} for name in METERS}
    turns = {f"turn-{n}": _turn(n) for n in range(TURNS)}
    endings = {
        name: {"kind": kind, "title": name, "lines": [{"says": f"It ends {name}."}]}
        for name, kind in (("well", "good"), ("so", "mixed"), ("badly", "missed"))
    }
    debrief = [
        {"id": phase, "phase": phase, "ask": f"What do you say to the {phase}?"}
        for phase in ("reactions", "analysis", "summary")
    ]
    value = {
        "format": 1, "id": "forty-turns", "title": "Forty turns", "module": MODULE,
        "outcomes": ["active-listening-reflect"], "channel": "in-person", "minutes": 30,
        "content_note": "Nothing heavy.", "setting": "Somewhere.",
        "people": {name: {"name": name, "about": "Somebody."} for name in ("you", "sam")},
        "meters": meters, "facts": {"asked": "You asked.", "stung": "It stung."},
        "start": "turn-0", "turns": turns, "endings": endings, "debrief": debrief,
    }  # fmt: skip
    return RolePlay.model_validate_json(json.dumps(value))


METERS = ("trust", "calm", "hope")


def _turn(n: int) -> Plain:
    """Return a turn; each of its replies moves another meter, and some skip a turn."""
    meter = METERS[n % len(METERS)]
    lines = [
        {"who": "sam", "says": f"Word {n}."},
        {"who": "sam", "says": f"More {n}.", "when": f"{meter} at least high and not stung"},
        {"who": "sam", "says": f"Less {n}.", "when": f"{meter} at most middle or asked"},
    ]
    replies = [
        _reply(n, "kind", "strong", {meter: 1, "stung": False}, 1),
        _reply(n, "plain", "middling", {METERS[(n + 1) % 3]: 1, "asked": n % 2 == 0}, 2),
        _reply(n, "quick", "weak", {meter: -1, "stung": True}, 1),
    ]
    return {"title": f"Turn {n}", "lines": lines, "replies": replies}


def _reply(n: int, name: str, quality: str, change: Plain, on: int) -> Plain:
    to: object = f"turn-{n + on}"
    if n + on >= TURNS:
        to = [
            {"when": "trust is high and calm at least middle", "to": "well"},
            {"when": "hope is low", "to": "badly"},
            {"to": "so"},
        ]
    return {
        "id": name,
        "text": f"A {name} word, number {n}.",
        "quality": quality,
        "effect": f"Sam hears number {n} as {name}.",
        "feedback": f"It was {name}, and number {n}.",
        "better": "Other words.",
        "change": change,
        "to": to,
    }
