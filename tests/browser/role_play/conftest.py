"""Role-plays in a real Chromium: rendered here, from loopback and from disk, strict policy."""

from __future__ import annotations

import json
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml
from playwright.sync_api import sync_playwright

from alongside.model.role_play import RolePlay
from alongside.playing import machine
from alongside.render.assets import activity_script, activity_style
from alongside.render.role_play import role_play

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

FIXTURE = Path(__file__).parents[2] / "fixtures" / "late-kettle.yml"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'"
CHROMIUM = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Site(NamedTuple):
    """Where the page of a test stands: by address, and on disk."""

    served: str
    on_disk: str


class Player:
    """What a trainee does with one role-play of a page."""

    def __init__(self, page: Page, name: str = "late-kettle") -> None:
        self.page = page
        self.root: Locator = page.locator(f"#rp-{name}")

    def press(self, do: str, value: str = "") -> None:
        """Reach a button with the keyboard alone, and press it."""
        chosen = f'[data-do="{do}"]' + (f'[value="{value}"]' if value else "")
        wanted = self.root.locator(chosen).locator("visible=true").first.element_handle()
        for key in ("Tab",) * 60 + ("Shift+Tab",) * 60:
            if wanted.evaluate("each => each === document.activeElement"):
                self.page.keyboard.press("Enter")
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"The keyboard does not reach {do} {value}.")

    def play(self, *replies: str) -> None:
        """Start, then give each reply and go on."""
        self.press("start")
        for reply in replies:
            self.press("say", reply)
            self.press("go")

    def said(self, part: str) -> list[str]:
        """Return the visible texts of a part, each on one line."""
        found = self.root.locator(part).locator("visible=true").all_inner_texts()
        return [" ".join(text.split()) for text in found]

    @property
    def heading(self) -> str:
        """The words of the element that has the focus."""
        return " ".join(self.page.evaluate("document.activeElement.textContent").split())

    @property
    def path(self) -> list[str]:
        return list(self.root.evaluate("each => each.path"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def read(**changed: object) -> RolePlay:
    """Return the role-play of these tests, with some keys changed."""
    values = yaml.safe_load(FIXTURE.read_text(encoding="utf-8")) | changed
    return RolePlay.model_validate_json(json.dumps(values))


@pytest.fixture(scope="session")
def kettle() -> RolePlay:
    return read()


@pytest.fixture(scope="session")
def compiled(kettle: RolePlay) -> machine.Machine:
    return machine.compiled(kettle)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, kettle: RolePlay) -> Iterator[Site]:
    """Two role-plays on one page."""
    folder = tmp_path_factory.mktemp("site")
    other = read(id="early-kettle", title="The kettle at dawn")
    body = "".join(
        role_play(each, "test", "help.html", '<p>Call <a href="tel:988">9-8-8</a>.</p>')
        for each in (kettle, other)
    )
    (folder / "activities.js").write_text(activity_script(), encoding="utf-8")
    (folder / "activities.css").write_text(activity_style(), encoding="utf-8")
    (folder / "page.html").write_text(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="activities.css">'
        '<script defer src="activities.js"></script><title>Role-plays</title></head>'
        f"<body><main><h1>Role-plays</h1><h2>Practice</h2>{body}</main></body></html>",
        encoding="utf-8",
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(
        f"http://127.0.0.1:{server.server_address[1]}/page.html",
        (folder / "page.html").as_uri(),
    )
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(CHROMIUM)
        )
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh profile whose pages must meet no error and break no policy."""
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    context.set_default_timeout(15_000)
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on(
        "console",
        lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None,
    )
    yield context
    context.close()
    assert faults == []


@pytest.fixture
def player(context: BrowserContext, site: Site) -> Player:
    """The first role-play of the page, from loopback."""
    page = context.new_page()
    page.goto(site.served)
    return Player(page)


@pytest.fixture
def other(player: Player) -> Player:
    """The second role-play of the same page."""
    return Player(player.page, "early-kettle")
