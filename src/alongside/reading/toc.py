"""The table of contents, ``_toc.yml``: the only place where the order of pages lives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from alongside.faults import Fault
from alongside.model.base import Text, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alongside.reading.strict_yaml import Document, Place


class Chapter(Value):
    """A page with the pages under it."""

    file: Text
    title: Text | None = None
    sections: tuple[Chapter, ...] = ()


class Part(Value):
    """Chapters under one caption."""

    caption: Text | None = None
    numbered: bool | None = None
    maxdepth: int | None = None
    chapters: tuple[Chapter, ...]


class TocFile(Value):
    """What ``_toc.yml`` may hold; Jupyter Book reads the same file."""

    format: Literal["jb-book"]
    root: Text
    options: dict[str, bool | int | str] | None = None
    defaults: dict[str, bool | int | str] | None = None
    chapters: tuple[Chapter, ...] = ()
    parts: tuple[Part, ...] = ()


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
    for entry in found:
        if entry.name in first:
            before = first[entry.name]
            says = f"The page `{entry.name}` is listed twice: first on line {before}."
            yield Fault(path, entry.line, "Y501", says, "Keep one of the two.")
        elif entry.path not in files:
            says = f"The page `{entry.name}` is not there."
            inside = not entry.path.is_absolute() and ".." not in entry.path.parts
            remedy = f"Write {entry.path}" if inside else "Name a page inside the course"
            remedy += ", or remove the line."
            yield Fault(path, entry.line, "Y502", says, remedy)
        first.setdefault(entry.name, entry.line)
