"""What commands share that need ``course.yml``: the course, or plain sentences and exit 2."""

from __future__ import annotations

from pathlib import Path

import click

from alongside.cli.ends import BAD_INPUT
from alongside.judging.rules import RULES
from alongside.model import Course
from alongside.reading.load import COURSE, load_course

folder_option = click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The course; by default this folder.",
)


def course_in(folder: Path, *codes: str) -> Course:
    """Return the curriculum of the folder; end the command where it cannot be used.

    Args:
        folder: The course.
        codes: Rules without which the command would tell or write what is not so.

    """
    loaded = load_course(folder)
    faults = [f for f in loaded.faults if f.path == COURSE or f.path.name == ""]
    faults += [fault for code in codes for fault in RULES[code].faults(loaded)]
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults or loaded.course is None:
        raise SystemExit(BAD_INPUT)
    return loaded.course
