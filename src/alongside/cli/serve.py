"""``alongside serve``: build the site and show it on this machine only."""

from __future__ import annotations

import functools
import signal
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import click

from alongside.cli.build import build_site
from alongside.cli.ends import BAD_INPUT
from alongside.stopping import Stopped, asked_by, exit_code, unheard

LOOPBACK = "127.0.0.1"
PORTS_TRIED = 50
SHOWN = "Stopped. The site stays in _build/html; to show it again, run the same command again."


class Quiet(SimpleHTTPRequestHandler):
    """Files of the site and nothing else: no listing of folders, no log of what is read."""

    extensions_map = {  # noqa: RUF012 - the base class has it so
        "": "application/octet-stream",
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".ipynb": "application/x-ipynb+json",
        ".js": "text/javascript; charset=utf-8",
        ".png": "image/png",
        ".svg": "image/svg+xml",
    }

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send a page whole, whatever the browser has kept of it.

        A file's time is told in whole seconds: what was written twice within one would pass as
        unchanged.
        """
        del self.headers["If-Modified-Since"]
        return super().send_head()

    def end_headers(self) -> None:
        """Ask the browser to look again each time: the page may just have changed."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def list_directory(self, path: object) -> None:
        """Answer that there is no page."""
        del path
        self.send_error(404, "No such page")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its given name
        """Say nothing."""
        del format, args


class Loopback(ThreadingHTTPServer):
    """A server that keeps its address from run to run, and its peace when a reader leaves."""

    # A port that was just in use may be taken again, so that a browser finds its answers at the
    # same address. Elsewhere than on Linux this would take a port from whoever listens there.
    allow_reuse_address = sys.platform == "linux"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away in the middle of a page."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of the folder on loopback, at the port or the next one that is free.

    Args:
        folder: The built site.
        port: The first port to try; 0 lets the system choose.

    Raises:
        OSError: No port in reach is free.

    """
    handler = functools.partial(Quiet, directory=str(folder))
    for number in range(port, port + PORTS_TRIED):
        try:
            return Loopback((LOOPBACK, number), handler)
        except OSError:
            continue
    raise OSError(
        f"No port from {port} to {port + PORTS_TRIED - 1} is free. Name another: --port 9000"
    )


def rebuild_on_change(source: Path) -> None:
    """Build again whenever a file of the course or the package changes, until Ctrl-C."""
    from watchfiles import DefaultFilter, watch  # noqa: PLC0415 - in the developers' lock only

    class Sources(DefaultFilter):
        ignore_dirs = (*DefaultFilter.ignore_dirs, "_build", "node_modules", ".venv")

    for _changes in watch(source, watch_filter=Sources()):
        # A process of its own, so that a change of the package itself is seen as well.
        command = [sys.executable, "-m", "alongside", "build", str(source)]
        building = subprocess.Popen(command)  # noqa: S603 - our own command
        try:
            building.wait()
        except Stopped:
            if asked_by() != signal.SIGINT:
                building.send_signal(asked_by())
            building.wait()  # it hears Ctrl-C as well, and says so
            raise SystemExit(exit_code()) from None


@click.command("serve")
@click.argument(
    "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default="."
)
@click.option("--port", type=click.IntRange(0, 65535 - PORTS_TRIED), default=8000)
@click.option("--watch", is_flag=True, help="Build again whenever a file changes.")
def serve_command(folder: Path, port: int, *, watch: bool) -> None:
    """Build the course in FOLDER and serve it on this machine only."""
    if watch and find_spec("watchfiles") is None:
        click.echo("To watch, watchfiles is needed: `make dev` sees to it.", err=True)
        raise SystemExit(BAD_INPUT)
    source = folder.resolve()
    out = source / "_build" / "html"
    code = build_site(source, out)
    if code and not (watch and (out / "index.html").is_file()):
        click.echo("The site was not built: mend what stands above.", err=True)
        raise SystemExit(code)
    try:
        site = server(out, port)
    except OSError as problem:
        click.echo(str(problem), err=True)
        raise SystemExit(BAD_INPUT) from None
    if watch:
        with unheard():
            threading.Thread(target=site.serve_forever, daemon=True).start()
    try:
        click.echo(f"Alongside is at http://{LOOPBACK}:{site.server_port}/  (Ctrl-C stops it)")
        sys.stdout.flush()
        rebuild_on_change(source) if watch else site.serve_forever()
    except (KeyboardInterrupt, Stopped):  # the first from the watch
        raise Stopped(SHOWN) from None
    finally:
        site.server_close()
