"""The page ``docs/benchmarks.md``: on what, when and how it was measured, and what came out."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from copies import ROOT
from figures import Row, goal_table

INTRO = """# What Alongside costs

Written by `make bench`; change nothing here by hand.
Everything was measured in one run, in rounds that took turns.
A ratio within the run says something on any machine.
Milliseconds and seconds say something of this machine on this day.

*Static* is the same page of the same site, with each option as `<details>` and no script
of the activities.
*Floor* is the same ten questions on a page by hand, without theme, style or script.
*jupyterquiz* is such questions as executed cells of a default Jupyter Book 1.x,
with no role-play.
*H5P question set* is the same ten questions, *H5P branching scenario* the first twelve turns
of the same role-play with three replies each: both on pages with nothing else,
in the frame of the player h5p-standalone, inside which no layout shift is seen.
The types are not on npm: `bench/h5p_libraries.py` says where to lay their libraries.
*Slow* is a link of 1.6 Mbit/s with 150 ms a request and a processor four times slower,
as DevTools plays them.
The first answer is counted from navigation to the frame that shows feedback,
with clicks tried from the very start.
KB are 1,000 bytes as sent, zipped, over HTTP/2; headers are not counted.
"""
BUSY = 0.75
"""Load for each core from which other work on the machine makes times too long."""


@dataclass(frozen=True)
class Machine:
    """Where and when it ran, in words."""

    lines: tuple[str, ...]

    @classmethod
    def here(cls, before: float, rounds: str) -> Machine:
        """Return this machine.

        Args:
            before: The load when the run began.
            rounds: How often everything was measured, in words.

        """
        cores = os.cpu_count() or 1
        load = f"load {before:.1f} at the start, {os.getloadavg()[0]:.1f} at the end"
        if before / cores > BUSY:
            load += (
                ". The machine was busy with other work: times and percentiles are too long,"
                " and single ratios may be off"
            )
        packages = ", ".join(f"{name} {version(name)}" for name in ("sphinx", "jupyter-book"))
        versions = (
            f"Python {platform.python_version()}, {packages}, {_peer()}; {_chromium()};"
            f" Node {_said('node', '--version')}"
        )
        return cls(
            (
                f"Day: {datetime.now(UTC).date().isoformat()}; commit {_commit()}",
                f"Machine: {_processor()}, {cores} cores; {load}",
                f"Versions: {versions}",
                f"Command: `make bench`, which runs `bench/run.py`; {rounds}",
            )
        )


def page(rows: Sequence[Row], tables: Iterable[str], machine: Machine) -> str:
    """Return the whole page."""
    missed = [row.what for row in rows if row.met is False]
    told = (
        f"Not met: {'; '.join(missed)}." if missed else "Every goal that was measured is met."
    )
    facts = "".join(f"- {line}.\n" for line in machine.lines)
    return "\n".join((INTRO, facts, f"## Goals\n\n{told}\n", goal_table(rows), *tables))


def _said(*command: str) -> str:
    told = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return told.stdout.strip()


def _commit() -> str:
    return _said("git", "-C", str(ROOT), "rev-parse", "--short", "HEAD") or "unknown"


def _chromium() -> str:
    from pages import chromium_tools  # noqa: PLC0415 - this page can be written without it

    path = chromium_tools().found()
    return _said(str(path), "--version") if path else "no browser"


def _peer() -> str:
    lock = (ROOT / "requirements/bench.lock").read_text("utf-8")
    line = next(line for line in lock.splitlines() if line.startswith("jupyterquiz=="))
    return line.split()[0].replace("==", " ")


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    told = info.read_text("utf-8") if info.is_file() else ""
    names = [
        line.split(":", 1)[1].strip() for line in told.splitlines() if "model name" in line
    ]
    return names[0] if names else platform.machine()
