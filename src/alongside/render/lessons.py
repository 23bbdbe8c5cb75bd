"""The lessons of a module in their order, each with its minutes and whether one plays in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alongside.render.course import module_page
from alongside.render.html import items, link, text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from alongside.model import Course
    from alongside.reading.load import Loaded
    from alongside.reading.page_parts import FrontMatter

ROLE_PLAY = "role-play"
IN_FULL = "for tracks that take the module in full"


@dataclass(frozen=True)
class Lesson:
    """One page of a module."""

    page: str
    title: str
    minutes: int | None
    plays: bool
    """Whether a role-play stands on it."""
    asked: str
    """Of whom it is asked, in words; nothing where it is everybody."""

    @property
    def told(self) -> str:
        """What to know before one opens it, such as "17 minutes, role-play"."""
        minutes = f"{self.minutes} minutes" if self.minutes else ""
        parts = (minutes, ROLE_PLAY if self.plays else "", self.asked)
        return ", ".join(part for part in parts if part)


def lessons(loaded: Loaded, module: str) -> tuple[Lesson, ...]:
    """Return the lessons under a module's first page, in the order of ``_toc.yml``."""
    below = [entry for entry in loaded.toc if entry.parent == module_page(module)]
    return tuple(
        Lesson(
            page.name,
            entry.title or page.title or page.name,
            page.front.minutes,
            bool(page.named(ROLE_PLAY)),
            asked_of(page.front, loaded.course),
        )
        for entry in below
        if (page := loaded.pages.get(entry.name))
    )


def asked_of(front: FrontMatter, course: Course | None) -> str:
    """Return of whom a page is asked, in words; nothing where it is everybody."""
    names = {role.id: role.name for role in course.roles} if course else {}
    told = ["for " + " and ".join(names.get(one, one) for one in front.roles)]
    told = told if front.roles else []
    return ", ".join([*told, IN_FULL] if front.depth else told)


def lesson_list(found: Sequence[Lesson], address: Callable[[str], str | None]) -> str:
    """Return the lessons as a list of links, or nothing where there are none.

    Args:
        found: The lessons.
        address: Page → its address; ``None`` where it is not in the book.

    """
    rows = (
        f"{link(address(one.page) or '', one.title)} <span>{text(one.told)}</span>"
        for one in found
    )
    listed = items(rows, ordered=True, class_="al-lessons")
    return f"<p>The parts, in order:</p>{listed}" if listed else ""
