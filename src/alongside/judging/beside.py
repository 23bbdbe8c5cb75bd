"""Proofs made by other processes, while this one asks the rules."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from threading import Thread

from alongside.judging.judge import verdict, verdicts
from alongside.proof import Verdict
from alongside.reading.load import Loaded

# Only a fork has the course without reading it again, and only on Linux is a fork safe.
_CAN_FORK = sys.platform == "linux"
_MOST = 4
"""Processes; a course is proved in some seconds."""

_course: Loaded | None = None
"""The course that a process beside this one proves."""


@contextmanager
def proved_beside(loaded: Loaded) -> Iterator[Iterator[Verdict]]:
    """Give what the prover says of each role-play, in their order, from processes beside this.

    With one processor, or where none can be forked, each is proved when it is asked for.
    """
    others = min((os.cpu_count() or 1) - 1, _MOST, len(loaded.role_plays))
    if not _CAN_FORK or others < 1:
        yield verdicts(loaded)
        return
    fork = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(others, fork, initializer=_begin, initargs=(loaded,))
    try:
        # What is forked here never hears Ctrl-C: it is answered once, by the command.
        heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            found = pool.map(_verdict, loaded.role_plays)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, heard)
        yield found
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(loaded: Loaded) -> None:
    global _course  # noqa: PLW0603 - one course for the life of the process
    _course = loaded
    Thread(target=_go_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _go_with(command: BaseProcess | None) -> None:
    """End this process when the command is gone: nobody would ask it for anything again."""
    assert command is not None  # noqa: S101 - we were forked
    command.join()
    os._exit(1)


def _verdict(name: str) -> Verdict:
    assert _course is not None  # noqa: S101 - set before the first name comes
    return verdict(_course, _course.role_plays[name])
