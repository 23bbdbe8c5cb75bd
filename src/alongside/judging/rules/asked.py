"""Walks over the questions of a course: each question with its place, options and feedback."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast, overload

from alongside.judging.places import Path
from alongside.judging.robots import Looks
from alongside.judging.rules.registry import Found
from alongside.judging.said import JUDGED
from alongside.model import (
    Bank,
    BestQuestion,
    DialQuestion,
    GaugeQuestion,
    IdeasQuestion,
    MatchingQuestion,
    MultipleQuestion,
    OrderingQuestion,
    PlanQuestion,
    Question,
    RateQuestion,
    ReflectQuestion,
    SingleQuestion,
    TrueFalseQuestion,
)
from alongside.reading.load import Loaded

Kind = TypeVar("Kind")


@dataclass(frozen=True)
class Asked(Generic[Kind]):
    """A question where it stands."""

    bank: Bank
    index: int
    question: Kind

    @property
    def id(self) -> str:
        """Return the question's id."""
        return cast("Question", self.question).id

    @property
    def path(self) -> Path:
        """Return the path of the question in its file."""
        return ("questions", self.index)

    def found(self, detail: str, *place: str | int) -> Found:
        """Return a finding at the question, or at a place inside it."""
        waive = cast("Question", self.question).waive
        return Found(self.bank, (*self.path, *place), detail, waive)


@dataclass(frozen=True)
class Choice:
    """Anything with an id that a trainee chooses, orders, matches or rates."""

    id: str
    text: str
    path: Path
    credit: float | None = None
    """The credit it earns when chosen, 0 to 1; ``None`` where choosing is not the point."""


@overload
def asked(loaded: Loaded) -> Iterator[Asked[Question]]: ...


@overload
def asked(loaded: Loaded, kind: type[Kind]) -> Iterator[Asked[Kind]]: ...


def asked(loaded: Loaded, kind: type[Any] = object) -> Iterator[Asked[Any]]:
    """Yield every question of that kind, bank by bank."""
    for bank in loaded.banks.values():
        for index, question in enumerate(bank.questions):
            if isinstance(question, kind):
                yield Asked(bank, index, question)


def choices(question: object) -> list[Choice]:  # noqa: PLR0911 - one return for each kind
    """Return what the question offers, with the credit each choice earns."""
    match question:
        case SingleQuestion() | MultipleQuestion():
            return [
                Choice(o.id, o.text, ("options", at), float(o.correct))
                for at, o in enumerate(question.options)
            ]
        case BestQuestion():
            return [
                Choice(o.id, o.text, ("options", at), o.credit)
                for at, o in enumerate(question.options)
            ]
        case RateQuestion():
            return [
                Choice(r.id, r.text, ("responses", at))
                for at, r in enumerate(question.responses)
            ]
        case OrderingQuestion():
            return [Choice(s.id, s.text, ("steps", at)) for at, s in enumerate(question.steps)]
        case MatchingQuestion():
            return [Choice(i.id, i.text, ("items", at)) for at, i in enumerate(question.items)]
        case DialQuestion():
            return [
                Choice(p.id, p.text, ("positions", at), p.credit)
                for at, p in enumerate(question.positions)
            ]
        case _:
            return []


def parts(question: object) -> list[Choice]:
    """Return what has an id in a question for one's own words, with nothing to be earned."""
    match question:
        case GaugeQuestion():
            named = [("statements", one.id, one.text) for one in question.statements]
        case IdeasQuestion():
            named = [("examples", one.id, one.text) for one in question.examples]
        case PlanQuestion():
            named = [("parts", one.id, one.label) for one in question.parts]
        case ReflectQuestion():
            named = [("notices", one.id, one.says) for one in question.notices]
        case _:
            named = []
    return [Choice(id_, text, (name, at)) for at, (name, id_, text) in enumerate(named)]


def labels(question: object) -> list[Choice]:
    """Return the labels of a matching question; none of any other."""
    if not isinstance(question, MatchingQuestion):
        return []
    return [Choice(one.id, one.text, ("labels", at)) for at, one in enumerate(question.labels)]


def feedbacks(question: object) -> list[tuple[str, Path]]:
    """Return every feedback text of the question with its path inside it."""
    if isinstance(question, TrueFalseQuestion):
        return [(question.if_true, ("if_true",)), (question.if_false, ("if_false",))]
    return [
        (entry.feedback, (name, at, "feedback"))
        for name in JUDGED
        for at, entry in enumerate(getattr(question, name, ()))
    ]


def looks(question: object) -> Looks | None:
    """Return what a test-wise robot sees, where one option is to be chosen."""
    if isinstance(question, SingleQuestion | BestQuestion | DialQuestion):
        options = tuple((c.text, c.credit or 0.0) for c in choices(question))
        return Looks(question.prompt, options)
    return None
