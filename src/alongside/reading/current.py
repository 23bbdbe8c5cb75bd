"""The course as the loader gives it, read once for each state of the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.reading.folder import look_through
from alongside.reading.load import Loaded, load_course

if TYPE_CHECKING:
    from pathlib import Path

_read: dict[Path, tuple[object, Loaded]] = {}


def loaded(source: Path) -> Loaded:
    """Return the course as it was when it was last read; reads it where it never was."""
    known = _read.get(source)
    return known[1] if known else refreshed(source)


def refreshed(source: Path) -> Loaded:
    """Return the course as it stands now; unchanged files are not read again."""
    state = _state(source)
    known = _read.get(source)
    if known is None or known[0] != state:
        known = (state, load_course(source))
        _read[source] = known
    return known[1]


def _state(source: Path) -> object:
    """Return what changes when a file of the course does: names, times and sizes."""
    folder = look_through(source)
    seen = []
    for path in sorted(folder.files):
        try:
            told = (folder.root / path).stat()
        except OSError:
            seen.append((path, 0, 0))
        else:
            seen.append((path, told.st_mtime_ns, told.st_size))
    return tuple(seen)
