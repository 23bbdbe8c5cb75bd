"""Where in a course something stands, before its line is looked up."""

from __future__ import annotations

from pathlib import PurePosixPath

from alongside.reading.load import Loaded, Thing

Source = Thing | PurePosixPath
"""A value of the course, a page, or the name of a file."""

Path = tuple[str | int, ...]
"""Keys and indices from the top of a source down to the thing meant."""

Spot = int | Path
"""A line counted from 1, or a path."""


def located(loaded: Loaded, source: Source, spot: Spot) -> tuple[PurePosixPath, int]:
    """Return the file and the line of a spot, or the nearest line that is known."""
    if isinstance(spot, int):
        return loaded.where(source)[0], spot
    return loaded.where(source, *spot)
