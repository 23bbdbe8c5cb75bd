"""A folder written whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

MARK = ".alongside-plans"
"""The file by which we know a folder as ours, and may replace it."""


class RefusedError(Exception):
    """The folder must not be written; the message says why and what to do."""


def write_folder(out: Path, files: Mapping[str, str], source: Path) -> None:
    """Put the files into the folder, which then holds nothing else.

    They are written beside it and moved in one step, so that a stop on the way leaves the old
    folder as it was.

    Args:
        out: The folder; new, or one of ours.
        files: Name → text.
        source: The file that was read, which must not be overwritten.

    Raises:
        RefusedError: The folder is not ours, or holds the course or the source.

    """
    _refuse(out, source)
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    old = fresh.with_name(f"{fresh.name}-old")
    try:
        for name, text in {**files, MARK: ""}.items():
            _write(fresh / name, text)
        fresh.chmod(0o755)
        if out.exists():
            out.rename(old)
        fresh.rename(out)
    except BaseException:
        if old.exists() and not out.exists():
            old.rename(out)
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _refuse(out: Path, source: Path) -> None:
    if out.is_symlink():
        raise RefusedError(f"{out} is a link. Name a real folder.")
    if out.exists() and not (out.is_dir() and (out / MARK).is_file()):
        raise RefusedError(f"{out} is there and is not ours. Name a new folder.")
    here = out.resolve()
    if here == Path.home().resolve() or source.resolve().is_relative_to(here):
        raise RefusedError(f"{out} holds what you are working on. Name a new folder.")
