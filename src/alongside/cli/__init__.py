"""The command ``alongside``: one small module per subcommand, read only when it is called.

To add one: write ``cli/<name>.py`` with a click command ``<name>_command`` and name it in
``COMMANDS``. Ends: 0 fine, 1 the course has faults or is not proved, 2 bad input, 3 refused for
safety; 130 stopped by Ctrl-C, 143 by SIGTERM, 141 nobody reads the output any more.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

import click

from alongside import __version__
from alongside.cli.ends import BAD_INPUT, NOBODY_READS
from alongside.stopping import SAYS, Stopped, exit_code, stoppable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "check": "Judge the whole course; tell every fault at once.",
        "prove": "Prove role-plays, or tell what is broken as a transcript.",
        "new": "Write a module, bank or role-play that explains itself.",
        "build": "Build the book into _build/html.",
        "serve": "Build, serve on this computer, and print the address.",
        "lab": "Open the lessons as notebooks in JupyterLab.",
        "tracks": "Print what a role asks for.",
        "plan": "Lay a track into meetings: what is when, and what does not fit.",
        "pdf": "Write what leaders print as PDF, from the built site.",
        "assign": "Write each person's plan from a roster.",
        "rules": "Print every rule of the course.",
        "schema": "Print or write the JSON Schema of the data files.",
    }
)
"""Name → what it does, in the order of a writer's day."""
MADE_BEFORE_CLEARING = 500_000
"""Objects made before Python looks for circles: a run keeps nearly all it makes, and looking
after every 700 took a fifth of its time."""


class Commands(click.Group):
    """The subcommands, imported one by one; ends every run without a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands that are there."""
        del ctx
        return [name for name in COMMANDS if find_spec(f"{__name__}.{name}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, imported now, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found = getattr(import_module(f"{__name__}.{cmd_name}"), f"{cmd_name}_command")
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the words name; else say which may have been meant."""
        names = self.list_commands(ctx)
        if args and not args[0].startswith("-") and args[0] not in names:
            close = get_close_matches(args[0], names, n=1)
            meant = f"Did you mean {close[0]}?" if close else f"There are {', '.join(names)}."
            ctx.fail(f"There is no command {args[0][:40]!r}. {meant}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - click's signature
        **extra: Any,  # noqa: ANN401 - the same
    ) -> NoReturn:
        """Run and end the process; errors become plain sentences on stderr.

        Click's own ``main`` tells a reader that went away from a fault by the same code.
        """
        del complete_var, standalone_mode, extra
        gc.set_threshold(MADE_BEFORE_CLEARING)
        for name in ("stdout", "stderr"):
            # Who starts us may have closed one of them; Sphinx would miss it.
            if getattr(sys, name) is None:
                setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
            _soften(getattr(sys, name))
        words = list(sys.argv[1:] if args is None else args)
        sys.exit(self._ended(prog_name or "alongside", words))

    def _ended(self, name: str, words: list[str]) -> int:
        """Run the words; return the exit code."""
        try:
            with stoppable(), self.make_context(name, words) as context:
                self.invoke(context)
            _flush()
        except click.exceptions.Exit as end:
            return _after_end(SystemExit(end.exit_code))
        except SystemExit as end:
            return _after_end(end)
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except (KeyboardInterrupt, Stopped) as stop:
            click.echo(str(stop) or SAYS, err=True)
            _mute(sys.stderr)  # who tidies up behind us has nothing to add
            return exit_code()
        except Exception as error:  # noqa: BLE001 - no traceback, whatever happens
            return _after_failure(error)
        return 0


def _after_end(end: SystemExit) -> int:
    """Return the exit code of a command that ended by itself, once its output is out."""
    try:
        _flush()
    except OSError as error:
        return _after_failed_write(error)
    if isinstance(end.code, str):
        click.echo(end.code, err=True)
        return BAD_INPUT
    return end.code or 0


def _after_failure(error: Exception) -> int:
    return _after_failed_write(error) if isinstance(error, OSError) else _after_surprise(error)


def _after_failed_write(error: OSError) -> int:
    _mute(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return NOBODY_READS
    what = os.strerror(error.errno) if error.errno else "an unknown fault"
    with contextlib.suppress(OSError):
        # Where one file takes the place of another, the second is the one that people know.
        name = error.filename2 or error.filename
        name = name if isinstance(name, str) else "A file"
        check = "Check who may read and write there, and that the disk has room."
        click.echo(f"{name} could not be read or written: {what.lower()}. {check}", err=True)
    return BAD_INPUT


def _mute(stream: TextIO | None) -> None:
    """Give what is still to be written somewhere to go: Python flushes once more at its end."""
    if stream is None:  # closed before we began
        return
    with contextlib.suppress(OSError, ValueError, io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _after_surprise(error: Exception) -> int:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = (
        f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    )
    click.echo(
        f"Alongside failed inside ({type(error).__name__} at {place}). "
        "This is a fault of the program, not yours: please report that place.",
        err=True,
    )
    return BAD_INPUT


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _soften(stream: object) -> None:
    """Let characters that the terminal cannot show become question marks, not errors."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: alongside check. Help for one command: alongside check --help.",
)
@click.version_option(__version__, package_name="alongside", message="alongside %(version)s")
def main() -> None:
    """Judge, prove, build and run a peer-support course.

    Run it in the folder that holds course.yml. Each fault is one line: the file, the line, a
    code, what is wrong, and what to do.
    """
