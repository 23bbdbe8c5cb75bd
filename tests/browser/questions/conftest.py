"""Quizzes in a real Chromium: rendered here, served from loopback, under a strict policy."""

from __future__ import annotations

import threading
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import sync_playwright

from alongside.model.bank import Bank
from alongside.render.questions import quiz

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).parents[3]
STATIC = ROOT / "src/alongside/static"
SCRIPTS = (
    "core.js",
    "question-tell.js",
    "question-choice.js",
    "question-ordering.js",
    "question-matching.js",
    "question-reflect.js",
    "question.js",
    "questions.js",
)
POLICY = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; base-uri 'none'"
CHROMIUM = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Site(NamedTuple):
    """Where the pages of a test stand."""

    folder: Path
    address: str

    def write(self, name: str, body: str, *, style: bool = True, direction: str = "ltr") -> str:
        """Write a page around some HTML and return its address."""
        sheet = '<link rel="stylesheet" href="questions.css">' if style else ""
        (self.folder / name).write_text(
            f'<!DOCTYPE html><html lang="en" dir="{direction}"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<title>Quiz</title>{sheet}<script defer src="activities.js"></script></head>'
            f"<body><main><h1>Quiz</h1>{body}</main></body></html>",
            encoding="utf-8",
        )
        return f"{self.address}/{name}"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def bank() -> Bank:
    """Two questions of each kind."""
    return Bank.model_validate_json((ROOT / "tests/fixtures/questions.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    joined = "\n".join((STATIC / name).read_text("utf-8") for name in SCRIPTS)
    (folder / "activities.js").write_text(joined, "utf-8")
    (folder / "questions.css").write_text(
        (STATIC / "questions.css").read_text("utf-8"), "utf-8"
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(folder, f"http://127.0.0.1:{server.server_address[1]}")
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh profile whose pages must meet no error and break no policy."""
    context = chromium.new_context()
    context.set_default_timeout(5000)
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on(
        "console",
        lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None,
    )
    yield context
    context.close()
    assert not [fault for fault in faults if "favicon" not in fault]


@pytest.fixture
def address(site: Site, bank: Bank) -> str:
    """Two quizzes on one page: the sixteen questions, eight in each."""
    first, second = bank.questions[:8], bank.questions[8:]
    body = quiz(first, bank, "test") + "<p>Between.</p>" + quiz(second, bank, "test", 9)
    return site.write("quiz.html", body)


@pytest.fixture
def open_page(context: BrowserContext, address: str) -> Callable[[], Page]:
    """Open the page of two quizzes in a new tab of the same profile."""

    def opened() -> Page:
        page = context.new_page()
        page.goto(address)
        return page

    return opened


@pytest.fixture
def page(open_page: Callable[[], Page]) -> Page:
    return open_page()
