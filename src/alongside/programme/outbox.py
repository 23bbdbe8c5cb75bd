"""A folder written whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from alongside.reading.folder import ROOMS

PLANS, AGENDA = ".alongside-plans", ".alongside-agenda"
"""Files by which a command knows a folder as its own; each lists what else it put there."""
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
_PUBLISHED = {(room,) for room in (*ROOMS, "_build")}
"""Where in the course folder things are read from, or served."""


def is_kept_by_windows(name: str) -> bool:
    """Return whether Windows keeps the name for a device, whatever ending it is given."""
    return _DEVICE.fullmatch(name.partition(".")[0].lower()) is not None


class RefusedError(Exception):
    """The folder must not be written; the message says why and what to do."""


def write_folder(
    out: Path, files: Mapping[str, str], *, mark: str, source: Path, course: Path
) -> None:
    """Put the files into the folder, which then holds nothing else.

    They are written beside it and moved in one step, so that a stop on the way leaves the old
    folder as it was. What a stop left behind is cleared away the next time.

    Args:
        out: The folder; new, or one of ours. Others on the computer cannot look into it.
        files: Name → text.
        mark: ``PLANS`` or ``AGENDA``; a folder of the other kind is not replaced.
        source: The file that was read, which must not be overwritten.
        course: The course folder, whose own folders are not written to.

    Raises:
        RefusedError: The folder is not ours, or is part of the course, or would be published.

    """
    _refuse(out, mark, source, course)
    out = out.absolute()
    fresh, old = out.with_name(f".{out.name}.new"), out.with_name(f".{out.name}.old")
    for left in (fresh, old):
        _clear(left, mark)
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh.mkdir(mode=0o700)
    try:
        for name, text in {mark: "\n".join(files), **files}.items():
            _write(fresh / name, text)
        if out.exists():
            out.rename(old)
        fresh.rename(out)
    except BaseException:
        if old.exists() and not out.exists():
            old.rename(out)
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _clear(left: Path, mark: str) -> None:
    """Remove what a stopped run left behind; refuse what is not ours."""
    if _is_ours(left, mark):
        shutil.rmtree(left)
    elif left.is_symlink() or left.exists():
        raise RefusedError(f"{left} is in the way and is not ours. Move it elsewhere.")


def _is_ours(folder: Path, mark: str) -> bool:
    return not folder.is_symlink() and folder.is_dir() and (folder / mark).is_file()


def _strange(folder: Path, mark: str) -> list[str]:
    """Return what stands in a folder of ours that we did not put there."""
    ours = {mark, *(folder / mark).read_text("utf-8", "replace").splitlines()}
    return sorted(path.name for path in folder.iterdir() if path.name not in ours)


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _refuse(out: Path, mark: str, source: Path, course: Path) -> None:
    if out.is_symlink():
        raise RefusedError(f"{out} is a link. Name a real folder.")
    if out.exists() and not _is_ours(out, mark):
        raise RefusedError(f"{out} is there and is not ours. Name a new folder.")
    if out.exists() and (strange := _strange(out, mark)):
        raise RefusedError(
            f"{out} holds {strange[0]}, which we did not write. Move it elsewhere, "
            "or name a new folder."
        )
    here, home = out.resolve(), course.resolve()
    if here == Path.home().resolve() or source.resolve().is_relative_to(here):
        raise RefusedError(f"{out} holds what you are working on. Name a new folder.")
    if here.is_relative_to(home) and here.relative_to(home).parts[:1] in _PUBLISHED:
        raise RefusedError(f"{out} becomes part of the site, for all to read. Name another.")
