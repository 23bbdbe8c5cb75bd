"""A course folder as frozen values, with the line of each thing and every fault at once.

The way in for every other room::

    from pathlib import Path
    from alongside.load import load_course

    loaded = load_course(Path("."))        # never raises, whatever the folder holds
    loaded.course, loaded.campus           # Course | None, Campus | None (preset merged in)
    loaded.banks["active-listening"]       # module slug → Bank
    loaded.role_plays["exam-dread"]        # id → RolePlay
    loaded.checklists["active-listening"]  # module slug → Checklist
    loaded.pages["modules/active-listening/index"]  # in the order of _toc.yml → Page
    loaded.toc                             # every Entry of _toc.yml, the root first
    loaded.faults                          # sorted; a file with a fault is left out above
    loaded.unread                          # files that are there and gave no value

    file, line = loaded.where(bank, "questions", 3, "options", 0, "feedback")
    file, line = loaded.where("course.yml", "roles", 2, "track", 1)

``where`` takes a value of the model, a page, or the name of a file; then keys and indices as
they stand in the file. It answers with the nearest line it knows, never with an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

from alongside.campus_profile import merged
from alongside.faults import Fault
from alongside.folder import look_through, read_bytes
from alongside.model import Bank, Campus, Checklist, Course, RolePlay
from alongside.pages import MAX_PAGE_BYTES, Page, read_page
from alongside.shapes import shape
from alongside.strict_yaml import MAX_BYTES, Document, nearest_line, read_yaml
from alongside.toc import Entry, TocFile, entries, toc_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from alongside.folder import Folder
    from alongside.strict_yaml import Place, Plain

Shaped = TypeVar("Shaped", bound=BaseModel)
Thing = Bank | Campus | Checklist | Course | Page | RolePlay

COURSE = PurePosixPath("course.yml")
CAMPUS = PurePosixPath("campus.yml")
TOC = PurePosixPath("_toc.yml")
CONFIG = PurePosixPath("_config.yml")
WORKS = PurePosixPath("book/sources.bib")
_WORK = re.compile(r"^[ \t]*@\w+[ \t]*\{[ \t]*([^\s,{}]+)[ \t]*,", re.MULTILINE)


@dataclass(frozen=True)
class Loaded:
    """A course folder, read.

    Attributes:
        folder: The folder on disk.
        course: ``course.yml``; None where it could not be read.
        campus: ``campus.yml`` with its preset's entries merged in; own entries win by id.
        presets: The files of ``campus/`` by name, each as it stands.
        banks: Module slug → bank, sorted.
        role_plays: Id → role-play, sorted.
        checklists: Module slug → checklist, sorted.
        toc: The pages that ``_toc.yml`` lists, in reading order, the root first.
        pages: Page name → page, in the order of ``toc``.
        config: ``_config.yml`` as plain values, to be judged and not to be built on.
        works: Key of each work in ``book/sources.bib`` → its line.
        files: Every plain file of the course, relative to the folder.
        unread: Files that are there and gave no value, so that nobody calls them missing.
        faults: All that was found while reading, sorted.

    """

    folder: Path
    course: Course | None
    campus: Campus | None
    presets: Mapping[str, Campus]
    banks: Mapping[str, Bank]
    role_plays: Mapping[str, RolePlay]
    checklists: Mapping[str, Checklist]
    toc: tuple[Entry, ...]
    pages: Mapping[str, Page]
    config: Mapping[str, Plain]
    works: Mapping[str, int]
    files: frozenset[PurePosixPath]
    unread: frozenset[PurePosixPath]
    faults: tuple[Fault, ...]
    _lines: Mapping[PurePosixPath, Mapping[Place, int]] = field(repr=False)
    _campus_origins: Mapping[Place, tuple[bool, Place]] = field(repr=False)

    def file_of(self, thing: Thing) -> PurePosixPath:
        """Return the file that the thing was read from, relative to the folder."""
        match thing:
            case Bank():
                return PurePosixPath(f"quizzes/{thing.module}.yml")
            case RolePlay():
                return PurePosixPath(f"role_plays/{thing.id}.yml")
            case Checklist():
                return PurePosixPath(f"modules/{thing.module}/checklist.yml")
            case Campus():
                return CAMPUS
            case Course():
                return COURSE
        return thing.path

    def where(
        self, thing: Thing | PurePosixPath | str, *place: str | int
    ) -> tuple[PurePosixPath, int]:
        """Return the file and the line of the place in the thing, or the nearest known line."""
        if isinstance(thing, Campus):
            return self._where_campus(place)
        file = PurePosixPath(thing) if isinstance(thing, str | PurePosixPath) else None
        file = file or self.file_of(thing)  # type: ignore[arg-type]
        return file, nearest_line(self._lines.get(file, {}), place)

    def _where_campus(self, place: Place) -> tuple[PurePosixPath, int]:
        file = CAMPUS
        for length in range(len(place), 0, -1):
            if place[:length] in self._campus_origins:
                from_preset, origin = self._campus_origins[place[:length]]
                place = (*origin, *place[length:])
                if from_preset and self.campus is not None:
                    file = PurePosixPath(f"campus/{self.campus.preset}.yml")
                break
        return file, nearest_line(self._lines.get(file, {}), place)


def load_course(folder: Path) -> Loaded:
    """Return all that the folder holds and every fault found on the way. Never raises."""
    return _Reader(look_through(folder)).loaded()


class _Reader:
    """Reads the files of one folder; holds lines and faults so far."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.lines: dict[PurePosixPath, Mapping[Place, int]] = {}
        self.unread: set[PurePosixPath] = set()
        self.faults = list(folder.faults)

    def loaded(self) -> Loaded:
        course = self.one(COURSE, Course) if self.needs(COURSE) else None
        presets = self.many("campus", Campus, lambda file, _: file.stem)
        campus, origins = self.campus(presets)
        banks = self.many("quizzes", Bank, lambda _, bank: bank.module)
        role_plays = self.many("role_plays", RolePlay, lambda _, play: play.id)
        checklists = self.checklists()
        toc = self.toc()
        pages = self.pages(toc)
        config = self.document(CONFIG) if CONFIG in self.folder.files else None
        return Loaded(
            folder=self.folder.root,
            course=course,
            campus=campus,
            presets=MappingProxyType(presets),
            banks=MappingProxyType(banks),
            role_plays=MappingProxyType(role_plays),
            checklists=MappingProxyType(checklists),
            toc=toc,
            pages=MappingProxyType(pages),
            config=MappingProxyType(
                config.value if config and isinstance(config.value, dict) else {}
            ),
            works=MappingProxyType(self.works()),
            files=self.folder.files,
            unread=frozenset(self.unread),
            faults=tuple(sorted(set(self.faults))),
            _lines=MappingProxyType(self.lines),
            _campus_origins=MappingProxyType(origins),
        )

    def fault(self, path: PurePosixPath, line: int, code: str, says: str, remedy: str) -> None:
        self.faults.append(Fault(path, line, code, says, remedy))

    def needs(self, path: PurePosixPath) -> bool:
        """Return whether the file is there; a course without it is a fault."""
        there = path in self.folder.files
        if not there and not any(fault.path in {path, PurePosixPath()} for fault in self.faults):
            says = f"The course has no {path.name}."
            self.fault(path, 0, "Y302", says, "Add it, or name the folder that holds it.")
        return there

    def bytes_of(self, path: PurePosixPath, limit: int) -> bytes | None:
        data = read_bytes(self.folder, path, limit)
        if isinstance(data, Fault):
            self.faults.append(data)
            self.unread.add(path)
            return None
        return data

    def document(self, path: PurePosixPath) -> Document | None:
        data = self.bytes_of(path, MAX_BYTES)
        if data is None:
            return None
        document = read_yaml(data, path)
        self.lines[path] = document.lines
        self.faults += document.faults
        return document

    def one(self, path: PurePosixPath, model: type[Shaped]) -> Shaped | None:
        document = self.document(path)
        if document is None:
            return None
        value, misfits = shape(model, document, path)
        self.faults += misfits
        if value is None:
            self.unread.add(path)
        return value

    def many(
        self, room: str, model: type[Shaped], name: Callable[[PurePosixPath, Shaped], str]
    ) -> dict[str, Shaped]:
        """Return the values of a folder's files by name, which must be the file's own."""
        found: dict[str, Shaped] = {}
        for path in self.yaml_files(PurePosixPath(room)):
            value = self.one(path, model)
            if value is not None and self.is_named(path, path.stem, name(path, value)):
                found[path.stem] = value
        return found

    def is_named(self, path: PurePosixPath, needed: str, written: str) -> bool:
        if needed == written:
            return True
        key = "id" if path.parts[0] == "role_plays" else "module"
        says = f"The file's place says `{needed}`, but its `{key}` says `{written}`."
        _, line = path, nearest_line(self.lines.get(path, {}), (key,))
        self.fault(path, line, "Y307", says, "Make the two the same.")
        self.unread.add(path)
        return False

    def yaml_files(self, room: PurePosixPath) -> Iterator[PurePosixPath]:
        for path in sorted(file for file in self.folder.files if file.parent == room):
            if path.suffix == ".yml":
                yield path
            elif path.suffix == ".yaml":
                self.fault(path, 0, "Y308", "The file's name ends in .yaml.", "End it in .yml.")

    def campus(
        self, presets: dict[str, Campus]
    ) -> tuple[Campus | None, Mapping[Place, tuple[bool, Place]]]:
        own = self.one(CAMPUS, Campus) if self.needs(CAMPUS) else None
        if own is None:
            return None, {}
        preset = presets.get(own.preset) if own.preset else None
        file = PurePosixPath(f"campus/{own.preset}.yml")
        if own.preset and preset is None and file not in self.unread:
            line = nearest_line(self.lines[CAMPUS], ("preset",))
            says = f"There is no preset `{own.preset}`."
            names = ", ".join(sorted(presets)) or "none yet"
            self.fault(CAMPUS, line, "Y309", says, f"The presets are: {names}.")
        both = merged(own, preset)
        return both.campus, both.origins

    def checklists(self) -> dict[str, Checklist]:
        found: dict[str, Checklist] = {}
        for path in sorted(self.folder.files):
            if path.parts[0] == "modules" and path.parts[2:] == ("checklist.yml",):
                value = self.one(path, Checklist)
                if value is not None and self.is_named(path, path.parts[1], value.module):
                    found[value.module] = value
        return found

    def toc(self) -> tuple[Entry, ...]:
        document = self.document(TOC) if self.needs(TOC) else None
        if document is None:
            return ()
        toc, misfits = shape(TocFile, document, TOC)
        self.faults += misfits
        if toc is None:
            self.unread.add(TOC)
            return ()
        found = entries(toc, document)
        self.faults += toc_faults(found, self.folder.files, TOC)
        return found

    def pages(self, toc: tuple[Entry, ...]) -> dict[str, Page]:
        found: dict[str, Page] = {}
        for entry in toc:
            if entry.path not in self.folder.files or entry.name in found:
                continue
            data = self.bytes_of(entry.path, MAX_PAGE_BYTES)
            if data is not None:
                page, faults = read_page(data, entry.path)
                self.faults += faults
                if page is None:
                    self.unread.add(entry.path)
                else:
                    self.lines[entry.path] = page.front_lines
                    found[entry.name] = page
        return found

    def works(self) -> dict[str, int]:
        data = self.bytes_of(WORKS, MAX_PAGE_BYTES) if WORKS in self.folder.files else None
        text = (data or b"").decode("utf-8", "replace")
        return {
            found[1]: 1 + text.count("\n", 0, found.start(1)) for found in _WORK.finditer(text)
        }
