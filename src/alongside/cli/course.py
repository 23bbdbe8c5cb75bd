"""What commands share that need ``course.yml``: the course, or plain sentences and exit 2."""

from __future__ import annotations

from pathlib import Path

import click

from alongside.model import Course
from alongside.reading.load import COURSE, load_course

BAD_INPUT = 2


def course_in(folder: Path) -> Course:
    """Return the curriculum of the folder; end the command where it cannot be read."""
    loaded = load_course(folder)
    if loaded.course is None:
        for fault in loaded.faults:
            if fault.path == COURSE or fault.path.name == "":
                click.echo(str(fault), err=True)
        raise SystemExit(BAD_INPUT)
    return loaded.course
