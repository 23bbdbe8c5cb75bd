"""The files of a course folder: which there are, and their bytes. Bounded; follows no links."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from alongside.faults import Fault

ROOMS = ("book", "campus", "facilitator_guide", "modules", "quizzes", "role_plays")
"""The folders that belong to a course; everything else beside them is not looked at."""
MAX_FILES = 2_000
MAX_DEPTH = 8
_ROOT_SUFFIXES = {".bib", ".md", ".yml", ".yaml"}


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
    faults: list[Fault] = []
    files: set[PurePosixPath] = set()
    here = PurePosixPath()
    try:
        home = root.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        home = root
    waiting = [(here, 0)]
    while waiting:
        place, depth = waiting.pop()
        for entry in _entries(home, place, faults):
            if _is_ours(entry.name, depth):
                _sort(entry, place / entry.name, depth, files, waiting, faults)
        if len(files) > MAX_FILES:
            says = f"The course holds more than {MAX_FILES:,} files."
            remedy = "Keep only the course in this folder."
            return Folder(home, frozenset(), (Fault(here, 0, "Y306", says, remedy),))
    return Folder(home, frozenset(files), tuple(sorted(faults)))


def _entries(home: Path, place: PurePosixPath, faults: list[Fault]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(home / place) as found:
            return [entry for entry, _ in zip(found, range(MAX_FILES * 2), strict=False)]
    except (OSError, ValueError) as error:
        missing = isinstance(error, FileNotFoundError | NotADirectoryError | ValueError)
        says = "There is no such folder." if missing else "The folder cannot be opened."
        remedy = "Name the folder that holds course.yml." if missing else "Check who may read it."
        faults.append(Fault(place, 0, "Y301", says, remedy))
        return []


def _is_ours(name: str, depth: int) -> bool:
    if name.startswith(".") or name in {"_build", "__pycache__"}:
        return False
    return depth > 0 or name in ROOMS or PurePosixPath(name).suffix in _ROOT_SUFFIXES


def _sort(  # noqa: PLR0913 - one step of the walk, with all that the walk carries
    entry: os.DirEntry[str],
    path: PurePosixPath,
    depth: int,
    files: set[PurePosixPath],
    waiting: list[tuple[PurePosixPath, int]],
    faults: list[Fault],
) -> None:
    """Put the entry where it belongs: a file, a folder to look into, or a fault."""
    if entry.is_symlink():
        says, remedy = "A link is used in place of a file.", "Put the file itself here."
        faults.append(Fault(path, 0, "Y303", says, remedy))
    elif entry.is_dir(follow_symlinks=False):
        if depth < MAX_DEPTH:
            waiting.append((path, depth + 1))
        else:
            says = f"Folders are nested more than {MAX_DEPTH} deep."
            faults.append(Fault(path, 0, "Y306", says, "Move the files up."))
    elif entry.is_file(follow_symlinks=False):
        files.add(path)
    else:
        says, remedy = "This is not a plain file.", "Remove it."
        faults.append(Fault(path, 0, "Y304", says, remedy))


def read_bytes(folder: Folder, path: PurePosixPath, limit: int) -> bytes | Fault:
    """Return the file's bytes, one more than the limit at most, or the fault that prevents it."""
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
