"""What running a command costs: wall and CPU seconds, memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class CommandFailedError(Exception):
    """A command under measure did not end as it should; its text says how."""


@dataclass(frozen=True)
class Cost:
    """What one run cost.

    Attributes:
        wall: Seconds on the clock.
        cpu: Seconds of processor time, child processes included.
        memory: Bytes of the largest of its processes.

    """

    wall: float
    cpu: float
    memory: int


def cost(
    command: Sequence[str | Path],
    folder: Path,
    *,
    ends: Sequence[int] = (0,),
    path: Path | None = None,
) -> Cost:
    """Run a command and return what it cost.

    Args:
        command: The program and its words.
        folder: Where it is run.
        ends: Exit codes that are fine.
        path: A folder whose programs come first, such as that of another venv.

    Raises:
        CommandFailedError: It ended with another code.

    """
    started = time.monotonic()
    with (folder / "bench.log").open("w+") as log:
        running = subprocess.Popen(  # noqa: S603 - our own commands
            command, cwd=folder, env=_environment(path), stdout=log, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - started
        if running.returncode not in ends:
            log.seek(0)
            said = log.read()[-2000:]
            raise CommandFailedError(f"{command[0]} ended with {running.returncode}:\n{said}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def _environment(path: Path | None) -> Mapping[str, str]:
    """Return what a command finds around it, the same for peers and for ours.

    Compiled modules are kept, as Python does: peers come with them from their installer, and
    a machine that keeps none would compile only ours, at each command.
    """
    other = {"VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE"}
    known = {key: value for key, value in os.environ.items() if key not in other}
    if path:
        known["PATH"] = f"{path}{os.pathsep}{known.get('PATH', '')}"
    return known
