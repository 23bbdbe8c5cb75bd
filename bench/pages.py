"""What pages cost in a browser: bytes, requests, time to the first answer, clicks, shifts."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from copies import ROOT
from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Request, sync_playwright
from playwright.sync_api import Page as Tab

HERE = Path(__file__).parent
SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
"""A slow phone connection as DevTools plays it; the same as Lighthouse's slow 4G."""
SLOWER_CPU = 4
PATIENCE = 90.0
"""Seconds after which a page counts as one that does not answer."""
QUIET = 2.0
"""Seconds without a request after which a frame counts as loaded."""


@dataclass(frozen=True)
class Target:
    """A page to be measured.

    Attributes:
        name: What it is, in the tables.
        site: The folder of its site; served under a host name of its own.
        path: The page in it.
        spec: Selectors of its questions: question, option, check, feedback, before, fold,
            frame.
        next_path: A second page of the same site, visited with a warm cache.

    """

    name: str
    site: Path
    path: str
    spec: Mapping[str, str]
    next_path: str = ""

    @property
    def host(self) -> str:
        """Return its host name."""
        return f"{self.name.replace(' ', '-').lower()}.test"


@dataclass(frozen=True)
class Sent:
    """What the server sent for one view.

    Attributes:
        files: Path → bytes as sent.

    """

    files: Mapping[str, int]

    @property
    def bytes(self) -> int:
        """Return the bytes of all bodies."""
        return sum(self.files.values())

    def of(self, *endings: str) -> int:
        """Return the bytes of the files whose path ends so."""
        return sum(n for path, n in self.files.items() if path.endswith(endings))


@dataclass(frozen=True)
class Visit:
    """One visit with a fresh profile.

    Attributes:
        sent: The first view.
        next: The next page, where one is named.
        answer: Milliseconds from navigation to the first answer's feedback, where asked for.
        shift: Layout shift that no click explains; of a slow visit, until the first answer.
        clicks: Milliseconds from a click to the frame with its feedback.
        errors: What the console called an error.
        third: Addresses on other hosts that the page asked for.

    """

    sent: Sent
    next: Sent | None
    answer: float | None
    shift: float
    clicks: tuple[float, ...]
    errors: tuple[str, ...]
    third: tuple[str, ...]


def chromium_tools() -> ModuleType:
    """Return the tests' own finder of a browser."""
    spec = spec_from_file_location("chromium", ROOT / "tests/browser/chromium.py")
    assert spec is not None  # noqa: S101 - the file is there
    assert spec.loader is not None  # noqa: S101 - the same
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Bench:
    """A server of the targets and a browser that meets nothing but this server."""

    def __init__(self, browser: Browser, log: Path) -> None:
        self._browser, self._log = browser, log

    def visit(self, target: Target, *, slow: bool, clicks: int = 0) -> Visit:
        """Visit a page once, in a profile without a cache.

        Args:
            target: The page.
            slow: Slow connection and processor, and answer from the very start.
            clicks: How many answers to give by mouse once the page is quiet.

        """
        context = self._browser.new_context(viewport={"width": 1280, "height": 900})
        try:
            tab = context.new_page()
            errors: list[str] = []
            tab.on("console", partial(_note_error, errors))
            tab.on("pageerror", lambda error: errors.append(str(error)))
            third: list[str] = []
            tab.on("request", partial(_note_third, third, target.host))
            if slow:
                _slow_down(context.new_cdp_session(tab))
            spec = {**target.spec, "atOnce": slow}
            probe = (HERE / "probe.js").read_text("utf-8")
            tab.add_init_script(f"{{ const SPEC = {json.dumps(spec)};\n{probe} }}")
            start = self._mark()
            tab.goto(f"https://{target.host}/{target.path}", timeout=PATIENCE * 1000)
            answer = _answered(tab) if slow else None
            tab.wait_for_load_state("networkidle", timeout=PATIENCE * 1000)
            if "frame" in target.spec:
                self._quiet()
            sent = self._since(start, target.host)
            shift = float(tab.evaluate(f"benchProbe.{'shiftBefore' if slow else 'shift'}"))
            done = tuple(_clicks(tab, target.spec, clicks))
            following = self._next(tab, target) if target.next_path else None
            return Visit(sent, following, answer, shift, done, tuple(errors), tuple(third))
        finally:
            context.close()

    def _next(self, tab: Tab, target: Target) -> Sent:
        start = self._mark()
        tab.goto(f"https://{target.host}/{target.next_path}", timeout=PATIENCE * 1000)
        tab.wait_for_load_state("networkidle", timeout=PATIENCE * 1000)
        return self._since(start, target.host)

    def _quiet(self) -> None:
        """Wait until nothing is sent: what a frame loads by script is no part of idleness."""
        was = -1
        while was != (now := self._mark()):
            was = now
            time.sleep(QUIET)

    def _mark(self) -> int:
        return self._log.stat().st_size

    def _since(self, start: int, host: str) -> Sent:
        with self._log.open() as log:
            log.seek(start)
            lines = [json.loads(line) for line in log]
        return Sent({line["path"]: line["bytes"] for line in lines if line["host"] == host})


