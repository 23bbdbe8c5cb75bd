"""The campus profile together with the preset it builds on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alongside.model import Campus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alongside.reading.strict_yaml import Place

_BY_ID = ("lines", "contacts", "limits")


@dataclass(frozen=True)
class Merged:
    """A profile with the entries of its preset.

    Attributes:
        campus: The merged profile.
        origins: Place in it → whether it comes from the preset, and its place in that file.

    """

    campus: Campus
    origins: Mapping[Place, tuple[bool, Place]]


def merged(own: Campus, preset: Campus | None) -> Merged:
    """Return the profile with its preset's entries; an own entry wins whole, by its id."""
    if preset is None:
        return Merged(own, {})
    origins: dict[Place, tuple[bool, Place]] = {}
    lists = {}
    for name in _BY_ID:
        theirs = {one.id: (True, number) for number, one in enumerate(getattr(preset, name))}
        mine = [(one.id, (False, number)) for number, one in enumerate(getattr(own, name))]
        ours = dict(reversed(mine))
        kept = [*{**theirs, **ours}.values()]
        # Of two own entries with one id both stay, to be told apart.
        kept += [at for _, at in mine if at not in kept]
        lists[name] = tuple(
            getattr(preset if from_preset else own, name)[number]
            for from_preset, number in kept
        )
        for at, (from_preset, number) in enumerate(kept):
            origins[(name, at)] = (from_preset, (name, number))
    escalation = own.escalation or preset.escalation
    origins["escalation",] = (not own.escalation, ("escalation",))
    changes = {**lists, "escalation": escalation, "name": own.name or preset.name}
    return Merged(own.model_copy(update=changes), origins)
