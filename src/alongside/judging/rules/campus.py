"""Rules for the campus profile: lines that can be reached, and honest dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import PurePosixPath

from alongside.judging.places import Source
from alongside.judging.rules.ids import taken
from alongside.judging.rules.registry import Found, rule
from alongside.model import Campus
from alongside.reading.load import Loaded

WARN_DAYS, FAIL_DAYS = 90, 180
_GIVEN_UP = {"+18334564566", "+18002738255", "45645"}
_NORTH_AMERICAN = len("+1") + 10
_DAY_AND_NIGHT = re.compile(r"night|\b24\b|always|any ?time|every hour", re.IGNORECASE)
_PROMISED = re.compile(
    r"\b(?:always|never) (?:calls?|involves?|sends?)\b"
    r"|\b(?:(?:does|will) not|doesn['’]t|won['’]t) (?:call|involve|send)\b",
    re.IGNORECASE,
)
_SPOKEN_FIRST = ("emergency", "crisis")


def today() -> date:
    """Return the day on which the course is judged."""
    return datetime.now(UTC).date()


def _profiles(loaded: Loaded) -> Iterator[tuple[Source, Campus]]:
    """Yield every preset as it stands, then the profile in force."""
    for name, preset in loaded.presets.items():
        yield PurePosixPath("campus") / f"{name}.yml", preset
    if loaded.campus:
        yield loaded.campus, loaded.campus


@rule("K101", warning=True)
def lines_are_verified(loaded: Loaded) -> Iterator[Found]:
    """Somebody has phoned each line or read its provider's page, and written the date.

    Check the line and write `checked: YYYY-MM-DD`.
    """
    profile = loaded.campus
    for at, line in enumerate(profile.lines if profile else ()):
        if profile and line.checked is None:
            detail = f"Nobody has verified '{line.name}'."
            yield Found(profile, ("lines", at, "checked"), detail)


@rule("K102")
def checks_are_not_in_the_future(loaded: Loaded) -> Iterator[Found]:
    """No date of checking lies in the future.

    Write the day on which somebody looked.
    """
    for thing, campus in _profiles(loaded):
        for at, line in enumerate(campus.lines):
            if line.checked and line.checked > today():
                detail = f"'{line.name}' was checked on {line.checked}, which is still to come."
                yield Found(thing, ("lines", at, "checked"), detail)


def _older(loaded: Loaded, least: int, most: int | None) -> Iterator[Found]:
    for thing, campus in _profiles(loaded):
        for at, line in enumerate(campus.lines):
            days = (today() - line.checked).days if line.checked else 0
            if days > least and (most is None or days <= most):
                detail = f"'{line.name}' was checked {days} days ago."
                yield Found(thing, ("lines", at, "checked"), detail)


@rule("K103", warning=True)
def checks_are_recent(loaded: Loaded) -> Iterator[Found]:
    """Each line was checked in the last 90 days.

    Check it again and write the date.
    """
    yield from _older(loaded, WARN_DAYS, FAIL_DAYS)


@rule("K104")
def checks_are_not_stale(loaded: Loaded) -> Iterator[Found]:
    """No line was last checked more than 180 days ago.

    Check it again and write the date.
    """
    yield from _older(loaded, FAIL_DAYS, None)


@rule("K105")
def lines_can_be_reached(loaded: Loaded) -> Iterator[Found]:
    """Every line has a number or an address, whole, and none that has been given up.

    Add `call`, `text`, `chat` or `web`; where a service has moved, write its new number. In
    North America a number is +1 and ten digits.
    """
    for thing, campus in _profiles(loaded):
        for at, line in enumerate(campus.lines):
            if not (line.call or line.text or line.chat or line.web):
                yield Found(thing, ("lines", at), f"'{line.name}' cannot be reached.")
            for key in ("call", "text"):
                number = getattr(line, key) or ""
                if number in _GIVEN_UP:
                    detail = f"'{line.name}' has the number of a service that is now 988."
                    yield Found(thing, ("lines", at, key), detail)
                if number.startswith("+1") and len(number) != _NORTH_AMERICAN:
                    detail = f"'{number}' has {len(number) - 2} digits after +1."
                    yield Found(thing, ("lines", at, key), detail)


@rule("K106", needs=("campus",))
def danger_and_night_are_covered(loaded: Loaded) -> Iterator[Found]:
    """A profile names a line for immediate danger and one that answers day and night.

    Add a line of kind `emergency` and one of kind `crisis`, which answer at any hour; a line
    with other hours is of kind `campus` or `community`.
    """
    for thing, campus in _profiles(loaded):
        for kind in _SPOKEN_FIRST:
            if not any(line.kind == kind for line in campus.lines):
                yield Found(thing, ("lines",), f"There is no line of kind `{kind}`.")
        for at, line in enumerate(campus.lines):
            if line.kind in _SPOKEN_FIRST and not _DAY_AND_NIGHT.search(line.hours):
                detail = f"'{line.name}' is of kind `{line.kind}`: '{line.hours}'."
                yield Found(thing, ("lines", at, "hours"), detail)


@rule("K108")
def nothing_is_promised_for_a_service(loaded: Loaded) -> Iterator[Found]:
    """What a line says of the police promises nothing that nobody has asked the service.

    Say what the service says of itself, and the day on which it was asked in `checked`.
    """
    for thing, campus in _profiles(loaded):
        for at, line in enumerate(campus.lines):
            if not line.checked and (found := _PROMISED.search(line.police or "")):
                detail = f"'{found.group()}' is said, and nobody has asked."
                yield Found(thing, ("lines", at, "police"), detail)


@rule("K107")
def campus_ids_stand_once(loaded: Loaded) -> Iterator[Found]:
    """Lines, contacts and limits have ids of their own, and lines numbers of their own.

    Rename one of the two, or correct a number; where both lead to one desk, make them one line.
    """
    for thing, campus in _profiles(loaded):
        for name in ("lines", "contacts", "limits"):
            for at, one in taken(entry.id for entry in getattr(campus, name)):
                yield Found(thing, (name, at, "id"), f"The id '{one}' is taken.")
        for key in ("call", "text"):
            numbers = _numbers(campus, key)
            for at, number in taken(numbers.values()):
                place = ("lines", list(numbers)[at], key)
                yield Found(thing, place, f"Another line has {number}.")


def _numbers(campus: Campus, key: str) -> dict[int, str]:
    """Return place of a line → its number; to one number one may send different words."""
    return {
        at: f"{number} {line.text_word}" if key == "text" and line.text_word else number
        for at, line in enumerate(campus.lines)
        if (number := getattr(line, key))
    }
