"""The files of a course folder: which there are, and their bytes. Bounded; follows no links."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from alongside.faults import Fault

if TYPE_CHECKING:
    from pathlib import Path

ROOMS = ("book", "campus", "facilitator_guide", "modules", "quizzes", "role_plays")
"""The folders that belong to a course; everything else beside them is not looked at."""
MAX_FILES = 2_000
MAX_DEPTH = 8
MAX_ENTRIES = 2 * MAX_FILES
"""Entries looked at in one folder."""
DATA_SUFFIXES = frozenset({".bib", ".md", ".yml", ".yaml"})


@dataclass(frozen=True)
class Folder:
    """The files of a course.

    Attributes:
        root: The folder on disk, links in its own path followed.
        files: Its plain files, relative to it.
        faults: What in it cannot be used.

    """

    root: Path
    files: frozenset[PurePosixPath]
    faults: tuple[Fault, ...]


def look_through(root: Path) -> Folder:
    """Return the files of the course folder and what in it cannot be used."""
    try:
        home = root.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        home = root
    walk = _Walk(home)
    while walk.waiting and len(walk.files) <= MAX_FILES:
        walk.look_into(walk.waiting.pop())
    if len(walk.files) > MAX_FILES:
        says = f"The course holds more than {MAX_FILES:,} files."
        fault = Fault(PurePosixPath(), 0, "Y306", says, "Keep only the course in this folder.")
        return Folder(home, frozenset(), (fault,))
    return Folder(home, frozenset(walk.files), tuple(sorted(walk.faults)))


@dataclass
class _Walk:
    """The walk through a folder: what was found so far, and where to look next."""

    home: Path
    files: set[PurePosixPath] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    waiting: list[PurePosixPath] = field(default_factory=lambda: [PurePosixPath()])

    def fault(self, path: PurePosixPath, code: str, says: str, remedy: str) -> None:
        """Keep a fault about a file or folder as a whole."""
        self.faults.append(Fault(path, 0, code, says, remedy))

    def look_into(self, place: PurePosixPath) -> None:
        """Take every entry of one folder."""
        try:
            with os.scandir(self.home / place) as found:
                entries = list(islice(found, MAX_ENTRIES))
        except (OSError, ValueError) as error:
            missing = isinstance(error, FileNotFoundError | NotADirectoryError | ValueError)
            if missing:
                remedy = "Name the folder that holds course.yml."
                self.fault(place, "Y301", "There is no such folder.", remedy)
            else:
                remedy = "Check who may read it."
                self.fault(place, "Y301", "The folder cannot be opened.", remedy)
            return
        for entry in entries:
            if _is_ours(entry.name, place):
                self.take(entry, place / entry.name)

    def take(self, entry: os.DirEntry[str], path: PurePosixPath) -> None:
        """Put the entry where it belongs: a file, a folder to look into, or a fault."""
        if entry.is_symlink():
            says = "A link is used in place of a file."
            self.fault(path, "Y303", says, "Put the file itself here.")
        elif entry.is_file(follow_symlinks=False) and str(path) in ROOMS:
            says = "A file stands where a folder should."
            self.fault(path, "Y304", says, "Rename it, or put the folder in its place.")
        elif entry.is_file(follow_symlinks=False):
            self.files.add(path)
        elif not entry.is_dir(follow_symlinks=False):
            self.fault(path, "Y304", "This is not a plain file.", "Remove it.")
        elif path.suffix in DATA_SUFFIXES:
            says = "A folder stands where a file should."
            self.fault(path, "Y304", says, "Rename it, or put a file in its place.")
        elif len(path.parts) > MAX_DEPTH:
            says = f"Folders are nested more than {MAX_DEPTH} deep."
            self.fault(path, "Y306", says, "Move the files up.")
        else:
            self.waiting.append(path)


def _is_ours(name: str, place: PurePosixPath) -> bool:
    """Return whether an entry belongs to the course and not to what stands around it."""
    if name.startswith(".") or name in {"_build", "__pycache__"}:
        return False
    return bool(place.parts) or name in ROOMS or PurePosixPath(name).suffix in DATA_SUFFIXES


def read_bytes(folder: Folder, path: PurePosixPath, limit: int) -> bytes | Fault:
    """Return the file's bytes, at most one over the limit, or the fault that prevents it."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(folder.root / path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return Fault(path, 0, "Y304", "This is not a plain file.", "Remove it.")
            return file.read(limit + 1)
    except OSError:
        says = "The file cannot be read."
        return Fault(path, 0, "Y305", says, "Check that it is there and who may read it.")
