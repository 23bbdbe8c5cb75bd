"""Tracks: what a role asks for, in minutes and hours."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.model import Course, Module, Role, Stop
from alongside.model.course import Depth


@dataclass(frozen=True)
class Load:
    """What a depth of a module takes: minutes alone, and minutes in a session."""

    alone: int
    live: int

    def __add__(self, other: Load) -> Load:
        return Load(self.alone + other.alone, self.live + other.live)

    @property
    def minutes(self) -> int:
        """Return the minutes in all."""
        return self.alone + self.live

    @property
    def hours(self) -> float:
        """Return the hours in all."""
        return self.minutes / 60


def load_of(module: Module, depth: Depth) -> Load:
    """Return the minutes that the module takes at that depth."""
    live = {"full": module.minutes.full, "core": module.minutes.core, "self-study": 0}[depth]
    return Load(module.minutes.alone(depth), live)


def stops(course: Course, role: Role) -> list[tuple[Stop, Module]]:
    """Return the stops of the role's track with their modules; unknown modules are left out."""
    modules = {module.id: module for module in course.modules}
    return [(stop, modules[stop.module]) for stop in role.track if stop.module in modules]


def upgrades(course: Course) -> dict[str, list[tuple[Module, Depth]]]:
    """Return what asks for more than a track: when → modules, and how deep."""
    modules = {module.id: module for module in course.modules}
    found: dict[str, list[tuple[Module, Depth]]] = {}
    for one in course.upgrades:
        if one.module in modules:
            found.setdefault(one.when, []).append((modules[one.module], one.depth))
    return found


def track_load(course: Course, role: Role) -> Load:
    """Return the minutes of the whole track."""
    return sum((load_of(m, s.depth) for s, m in stops(course, role)), Load(0, 0))


def floor_load(course: Course, role: Role) -> Load:
    """Return the minutes that come before first contact with students."""
    return sum((load_of(m, s.floor) for s, m in stops(course, role) if s.floor), Load(0, 0))


def role_named(course: Course, name: str) -> Role | None:
    """Return the role with that id or that name, however it is spelled in capitals."""
    wanted = name.strip().casefold()
    return next(
        (r for r in course.roles if wanted in {r.id, r.name.casefold()}),
        None,
    )
