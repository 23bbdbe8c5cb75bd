"""Rosters: who is in the programme, in which role and cohort, from a CSV file."""

from __future__ import annotations

import csv
import io
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from alongside.faults import Fault
from alongside.model import Course, Role
from alongside.programme.cells import unguarded
from alongside.programme.tracks import role_named
from alongside.reading.text import decoded

COLUMNS = ("id", "name", "role", "cohort")
MAX_BYTES = 8 * 1024 * 1024
MAX_PEOPLE = 20_000
MAX_CELL = 200
MAX_COLUMNS = 40
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_CONTROL = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_FIRST_ROW = f"The first row names the columns, with commas between: {', '.join(COLUMNS)}."
_OF_THEIR_OWN = "Give each person an id of their own; capitals make no difference."
_DELIMITERS = ",;\t"


@dataclass(frozen=True)
class Person:
    """One row of the roster."""

    id: str
    name: str
    role: Role
    cohort: str


@dataclass(frozen=True)
class Roster:
    """Everybody, and everything wrong with the file; nobody is read from a row with a fault."""

    people: tuple[Person, ...]
    faults: tuple[Fault, ...]

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults that must be mended before plans can be made."""
        return tuple(fault for fault in self.faults if not fault.warning)


def read_roster(path: Path, course: Course) -> Roster:
    """Return the people of a roster and every fault in it. Never raises.

    Faults tell row numbers, never names, since they may end up in a log.
    """
    reading = _Reading(PurePosixPath(path.name), course)
    text = reading.text(path)
    people = tuple(reading.people(text)) if text is not None else ()
    return Roster(people, tuple(sorted(reading.faults)))


class _Reading:
    """The reading of one file: what was found wrong so far."""

    def __init__(self, path: PurePosixPath, course: Course) -> None:
        self.path = path
        self.course = course
        self.faults: list[Fault] = []

    def fault(
        self, line: int, code: str, says: str, remedy: str, *, warning: bool = False
    ) -> None:
        self.faults.append(Fault(self.path, line, code, says, remedy, warning))

    def text(self, path: Path) -> str | None:
        """Return the text of the file; ``None``, with a fault, where it cannot be used."""
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                self.fault(0, "S101", "This is not a file.", "Name a CSV file.")
                return None
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as error:
            says = f"The file cannot be read ({(error.strerror or 'no reason given').lower()})."
            self.fault(0, "S101", says, "Check the name and who may read it.")
            return None
        if len(data) > MAX_BYTES:
            self.fault(0, "S102", "The file is larger than 8 MB.", "Split it by cohort.")
            return None
        return self.decoded(data)

    def decoded(self, data: bytes) -> str | None:
        text = decoded(data, self.path)
        if isinstance(text, Fault):
            remedy = "In your spreadsheet choose “CSV UTF-8” when you save."
            self.fault(text.line, "S103", text.says, remedy)
            return None
        # A file that was saved again and again may begin with more than one mark.
        return text.lstrip("\ufeff")

    def is_printable(self, line: int, cells: Sequence[str]) -> bool:
        """Return whether the cells hold only signs that can be shown; else keep a fault."""
        printable = not any(map(_CONTROL.search, cells))
        if not printable:
            self.fault(line, "S104", "The row holds a control character.", "Remove it.")
        return printable

    def people(self, text: str) -> Iterator[Person]:
        """Yield everybody whose row is in order."""
        rows = self.rows(text)
        try:
            header_line, header = next(rows)
        except StopIteration:
            self.fault(1, "S105", "The file is empty.", _FIRST_ROW)
            return
        if not self.is_printable(header_line, header):
            return
        places = self.places(header_line, header)
        if places is None:
            return
        first: dict[str, int] = {}
        for count, (line, row) in enumerate(rows, 1):
            if count > MAX_PEOPLE:
                says = f"The roster has more than {MAX_PEOPLE:,} rows."
                self.fault(line, "S102", says, "Split it by cohort.")
                return
            if len(row) == 1:
                says = f"The row has 1 cell, and the first row has {len(header)}."
                self.fault(
                    line,
                    "S114",
                    says,
                    "Put the sign between its cells that is in the first row.",
                )
                continue
            if any(row[len(header) :]):  # what a spreadsheet adds is empty, and no fault
                says = f"The row has {len(row)} cells, and the first row has {len(header)}."
                self.fault(line, "S114", says, "Put a cell that holds a comma in quotes.")
                continue
            person = self.person(line, [row[at] if at < len(row) else "" for at in places])
            if person is not None and self.is_new(person, line, first):
                yield person
        if not first and all(fault.warning for fault in self.faults):
            self.fault(header_line, "S106", "The roster names nobody.", "Add a row a person.")

    def is_new(self, person: Person, line: int, first: dict[str, int]) -> bool:
        """Return whether nobody before has the id, and remember its line; else keep a fault."""
        before = first.setdefault(person.id.casefold(), line)
        if before != line:
            says = f"The id stands in row {before} already."
            self.fault(line, "S110", says, _OF_THEIR_OWN)
        return before == line

    def rows(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """Yield each row that is not blank with the line on which it ends."""
        first = text.lstrip().partition("\n")[0]
        delimiter = max(_DELIMITERS, key=first.count)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        begins = 1
        try:
            for row in reader:
                if any(cell.strip() for cell in row):
                    yield reader.line_num, [unguarded(cell).strip() for cell in row]
                begins = reader.line_num + 1
        except csv.Error:
            remedy = "Look for a quotation mark that is never closed, or a cell of many pages."
            self.fault(begins, "S107", "From here on this is no CSV.", remedy)

    def places(self, line: int, header: Sequence[str]) -> list[int] | None:
        """Return where each column stands; ``None``, with faults, where one does not."""
        names = [cell.casefold() for cell in header]
        if len(names) > MAX_COLUMNS:
            says = f"The roster has {len(names):,} columns."
            self.fault(line, "S102", says, f"Keep only {', '.join(COLUMNS)}.")
            return None
        missing = [name for name in COLUMNS if name not in names]
        twice = [name for name in COLUMNS if names.count(name) > 1]
        if missing:
            says = f"There is no column {' and no column '.join(missing)}."
            self.fault(line, "S108", says, _FIRST_ROW)
        if twice:
            says = f"The column {twice[0]} stands twice."
            self.fault(line, "S108", says, "Keep one of the two.")
        if missing or twice:
            # Nothing is said of the other cells: they may be those of a person.
            return None
        for name in dict.fromkeys(name for name in names if name and name not in COLUMNS):
            says = f"The column {name[:40]} is not read."
            self.fault(line, "S115", says, "Leave out what plans do not need.", warning=True)
        return [names.index(name) for name in COLUMNS]

    def person(self, line: int, cells: list[str]) -> Person | None:
        """Return the person of a row; ``None``, with faults, where the row is not in order."""
        before = len(self.faults)
        person_id, name, role_name, cohort = cells
        self.is_printable(line, cells)
        if any(len(cell) > MAX_CELL for cell in cells):
            says = f"A cell is longer than {MAX_CELL} characters."
            self.fault(line, "S109", says, "Shorten it.")
        if not _ID.fullmatch(person_id):
            says = "The id is empty or has other signs than letters, digits, . _ and -."
            self.fault(line, "S111", says, "Use for example a student number.")
        if not name:
            self.fault(line, "S112", "The row has no name.", "Fill it in.")
        role = role_named(self.course, role_name)
        if role is None:
            known = ", ".join(role.id for role in self.course.roles)
            says = "The role is not one of this course."
            self.fault(line, "S113", says, f"The roles are: {known}.")
        if role is None or len(self.faults) > before:
            return None
        return Person(person_id, name, role, cohort)
