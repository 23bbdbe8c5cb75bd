"""What a course folder holds once it is read: frozen values, and where each thing stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from alongside.model import Bank, Campus, Checklist, Course, RolePlay, RunSheets, Shapes
from alongside.model.evidence import Evidence
from alongside.reading.page_parts import placed
from alongside.reading.pages import Page
from alongside.reading.strict_yaml import nearest_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from alongside.faults import Fault
    from alongside.model import Module, Role
    from alongside.reading.page_parts import Directive
    from alongside.reading.strict_yaml import Place, Plain
    from alongside.reading.toc import Entry

Thing = Evidence | Bank | Campus | Checklist | Course | Page | RolePlay | RunSheets | Shapes

COURSE = PurePosixPath("course.yml")
CAMPUS = PurePosixPath("campus.yml")
TOC = PurePosixPath("_toc.yml")
CONFIG = PurePosixPath("_config.yml")
WORKS = PurePosixPath("book/sources.bib")
RUN_SHEETS = PurePosixPath("facilitator_guide/run_sheets")
EVIDENCE = PurePosixPath("evidence.yml")
SHAPES = PurePosixPath("facilitator_guide/shapes.yml")
FRONT_MATTER = PurePosixPath("front matter")
"""Stands among what is unread where the front matter of some page could not be read."""


@dataclass(frozen=True, eq=False)
class Loaded:
    """A course folder, read.

    Two readings are never equal, so that what is found out about one may be kept with it.

    Attributes:
        folder: The folder on disk.
        course: ``course.yml``; None where it could not be read.
        campus: ``campus.yml`` with its preset's entries merged in; own entries win by id.
        presets: The files of ``campus/`` by name, each as it stands.
        banks: Module slug → bank, sorted.
        role_plays: Id → role-play, sorted.
        checklists: Module slug → checklist, sorted.
        run_sheets: Module slug → its sessions, sorted; what all share is there as well.
        evidence: What studies found; None where the course draws none.
        shapes: How meetings may lie in the week; None where the guide has no such file.
        toc: The pages that ``_toc.yml`` lists, in reading order, the root first.
        pages: Page name → page, in the order of ``toc``.
        config: ``_config.yml`` as plain values, to be judged and not to be built on.
        works: Key of each work in ``book/sources.bib`` → its line.
        files: Every plain file of the course, relative to the folder.
        unread: Files and folders that gave no value, so that nobody calls them missing.
        faults: All that was found while reading, sorted.

    """

    folder: Path
    course: Course | None
    campus: Campus | None
    presets: Mapping[str, Campus]
    banks: Mapping[str, Bank]
    role_plays: Mapping[str, RolePlay]
    checklists: Mapping[str, Checklist]
    run_sheets: Mapping[str, RunSheets]
    shapes: Shapes | None
    evidence: Evidence | None
    toc: tuple[Entry, ...]
    pages: Mapping[str, Page]
    config: Mapping[str, Plain]
    works: Mapping[str, int]
    files: frozenset[PurePosixPath]
    unread: frozenset[PurePosixPath]
    faults: tuple[Fault, ...]
    _lines: Mapping[PurePosixPath, Mapping[Place, int]] = field(repr=False)
    _campus_origins: Mapping[Place, tuple[bool, Place]] = field(repr=False)

    @property
    def modules(self) -> tuple[Module, ...]:
        """The modules of the course; none where it could not be read."""
        return self.course.modules if self.course else ()

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles of the course; none where it could not be read."""
        return self.course.roles if self.course else ()

    def lacks(self, name: str) -> bool:
        """Return whether the file, or some file of the folder, could not be read."""
        place = PurePosixPath(name)
        if place in {COURSE, CAMPUS, TOC, CONFIG} and place not in self.files:
            return True
        return any(place == path or place in path.parents for path in self.unread)

    def file_of(self, thing: Thing) -> PurePosixPath:
        """Return the file that the thing was read from, relative to the folder."""
        match thing:
            case Bank():
                return PurePosixPath(f"quizzes/{thing.module}.yml")
            case RolePlay():
                return PurePosixPath(f"role_plays/{thing.id}.yml")
            case Checklist():
                return PurePosixPath(f"modules/{thing.module}/checklist.yml")
            case RunSheets():
                return RUN_SHEETS / f"{thing.module}.yml"
            case Page():
                return thing.path
        single = {Campus: CAMPUS, Course: COURSE, Evidence: EVIDENCE, Shapes: SHAPES}
        return single[type(thing)]

    def questions_of(self, quiz: Directive) -> list[str]:
        """Return the ids that the directive places: those it names, or its whole bank."""
        bank = self.banks.get(quiz.argument.strip())
        named = placed(quiz.options.get("questions", ""))
        return named or [question.id for question in (bank.questions if bank else ())]

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
