"""The scoreboard: the state of the course in one table, what is missing included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median

from alongside.judging.coverage import Coverage, coverage
from alongside.judging.judge import Judgement
from alongside.judging.places import located
from alongside.judging.robots import scores
from alongside.judging.rules.asked import asked, feedbacks, looks
from alongside.judging.rules.time import alone_minutes
from alongside.judging.rules.wording import HIGHEST_GRADE, graded
from alongside.judging.timing import honest
from alongside.reading.load import Loaded

_NO_REASON = frozenset({"Q104", "Q402"})
"""Rules broken by feedback that gives no reason, or one that was given elsewhere before."""


@dataclass(frozen=True)
class Row:
    """One line of the scoreboard.

    Attributes:
        what: What is counted.
        says: The count, in words.
        fine: Whether it is as it should be.

    """

    what: str
    says: str
    fine: bool


def scoreboard(loaded: Loaded, judgement: Judgement) -> tuple[Row, ...]:
    """Return the rows, in the order in which they are read."""
    return (
        *_modules(loaded),
        *_outcomes(loaded),
        _proved(judgement),
        _feedback(loaded, judgement),
        *_cues(loaded),
        *_grades(loaded),
        *_minutes(loaded),
        _language(judgement),
        _lines(loaded),
        *_people(loaded),
        _faults(judgement),
    )


def _written(loaded: Loaded) -> list[Coverage]:
    """Return what serves each outcome of the written modules."""
    return [
        coverage(loaded, module, outcome)
        for module in loaded.modules
        if module.status == "written"
        for outcome in module.outcomes
    ]


def _modules(loaded: Loaded) -> Iterator[Row]:
    if loaded.course:
        written = sum(module.status == "written" for module in loaded.course.modules)
        total = len(loaded.course.modules)
        planned = "" if written == total else "; the others are planned"
        yield Row("Modules written", f"{written} of {total}{planned}", written == total)


def _outcomes(loaded: Loaded) -> Iterator[Row]:
    outcomes = _written(loaded)
    total = len(outcomes)
    for column in ("taught", "practised", "assessed"):
        done = sum(bool(getattr(served, column)) for served in outcomes)
        yield Row(f"Outcomes {column}", f"{done} of {total} in written modules", done == total)


def _proved(judgement: Judgement) -> Row:
    proved = sum(verdict.status == "proved" for verdict in judgement.verdicts)
    total = len(judgement.verdicts)
    states = sum(verdict.figures.states for verdict in judgement.verdicts)
    return Row("Role-plays proved", f"{proved} of {total}; {states:,} states", proved == total)


def _feedback(loaded: Loaded, judgement: Judgement) -> Row:
    without = {(f.path, f.line) for f in judgement.faults if f.code in _NO_REASON}
    questions = list(asked(loaded))
    places = [
        located(loaded, at.bank, (*at.path, *path))
        for at in questions
        for _, path in feedbacks(at.question)
    ]
    done = sum(place not in without for place in places)
    says = f"{done} of {len(places)}, in {len(questions)} questions"
    return Row("Answers with a reason of their own", says, done == len(places))


def _cues(loaded: Loaded) -> Iterator[Row]:
    seen = [found for at in asked(loaded) if (found := looks(at.question))]
    for score in scores(seen):
        yield Row(
            f"A reader who picks by looks ({score.robot})",
            f"{score.earned:.0%} of the credit; chance is {score.chance:.0%}",
            not score.beats_chance,
        )


def _grades(loaded: Loaded) -> Iterator[Row]:
    by_room: dict[str, list[float]] = {}
    for page, value in graded(loaded):
        room = page.path.parts[1] if page.path.parts[0] == "modules" else page.path.parts[0]
        by_room.setdefault(room, []).append(value)
    for room, values in by_room.items():
        says = f"median {median(values):.1f}, highest {max(values):.1f} ({len(values)} pages)"
        yield Row(f"Reading grade of {room}", says, max(values) <= HIGHEST_GRADE)


def _minutes(loaded: Loaded) -> Iterator[Row]:
    for module in loaded.modules:
        if module.status == "written":
            alone, full = alone_minutes(loaded, module).values()
            says = _stated(*alone) + (f"; in full {_stated(*full)}" if full != alone else "")
            yield Row(f"Minutes of {module.id}", says, honest(*alone) and honest(*full))


def _stated(stated: int, computed: float) -> str:
    return f"{stated} stated, {computed:.0f} computed"


def _language(judgement: Judgement) -> Row:
    hard = sum(fault.code == "L101" for fault in judgement.faults)
    soft = sum(fault.code == "L102" for fault in judgement.faults)
    return Row("Language rules", f"{hard} broken, {soft} to look at", not hard)


def _lines(loaded: Loaded) -> Row:
    dates = [line.checked for line in (loaded.campus.lines if loaded.campus else ())]
    if None in dates or not dates:
        return Row(
            "Crisis lines", f"{dates.count(None)} of {len(dates)} not verified yet", fine=False
        )
    oldest: date = min(day for day in dates if day)
    return Row("Crisis lines", f"the oldest check is of {oldest.isoformat()}", fine=True)


def _people(loaded: Loaded) -> Iterator[Row]:
    for check in loaded.course.human_checks if loaded.course else ():
        says = (
            f"{check.done.isoformat()}, {check.by or 'no role given'}"
            if check.done
            else "not yet"
        )
        yield Row(check.what, says, check.done is not None)


def _faults(judgement: Judgement) -> Row:
    errors, warnings = len(judgement.errors), len(judgement.warnings)
    return Row("Faults in all", f"{errors}, and {warnings} warnings", not errors)
