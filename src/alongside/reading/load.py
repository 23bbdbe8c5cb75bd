"""A course folder as frozen values, with the line of each thing and every fault at once.

The way in for every other room::

    from pathlib import Path
    from alongside.reading.load import load_course

    loaded = load_course(Path("."))        # never raises, whatever the folder holds
    loaded.course, loaded.campus           # Course | None, Campus | None (preset merged in)
    loaded.banks["active-listening"]       # module slug → Bank
    loaded.role_plays["exam-dread"]        # id → RolePlay
    loaded.checklists["active-listening"]  # module slug → Checklist
    loaded.run_sheets["active-listening"]  # module slug → RunSheets
    loaded.pages["modules/active-listening/index"]  # in the order of _toc.yml → Page
    loaded.toc                             # every Entry of _toc.yml, the root first
    loaded.faults                          # sorted; a file with a fault is left out above
    loaded.unread                          # files and folders that gave no value

    file, line = loaded.where(bank, "questions", 3, "options", 0, "feedback")
    file, line = loaded.where("course.yml", "roles", 2, "track", 1)

``where`` takes a value of the model, a page, or the name of a file; then keys and indices as
they stand in the file. It answers with the nearest line it knows, never with an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.reading.folder import look_through
from alongside.reading.loaded import (
    CAMPUS,
    CONFIG,
    COURSE,
    RUN_SHEETS,
    SHAPES,
    TOC,
    WORKS,
    Loaded,
    Thing,
)
from alongside.reading.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "CAMPUS",
    "CONFIG",
    "COURSE",
    "RUN_SHEETS",
    "SHAPES",
    "TOC",
    "WORKS",
    "Loaded",
    "Thing",
    "load_course",
]


def load_course(folder: Path) -> Loaded:
    """Return all that the folder holds and every fault found on the way. Never raises."""
    return Reader(look_through(folder)).loaded()
