"""Everything the course says, piece by piece: where, in whose voice, as what kind of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from alongside.judging.places import Path, Source, Spot
from alongside.model import (
    Bank,
    BestQuestion,
    Checklist,
    DialQuestion,
    GaugeQuestion,
    IdeasQuestion,
    OrderingQuestion,
    PlanQuestion,
    Question,
    RateQuestion,
    ReflectQuestion,
    Reply,
    RolePlay,
)
from alongside.model.role_play import SpokenLine
from alongside.reading.load import Loaded, Thing
from alongside.reading.page_parts import Voice
from alongside.reading.pages import Page

QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
"""Words in quotation marks, marks and all."""
_HELPS = 3  # from here up, a rated response is one the course stands behind

JUDGED = ("options", "responses", "steps", "items", "labels", "positions", "examples")
"""Keys of a question whose entries have a text and feedback."""

_OFFERED = frozenset({"option", "model answer", "reply", "better"})
"""Kinds of text in which the course says what one might say."""


@dataclass(frozen=True)
class Said:
    """A piece of text where it stands.

    Attributes:
        thing: What it stands in.
        place: A line, or the path inside the thing.
        text: The words.
        voice: Whose words they are.
        kind: ``prose``, ``prompt``, ``option``, ``feedback``, ``line``, ``setting``, …

    """

    thing: Source
    place: Spot
    text: str
    voice: Voice
    kind: str


@lru_cache(maxsize=1)
def everything(loaded: Loaded) -> tuple[Said, ...]:
    """Return every piece of text that a trainee, facilitator or coordinator may read."""
    return tuple(_everything(loaded))


@lru_cache(maxsize=1)
def of_activities(loaded: Loaded) -> tuple[Said, ...]:
    """Return every piece of text of the questions and the role-plays."""
    return tuple(_of_activities(loaded))


def _of_activities(loaded: Loaded) -> Iterator[Said]:
    for bank in loaded.banks.values():
        yield from _bank(bank)
    for play in loaded.role_plays.values():
        yield from _role_play(play)


def _everything(loaded: Loaded) -> Iterator[Said]:
    for page in loaded.pages.values():
        yield from _page(page)
    yield from of_activities(loaded)
    for checklist in loaded.checklists.values():
        yield from _checklist(checklist)
    for sheets in loaded.run_sheets.values():
        yield from _plain(sheets, (), sheets.model_dump(), "run sheet")
    for name, preset in loaded.presets.items():
        yield from _plain(
            PurePosixPath("campus") / f"{name}.yml", (), preset.model_dump(), name
        )
    for thing in (loaded.evidence, loaded.shapes, loaded.course, loaded.campus):
        if thing:
            kind = loaded.file_of(thing).stem
            yield from _plain(thing, (), thing.model_dump(), kind)


def _page(page: Page) -> Iterator[Said]:
    if page.front.content_note:
        yield Said(page, ("content_note",), page.front.content_note, "own", "content note")
    for prose in page.prose:
        yield Said(page, prose.line, prose.text, prose.voice, "prose")
    for link in page.links:
        if link.image:
            yield Said(page, link.line, link.text, "own", "alt text")
    for image in page.named("image", "figure"):
        yield Said(page, image.line, image.options.get("alt", ""), "own", "alt text")


def _checklist(checklist: Checklist) -> Iterator[Said]:
    for at, line in enumerate(checklist.lines):
        yield Said(checklist, ("lines", at, "skill"), line.skill, "own", "checklist")
        yield Said(checklist, ("lines", at, "basic"), line.basic, "own", "checklist")
        yield Said(checklist, ("lines", at, "advanced"), line.advanced, "own", "checklist")
        yield Said(checklist, ("lines", at, "harmful"), line.harmful, "avoid", "checklist")


def voices(said: Said) -> Iterator[tuple[str, Voice]]:
    """Yield the text split by voice: what the course quotes is not its own word.

    An answer that the course offers as a good one is its own, though it stands in quotes.
    """
    if said.voice != "own" or said.kind in _OFFERED:
        yield said.text, said.voice
        return
    yield QUOTED.sub(" … ", said.text), "own"
    for quote in QUOTED.findall(said.text):
        yield quote, "persona"


def _bank(bank: Bank) -> Iterator[Said]:
    yield Said(bank, ("title",), bank.title, "own", "title")
    for at, question in enumerate(bank.questions):
        here: Path = ("questions", at)
        yield Said(bank, (*here, "prompt"), question.prompt, "own", "prompt")
        for index, hint in enumerate(question.hints):
            yield Said(bank, (*here, "hints", index), hint, "own", "hint")
        for path, words, voice, kind in _parts(question):
            yield Said(bank, (*here, *path), words, voice, kind)
        for name in ("if_true", "if_false"):
            if text := getattr(question, name, None):
                yield Said(bank, (*here, name), text, "own", "feedback")
        for name in JUDGED:
            for index, entry in enumerate(getattr(question, name, ())):
                voice = "own" if _stood_behind(question, entry) else "persona"
                yield Said(bank, (*here, name, index, "text"), entry.text, voice, "option")
                place = (*here, name, index, "feedback")
                yield Said(bank, place, entry.feedback, "own", "feedback")


_Part = tuple[Path, str, Voice, str]
"""Path inside a question, words, voice, kind."""


def _parts(question: Question) -> Iterator[_Part]:
    """Yield the texts of a question that stand beside its options."""
    for index, check in enumerate(getattr(question, "self_check", ())):
        yield ("self_check", index), check, "own", "self-check"
    for at, label in enumerate(getattr(question, "scale", ())):
        yield ("scale", at), label, "own", "label"
    if question.content_note:
        yield ("content_note",), question.content_note, "own", "content note"
    if source := getattr(question, "key_source", None):
        yield ("key_source", "reasons"), source.reasons, "own", "reasons"
    match question:
        case DialQuestion():
            yield from _dial(question)
        case ReflectQuestion():
            yield from _reflect(question)
        case GaugeQuestion():
            yield from _gauge(question)
        case IdeasQuestion():
            yield ("then",), question.then, "own", "then"
        case PlanQuestion():
            yield from _plan(question)
        case _:
            pass


def _dial(question: DialQuestion) -> Iterator[_Part]:
    for at, position in enumerate(question.positions):
        voice: Voice = "own" if _stood_behind(question, position) else "persona"
        yield ("positions", at, "sounds"), position.sounds, voice, "option"
        yield ("positions", at, "answer"), position.answer, "persona", "line"


def _reflect(question: ReflectQuestion) -> Iterator[_Part]:
    if question.start_from:
        yield ("start_from",), question.start_from, "persona", "start"
    yield ("model_answer",), question.model_answer, "own", "model answer"
    for at, answer in enumerate(question.other_answers):
        yield ("other_answers", at), answer, "own", "model answer"
    for at, notice in enumerate(question.notices):
        yield ("notices", at, "says"), notice.says, "own", "feedback"


def _gauge(question: GaugeQuestion) -> Iterator[_Part]:
    for at, one in enumerate(question.statements):
        yield ("statements", at, "text"), one.text, "own", "statement"
        yield ("statements", at, "when_high"), one.when_high, "own", "feedback"
    for name, words in question.readings.model_dump().items():
        yield ("readings", name), words, "own", "feedback"


def _plan(question: PlanQuestion) -> Iterator[_Part]:
    yield ("title",), question.title, "own", "title"
    yield ("closing",), question.closing, "own", "closing"
    for at, part in enumerate(question.parts):
        yield ("parts", at, "label"), part.label, "own", "label"
        if not part.choices:  # else it is one of them
            yield ("parts", at, "model"), part.model, "own", "model answer"
        if part.hint:
            yield ("parts", at, "hint"), part.hint, "own", "hint"
        for index, choice in enumerate(part.choices):
            yield ("parts", at, "choices", index), choice, "own", "option"


def _stood_behind(question: object, entry: Any) -> bool:  # noqa: ANN401 - any kind of option
    """Return whether the course offers this answer as a good one."""
    if isinstance(question, OrderingQuestion):
        return True
    if isinstance(question, RateQuestion):
        return bool(entry.key >= _HELPS)
    if isinstance(question, BestQuestion | DialQuestion):
        return bool(entry.credit == 1)
    return bool(getattr(entry, "correct", False))


def _role_play(play: RolePlay) -> Iterator[Said]:
    for name in ("title", "content_note", "setting"):
        yield Said(play, (name,), getattr(play, name), "own", name)
    for room, named in (("people", play.people), ("meters", play.meters)):
        for key, one in named.items():
            yield Said(play, (room, key, "about"), one.about, "own", "about")
    for key, fact in play.facts.items():
        yield Said(play, ("facts", key), fact, "own", "about")
    for room, moments in (("turns", play.turns), ("endings", play.endings)):
        for key, moment in moments.items():
            yield Said(play, (room, key, "title"), moment.title, "own", "title")
            yield from _lines(play, (room, key, "lines"), moment.lines)
    for key, turn in play.turns.items():
        for at, reply in enumerate(turn.replies):
            yield from _reply(play, ("turns", key, "replies", at), reply)
    for at, question in enumerate(play.debrief):
        yield Said(play, ("debrief", at, "ask"), question.ask, "own", "debrief")


def _lines(play: RolePlay, room: Path, lines: tuple[SpokenLine, ...]) -> Iterator[Said]:
    for at, line in enumerate(lines):
        voice: Voice = "persona" if line.who else "own"
        yield Said(play, (*room, at, "says"), line.says, voice, "line")
        if line.manner:
            yield Said(play, (*room, at, "manner"), line.manner, "own", "manner")


def _reply(play: RolePlay, here: Path, reply: Reply) -> Iterator[Said]:
    voice: Voice = "own" if reply.quality == "strong" else "persona"
    yield Said(play, (*here, "text"), reply.text, voice, "reply")
    yield Said(play, (*here, "effect"), reply.effect, "own", "effect")
    yield Said(play, (*here, "feedback"), reply.feedback, "own", "feedback")
    if reply.better:
        yield Said(play, (*here, "better"), reply.better, "own", "better")


def _plain(thing: Thing | Any, place: Path, value: Any, kind: str) -> Iterator[Said]:  # noqa: ANN401
    """Yield every sentence of plain data; ids and addresses have no spaces."""
    if isinstance(value, str) and " " in value:
        yield Said(thing, place, value, "own", kind)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _plain(thing, (*place, key), inner, kind)
    elif isinstance(value, list | tuple):
        for at, inner in enumerate(value):
            yield from _plain(thing, (*place, at), inner, kind)
