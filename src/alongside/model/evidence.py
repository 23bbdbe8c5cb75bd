"""What studies found, as data: ``evidence.yml``. Null results stand beside the good ones."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from alongside.model.base import Slug, Text, Value

Says = Literal["better", "no clear difference", "worse", "mixed"]


class Finding(Value):
    """One result of one work."""

    id: Slug
    source: Slug
    """Its key in ``book/sources.bib``."""
    told: Text
    """Who and when, in short: ``Pfeiffer and others, 2011``."""
    compared: Text
    """What with what, and in what."""
    size: Text | None = None
    """How much was looked at: ``7 trials, 869 people``."""
    estimate: float | None = None
    """A standardized difference, above 0 where the first did better; none where none was."""
    low: float | None = None
    high: float | None = None
    """The 95 % interval, where it was seen."""
    says: Says
    does_not_show: Text
    checked: date
    """The day on which somebody held the numbers against the source."""


class Group(Value):
    """Findings on one question."""

    id: Slug
    title: Text
    findings: Annotated[tuple[Finding, ...], Field(min_length=1)]


class Evidence(Value):
    """All that is drawn on the evidence page."""

    format: Literal[1]
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
