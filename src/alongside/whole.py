"""A file put in place in one step: whoever looks finds the old one whole, or the new one."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write the file beside its place and move it there; take it back where that fails.

    Raises:
        OSError: It could not be written. What stood there before still does.

    """
    beside = path.with_name(f".new-{path.name}")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
