"""What an engine finds, and the few findings we answer for: each with a reason and an end."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Finding(NamedTuple):
    """One element that breaks one rule."""

    engine: str
    rule: str
    element: str
    said: str


class Allowed(NamedTuple):
    """A finding that stays, until when, and why. One that healed must leave the list."""

    engine: str
    rule: str
    part: str
    """What the element's HTML holds."""
    until: date
    reason: str

    def covers(self, found: Finding) -> bool:
        same = (self.engine, self.rule) == (found.engine, found.rule)
        return same and self.part in found.element


ALLOWED = (
    Allowed(
        "ibm",
        "element_attribute_deprecated",
        'http-equiv="Content-Security-Policy"',
        date(2027, 11, 30),
        "The engine takes `http-equiv` for deprecated. The HTML standard (4.2.5.3, pragma"
        " directives) defines it for this, and a static site has no other way to set a policy.",
    ),
)


def unanswered(found: Iterable[Finding]) -> list[Finding]:
    """Return what no entry of the list covers: the expected set is empty."""
    return [one for one in found if not any(each.covers(one) for each in ALLOWED)]


def healed(found: Iterable[Finding], engine: str) -> list[Allowed]:
    """Return the entries of an engine that cover nothing any more."""
    met = list(found)
    ours = (each for each in ALLOWED if each.engine == engine)
    return [each for each in ours if not any(each.covers(one) for one in met)]


def ended(today: date | None = None) -> list[Allowed]:
    """Return the entries whose time is over."""
    day = today or datetime.now(tz=UTC).date()
    return [each for each in ALLOWED if each.until < day]
