"""Where the course is, for whoever stands somewhere inside it: a notebook, a console."""

from __future__ import annotations

from pathlib import Path

from alongside.reading.loaded import COURSE

VARIABLE = "ALONGSIDE_COURSE"
"""The environment variable that names the course folder, for those who stand elsewhere."""


def course_folder(start: Path, named: str | None) -> Path | None:
    """Return the folder that holds ``course.yml``, or None.

    Args:
        start: Where to look first; then in each folder above it.
        named: What ``ALONGSIDE_COURSE`` says, if it says something: then nowhere else.

    """
    looked_at = [Path(named).expanduser()] if named else [start, *start.parents]
    return next((folder for folder in looked_at if (folder / COURSE).is_file()), None)
