"""A sheet with its steps found and its times computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alongside.model.run_sheet import Leader, Material, RunSheets, SessionStep, Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alongside.reading.load import Loaded

SHARED = "every-session"
"""The file of steps that open, pause and close any session."""


@dataclass(frozen=True)
class Part:
    """A step where it stands in a session.

    Attributes:
        step: What is done.
        start: Minutes from the start of the session.
        minutes: How long.
        at_least: Minutes it may be cut to; the same as ``minutes`` where it must stay.
        lead: Who leads it here.

    """

    step: SessionStep
    start: int
    minutes: int
    at_least: int
    lead: Leader

    @property
    def end(self) -> int:
        """Return the minute at which it ends."""
        return self.start + self.minutes


def steps_of(loaded: Loaded, sheets: RunSheets) -> Mapping[str, SessionStep]:
    """Return the steps that a module's sheets may take, by id; its own come first."""
    shared = loaded.run_sheets.get(SHARED)
    both = [*(shared.steps if shared else ()), *sheets.steps]
    return {step.id: step for step in both}


@dataclass(frozen=True)
class Session:
    """A sheet with all that it takes from elsewhere.

    Attributes:
        sheets: The module's sessions, with the room and the call.
        sheet: Which of them it is.
        parts: Its steps with their times.
        materials: What its steps ask to have ready, by id, what all sessions share first.

    """

    sheets: RunSheets
    sheet: Sheet
    parts: tuple[Part, ...]
    materials: Mapping[str, Material]


def session(loaded: Loaded, sheets: RunSheets, sheet: Sheet) -> Session:
    """Return one session of a module, whole."""
    found = parts(sheet, steps_of(loaded, sheets))
    shared = loaded.run_sheets.get(SHARED)
    needed = {name for part in found for name in part.step.materials}
    ready = [*(shared.materials if shared else ()), *sheets.materials]
    return Session(sheets, sheet, found, {one.id: one for one in ready if one.id in needed})


def parts(sheet: Sheet, steps: Mapping[str, SessionStep]) -> tuple[Part, ...]:
    """Return the session step by step; steps that are not there are left out."""
    found, clock = [], 0
    for timed in sheet.steps:
        if step := steps.get(timed.step):
            least = timed.minutes if timed.at_least is None else timed.at_least
            lead = timed.lead or step.lead
            found.append(Part(step, clock, timed.minutes, least, lead))
        clock += timed.minutes
    return tuple(found)


def net_minutes(session: tuple[Part, ...]) -> int:
    """Return the minutes without breaks."""
    return sum(part.minutes for part in session if part.step.kind != "break")


def practised(session: tuple[Part, ...]) -> float:
    """Return the share of the time, without breaks, in which people do the skill themselves."""
    doing = sum(part.minutes for part in session if part.step.kind == "practice")
    return doing / (net_minutes(session) or 1)


def without_break(session: tuple[Part, ...]) -> int:
    """Return the most minutes that people sit without a break."""
    most = run = 0
    for part in session:
        run = 0 if part.step.kind == "break" else run + part.minutes
        most = max(most, run)
    return most


def spare(session: tuple[Part, ...]) -> int:
    """Return the minutes that can be cut when the session runs late."""
    return sum(part.minutes - part.at_least for part in session)
