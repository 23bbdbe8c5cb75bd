"""Lets ``python -m alongside`` do what ``alongside`` does."""

from __future__ import annotations

import sys

from alongside.stopping import SAYS, Stopped, ctrl_c_stops


def run() -> None:
    """Read the commands and do what the words say; Ctrl-C may come while they are read."""
    try:
        with ctrl_c_stops():
            from alongside.cli import main  # noqa: PLC0415 - that is the point
    except Stopped:
        print(SAYS, file=sys.stderr)  # noqa: T201 - click may not be there yet
        sys.exit(130)
    main(prog_name="alongside")


if __name__ == "__main__":
    run()
