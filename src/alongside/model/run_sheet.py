"""A session with a group as data: ``facilitator_guide/run_sheets/<slug>.yml``.

The steps of a module stand once; each sheet takes some of them, in an order and with minutes of
its own. What opens, pauses and closes every session stands in ``every-session.yml``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from alongside.model.base import Slug, Text, Value

Kind = Literal["open", "show", "talk", "practice", "debrief", "break", "close"]
Leader = Literal["A", "B"]
Groups = Literal["everyone", "threes", "alone"]


class Material(Value):
    """Something to have ready."""

    id: Slug
    what: Text
    online: Text | None = None
    """What takes its place on a video call."""


class SessionStep(Value):
    """A timed part of a session."""

    id: Slug
    title: Text
    kind: Kind
    """``practice``: people do the skill themselves, with feedback. ``show``: the leaders do."""
    purpose: Text
    """Why it is there: what would be missing without it."""
    lead: Leader
    other: Text
    """What the other leader watches or does meanwhile."""
    say: tuple[Text, ...] = ()
    """Words to say, to be made one's own."""
    do: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What people do."""
    groups: Groups = "everyone"
    """Never pairs: in three, one may observe."""
    materials: tuple[Slug, ...] = ()
    access: Text | None = None
    online: Text | None = None
    """How it goes on a video call."""
    watch_for: tuple[Text, ...] = ()
    """Hard moments that are likely here, each with what to say or do."""
    late: Text | None = None
    """What to cut when the session runs late; without it the step keeps its minutes."""
    outcomes: tuple[Slug, ...] = ()
    lesson: str | None = None
    """The page that trainees know it from: ``modules/<slug>/<page>``."""
    role_play: Slug | None = None
    plays_parts: bool = False
    """Whether people speak as somebody else; they step out of the part before they go on."""
    steps_out: bool = False
    """Whether people step out of their parts in it."""


class Timed(Value):
    """One step in one sheet."""

    step: Slug
    minutes: Annotated[int, Field(ge=1, le=120)]
    at_least: Annotated[int, Field(ge=0)] | None = None
    """Minutes it may be cut to when the session runs late; 0 where it may be left out."""
    lead: Leader | None = None
    """Who leads it in this sheet, where that is not what the step says."""


class Sheet(Value):
    """The plan of one session."""

    id: Slug
    """``full`` and ``core`` are the sessions of those depths; others are variants of them."""
    depth: Literal["full", "core"]
    minutes: Annotated[int, Field(ge=15, le=240)]
    """Breaks included; for ``full`` and ``core`` the minutes of ``course.yml``."""
    when: Text
    """When to choose it."""
    steps: Annotated[tuple[Timed, ...], Field(min_length=3)]


class RunSheets(Value):
    """The sessions of one module."""

    format: Literal[1]
    module: Slug
    room: Text
    """How the room is set up."""
    call: Text
    """How the video call is set up."""
    materials: tuple[Material, ...] = ()
    steps: tuple[SessionStep, ...]
    sheets: tuple[Sheet, ...] = ()
