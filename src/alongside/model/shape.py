"""Shapes of a course: how meetings lie in the week. ``facilitator_guide/shapes.yml``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from alongside.model.base import Slug, Text, Value

BREAK_MINUTES = 10
SITTING_MINUTES = 90
"""Minutes after which a break comes: ours, since attention and bodies ask for one then."""


class Meeting(Value):
    """One time at which a group meets."""

    day: Annotated[int, Field(ge=0, le=27)] = 0
    """Days after the first day of the round."""
    starts: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
    """By the clock of the campus, such as ``"17:30"``."""
    minutes: Annotated[int, Field(ge=30, le=300)]
    """From coming in to going out, breaks included."""

    @property
    def net(self) -> int:
        """Return the minutes that are left for the course."""
        return self.minutes - BREAK_MINUTES * ((self.minutes - 1) // SITTING_MINUTES)


class Shape(Value):
    """A way to spread a course over days."""

    id: Slug
    name: Text
    when: Text
    """When to choose it."""
    meetings: Annotated[tuple[Meeting, ...], Field(min_length=1)]
    """One round, in order."""
    every: Annotated[int, Field(ge=1, le=60)] | None = None
    """Days from one round to the next; none: there is one round and no more."""


class Shapes(Value):
    """The shapes that the guide offers."""

    format: Literal[1]
    shapes: Annotated[tuple[Shape, ...], Field(min_length=1)]
