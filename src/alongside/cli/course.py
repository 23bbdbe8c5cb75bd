"""What commands share that need ``course.yml``: the course, or plain sentences and exit 2."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from alongside.cli.ends import BAD_INPUT
from alongside.judging.rules import RULES
from alongside.model import Course, Role
from alongside.programme.tracks import role_named
from alongside.reading.load import COURSE, Loaded, load_course

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
    return with_course(load_course(folder), *codes)


def with_course(loaded: Loaded, *codes: str, room: PurePosixPath | None = None) -> Course:
    """Return the curriculum of what was read; end the command where it cannot be used.

    Args:
        loaded: The course.
        codes: Rules without which the command would tell or write what is not so.
        room: A folder of the course that the command needs whole as well.

    """
    faults = [
        fault
        for fault in loaded.faults
        if fault.path == COURSE or fault.path.name == "" or room in fault.path.parents
    ]
    faults += [fault for code in codes for fault in RULES[code].faults(loaded)]
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults or loaded.course is None:
        raise SystemExit(BAD_INPUT)
    return loaded.course


def role_in(course: Course, name: str) -> Role:
    """Return the role of that id or name; ``click.BadParameter`` where there is none."""
    found = role_named(course, name)
    if found is None:
        names = ", ".join(each.id for each in course.roles)
        raise click.BadParameter(f"There is no role {name[:60]!r}. The roles are: {names}.")
    return found
