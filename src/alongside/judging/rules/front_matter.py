"""Rules for the top of a page: what it names is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from alongside.judging.rules.registry import Found, rule
from alongside.reading.load import Loaded


@rule("P116", needs=("course.yml",))
def named_roles_exist(loaded: Loaded) -> Iterator[Found]:
    """The roles that a page is for stand in `course.yml`.

    Use ids from `course.yml`, or leave `roles:` out: then the page is for everybody.
    """
    known = {role.id for role in loaded.course.roles} if loaded.course else set()
    for page in loaded.pages.values():
        for at, name in enumerate(page.front.roles):
            if name not in known:
                yield Found(page, ("roles", at), f"There is no role '{name}'.")


@rule("P117")
def what_cells_read_is_there(loaded: Loaded) -> Iterator[Found]:
    """The files that a page's code cells read are files of the course.

    Correct the name: a page is made again only when one of these changes.
    """
    for page in loaded.pages.values():
        for at, name in enumerate(page.front.reads):
            if PurePosixPath(name) not in loaded.files:
                yield Found(page, ("reads", at), f"There is no file '{name}'.")
