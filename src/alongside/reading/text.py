"""Bytes as text, the same for every kind of file."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from alongside.faults import Fault

if TYPE_CHECKING:
    from pathlib import PurePosixPath


def decoded(raw: bytes, path: PurePosixPath, first_line: int = 1) -> str | Fault:
    """Return the text with plain line ends and no byte order mark, or the fault instead.

    Args:
        raw: The file as it stands on disk, or a part of one.
        path: The file's name in the fault.
        first_line: The line on which ``raw`` starts in that file.

    """
    try:
        text = raw.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return _refused(path, first_line + raw.count(b"\n", 0, error.start))
    if _is_utf_16(raw):
        return _refused(path, first_line)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_utf_16(raw: bytes) -> bool:
    """Return whether about every other byte is NUL, which is UTF-8 too: there is no mark."""
    return 3 * raw.count(0) > len(raw)


def _refused(path: PurePosixPath, line: int) -> Fault:
    return Fault(path, line, "Y113", "The file is not UTF-8 text.", "Save it again as UTF-8.")
