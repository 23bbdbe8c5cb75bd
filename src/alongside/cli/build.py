"""``alongside build``: the course folder becomes a site."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile

import click

from alongside.cli.ends import BAD_INPUT, REFUSED
from alongside.stopping import Stopped, unheard

NO_HISTORY = "1700000000"
"""The moment a build without a git history calls now; only its being fixed matters."""
MOMENT = "SOURCE_DATE_EPOCH"
"""The variable that says for every builder what now is; an empty one says nothing."""
UNFINISHED = ".unfinished"
"""Stands among the pages read until a build has ended well."""
BESIDE_PAGES = ".beside-pages"
"""Lists there what the last build that ended well wrote beside its pages, such as styles."""
_PATTERN = re.compile(r"[\[\]*?]")
"""Signs by which pages would be looked for in folders beside the course as well."""
HALF = (
    "Stopped before the site was finished. The course is as it was; "
    "to finish the site, run the same command again."
)


def refusal(source: Path, out: Path) -> str | None:
    """Return why a folder must not be written to, or nothing where it may.

    Args:
        source: The course folder.
        out: The folder the site would be written to.

    """
    home, there = source.resolve(), out.resolve()
    if out.is_symlink():
        return f"{out} is a link; name the folder itself."
    if there == home or there in home.parents:
        return f"{out} holds the course; a site is written to a folder of its own."
    if there in {Path.home(), Path(there.anchor)} or (there / ".git").exists():
        return f"{out} is not a folder for a site; name an empty one, such as _build/html."
    inside = there.relative_to(home).parts if there.is_relative_to(home) else ("_build",)
    if inside[0] != "_build":
        return f"{out} lies within the course; inside it only _build/ is written to."
    begun = (there / "searchindex.js").is_file() or _pages_read(there).is_dir()
    if there.is_dir() and any(there.iterdir()) and not begun:
        return f"{out} holds something else than a site; name an empty folder."
    return None


def _pages_read(out: Path) -> Path:
    """Return the folder of what Sphinx has read; it stands beside every site once begun."""
    return out.parent / f".{out.name}-doctrees"


def fixed_moment(source: Path) -> str:
    """Return seconds since 1970 of the last commit, so that two builds give the same bytes."""
    asked = ["git", "-C", str(source), "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError:
        return NO_HISTORY
    return told.stdout.strip() or NO_HISTORY


def build_site(source: Path, out: Path) -> int:
    """Build the site with warnings as errors; return 0 or an exit code. Faults go to stderr."""
    if why := refusal(source, out):
        click.echo(why, err=True)
        return REFUSED
    if signs := _PATTERN.findall(str(source)):
        says = f"The path of the course holds {signs[0]}, which the book takes for a pattern."
        click.echo(f"{says} Rename the folder, or move the course elsewhere.", err=True)
        return BAD_INPUT
    from alongside.book.site import faults_of_source  # noqa: PLC0415 - slow, not for --help

    moment = os.environ.get(MOMENT) or fixed_moment(source)
    if not moment.lstrip("-").isdecimal():
        says = f"{MOMENT} is {moment!r}, and not seconds since 1970. Correct it, or unset it."
        click.echo(says, err=True)
        return BAD_INPUT
    os.environ[MOMENT] = moment
    faults = faults_of_source(source)
    for fault in faults:
        click.echo(str(fault), err=True)
    return BAD_INPUT if faults else _built(source, out)


def _built(source: Path, out: Path) -> int:
    """Let Sphinx build a course that has no faults; return 0 or an exit code."""
    # Of a folder that cannot be written Sphinx would tell by a traceback.
    pages_read = _pages_read(out)
    for needed in (out, pages_read):
        needed.mkdir(parents=True, exist_ok=True)
        TemporaryFile(dir=needed).close()
    with _taken(pages_read) as alone:
        if alone:
            return _read_and_written(source, out, pages_read)
    click.echo("The site is being built already. Wait until that has ended.", err=True)
    return REFUSED


@contextlib.contextmanager
def _taken(folder: Path) -> Iterator[bool]:
    """Keep other builds out of the folder; yield whether none is in it."""
    if sys.platform == "win32":
        yield True
        return
    import fcntl  # noqa: PLC0415 - not everywhere

    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        yield False
    except OSError:  # some disks of other machines know no locks
        yield True
    else:
        yield True
    finally:
        os.close(held)


def _read_and_written(source: Path, out: Path, pages_read: Path) -> int:
    """Let Sphinx read the pages and write the site; return 0 or an exit code."""
    # Sphinx warns only of pages that it reads, and takes a page cut short for a whole one:
    # after a build that did not end well the next is to read and write them all again. Styles
    # and pictures that somebody took away it does not miss either.
    unfinished, listed = pages_read / UNFINISHED, pages_read / BESIDE_PAGES
    if unfinished.exists() or not _all_there(out, listed):
        for old in pages_read.iterdir():
            whole = old.is_dir() and not old.is_symlink()
            shutil.rmtree(old) if whole else old.unlink()
    unfinished.touch()
    try:
        if asyncio.run(_sphinx(source, out, pages_read)):
            return BAD_INPUT
    except Stopped:
        _end_code_cells()
        raise Stopped(HALF) from None
    listed.write_text("\n".join(_beside_pages(out)), "utf-8")
    unfinished.unlink()
    return 0


def _beside_pages(out: Path) -> list[str]:
    """Return the names of what is in a site beside its pages."""
    files = (path for path in out.rglob("*") if path.is_file() and path.suffix != ".html")
    return sorted(path.relative_to(out).as_posix() for path in files)


def _all_there(out: Path, listed: Path) -> bool:
    """Return whether nothing is gone that the last build wrote beside its pages."""
    if not listed.is_file():  # of the first build, and of a version that kept no list
        return (out / "_static").is_dir()
    return set(listed.read_text("utf-8").split("\n")) <= set(_beside_pages(out))


def _end_code_cells() -> None:
    """End the processes that run code cells: asked to go, they would tell of a fault."""
    import psutil  # noqa: PLC0415 - for Ctrl-C only

    for other in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):  # it heard Ctrl-C as well
            other.kill()


async def _sphinx(source: Path, out: Path, pages_read: Path) -> object:
    """Return 0 where all went well, else what Sphinx ended with.

    It awaits nothing: where a loop runs already, code cells are run in another thread, and
    leave Ctrl-C to us. In this thread they would take it for themselves, and tell of a fault.

    Raises:
        OSError: A file could not be read or written.
        Exception: Sphinx failed inside.

    """
    # Where JupyterLab is installed, jsonschema would compile 38 grammars of web addresses that
    # no book is judged by: 3 of 8 seconds. It goes without them where it finds none.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    from jupyter_book import sphinx  # type: ignore[import-untyped]  # noqa: PLC0415 - slow
    from jupyter_client.manager import KernelManager  # noqa: PLC0415 - the same
    from jupyter_core.utils import run_sync  # noqa: PLC0415 - the same
    from sphinx.errors import SphinxError  # noqa: PLC0415 - the same
    from sphinx.util import console  # noqa: PLC0415 - the same

    with unheard():
        run_sync(asyncio.sleep)(0)  # what is run first begins that other thread
    # Code cells are run over an encrypted line, or Jupyter warns that they could be overheard.
    KernelManager.transport_encryption.default_value = "auto"
    if "NO_COLOR" in os.environ or not sys.stderr.isatty():
        console.nocolor()
    sphinx.handle_exception = _tell
    found: object = sphinx.build_sphinx(
        source,
        out,
        path_config=source / "_config.yml",
        noconfig=True,
        confoverrides={
            "external_toc_path": (source / "_toc.yml").as_posix(),
            "latex_individualpages": False,
        },
        doctreedir=pages_read,
        warningiserror=True,
        keep_going=True,
        quiet=True,
    )
    if failed := _failed_write(found):
        raise failed
    if isinstance(found, Exception) and not isinstance(found, SphinxError):
        raise found
    return found


def _tell(app: object, asked: object, error: Exception, stream: object) -> None:
    """Say why Sphinx stopped, where it knows; of all else it would tell by a traceback."""
    from sphinx.cmd.build import handle_exception  # noqa: PLC0415 - slow
    from sphinx.errors import SphinxError  # noqa: PLC0415 - the same

    if _failed_write(error) is None and isinstance(error, SphinxError):
        handle_exception(app, asked, error, stream)  # type: ignore[arg-type]


def _failed_write(found: object) -> OSError | None:
    """Return what the disk would not do, where that is what stopped Sphinx."""
    while isinstance(found, Exception) and not isinstance(found, OSError):
        found = found.__cause__
    return found if isinstance(found, OSError) else None


@click.command("build")
@click.argument(
    "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default="."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the site is written; by default _build/html in the course folder.",
)
def build_command(folder: Path, out: Path | None) -> None:
    """Build the site of the course in FOLDER (by default the one you are in)."""
    source = folder.resolve()
    target = out.absolute() if out else source / "_build" / "html"
    code = build_site(source, target)
    if code:
        click.echo("The site was not built: mend what stands above.", err=True)
        raise SystemExit(code)
    click.echo(f"The site is in {os.path.relpath(target)}")
