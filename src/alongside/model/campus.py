"""The campus profile: ``campus.yml`` and the presets in ``campus/``."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import StringConstraints

from alongside.model.base import Slug, Text, Value

Number = Annotated[str, StringConstraints(pattern=r"^(\+[1-9]\d{6,14}|\d{3,6})$")]
"""E.164 (``+18773573197``) or a short code (``988``)."""
Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$", max_length=300)]


class _Checked(Value):
    """Something that goes stale, with who looked at it and when."""

    checked: date | None
    """When somebody last confirmed it at the source; ``null`` means not verified."""
    source: Url | None = None


class Line(_Checked):
    """A way to reach help."""

    id: Slug
    kind: Literal["emergency", "crisis", "campus", "community"]
    """Immediate danger; a line that answers day and night; campus; others."""
    name: Text
    who_for: Text
    call: Number | None = None
    text: Number | None = None
    text_word: Text | None = None
    """The word to send, where the service asks for one."""
    chat: Url | None = None
    """Where one can write with somebody."""
    web: Url | None = None
    """A page that leads to help, such as a list of lines."""
    hours: Text
    cost: Text
    languages: Text
    what_happens: Text
    """What happens when you reach out."""
    police: Text | None = None
    """When police may become involved, as far as the service says."""


class Contact(Value):
    """A person or office on this campus; ``null`` where the campus has not filled it in."""

    id: Slug
    role: Text
    """What they are for: "The staff person on call for peer supporters"."""
    name: Text | None
    call: Number | None = None
    email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] | None = (
        None
    )
    where: Text | None = None
    hours: Text | None = None


class Limit(_Checked):
    """A limit of confidentiality, in plain words."""

    id: Slug
    says: Text


class Campus(Value):
    """What differs by campus and jurisdiction."""

    format: Literal[1]
    preset: Slug | None = None
    """A file of ``campus/`` that this profile builds on; own entries win by id."""
    name: Text | None = None
    """The name of the college or university; ``null`` until somebody fills it in."""
    place: Text
    """For whom the lines are: "British Columbia, Canada"."""
    lines: tuple[Line, ...] = ()
    contacts: tuple[Contact, ...] = ()
    limits: tuple[Limit, ...] = ()
    escalation: tuple[Text, ...] = ()
    """What a peer supporter does when worried, in order."""
