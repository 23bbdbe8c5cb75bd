"""Plain values into values of the model, and each misfit into a fault with its line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from alongside.faults import Fault
from alongside.reading.misfits import Misfit
from alongside.reading.schema import keys_at
from alongside.reading.shape_words import (
    missing_words,
    newer_words,
    unknown_words,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import PurePosixPath

    from pydantic_core import ErrorDetails

    from alongside.reading.strict_yaml import Document, Place, Plain

Shaped = TypeVar("Shaped", bound=BaseModel)
FORMAT = 1
"""The newest version of the data formats that this program reads."""


def shape(
    model: type[Shaped], document: Document, path: PurePosixPath
) -> tuple[Shaped | None, tuple[Fault, ...]]:
    """Return the document as a value of the model, or None and the faults that prevent it."""
    value = document.value
    if not document.built:
        return None, ()
    if isinstance(value, dict) and _is_newer(value.get("format")):
        return None, (_fault(path, document, ("format",), "Y210", newer_words()),)
    try:
        made = model.model_validate_json(json.dumps(value))
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        return None, tuple(_faults(model, document, path, details))
    return (None if document.faults else made), ()


def _is_newer(version: Plain) -> bool:
    return isinstance(version, int) and not isinstance(version, bool) and version > FORMAT


def _fault(
    path: PurePosixPath, document: Document, place: Place, code: str, words: tuple[str, str]
) -> Fault:
    return Fault(path, document.line(place), code, *words)


def _faults(
    model: type[BaseModel],
    document: Document,
    path: PurePosixPath,
    details: Sequence[ErrorDetails],
) -> Iterable[Fault]:
    """Yield one fault per place, those of refused places left out."""
    misfits = [_misfit(document.value, detail) for detail in details]
    misfits = [one for one in misfits if not _refused(one.place, document.refused)]
    misfits = list(_without_echoes(misfits))
    missing: dict[Place, list[str]] = {}
    meant: set[Place] = set()
    for misfit in misfits:
        if misfit.kind == "extra_forbidden":
            around = misfit.place[:-1]
            allowed = keys_at(model, document.value, around)
            code, says, remedy, guess = unknown_words(misfit, allowed)
            meant.add((*around, guess))
            yield _fault(path, document, misfit.place, code, (says, remedy))
        elif misfit.kind == "missing":
            missing.setdefault(misfit.place[:-1], []).append(str(misfit.place[-1]))
        else:
            code, says, remedy = words_of(misfit)
            yield _fault(path, document, misfit.place, code, (says, remedy))
    for place, keys in missing.items():
        left = [key for key in keys if (*place, key) not in meant]
        if left:
            words = missing_words(document.value, place, left)
            yield _fault(path, document, place, "Y201", words)


def _refused(place: Place, refused: frozenset[Place]) -> bool:
    return any(place[:length] in refused for length in range(len(place) + 1))


def _misfit(value: Plain, detail: ErrorDetails) -> Misfit:
    """Return the error with its place in the file: names of union branches left out."""
    place: list[str | int] = []
    here: Any = value
    *_, last = ("", *detail["loc"])
    for step in detail["loc"]:
        if _holds(here, step):
            here = here[step]
        elif step == last and detail["type"] == "missing":
            here = None
        else:
            continue
        place.append(step)
    if detail["type"] == "union_tag_invalid":
        place.append("type")
    context = dict(detail.get("ctx", {}))
    return Misfit(detail["type"], tuple(place), value, here, context, last == "[key]")


def _holds(here: object, step: str | int) -> bool:
    if isinstance(here, list):
        return isinstance(step, int) and step < len(here)
    return isinstance(here, dict) and step in here


def _without_echoes(misfits: Sequence[Misfit]) -> Iterable[Misfit]:
    """Drop what another misfit of the same place already says, or says better."""
    better: set[Place] = set()
    for one in misfits:
        top = len(one.place) - (0 if one.is_about_type else 1)
        if not one.is_about_type:
            better.add(one.place)
        better.update(one.place[:length] for length in range(max(top, 0)))
    seen: set[Place] = set()
    for one in misfits:
        echo = one.is_about_type and one.place in better
        if not (one.place in seen or echo or one.is_caused_by_entries):
            seen.add(one.place)
            yield one
