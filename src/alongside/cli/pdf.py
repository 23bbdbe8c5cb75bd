"""``alongside pdf``: what leaders print, as PDF, made by a browser from the built site."""

from __future__ import annotations

import contextlib
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from alongside.cli.course import folder_option
from alongside.cli.ends import BAD_INPUT
from alongside.whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser, BrowserType

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Names under which a system has a browser that can write PDF."""
PRINTED = ("answers", "handouts", "kits", "slides")
"""Folders of the guide, on the built site, that are made for paper."""

NO_BROWSER = "PDF needs a browser. `make pdf` installs what is missing."


@click.command("pdf")
@click.argument("names", nargs=-1)
@folder_option
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="letter")
@click.option("--list", "only_list", is_flag=True, help="Say what there is, and write nothing.")
def pdf_command(names: Sequence[str], folder: Path, paper: str, *, only_list: bool) -> None:
    """Write kits, slides, answers and handouts as PDF into _build/pdf.

    NAMES choose some, by any part of their path: `alongside pdf boundaries` writes all that
    belongs to that module, `alongside pdf kits/no-number` one kit. Needs a site that was built
    (make book) and the browser that `make pdf` sees to.
    """
    guide = folder / "_build/html/facilitator_guide"
    found = [
        path
        for room in PRINTED
        for path in sorted((guide / room).glob("*.html"))
        if not names or any(name in f"{room}/{path.stem}" for name in names)
    ]
    if not found:
        _end(_nothing(guide, names))
    if only_list:
        for path in found:
            click.echo(f"{path.parent.name}/{path.stem}")
        return
    if find_spec("playwright") is None:
        _end(NO_BROWSER)
    _write(found, folder / "_build/pdf", paper)
    click.echo(f"{len(found)} files are in {folder / '_build/pdf'}")


def _nothing(guide: Path, names: Sequence[str]) -> str:
    if not guide.is_dir():
        return "There is no site yet. Build it first: make book"
    if not names:
        return "The site has nothing for paper: no kits, slides, answers or handouts."
    return f"Nothing is called {', '.join(names)}. See what there is: alongside pdf --list"


def _end(says: str) -> NoReturn:
    click.echo(says, err=True)
    raise SystemExit(BAD_INPUT)


def _browser(chromium: BrowserType) -> Browser:
    """Start the first browser of the machine that does start, else Playwright's own."""
    from playwright.sync_api import Error  # noqa: PLC0415 - only developers have it

    # Ubuntu's package of that name may only be a pointer.
    for path in (*filter(None, map(shutil.which, BROWSERS)), None):
        with contextlib.suppress(Error):
            # In a container one often is root, for whom the sandbox does not start.
            return chromium.launch(executable_path=path, args=["--no-sandbox"])
    _end(NO_BROWSER)


def _write(pages: Sequence[Path], out: Path, paper: str) -> None:
    """Print each page; PDFs that are there already are replaced."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the same

    with (
        sync_playwright() as tools,
        click.progressbar(pages, label="Printing", show_pos=True) as shown,
    ):
        browser = _browser(tools.chromium)
        page = browser.new_page()
        for path in shown:
            page.goto(path.resolve().as_uri())
            target = out / path.parent.name / f"{path.stem}.pdf"
            target.parent.mkdir(parents=True, exist_ok=True)
            # The sheet sets the margins.
            write_whole(target, page.pdf(format=paper, tagged=True))
        browser.close()
