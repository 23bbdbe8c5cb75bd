"""The libraries of H5P that somebody laid into the bench's work folder, and what they load."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from copies import Plain

LIBRARIES = "h5p-libraries"
"""A folder in the bench's work folder, for whoever wants H5P measured.

It holds each library in a folder of its own with its ``library.json``, as any ``.h5p`` file
does that an H5P site lets one download: ``unzip one.h5p -d _build/bench/h5p-libraries``, for a
question set of multiple choice and for a branching scenario. The newest of each is measured.
"""


class MissingError(Exception):
    """What H5P's page needs is not there; its text says what."""


@dataclass(frozen=True)
class Library:
    """One of H5P's libraries, as its folder and its ``library.json`` have it."""

    folder: Path
    facts: Plain

    @property
    def name(self) -> str:
        """Return its name, such as ``H5P.MultiChoice``."""
        return str(self.facts["machineName"])

    @property
    def version(self) -> list[int]:
        """Return its version."""
        return [self.facts[f"{part}Version"] for part in ("major", "minor", "patch")]

    @property
    def asked(self) -> Plain:
        """Return how others ask for it."""
        return {key: self.facts[key] for key in ("machineName", "majorVersion", "minorVersion")}

    @property
    def needs(self) -> Iterable[str]:
        """Return what it loads."""
        return map(_title, self.facts.get("preloadedDependencies", ()))

    def __str__(self) -> str:
        """Return its name with the version by which others ask for it."""
        return _title(self.facts)


def _title(asked: Plain) -> str:
    return f"{asked['machineName']} {asked['majorVersion']}.{asked['minorVersion']}"


@dataclass(frozen=True)
class Shelf:
    """The libraries of a folder."""

    folder: Path

    @cached_property
    def _libraries(self) -> Mapping[str, Library]:
        found = (
            Library(file.parent, json.loads(file.read_text("utf-8-sig")))
            for file in self.folder.glob("*/library.json")
        )
        return {str(each): each for each in sorted(found, key=lambda one: one.version)}

    def newest(self, name: str) -> Library:
        """Return the newest library of that name.

        Raises:
            MissingError: There is none.

        """
        of_it = [each for each in self._libraries.values() if each.name == name]
        if not of_it:
            raise MissingError(f"npm has H5P's player only, and {LIBRARIES} has no {name}")
        return of_it[-1]

    def with_needs(self, libraries: Iterable[Library]) -> list[Library]:
        """Return libraries and all that they load, each once.

        Raises:
            MissingError: One of them is not there.

        """
        found = {str(each): each for each in libraries}
        waiting = list(found.values())
        while waiting:
            one = waiting.pop()
            for asked in one.needs:
                if asked not in self._libraries:
                    raise MissingError(f"{one} loads {asked}, which is not in {LIBRARIES}")
                if asked not in found:
                    found[asked] = self._libraries[asked]
                    waiting.append(found[asked])
        return list(found.values())
