"""A track laid into the meetings of a shape: what is when, and what does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import count, pairwise
from typing import TYPE_CHECKING

from alongside.model.shape import BREAK_MINUTES, SITTING_MINUTES
from alongside.programme.tracks import stops
from alongside.sessions.clock import parts, steps_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, tzinfo

    from alongside.model import Module, Role
    from alongside.model.course import Depth
    from alongside.model.shape import Meeting, Shape
    from alongside.reading.load import Loaded

MOST_ROUNDS = 200
"""Rounds after which a plan is given up: no track comes near it."""


@dataclass(frozen=True)
class Piece:
    """What of a module's session is done at one go.

    Attributes:
        module: The module.
        depth: ``full`` or ``core``.
        number: Which piece it is, counted from 1.
        of: How many pieces the session has.
        minutes: Without breaks.
        first: Whether its module comes before first contact with students.

    """

    module: Module
    depth: Depth
    number: int
    of: int
    minutes: int
    first: bool

    @property
    def name(self) -> str:
        """Return the module's title, with the piece where there are several."""
        part = f", part {self.number} of {self.of}" if self.of > 1 else ""
        return f"{self.module.title}{part}"


@dataclass(frozen=True)
class Held:
    """A piece, or a break, in a meeting; minutes are counted from the meeting's start."""

    piece: Piece | None
    start: int
    end: int


@dataclass(frozen=True)
class Planned:
    """One meeting with all that happens in it."""

    starts: datetime
    ends: datetime
    held: tuple[Held, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return what of the course it holds."""
        return tuple(one.piece for one in self.held if one.piece)


@dataclass(frozen=True)
class Plan:
    """A whole training.

    Attributes:
        meetings: The meetings in order.
        left: What no meeting holds, each with the reason.
        alone: Modules of the track that have no session.

    """

    meetings: tuple[Planned, ...]
    left: tuple[tuple[Piece, str], ...]
    alone: tuple[Module, ...]

    @property
    def minutes(self) -> int:
        """Return the minutes of the course that the meetings hold, without breaks."""
        return sum(piece.minutes for one in self.meetings for piece in one.pieces)


def plan(loaded: Loaded, role: Role, shape: Shape, begins: date, zone: tzinfo) -> Plan:
    """Lay the role's track into meetings.

    What a module needs comes before it, and what comes before first contact with students
    comes first. A session may be parted at its breaks, as its run sheet has them.

    Args:
        loaded: The course.
        role: Whose track.
        shape: How meetings lie in the week.
        begins: The first day of the first round.
        zone: The time zone of the campus: the clock there is kept when summer time begins.

    """
    assert loaded.course is not None  # noqa: S101 - there is no role without a course
    track = stops(loaded.course, role)
    waiting = sorted(_pieces(loaded, role), key=lambda piece: not piece.first)
    held: list[Planned] = []
    for meeting, starts in _times(shape, begins, zone):
        if not waiting:
            break
        taken = _filled(meeting, waiting)
        if not taken and meeting.net >= max(one.net for one in shape.meetings):
            break
        if taken:
            ends = starts + timedelta(minutes=meeting.minutes)
            held.append(Planned(starts, ends, tuple(taken)))
    longest = max(one.net for one in shape.meetings)
    left = tuple((piece, _why(piece, longest, shape)) for piece in waiting)
    alone = tuple(module for stop, module in track if stop.depth == "self-study")
    return Plan(tuple(held), left, alone)


def _pieces(loaded: Loaded, role: Role) -> Iterator[Piece]:
    assert loaded.course is not None  # noqa: S101 - the same
    by_id = {stop.module: (stop, module) for stop, module in stops(loaded.course, role)}
    for stop, module in by_id.values():
        if stop.depth == "self-study":
            continue
        lengths = _lengths(loaded, module, stop.depth)
        for number, minutes in enumerate(lengths, 1):
            yield Piece(module, stop.depth, number, len(lengths), minutes, bool(stop.floor))


def _lengths(loaded: Loaded, module: Module, depth: Depth) -> list[int]:
    """Return the minutes of a session between its breaks; all of it where nobody planned it."""
    sheets = loaded.run_sheets.get(module.id)
    sheet = next((one for one in sheets.sheets if one.id == depth), None) if sheets else None
    if sheets is None or sheet is None:
        return [module.minutes.full if depth == "full" else module.minutes.core]
    found = [0]
    for part in parts(sheet, steps_of(loaded, sheets)):
        if part.step.kind == "break":
            found.append(0)
        else:
            found[-1] += part.minutes
    return found


def _times(shape: Shape, begins: date, zone: tzinfo) -> Iterator[tuple[Meeting, datetime]]:
    for number in count():
        if number == (MOST_ROUNDS if shape.every else 1):
            return
        first = begins + timedelta(days=number * (shape.every or 0))
        for meeting in shape.meetings:
            day = first + timedelta(days=meeting.day)
            yield meeting, datetime.combine(day, time.fromisoformat(meeting.starts), zone)


def _filled(meeting: Meeting, waiting: list[Piece]) -> list[Held]:
    """Take pieces out of those that wait, as long as one fits."""
    held: list[Held] = []
    clock = sitting = 0
    while True:
        for piece in [one for one in waiting if _may_come(one, waiting)]:
            rest = BREAK_MINUTES if sitting and sitting + piece.minutes > SITTING_MINUTES else 0
            if clock + rest + piece.minutes > meeting.minutes:
                continue
            if rest:
                held.append(Held(None, clock, clock + rest))
                clock, sitting = clock + rest, 0
            held.append(Held(piece, clock, clock + piece.minutes))
            clock, sitting = clock + piece.minutes, sitting + piece.minutes
            waiting.remove(piece)
            break
        else:
            return held


def _may_come(piece: Piece, waiting: Sequence[Piece]) -> bool:
    """Return whether all that comes before the piece has been held."""
    before = {*piece.module.needs}
    return not any(
        one.module.id in before
        or (one.module.id == piece.module.id and one.number < piece.number)
        for one in waiting
    )


def _why(piece: Piece, longest: int, shape: Shape) -> str:
    if piece.minutes > longest:
        return f"it takes {piece.minutes} minutes at one go, and a meeting holds {longest}" + (
            "" if piece.of > 1 else "; no run sheet says where it may be parted"
        )
    if shape.every is None:
        return "the days are full"
    return "what it needs does not fit"


def consecutive(shape: Shape) -> bool:
    """Return whether the meetings of a round stand in order and do not overlap."""
    return all(
        _minute(before) + before.minutes <= _minute(after)
        for before, after in pairwise(shape.meetings)
    )


def _minute(meeting: Meeting) -> int:
    """Return the minute of the round at which the meeting starts."""
    hours, minutes = meeting.starts.split(":")
    return (meeting.day * 24 + int(hours)) * 60 + int(minutes)
