"""A built site, a server on loopback, and a Chromium whose pages must meet no trouble."""

from __future__ import annotations

import fcntl
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import chromium as chromium_tools
import pytest
from alone import Place
from playwright.sync_api import sync_playwright

from alongside.cli.serve import server
from breaking import small_course

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, Playwright

ROOT = Path(__file__).parents[2]


MADE = tuple(
    f"facilitator_guide/{room}/" for room in ("answers", "handouts", "kits", "room", "slides")
)
"""Where pages stand that are made from others: many, and all of a few kinds."""


class Served(NamedTuple):
    """A built site and where it is served."""

    folder: Path
    address: str

    def at(self, path: str) -> str:
        return f"{self.address}/{path}"

    def pages(self) -> list[str]:
        """Every page, as a path from the root of the site."""
        found = self.folder.rglob("*.html")
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    def written(self) -> list[str]:
        """Every page that somebody wrote; kits are made from those."""
        return [path for path in self.pages() if not path.startswith(MADE)]


class Trouble(list):
    """What went wrong on the pages of a context: told at its end."""

    def watch(self, context: BrowserContext, origin: str) -> None:
        """Note any request but a same-origin GET, and any error, page error or violation."""
        context.on("request", lambda asked: self._request(asked, origin))
        context.on("weberror", lambda error: self.append(f"page error: {error.error}"))
        context.on(
            "console",
            lambda said: (
                self.append(f"console: {said.text}")
                if said.type in {"error", "warning"}
                else None
            ),
        )

    def _request(self, asked, origin: str) -> None:
        parts = urlsplit(asked.url)
        ours = f"{parts.scheme}://{parts.netloc}" == origin or parts.scheme in {"data", "file"}
        if not ours or asked.method != "GET":
            self.append(f"request: {asked.method} {asked.url}")


def build_once(shared: Path, name: str, source: Callable[[Path], Path]) -> Path:
    """Build a site once for all test processes; return its folder."""
    out = shared / name / "_build/html"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (out / "search.html").is_file():
            made = source(shared / name)
            command = [Path(sys.executable).with_name("alongside"), "build", made, "--out", out]
            told = subprocess.run(command, capture_output=True, text=True, check=False)
            assert told.returncode == 0, told.stderr
    return out


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    site = server(folder, 0)
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    try:
        yield Served(folder, f"http://127.0.0.1:{site.server_port}")
    finally:
        site.shutdown()
        site.server_close()
        thread.join()


def _shared(factory: pytest.TempPathFactory, worker: str) -> Path:
    base = factory.getbasetemp()
    return base if worker == "master" else base.parent


@pytest.fixture(scope="session")
def worker(request: pytest.FixtureRequest) -> str:
    return getattr(request.config, "workerinput", {}).get("workerid", "master")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker: str) -> Iterator[Served]:
    """The whole course, built clean and served."""
    shared = _shared(tmp_path_factory, worker)
    with serving(build_once(shared, "whole", lambda _: ROOT)) as served:
        yield served


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory, worker: str) -> Iterator[Served]:
    """The small good course, built clean and served."""
    with serving(
        build_once(_shared(tmp_path_factory, worker), "small", small_course)
    ) as served:
        yield served


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A served folder for pages that hold activities alone."""
    with serving(tmp_path_factory.mktemp("alone")) as served:
        made = Place(served.folder, served.address)
        made.lay_out()
        yield made


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, as quiet as it can be told to be."""
    path = chromium_tools.found()
    assert path, "No Chromium: run `make test`, which sees to one."
    started = playwright.chromium.launch(
        executable_path=str(path), args=list(chromium_tools.ARGUMENTS)
    )
    yield started
    started.close()


@pytest.fixture
def trouble() -> Trouble:
    """A watch for a context that a test opens by itself, to be judged by it."""
    return Trouble()


@pytest.fixture
def open_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Open fresh profiles; at the end each must have met no trouble."""
    opened: list[tuple[BrowserContext, Trouble]] = []

    def open_one(origin: str, **wishes) -> BrowserContext:
        context = browser.new_context(**wishes)
        context.set_default_timeout(10_000)
        trouble = Trouble()
        trouble.watch(context, origin)
        opened.append((context, trouble))
        return context

    yield open_one
    for context, trouble in opened:
        context.close()
        assert not trouble


@pytest.fixture
def open_file(open_context: Callable[..., BrowserContext], site: Served) -> Callable[..., Page]:
    """Open a page of the whole site as a file, with no server."""

    def open_one(path: str, **wishes) -> Page:
        context = open_context("file://", **wishes)
        context.set_default_timeout(60_000)
        opened = context.new_page()
        opened.goto((site.folder / path).as_uri())
        return opened

    return open_one


@pytest.fixture
def page(open_context: Callable[..., BrowserContext], small_site: Served) -> Page:
    """A desktop page of the small site, not yet gone anywhere."""
    return open_context(small_site.address).new_page()


@pytest.fixture
def phone(open_context: Callable[..., BrowserContext], small_site: Served) -> Page:
    """The same on the smallest phone we promise to serve."""
    return open_context(small_site.address, viewport={"width": 320, "height": 640}).new_page()
