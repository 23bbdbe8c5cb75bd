"""Proofs made by other processes, while this one asks the rules."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

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
        yield pool.map(_verdict, loaded.role_plays)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(loaded: Loaded) -> None:
    global _course  # noqa: PLW0603 - one course for the life of the process
    _course = loaded
    # Whoever presses Ctrl-C is answered once, by the command.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _verdict(name: str) -> Verdict:
    assert _course is not None  # noqa: S101 - set before the first name comes
    return verdict(_course, _course.role_plays[name])
