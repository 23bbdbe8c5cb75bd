"""The curriculum as data: ``course.yml`` and each module's ``checklist.yml``."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from alongside.model.asked import Level
from alongside.model.base import Slug, Text, Value

Depth = Literal["full", "core", "self-study"]


class Outcome(Value):
    """What a trainee can do after the module, with a verb one can observe."""

    id: Slug
    """Begins with the module's slug."""
    can: Text
    """Starts with the verb: "Classify replies as …"."""
    level: Level
    doing: bool = False
    """Whether it is a thing done with another person, assessed by the observed checklist."""


class Minutes(Value):
    """Suggested minutes of a module, for the role that has most to read."""

    self_study: Annotated[int, Field(ge=0)]
    """Reading and practice alone."""
    self_study_full: Annotated[int, Field(ge=0)] | None = None
    """The same at full depth, where some pages are asked only there."""
    full: Annotated[int, Field(ge=0)]
    """The full session."""
    core: Annotated[int, Field(ge=0)]
    """The short session."""

    def alone(self, depth: Depth) -> int:
        """Return the minutes of self-study at that depth."""
        more = self.self_study_full if depth == "full" else None
        return self.self_study if more is None else more


class Module(Value):
    """A folder with one aim."""

    id: Slug
    title: Text
    aim: Text
    status: Literal["planned", "written"]
    """Planned modules are shown as such, and never faked."""
    needs: tuple[Slug, ...] = ()
    """Modules that come first."""
    minutes: Minutes
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    owner: Text | None = None
    """Who keeps it, as a role one can write to: shown at the end of each of its pages."""
    review_due: date | None = None
    """The day by which it is to be read again, all of it."""


class Stop(Value):
    """One module on a track."""

    module: Slug
    depth: Depth
    floor: Depth | None = None
    """The depth that must be done before first contact with students, if any."""
    reason: Text | None = None
    bccampus_minimum: Depth | None = None
    """What BCcampus asks, once somebody has read its table; nobody here has."""


class Upgrade(Value):
    """A risk that asks for more."""

    when: Text
    module: Slug
    depth: Depth


class Role(Value):
    """One of the seven."""

    id: Slug
    name: Text
    does: Text
    reason: Text
    """Why this track and not another."""
    track: Annotated[tuple[Stop, ...], Field(min_length=1)]


class Skill(Value):
    """A skill that replies practise and observers look for."""

    id: Slug
    name: Text
    means: Text


class HumanCheck(Value):
    """Something only people can do, such as a reading or a rehearsal."""

    id: Slug
    what: Text
    done: date | None
    """``null`` means not yet, and is shown so."""
    by: Text | None = None
    """In what role somebody did it; no name is needed."""


class Course(Value):
    """The whole curriculum."""

    format: Literal[1]
    id: Slug
    """Names this course in what a browser stores: keep it when you keep the trainees."""
    title: Text
    skills: tuple[Skill, ...]
    modules: tuple[Module, ...]
    roles: tuple[Role, ...]
    upgrades: tuple[Upgrade, ...] = ()
    human_checks: tuple[HumanCheck, ...] = ()


class ChecklistLine(Value):
    """One line an observer marks; harmful acts are counted first (WHO EQUIP)."""

    id: Slug
    outcome: Slug
    role: Slug | None = None
    """Whose line it is; none named means everybody's."""
    skill: Text
    harmful: Text
    basic: Text
    advanced: Text


class Checklist(Value):
    """The observed checklist of a module: ``modules/<slug>/checklist.yml``."""

    format: Literal[1]
    module: Slug
    enough: Literal["begun", "basic"] = "basic"
    """What every line must reach to be signed off: part of the basic line, or all of it."""
    lines: Annotated[tuple[ChecklistLine, ...], Field(min_length=1)]
