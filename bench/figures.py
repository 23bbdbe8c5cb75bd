"""Figures and their tables: ratios first, milliseconds and seconds second. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

KB = 1_000
"""Bytes of a KB, as browsers count what was sent."""


@dataclass(frozen=True)
class Row:
    """One line of the table of goals.

    Attributes:
        what: What was measured.
        goal: What it should be, in words.
        measured: What it was, ratio or bytes first.
        met: Whether it is; None where nothing could be measured or no goal is set.

    """

    what: str
    goal: str
    measured: str
    met: bool | None


def share(values: Sequence[float], percent: float) -> float:
    """Return the value below which so many percent of the values lie (nearest rank).

    Raises:
        ValueError: There are no values.

    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    return ordered[max(0, ceil(percent / 100 * len(ordered)) - 1)]


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the median over the rounds of ours to theirs in the same round.

    A ratio within a round holds on a busy machine, where times do not.

    Raises:
        ValueError: The rounds do not pair, or there are none, or one of theirs is zero.

    """
    if len(ours) != len(theirs) or not ours:
        raise ValueError("rounds that do not pair")
    if not all(theirs):
        raise ValueError("a round in which the other cost nothing")
    return median(a / b for a, b in zip(ours, theirs, strict=True))


def at_most(what: str, value: float, limit: float, unit: str, more: str = "") -> Row:
    """Return a row whose value must not be above the limit."""
    goal = f"at most {_shown(limit, unit)}"
    return Row(what, goal, _told(value, unit, more), value <= limit)


def at_least(what: str, value: float, limit: float, unit: str, more: str = "") -> Row:
    """Return a row whose value must not be below the limit."""
    goal = f"at least {_shown(limit, unit)}"
    return Row(what, goal, _told(value, unit, more), value >= limit)


def noted(what: str, measured: str) -> Row:
    """Return a row for which no goal was set."""
    return Row(what, "none set", measured, None)


def missing(what: str, goal: str, why: str) -> Row:
    """Return a row that could not be measured, with the reason."""
    return Row(what, goal, f"not measured here: {why}", None)


def _told(value: float, unit: str, more: str) -> str:
    return f"{_shown(value, unit)} ({more})" if more else _shown(value, unit)


def _shown(value: float, unit: str) -> str:
    """Return a number with its unit; a ratio has a sign of its own, a count no unit."""
    if unit == "×":
        return f"{value:.2f} ×"
    if not unit:
        return f"{value:,.3g}"
    digits = 2 if abs(value) < 1 else 1 if abs(value) < 100 else 0  # noqa: PLR2004 - three digits
    return f"{value:,.{digits}f} {unit}"


def goal_table(rows: Iterable[Row]) -> str:
    """Return the rows as a table in Markdown."""
    told = {True: "met", False: "**not met**", None: "–"}
    cells = [(row.what, row.goal, row.measured, told[row.met]) for row in rows]
    return table(("what", "goal", "measured", ""), cells)


def table(head: Sequence[str], cells: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *cells]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines) + "\n"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")
