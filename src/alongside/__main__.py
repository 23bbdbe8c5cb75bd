"""Lets ``python -m alongside`` do what ``alongside`` does."""

from __future__ import annotations

import atexit
import contextlib
import os
import sys

try:
    from alongside.stopping import SAYS, Stopped, exit_code, stoppable, was_stopped
except KeyboardInterrupt:  # earlier than we can listen for it
    print("Stopped.", file=sys.stderr)  # noqa: T201 - click is not there yet
    sys.exit(130)


def run() -> None:
    """Read the commands and do what the words say; Ctrl-C may come while they are read."""
    atexit.register(_leave_if_stopped)  # before any library is read, so it is asked the last
    try:
        with stoppable():
            from alongside.cli import main  # noqa: PLC0415 - that is the point

            main(prog_name="alongside")
    except Stopped:
        print(SAYS, file=sys.stderr)  # noqa: T201 - click may not be there yet
        sys.exit(exit_code())


def _leave_if_stopped() -> None:
    """End a stopped run here, before Python takes itself apart.

    A thread of a library may be in the middle of its work then, and hold a stream or a socket:
    the process would now and then be aborted, in place of ending as it said.
    """
    if was_stopped():
        with contextlib.suppress(OSError, ValueError):
            if sys.stdout is not None:
                sys.stdout.flush()
        os._exit(exit_code())


if __name__ == "__main__":
    run()
