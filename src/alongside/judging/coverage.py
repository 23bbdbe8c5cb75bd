"""Coverage: where each outcome is taught, practised and assessed, and for which roles."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.model import Module, Outcome
from alongside.reading.load import Loaded

LEVELS = ("recall", "understand", "apply", "analyse")


@dataclass(frozen=True)
class Coverage:
    """One outcome with the ids of all that serves it.

    Attributes:
        outcome: The outcome.
        taught: Names of lessons.
        practised: Ids of practice questions and role-plays.
        assessed: Ids of questions at its level or above, and of checklist lines; an outcome of
            doing counts as assessed only by a checklist line.
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


def coverage(loaded: Loaded, module: Module, outcome: Outcome) -> Coverage:
    """Return where the outcome of that module is served."""
    bank = loaded.banks.get(module.id)
    named = [q for q in (bank.questions if bank else ()) if outcome.id in q.outcomes]
    plays = [p.id for p in loaded.role_plays.values() if outcome.id in p.outcomes]
    checklist = loaded.checklists.get(module.id)
    lines = [
        line.id for line in (checklist.lines if checklist else ()) if line.outcome == outcome.id
    ]
    at_level = [
        q.id
        for q in named
        if q.use == "assess" and LEVELS.index(q.level) >= LEVELS.index(outcome.level)
    ]
    roles = loaded.course.roles if loaded.course else ()
    return Coverage(
        outcome,
        taught=tuple(
            n for n, page in loaded.pages.items() if outcome.id in page.front.outcomes
        ),
        practised=(*(q.id for q in named if q.use == "practice"), *plays),
        assessed=(*at_level, *lines) if lines or not outcome.doing else (),
        roles=tuple(
            role.id for role in roles if any(stop.module == module.id for stop in role.track)
        ),
    )
