"""``alongside lab``: the lessons as notebooks, opened in JupyterLab on this machine only."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alongside.cli.ends import BAD_INPUT
from alongside.notebooks import notebooks
from alongside.reading.load import load_course
from alongside.whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

DESK = Path("_build", "notebooks")
"""Where in the course folder one works on notebooks: in reach of ``course.yml`` above it."""
LAID_OUT = ".laid-out.json"
"""Remembers, by its hash, each notebook as it was laid out."""
QUIET = (
    "--ServerApp.ip=127.0.0.1",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.news_url=None",
    "--LabApp.extension_manager=readonly",
)
"""On this machine only, and no word to other hosts."""


def lay_out(desk: Path, made: Mapping[str, bytes]) -> list[str]:
    """Put the notebooks on the desk; return those left alone because somebody worked in them.

    A notebook whose lesson is gone stays, too: it may hold what somebody wrote.
    """
    desk.mkdir(parents=True, exist_ok=True)
    laid = _remembered(desk)
    kept = []
    try:
        for name, content in made.items():
            path = desk / name
            there = path.read_bytes() if path.is_file() else None
            if there is not None and _hash(there) not in {laid.get(name), _hash(content)}:
                kept.append(name)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)
            laid[name] = _hash(content)
    finally:  # a run that stopped half-way knows its own the next time
        write_whole(desk / LAID_OUT, json.dumps(laid, indent=1).encode())
    return kept


def _remembered(desk: Path) -> dict[str, str]:
    try:
        found = json.loads((desk / LAID_OUT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


@click.command("lab")
@click.argument(
    "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default="."
)
def lab_command(folder: Path) -> None:
    """Open the lessons of the course in FOLDER as notebooks.

    They are laid out in _build/notebooks. One that you changed is left as it is.
    """
    loaded = load_course(folder)
    if loaded.course is None or not (made := notebooks(loaded)):
        click.echo(
            "No lessons were found: run `alongside check` in the course folder.", err=True
        )
        raise SystemExit(BAD_INPUT)
    if find_spec("jupyterlab") is None:
        click.echo("JupyterLab is not installed: `make lab` sees to it.", err=True)
        raise SystemExit(BAD_INPUT)
    desk = loaded.folder / DESK
    for name in lay_out(desk, made):
        click.echo(f"Left as you changed it: {os.path.relpath(desk / name)}")
    # In a container one often is root, which Jupyter else refuses; it listens here only.
    root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    command = [sys.executable, "-m", "jupyterlab", *QUIET, *root]
    raise SystemExit(subprocess.run(command, cwd=desk, check=False).returncode)  # noqa: S603
