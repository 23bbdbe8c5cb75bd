"""Ctrl-C: the run ends with a sentence, whatever it was in the middle of."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

SAYS = "Stopped. Everything is as it was; to go on, run the same command again."
"""What a run says that wrote nothing, or takes back what it wrote."""


class Stopped(BaseException):
    """Somebody pressed Ctrl-C; may carry other words than ``SAYS``.

    Python's own ``KeyboardInterrupt`` Sphinx would take for a fault of the course.
    """


@contextmanager
def ctrl_c_stops() -> Iterator[None]:
    """Raise ``Stopped`` at the first Ctrl-C; a second one ends the process where it stands."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield  # whoever started us told us to let it pass
        return
    signal.signal(signal.SIGINT, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _stop(*_: object) -> NoReturn:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    raise Stopped