def _note_error(errors: list[str], message: ConsoleMessage) -> None:
    if message.type == "error":
        errors.append(message.text)


def _note_third(third: list[str], host: str, request: Request) -> None:
    asked = urlsplit(request.url)
    if asked.scheme in {"http", "https"} and asked.hostname != host:
        third.append(request.url)


def _slow_down(session: CDPSession) -> None:
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", dict(SLOW))
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})


def _answered(tab: Tab) -> float | None:
    """Wait for the first answer; return its time, or None where none comes."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if (at := tab.evaluate("benchProbe.answer")) is not None:
            return float(at)
        time.sleep(0.2)
    return None


def _clicks(tab: Tab, spec: Mapping[str, str], many: int) -> Iterator[float]:
    """Answer by mouse; yield each time from the click to its feedback."""
    if many:
        tab.evaluate("benchProbe.fold()")
    for n in range(many):
        at = tab.evaluate("n => benchProbe.option(n)", n)
        if "check" in spec:
            tab.mouse.click(at["x"], at["y"])
            at = tab.evaluate("n => benchProbe.check(n)", n)
        tab.evaluate("n => benchProbe.arm(n)", n)
        tab.mouse.click(at["x"], at["y"])
        took: Any = tab.evaluate("benchProbe.result")
        if took is None:
            raise RuntimeError(f"Click {n} on {tab.url} showed no feedback.")
        yield float(took)


@contextmanager
def bench(targets: Sequence[Target], work: Path) -> Iterator[Bench]:
    """Serve the targets and start the browser; both end with the context."""
    tools = chromium_tools()
    path = tools.found()
    if path is None:
        raise OSError("No Chromium: run `make bench`, which sees to one.")
    log, hosts = work / "sent.jsonl", work / "hosts.json"
    log.write_text("")
    hosts.write_text(json.dumps({each.host: str(each.site) for each in targets}))
    key, cert = _certificate(work)
    command: list[str | Path] = ["node", HERE / "serve.mjs", hosts, log, key, cert]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:  # noqa: S603
        assert server.stdout is not None  # noqa: S101 - a pipe was asked for
        told = json.loads(server.stdout.readline())
        arguments = [
            *tools.ARGUMENTS,
            f"--host-resolver-rules=MAP * 127.0.0.1:{told['port']}",
            f"--ignore-certificate-errors-spki-list={told['spki']}",
        ]
        with sync_playwright() as started:
            browser = started.chromium.launch(executable_path=str(path), args=arguments)
            yield Bench(browser, log)
            browser.close()


def _certificate(work: Path) -> tuple[Path, Path]:
    """Make a key and a certificate for this run: browsers speak HTTP/2 over TLS only."""
    key, cert = work / "key.pem", work / "cert.pem"
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    out = ["-days", "2", "-subj", "/CN=bench", "-keyout", str(key), "-out", str(cert)]
    subprocess.run(["openssl", "req", "-x509", *curve, *out], check=True, capture_output=True)  # noqa: S603, S607
    return key, cert
