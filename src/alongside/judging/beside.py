"""Judging by more than one process: proofs beside this one, and the rules from both ends."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from threading import Thread

from alongside.faults import Fault
from alongside.judging.judge import rule_faults, verdict, verdicts
from alongside.judging.rules import RULES
from alongside.proof import Verdict
from alongside.reading.load import Loaded
from alongside.stopping import unheard

# Only a fork has the course without reading it again, and only on Linux is a fork safe.
_CAN_FORK = sys.platform == "linux"
_MOST = 4
"""Processes; a course is judged in some seconds."""

_course: Loaded | None = None
"""The course that a process beside this one judges."""


@contextmanager
def judged_beside(loaded: Loaded) -> Iterator[tuple[Iterator[Verdict], Iterator[Fault]]]:
    """Give what the prover says of each role-play, in their order, and what the rules find.

    Processes beside this one prove; then they ask the rules from the first on, while whoever
    takes the faults asks them from the last on: what those find out about language and
    minutes, the scoreboard asks for again. With one processor, or where none can be forked,
    all is found when it is asked for.
    """
    others = min((os.cpu_count() or 1) - 1, _MOST)
    if not _CAN_FORK or others < 1:
        yield verdicts(loaded), rule_faults(loaded)
        return
    gc.freeze()  # what was read stays: nobody need look through it for what can go
    fork = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(others, fork, initializer=_begin, initargs=(loaded,))
    try:
        # What is forked here never hears Ctrl-C: it is answered once, by the command. SIGTERM
        # it hears only once it has begun, and then simply goes.
        with unheard():
            proved = pool.map(_verdict, loaded.role_plays)
            asked = {code: pool.submit(_faults, code) for code in RULES}
        yield proved, _meeting(loaded, asked)
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


def _meeting(loaded: Loaded, asked: Mapping[str, Future[list[Fault]]]) -> Iterator[Fault]:
    """Ask each rule that no other process has begun with; then take what those have found."""
    begun = []
    for code in reversed(RULES):
        if asked[code].cancel():
            yield from RULES[code].faults(loaded)
        else:
            begun.append(asked[code])
    for each in begun:
        yield from each.result()


def _begin(loaded: Loaded) -> None:
    global _course  # noqa: PLW0603 - one course for the life of the process
    _course = loaded
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    Thread(target=_go_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _go_with(command: BaseProcess | None) -> None:
    """End this process when the command is gone: nobody would ask it for anything again."""
    assert command is not None  # noqa: S101 - we were forked
    command.join()
    os._exit(1)


def _verdict(name: str) -> Verdict:
    assert _course is not None  # noqa: S101 - set before the first name comes
    return verdict(_course, _course.role_plays[name])


def _faults(code: str) -> list[Fault]:
    assert _course is not None  # noqa: S101 - set before the first code comes
    return list(RULES[code].faults(_course))
