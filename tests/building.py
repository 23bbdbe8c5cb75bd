"""The book as a writer builds it, and what is published then."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

LESSON = "modules/active-listening/saying-it-back"
ALONGSIDE = Path(sys.executable).with_name("alongside")


def build(course: Path, out: Path | None = None, **environment: str):
    """Run the command as a writer would; return what it said."""
    command = [ALONGSIDE, "build", course, *(["--out", out] if out else [])]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1", **environment},
    )


def tree(site: Path) -> dict[str, str]:
    """Return file → hash of all that is published."""
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != ".buildinfo"
    }


def page(course: Path, name: str) -> str:
    return (course / "_build/html" / f"{name}.html").read_text("utf-8")


def append(course: Path, name: str, words: str) -> int:
    """Write words at the end of a page; return the line they begin on."""
    path = course / f"{name}.md"
    text = path.read_text("utf-8").rstrip("\n") + "\n\n"
    path.write_text(text + words + "\n", "utf-8")
    return text.count("\n") + 1
