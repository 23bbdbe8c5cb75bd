"""Reads the files of a course folder one by one, keeping the faults and lines of all."""

from __future__ import annotations

from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from alongside.faults import Fault
from alongside.model import Bank, Campus, Checklist, Course, RolePlay, RunSheets, Shapes
from alongside.model.evidence import Evidence
from alongside.reading.campus_profile import merged
from alongside.reading.folder import read_bytes
from alongside.reading.loaded import (
    CAMPUS,
    CONFIG,
    COURSE,
    EVIDENCE,
    FRONT_MATTER,
    RUN_SHEETS,
    SHAPES,
    TOC,
    WORKS,
    Loaded,
)
from alongside.reading.pages import MAX_PAGE_BYTES, Page, read_page
from alongside.reading.pictures import MAX_PICTURE_BYTES, picture_faults
from alongside.reading.shapes import shape
from alongside.reading.strict_yaml import MAX_BYTES, Document, nearest_line, read_yaml
from alongside.reading.toc import Entry, TocFile, entries, toc_faults
from alongside.reading.works import MAX_BIBLIOGRAPHY_BYTES, read_works

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from alongside.reading.folder import Folder
    from alongside.reading.shape_words import Words
    from alongside.reading.strict_yaml import Place, Plain

Shaped = TypeVar("Shaped", bound=BaseModel)


