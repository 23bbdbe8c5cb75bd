"""What the script needs to judge an answer, and the fixed order of the page without it."""

from __future__ import annotations

import hashlib
from itertools import permutations
from typing import TYPE_CHECKING, Protocol, TypeVar

from alongside.model.bank import (
    BestQuestion,
    DialQuestion,
    MatchingQuestion,
    MultipleQuestion,
    OrderingQuestion,
    RateQuestion,
    SingleQuestion,
    TrueFalseQuestion,
)
from alongside.model.own_words import ReflectQuestion
from alongside.render.html import data

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from alongside.model.bank import Question, Step


class _Offered(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...


_Part = TypeVar("_Part", bound=_Offered)

_NOT_SHOWN = {"waive", "outcomes", "level", "use"}
"""What no trainee sees; a change there is no change of the question."""
_JOINED_LATER = {"start_from", "other_answers", "notices"}
"""What questions could not have at first: left empty, it does not make an old answer stale."""


def content_hash(question: Question) -> str:
    """Return twelve hex digits that change whenever what the trainee meets changes."""
    joined = {name for name in _JOINED_LATER if not getattr(question, name, None)}
    shown = question.model_dump_json(exclude=_NOT_SHOWN | joined)
    return hashlib.sha256(shown.encode()).hexdigest()[:12]


def mixed(parts: Iterable[_Part], question_id: str) -> list[_Part]:
    """Return the parts in an order that is always the same and says nothing of the key."""
    return sorted(parts, key=lambda part: _draw(question_id, part.id))


def mixed_steps(question: OrderingQuestion) -> list[Step]:
    """Return the steps in a fixed order that is none of the right ones."""
    right = set(orders(question))
    by_draw = mixed(question.steps, question.id)
    ways = permutations(by_draw)
    return list(next((w for w in ways if tuple(s.id for s in w) not in right), by_draw))


def orders(question: OrderingQuestion) -> tuple[tuple[str, ...], ...]:
    """Return every right order, as step ids; the one written in the bank first."""
    return (tuple(step.id for step in question.steps), *question.also_right)


def key_json(questions: Sequence[Question]) -> str:
    """Return question id → key as JSON that no HTML reader can take for markup."""
    return data({question.id: _key(question) for question in questions})


def _key(question: Question) -> object:  # noqa: PLR0911 - one return for each kind
    match question:
        case SingleQuestion() | MultipleQuestion():
            return {option.id: int(option.correct) for option in question.options}
        case TrueFalseQuestion():
            return {"true": int(question.answer), "false": int(not question.answer)}
        case BestQuestion():
            return {option.id: option.credit for option in question.options}
        case OrderingQuestion():
            return orders(question)
        case MatchingQuestion():
            return {item.id: item.label for item in question.items}
        case RateQuestion():
            return {response.id: response.key for response in question.responses}
        case DialQuestion():
            return {position.id: position.credit for position in question.positions}
        case ReflectQuestion() if question.notices:
            shown = {"id", "finds", "misses"}
            return [
                one.model_dump(include=shown, exclude_none=True) for one in question.notices
            ]
        case _:
            return None


def _draw(question_id: str, part_id: str) -> bytes:
    return hashlib.sha256(f"{question_id}/{part_id}".encode()).digest()
