"""A lesson's notebook in a real JupyterLab: live, both ways, by keyboard, twice on one page."""

from __future__ import annotations

import json
import os
import secrets
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from playwright.sync_api import expect

from alongside.cli.lab import DESK, QUIET, lay_out
from alongside.notebooks import notebooks
from alongside.reading.load import load_course

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

LESSON = "modules/active-listening/practice.ipynb"
TALK = "late-lab"
BEST = "active-listening-best"
STARTS_WITHIN, WAITS = 90, 90_000  # seconds, milliseconds: the machine may be busy
RUN = "() => window.jupyterapp.commands.execute('notebook:run-all-cells')"
READY = """async () => {
  const { context, sessionContext } = window.jupyterapp.shell.currentWidget;
  await context.ready; await sessionContext.ready;
}"""
ASK = """async (code) => {
  const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
  const asked = kernel.requestExecute({ code });
  let told = "";
  asked.onIOPub = ({ content }) => { told += content.text ?? content.traceback?.join() ?? ""; };
  await asked.done;
  return told;
}"""


class Lab(NamedTuple):
    """A JupyterLab of our own."""

    address: str
    token: str


@pytest.fixture
def lab(course: Path, tmp_path: Path) -> Iterator[Lab]:
    """JupyterLab as `make lab` starts it, on a free port, with a lesson that asks twice."""
    desk = course / DESK
    lay_out(desk, notebooks(load_course(course)))
    ask_twice(desk / LESSON)
    home, token = tmp_path / "home", secrets.token_hex(8)
    folders = {
        f"JUPYTER{name}_DIR": str(home / name)
        for name in ("_RUNTIME", "_CONFIG", "_DATA", "LAB_SETTINGS", "LAB_WORKSPACES")
    }
    command = [sys.executable, "-m", "jupyterlab", *QUIET, "--no-browser", "--allow-root"]
    command += ["--ServerApp.port=0", f"--IdentityProvider.token={token}"]
    command += ["--LabApp.expose_app_in_browser=True"]
    with (tmp_path / "log").open("w") as log:
        running = subprocess.Popen(
            command,
            cwd=desk,
            env={**os.environ, **folders, "HOME": str(home)},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield Lab(
                address(home / "_RUNTIME" / f"jpserver-{running.pid}.json", running), token
            )
        finally:
            stop(running)


def ask_twice(path: Path) -> None:
    """Let the notebook end with the same questions once more."""
    notebook = json.loads(path.read_text("utf-8"))
    asking = next(c for c in notebook["cells"] if "".join(c["source"]).startswith("quiz("))
    notebook["cells"].append({**asking, "id": "again"})
    path.write_text(json.dumps(notebook), "utf-8")


def address(told: Path, running: subprocess.Popen) -> str:
    """Return where the server is, once it says so."""
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and running.poll() is None:
        try:
            return json.loads(told.read_text("utf-8"))["url"]
        except (OSError, ValueError):
            time.sleep(0.2)
    pytest.fail("JupyterLab did not start.")


def stop(running: subprocess.Popen) -> None:
    """End the server and its kernels: they are a group of processes of their own."""
    try:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
    except ProcessLookupError:
        pass


@pytest.fixture
def notebook(lab: Lab, browser: Browser) -> Iterator[Page]:
    """The lesson, open and run; at its end no page had an error or asked another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    context.set_default_timeout(WAITS)
    trouble: list[str] = []
    context.on("weberror", lambda error: trouble.append(str(error.error)))
    context.on(
        "console", lambda said: trouble.append(said.text) if said.type == "error" else None
    )
    own = (lab.address, "blob:", "data:")
    context.on(
        "request",
        lambda asked: None if asked.url.startswith(own) else trouble.append(asked.url),
    )
    page = context.new_page()
    page.goto(f"{lab.address}lab/tree/{LESSON}?token={lab.token}")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.evaluate(READY)
    page.evaluate(RUN)
    expect(page.locator(".alongside-notebook")).to_have_count(4, timeout=WAITS)
    yield page
    context.close()
    assert trouble == []


def python(page: Page, code: str) -> str:
    """Run code in the notebook's kernel; return what it prints."""
    return page.evaluate(ASK, code).strip()


def told(page: Page, expression: str) -> Any:
    """Return a value from the kernel."""
    return json.loads(python(page, f"import json; print(json.dumps({expression}))"))


def assert_told(page: Page, expression: str, wanted: Any) -> None:
    """Assert that the kernel comes to hold a value: what the page does takes a moment."""
    end = time.monotonic() + WAITS / 1000
    while (found := told(page, expression)) != wanted and time.monotonic() < end:
        page.wait_for_timeout(200)
    assert found == wanted


def questions(page: Page, which: int) -> Locator:
    return page.locator(".alongside-notebook alongside-quiz").nth(which)


def radio(quiz: Locator, value: str) -> Locator:
    return quiz.locator(f"[data-question={BEST}] input[value={value}]")


def test_a_lesson_is_live_in_jupyterlab(notebook: Page):
    page = notebook
    first, again = questions(page, 0), questions(page, 2)
    python(page, "a, _, b = [one for one in Out.values() if type(one).__name__ == 'Quiz']")
    python(page, "talk, = [one for one in Out.values() if type(one).__name__ == 'RolePlay']")

    # The page answers, and Python sees it; its twin is not touched.
    page.locator(
        f".alongside-notebook [data-question={BEST}]"
    ).first.scroll_into_view_if_needed()
    first.locator(f"[data-question={BEST}] label", has_text="It is late.").click()
    expect(radio(first, "late")).to_be_checked()
    first.locator(f"[data-question={BEST}] [data-do=check]").click()
    expect(first.locator(f"[data-question={BEST}] .al-result")).to_contain_text("Not yet.")
    assert_told(page, "[a.answers, a.credit, b.answers]", [{BEST: "late"}, {BEST: 0}, {}])
    again.locator(f"[data-question={BEST}] label", has_text="Yes, I am here").click()
    expect(radio(again, "ready")).to_be_checked()
    expect(radio(first, "late")).to_be_checked()

    # Python answers, and the page shows it; what was told of the old answer is taken back.
    python(page, f"a.answers = {{{BEST!r}: 'ready'}}")
    expect(radio(first, "ready")).to_be_checked()
    expect(first.locator(f"[data-question={BEST}] .al-result")).to_be_empty()
    assert_told(page, "[a.answers, a.credit]", [{BEST: "ready"}, {}])

    # What the page cannot show does not stay in Python.
    python(page, f"a.answers = {{{BEST!r}: 'nonsense'}}")
    expect(first.locator(f"[data-question={BEST}] input:checked")).to_have_count(0)
    assert_told(page, "a.answers", {})

    # Keys belong to the activity: an arrow walks the group, and no cell is deleted.
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    radio(first, "late").click()
    page.keyboard.press("ArrowDown")
    expect(first.locator(f"[data-question={BEST}] input:focus")).to_be_checked()
    page.keyboard.press("d")
    page.keyboard.press("d")
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells

    # A role-play goes both ways as well.
    play = page.locator(".alongside-notebook alongside-role-play")
    play.locator("[data-do=start]").click()
    play.locator(".al-choices button[value=reflect]").click()
    expect(play.locator(".al-entry .al-you")).to_have_count(1)
    stands = {"trust": "open", "asked": False}
    assert_told(page, "[talk.path, talk.state, talk.ending]", [["reflect"], stands, None])
    python(page, "talk.path = ['plan', 'later']")
    expect(play.locator(".al-now")).to_contain_text("Sam leaves")
    assert_told(page, "talk.ending", "leaves")

    # A wrong name gets one sentence. Nothing is kept in the browser, and no id is there twice.
    assert python(page, "role_play('late-labs')").startswith(
        "There is no role-play 'late-labs'"
    )
    assert "Traceback" not in python(page, "role_play('late-labs')")

    # Nonsense gets one sentence too, and neither the page nor Python loses anything by it.
    before = told(page, "[a.answers, talk.path]")
    for nonsense in ("a.answers = None", f"a.answers = {{{BEST!r}: {{1}}}}", "talk.path = [1]"):
        said = python(page, nonsense)
        assert said
        assert "Traceback" not in said
    assert_told(page, "[a.answers, talk.path]", before)
    expect(play.locator(".al-now")).to_contain_text("Sam leaves")
    kept = "() => Object.keys(localStorage).filter((key) => key.startsWith('alongside'))"
    assert page.evaluate(kept) == []
    ids = "() => [...document.querySelectorAll('.alongside-notebook [id]')].map(({ id }) => id)"
    found = page.evaluate(ids)
    assert len(found) == len(set(found)) > 50
