"""Rules for the top of a page: what it names is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from alongside.judging.rules.registry import Found, rule
from alongside.reading.load import Loaded


@rule("P116", needs=("course.yml",))
def named_roles_exist(loaded: Loaded) -> Iterator[Found]:
    """The roles that a page, or a line of a checklist, is for stand in `course.yml`.

    Use ids from `course.yml`, or leave the key out: then it is for everybody.
    """
    known = {role.id for role in loaded.roles}
    for page in loaded.pages.values():
        for at, name in enumerate(page.front.roles):
            if name not in known:
                yield Found(page, ("roles", at), f"There is no role '{name}'.")
    for checklist in loaded.checklists.values():
        for at, line in enumerate(checklist.lines):
            if line.role and line.role not in known:
                detail = f"There is no role '{line.role}'."
                yield Found(checklist, ("lines", at, "role"), detail)


@rule("P117")
def what_cells_read_is_there(loaded: Loaded) -> Iterator[Found]:
    """The files that a page's code cells read are files of the course.

    Correct the name: a page is made again only when one of these changes.
    """
    for page in loaded.pages.values():
        for at, name in enumerate(page.front.reads):
            if PurePosixPath(name) not in loaded.files:
                yield Found(page, ("reads", at), f"There is no file '{name}'.")
