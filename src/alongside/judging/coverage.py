"""Coverage: where each outcome is taught, practised and assessed, and for which roles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from alongside.model import Module, Outcome
from alongside.model.asked import Level
from alongside.reading.load import Loaded
from alongside.reading.pages import Page

LEVELS = get_args(Level)


@dataclass(frozen=True)
class Coverage:
    """One outcome with the ids of all that serves it.

    Attributes:
        outcome: The outcome.
        taught: Names of lessons.
        practised: Ids of practice questions and role-plays.
        assessed: Ids of questions at its level or above, and of checklist lines as
            ``<module>/<line>``; an outcome of doing is assessed only by such a line.
        roles: Ids of the roles whose track has the module.

    """

    outcome: Outcome
    taught: tuple[str, ...]
    practised: tuple[str, ...]
    assessed: tuple[str, ...]
    roles: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Return whether it is taught, practised and assessed."""
        return bool(self.taught and self.practised and self.assessed)


def coverage(
    loaded: Loaded,
    module: Module,
    outcome: Outcome,
    asked: Callable[[Page], bool] | None = None,
) -> Coverage:
    """Return where the outcome of that module is served.

    Args:
        loaded: The course.
        module: The module.
        outcome: One of its outcomes.
        asked: Which pages count; all where it is not given. What stands on no page counts.

    """
    bank = loaded.banks.get(module.id)
    named = [q for q in (bank.questions if bank else ()) if outcome.id in q.outcomes]
    plays = [p.id for p in loaded.role_plays.values() if outcome.id in p.outcomes]
    checklist = loaded.checklists.get(module.id)
    lines = [
        f"{module.id}/{line.id}"
        for line in (checklist.lines if checklist else ())
        if line.outcome == outcome.id
    ]
    at_level = [
        q.id
        for q in named
        if q.use == "assess" and LEVELS.index(q.level) >= LEVELS.index(outcome.level)
    ]
    left_out = {n for n, page in loaded.pages.items() if asked and not asked(page)}
    where = pages_of(loaded) if left_out else {}

    def counted(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(one for one in ids if where.get(one) not in left_out)

    return Coverage(
        outcome,
        taught=tuple(
            name
            for name, page in loaded.pages.items()
            if outcome.id in page.front.outcomes and name not in left_out
        ),
        practised=counted((*(q.id for q in named if q.use == "practice"), *plays)),
        assessed=counted((*at_level, *lines)) if lines or not outcome.doing else (),
        roles=tuple(
            role.id
            for role in loaded.roles
            if any(stop.module == module.id for stop in role.track)
        ),
    )


@lru_cache(maxsize=1)
def pages_of(loaded: Loaded) -> Mapping[str, str]:
    """Return the page on which each thing is placed, by its id.

    Ids of questions and of role-plays stand for themselves; the line of a checklist stands as
    ``<module>/<line>``.
    """
    where: dict[str, str] = {}
    for name, page in loaded.pages.items():
        for quiz in page.named("quiz"):
            where |= dict.fromkeys(loaded.questions_of(quiz), name)
        where |= {play.argument.strip(): name for play in page.named("role-play")}
        for one in page.named("checklist"):
            if checklist := loaded.checklists.get(one.argument.strip()):
                module = checklist.module
                where |= {f"{module}/{line.id}": name for line in checklist.lines}
    return where
