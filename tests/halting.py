"""Commands that are started, and told to stop while they work."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from alongside import stopping

SOURCE = Path(stopping.__file__).parents[1]


@contextmanager
def starting():
    """Yield what starts a command as a terminal does: in a group that hears Ctrl-C."""
    begun = []

    def start(*words, program=sys.executable, **variables):
        process = subprocess.Popen(
            [program, *words],
            env={**os.environ, "PYTHONPATH": str(SOURCE), **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            # Whoever started the tests may have told them to ignore Ctrl-C.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
        )
        begun.append(process)
        return process

    yield start
    for process in begun:
        with process:
            if process.poll() is None:  # the test has failed
                os.killpg(process.pid, signal.SIGKILL)


def stopped(process):
    """Press Ctrl-C; return the exit code and what was told on stderr."""
    os.killpg(process.pid, signal.SIGINT)
    return ended(process)


def stopped_by_any_thread(process):
    """Press Ctrl-C, where the machine hands it to a thread that is not the main one."""
    threads = Path(f"/proc/{process.pid}/task")
    if threads.is_dir():
        listening = [int(each.name) for each in threads.iterdir() if _listens(each)]
        os.kill(max(listening), signal.SIGINT)
        return ended(process)
    return stopped(process)


def _listens(thread):
    """Return whether the thread would take Ctrl-C: SigBlk has a bit for each it would not."""
    (blocked,) = re.findall(r"SigBlk:\s*([0-9a-f]+)", (thread / "status").read_text())
    return not int(blocked, 16) >> (signal.SIGINT - 1) & 1


def terminated(process):
    """Ask only the command to end, as a service does; return the same."""
    process.terminate()
    return ended(process)


def ended(process):
    _, told = process.communicate(timeout=60)
    return process.returncode, told


def until(true):
    for _ in range(600):
        if found := true():
            return found
        time.sleep(0.1)
    raise AssertionError


def is_gone(pid):
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    return False
