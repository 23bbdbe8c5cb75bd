"""When the text of each page was last changed, from git where there is git."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import TYPE_CHECKING

from alongside.render.course import MONTHS

if TYPE_CHECKING:
    from pathlib import Path


def last_changed(source: Path) -> dict[str, str]:
    """Return the day of its last commit, in words, by the path of each file.

    It is empty where there is no git. A shallow copy would give every file the same day, so
    that it counts as not known too.
    """
    if _git(source, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    found: dict[str, str] = {}
    day = ""
    asked = ("log", "--date=short", "--format=%x00%cd", "--name-only", "--relative")
    for line in _git(source, *asked).split("\n"):
        if line.startswith("\0"):
            day = _in_words(date.fromisoformat(line[1:]))
        elif line:
            found.setdefault(line, day)
    return found


def _in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _git(source: Path, *asked: str) -> str:
    command = ["git", "-C", str(source), "-c", "core.quotepath=off", *asked]
    try:
        told = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except OSError:
        return ""
    # A name of any bytes may stand in a history: it must not stop a build.
    return "" if told.returncode else told.stdout.decode("utf-8", "replace")
