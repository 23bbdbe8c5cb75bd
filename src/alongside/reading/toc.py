"""The table of contents, ``_toc.yml``: the only place where the order of pages lives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints

from alongside.faults import Fault
from alongside.model.base import Text, Value
from alongside.reading.folder import ROOMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alongside.reading.strict_yaml import Document, Place


Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
"""A page's path, letter for letter: Jupyter Book takes a space for a part of it."""


class Chapter(Value):
    """A page with the pages under it."""

    file: Name
    title: Text | None = None
    sections: Annotated[tuple[Chapter, ...], Field(min_length=1)] = ()


class Part(Value):
    """Chapters under one caption."""

    caption: Text | None = None
    numbered: bool | None = None
    maxdepth: int | None = None
    chapters: Annotated[tuple[Chapter, ...], Field(min_length=1)]


class Options(Value):
    """How Sphinx would list pages by itself; our menu does not ask."""

    caption: Text | None = None
    hidden: bool | None = None
    maxdepth: int | None = None
    numbered: bool | None = None
    reversed: bool | None = None
    titlesonly: bool | None = None


class TocFile(Value):
    """What ``_toc.yml`` may hold; Jupyter Book reads the same file."""

    format: Literal["jb-book"]
    root: Name
    options: Options | None = None
    defaults: Options | None = None
    chapters: Annotated[tuple[Chapter, ...], Field(min_length=1)] = ()
    parts: Annotated[tuple[Part, ...], Field(min_length=1)] = ()


@dataclass(frozen=True)
class Entry:
    """One page in the table of contents.

    Attributes:
        name: The page without ``.md``, such as ``modules/active-listening/index``.
        line: Its line in ``_toc.yml``.
        part: The caption of its part, if it has one.
        depth: 0 for the root and for chapters, 1 for their sections, and so on.
        parent: The name of the page above it, if any.
        title: The title the table gives it, if it gives one.

    """

    name: str
    line: int
    part: str | None = None
    depth: int = 0
    parent: str | None = None
    title: str | None = None

    @property
    def path(self) -> PurePosixPath:
        """The page's file, relative to the course folder."""
        return PurePosixPath(f"{self.name}.md")


def entries(toc: TocFile, document: Document) -> tuple[Entry, ...]:
    """Return every page in reading order, the root first."""
    root = Entry(_name(toc.root), document.line(("root",)))
    found = [root, *_chapters(toc.chapters, ("chapters",), document, Entry("", 0))]
    for number, part in enumerate(toc.parts):
        place = ("parts", number, "chapters")
        found += _chapters(part.chapters, place, document, Entry("", 0, part.caption))
    return tuple(found)


def _name(written: str) -> str:
    return written.removesuffix(".md")


def _chapters(
    chapters: tuple[Chapter, ...], place: Place, document: Document, above: Entry
) -> Iterator[Entry]:
    for number, chapter in enumerate(chapters):
        here = (*place, number)
        depth, parent = (above.depth + 1, above.name) if above.name else (0, None)
        line = document.line((*here, "file"))
        entry = Entry(_name(chapter.file), line, above.part, depth, parent, chapter.title)
        yield entry
        yield from _chapters(chapter.sections, (*here, "sections"), document, entry)


def toc_faults(
    found: tuple[Entry, ...], files: frozenset[PurePosixPath], path: PurePosixPath
) -> Iterator[Fault]:
    """Yield a fault for each page that is listed twice or is not there."""
    first: dict[str, int] = {}
    nearly = {str(file).lower(): file for file in files}
    for entry in found:
        if str(entry.path) != f"{entry.name}.md":
            says = f"The page `{entry.name}` is not named by its plain path."
            yield Fault(path, entry.line, "Y502", says, f"Write {entry.path.with_suffix('')}.")
        elif entry.name in first:
            before = first[entry.name]
            says = f"The page `{entry.name}` is listed twice: first on line {before}."
            yield Fault(path, entry.line, "Y501", says, "Keep one of the two.")
        elif entry.path not in files:
            says = f"The page `{entry.name}` is not there."
            remedy = _remedy(entry.path, nearly.get(f"{entry.name.strip()}.md".lower()))
            yield Fault(path, entry.line, "Y502", says, remedy)
        first.setdefault(entry.name, entry.line)


def _remedy(page: PurePosixPath, near: PurePosixPath | None) -> str:
    """Return what to do about a page that is not there."""
    if near:
        return f"Write {near.with_suffix('')}."
    if page.is_absolute() or ".." in page.parts:
        return "Name a page inside the course, or remove the line."
    if len(page.parts) > 1 and page.parts[0] not in ROOMS:
        return "Put it into book, facilitator_guide or modules, or remove the line."
    return f"Write {page}, or remove the line."