class Reader:
    """Reads the files of one folder; holds lines and faults so far."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.lines: dict[PurePosixPath, Mapping[Place, int]] = {}
        self.unread = {fault.path for fault in folder.faults}
        self.faults = list(folder.faults)

    def loaded(self) -> Loaded:
        """Read every file and return all that was found."""
        course = self.one(COURSE, Course) if self.check_there(COURSE) else None
        presets = self.many("campus", Campus, lambda file, _: file.stem)
        campus, origins = self.campus(presets)
        banks = self.many("quizzes", Bank, lambda _, bank: bank.module)
        role_plays = self.many("role_plays", RolePlay, lambda _, play: play.id)
        checklists = self.checklists()
        run_sheets = self.many(str(RUN_SHEETS), RunSheets, lambda _, one: one.module)
        shapes = self.one(SHAPES, Shapes) if SHAPES in self.folder.files else None
        drawn = self.one(EVIDENCE, Evidence) if EVIDENCE in self.folder.files else None
        toc = self.toc()
        pages = self.pages(toc)
        config = self.config()
        self.look_at_pictures()
        return Loaded(
            folder=self.folder.root,
            course=course,
            campus=campus,
            presets=MappingProxyType(presets),
            banks=MappingProxyType(banks),
            role_plays=MappingProxyType(role_plays),
            checklists=MappingProxyType(checklists),
            run_sheets=MappingProxyType(run_sheets),
            shapes=shapes,
            evidence=drawn,
            toc=toc,
            pages=MappingProxyType(pages),
            config=MappingProxyType(config),
            works=MappingProxyType(self.works()),
            files=self.folder.files,
            unread=frozenset(self.unread),
            faults=tuple(sorted(set(self.faults))),
            _lines=MappingProxyType(self.lines),
            _campus_origins=MappingProxyType(origins),
        )

    def fault(self, path: PurePosixPath, line: int, code: str, words: Words) -> None:
        """Keep a fault; the words are its sentence and its remedy."""
        self.faults.append(Fault(path, line, code, *words))

    def check_there(self, path: PurePosixPath) -> bool:
        """Return whether a file is there that every course has; if not, a fault is kept."""
        there = path in self.folder.files
        told = {fault.path for fault in self.faults} & {path, PurePosixPath()}
        if not there and not told:
            says = f"The course has no {path.name}."
            alike = {PurePosixPath(f"{path.stem}.yaml"), path}
            named = {PurePosixPath(str(one).lower()): one for one in self.folder.files}
            near = [named[one] for one in alike if one in named]
            remedy = (
                f"Rename {near[0]}."
                if near
                else "Add it, or name the folder that holds course.yml."
            )
            self.fault(path, 0, "Y302", (says, remedy))
        return there

    def bytes_of(self, path: PurePosixPath, limit: int) -> bytes | None:
        """Return the file's bytes, or None once a fault says why not."""
        data = read_bytes(self.folder, path, limit)
        if isinstance(data, Fault):
            self.faults.append(data)
            self.unread.add(path)
            return None
        return data

    def document(self, path: PurePosixPath) -> Document | None:
        """Return what a YAML file says, or None where it cannot be opened."""
        data = self.bytes_of(path, MAX_BYTES)
        if data is None:
            return None
        document = read_yaml(data, path)
        self.lines[path] = document.lines
        self.faults += document.faults
        return document

    def one(self, path: PurePosixPath, model: type[Shaped]) -> Shaped | None:
        """Return the file as a value, or None once faults say why not."""
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
            if value is not None and self.check_name(path, path.stem, name(path, value)):
                found[path.stem] = value
        return found

    def check_name(self, path: PurePosixPath, needed: str, written: str) -> bool:
        """Return whether a file's place and its own name agree; if not, a fault is kept."""
        if needed == written:
            return True
        key = "id" if path.parts[0] == "role_plays" else "module"
        says = f"The file's place says `{needed}`, but its `{key}` says `{written}`."
        line = nearest_line(self.lines.get(path, {}), (key,))
        self.fault(path, line, "Y307", (says, "Make the two the same."))
        self.unread.add(path)
        return False

    def yaml_files(self, room: PurePosixPath) -> Iterator[PurePosixPath]:
        """Yield the YAML files of one folder, sorted."""
        for path in sorted(file for file in self.folder.files if room in file.parents):
            if path.suffix.lower() not in {".yaml", ".yml"}:
                continue
            if path.parent != room:
                says = f"A data file stands deeper than {room}/, where nobody looks."
                self.fault(path, 0, "Y310", (says, f"Move it up into {room}/."))
            elif path.suffix == ".yml":
                yield path
            else:
                says = f"The file's name ends in {path.suffix}."
                self.fault(path, 0, "Y308", (says, "End it in .yml."))
                self.unread.add(path)

    def campus(
        self, presets: dict[str, Campus]
    ) -> tuple[Campus | None, Mapping[Place, tuple[bool, Place]]]:
        """Return the campus profile with its preset, and where each entry comes from."""
        own = self.one(CAMPUS, Campus) if self.check_there(CAMPUS) else None
        if own is None:
            return None, {}
        preset = presets.get(own.preset) if own.preset else None
        file = PurePosixPath(f"campus/{own.preset}.yml")
        if own.preset and preset is None and file not in self.unread:
            line = nearest_line(self.lines[CAMPUS], ("preset",))
            says = f"There is no preset `{own.preset}`."
            names = ", ".join(sorted(presets)) or "none yet"
            self.fault(CAMPUS, line, "Y309", (says, f"The presets are: {names}."))
            self.unread.add(file)
        if preset and preset.preset:
            line = nearest_line(self.lines[file], ("preset",))
            says = "A preset builds on another preset."
            self.fault(file, line, "Y309", (says, "Remove the key `preset` here."))
        both = merged(own, preset)
        return both.campus, both.origins

    def checklists(self) -> dict[str, Checklist]:
        """Return the observed checklists by module."""
        found: dict[str, Checklist] = {}
        for path in sorted(self.folder.files):
            if path.parts[0] == "modules" and path.parts[2:] == ("checklist.yml",):
                value = self.one(path, Checklist)
                if value is not None and self.check_name(path, path.parts[1], value.module):
                    found[value.module] = value
        return found

    def toc(self) -> tuple[Entry, ...]:
        """Return the pages of the table of contents in reading order."""
        document = self.document(TOC) if self.check_there(TOC) else None
        if document is None:
            return ()
        toc, misfits = shape(TocFile, document, TOC)
        self.faults += misfits
        if toc is None:
            self.unread.add(TOC)
            return ()
        found = entries(toc, document)
        self.faults += toc_faults(found, self.folder.files, TOC)
        self.unread |= {entry.path for entry in found if entry.path not in self.folder.files}
        return found

    def pages(self, toc: tuple[Entry, ...]) -> dict[str, Page]:
        """Return the pages by name, in reading order."""
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
                    self.unread |= {FRONT_MATTER} if page.headless else set()
                    self.lines[entry.path] = page.front_lines
                    found[entry.name] = page
        return found

    def look_at_pictures(self) -> None:
        """Keep the faults of pictures in which a script could stand."""
        for path in sorted(self.folder.files):
            if path.suffix.lower() == ".svg":
                data = self.bytes_of(path, MAX_PICTURE_BYTES)
                if data is not None:
                    self.faults += picture_faults(data, path)

    def config(self) -> dict[str, Plain]:
        """Return the configuration of the book; empty where it cannot be read."""
        document = self.document(CONFIG) if self.check_there(CONFIG) else None
        if document and document.built and isinstance(document.value, dict):
            return document.value
        if document and document.built:
            words = ("The file is not made of keys with values.", "Write keys with values.")
            self.fault(CONFIG, 1, "Y203", words)
        self.unread |= {CONFIG} & self.folder.files
        return {}

    def works(self) -> dict[str, int]:
        """Return the keys of the bibliography with their lines; none where it is not read."""
        there = WORKS in self.folder.files
        data = self.bytes_of(WORKS, MAX_BIBLIOGRAPHY_BYTES) if there else None
        if data is None:
            return {}
        works, faults = read_works(data, WORKS)
        self.faults += faults
        if works is None or any(fault.code == "Y503" for fault in faults):
            self.unread.add(WORKS)
        return works or {}
