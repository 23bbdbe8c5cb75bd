"""Ctrl-C and SIGTERM: the run ends with a sentence, whatever it was in the middle of."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

SAYS = "Stopped. Everything is as it was; to go on, run the same command again."
"""What a run says that wrote nothing, or takes back what it wrote."""
_ASKING: dict[signal.Signals, Any] = {
    signal.SIGINT: signal.default_int_handler,
    signal.SIGTERM: signal.SIG_DFL,
}
"""Signals that ask a run to stop, and what Python does at them where nobody told it else."""

_asked: signal.Signals | None = None
"""The signal that was heard last."""


class Stopped(BaseException):
    """Somebody asked the run to stop; may carry other words than ``SAYS``.

    Python's own ``KeyboardInterrupt`` Sphinx would take for a fault of the course.
    """


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise ``Stopped`` at the first signal; a second one ends the process where it stands."""
    # What somebody set before us stays: a stage before this one, or a "let it pass".
    ours = [one for one, usual in _ASKING.items() if signal.getsignal(one) == usual]
    for one in ours:
        signal.signal(one, _stop)
    try:
        yield
    finally:
        for one in ours:
            signal.signal(one, _ASKING[one])


@contextmanager
def unheard() -> Iterator[None]:
    """Let no thread or process that is started here take a signal; this thread hears it after.

    A signal goes to any thread that listens, and wakes the main one, which alone can answer,
    only where that took it.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows hands no signal to a thread
        yield
        return
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, _ASKING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)


def was_stopped() -> bool:
    """Return whether somebody asked the run to stop."""
    return _asked is not None


def asked_by() -> signal.Signals:
    """Return the signal that stopped the run; Ctrl-C where Python heard it for us."""
    return _asked or signal.SIGINT


def exit_code() -> int:
    """Return how a run that was stopped ends: 130 after Ctrl-C, 143 after SIGTERM."""
    return 128 + asked_by()


def _stop(number: int, _frame: object) -> NoReturn:
    global _asked  # noqa: PLW0603 - a process is stopped once
    _asked = signal.Signals(number)
    for one in _ASKING:
        if signal.getsignal(one) == _stop:
            signal.signal(one, signal.SIG_DFL)
    raise Stopped
