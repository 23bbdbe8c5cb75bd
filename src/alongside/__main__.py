"""Lets ``python -m alongside`` do what ``alongside`` does."""

from __future__ import annotations

import sys

try:
    from alongside.stopping import SAYS, Stopped, exit_code, stoppable
except KeyboardInterrupt:  # earlier than we can listen for it
    print("Stopped.", file=sys.stderr)  # noqa: T201 - click is not there yet
    sys.exit(130)


def run() -> None:
    """Read the commands and do what the words say; Ctrl-C may come while they are read."""
    try:
        with stoppable():
            from alongside.cli import main  # noqa: PLC0415 - that is the point

            main(prog_name="alongside")
    except Stopped:
        print(SAYS, file=sys.stderr)  # noqa: T201 - click may not be there yet
        sys.exit(exit_code())


if __name__ == "__main__":
    run()
