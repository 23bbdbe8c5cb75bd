"""A page that comes in pieces, as on a slow link: what is there can be used."""

from __future__ import annotations

import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

QUIZ = "modules/active-listening/saying-it-back.html"
TALK = "modules/active-listening/practice.html"


class Halting(ThreadingHTTPServer):
    """Sends a site: pages up to some words, and the rest when they are let go."""

    daemon_threads = True

    def __init__(self, folder: str) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=folder))
        self.held_at = ""
        self.let_go = threading.Event()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(SimpleHTTPRequestHandler):
    server: Halting

    def do_GET(self) -> None:
        if not self.path.endswith(".html"):
            super().do_GET()
            return
        page = Path(self.translate_path(self.path)).read_text("utf-8")
        at = page.index(self.server.held_at)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page[:at].encode())
        self.wfile.flush()
        self.server.let_go.wait(30)
        self.wfile.write(page[at:].encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def halting(small_site) -> Iterator[Halting]:
    site = Halting(str(small_site.folder))
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    yield site
    site.let_go.set()
    site.shutdown()
    site.server_close()


@pytest.fixture
def tab(open_context, halting) -> Iterator[Page]:
    page = open_context(halting.origin).new_page()
    yield page
    # Before the server goes: a page that is let go then would ask it for more.
    page.close()


def test_a_question_is_answered_while_the_rest_of_the_page_is_on_its_way(tab, halting):
    halting.held_at = "<footer"
    tab.goto(f"{halting.origin}/{QUIZ}", wait_until="commit")
    question = tab.locator("form.al-question").first
    question.locator("label").first.click()
    question.locator("summary", has_text="Check").click()
    expect(question.locator("dd").first).to_be_visible()
    assert tab.evaluate("document.readyState") == "loading"


@pytest.fixture
def late(tab, halting) -> Callable[[], None]:
    """A lesson whose script for questions is on its way; the call lets it come."""
    held = []

    def hold(route):
        held.append(route)

    tab.route("**/questions.js*", hold)
    halting.let_go.set()
    tab.goto(f"{halting.origin}/{QUIZ}", wait_until="commit")
    expect(tab.locator("footer")).to_be_attached()

    def come() -> None:
        tab.wait_for_timeout(100)
        for route in held:
            route.continue_()

    return come


def test_an_answer_that_is_read_before_the_script_comes_stays_until_it_is_folded_up(tab, late):
    question, other = tab.locator("form.al-question").all()[:2]
    question.locator("label").nth(1).click()
    question.locator("summary", has_text="Check").click()
    expect(question.locator("dd").first).to_be_visible()
    late()
    expect(other).to_have_class(re.compile("al-on"))
    expect(question).not_to_have_class(re.compile("al-on"))
    expect(question.locator("dd").first).to_be_visible()
    question.locator("summary", has_text="Check").click()
    expect(question).to_have_class(re.compile("al-on"))
    expect(question.locator("input").nth(1)).to_be_checked()
    question.get_by_role("button", name="Check").click()
    expect(question.locator(".al-result")).not_to_be_empty()


def test_what_was_chosen_before_the_script_comes_stays_chosen_and_in_its_place(tab, late):
    question = tab.locator("form.al-question").first
    before = question.locator("label").all_text_contents()
    question.locator("label").nth(1).click()
    late()
    expect(question).to_have_class(re.compile("al-on"))
    assert question.locator("label").all_text_contents() == before
    expect(question.locator("input").nth(1)).to_be_checked()


def test_what_was_chosen_before_the_script_comes_is_the_last_word(tab, late):
    question = tab.locator("form.al-question").first
    question.evaluate(
        """form => localStorage.setItem(
          `alongside:${form.closest("[data-course]").dataset.course}:q:${form.dataset.question}`,
          JSON.stringify({ v: 1, answer: form.querySelector("input").value, checked: true }))"""
    )
    question.locator("label").nth(1).click()
    late()
    expect(question).to_have_class(re.compile("al-on"))
    expect(question.locator("input").nth(1)).to_be_checked()
    expect(question.locator(".al-result")).to_be_empty()


def test_nothing_moves_under_whoever_reads_when_the_script_comes(tab, late):
    question = tab.locator("form.al-question").first
    before = tab.locator("form.al-question label").all_text_contents()
    question.locator("input").first.focus()
    late()
    expect(question).to_have_class(re.compile("al-on"))
    expect(question.locator("input").first).to_be_focused()
    shown = tab.locator("form.al-question .al-option label").all_text_contents()
    assert shown == [words for words in before if words in shown]


def test_a_key_finds_check_again_when_the_script_has_come(tab, late):
    question = tab.locator("form.al-question").first
    question.locator("summary", has_text="Check").focus()
    late()
    expect(question.get_by_role("button", name="Check")).to_be_focused()


def test_a_key_that_stands_on_an_option_stays_there_when_the_script_has_come(tab, late):
    question = tab.locator("form.al-question").first
    option = question.locator("input").nth(1)
    name = option.get_attribute("id")
    option.focus()
    late()
    expect(question).to_have_class(re.compile("al-on"))
    expect(question.locator(f"#{name}")).to_be_focused()


def test_a_header_of_which_half_is_there_is_not_drawn(tab, halting):
    halting.held_at = '<button class="al-mode"'
    tab.goto(f"{halting.origin}/{QUIZ}", wait_until="commit")
    link = tab.get_by_text("Get help now").first
    expect(link).to_be_attached()
    assert not link.is_visible()
    halting.let_go.set()
    expect(link).to_be_visible()


@pytest.mark.parametrize(
    ("path", "activity"), [(QUIZ, "alongside-quiz"), (TALK, "alongside-role-play")]
)
def test_an_activity_of_which_half_is_there_waits_for_the_other_half(
    tab, halting, path, activity
):
    halting.held_at = f"</{activity}>"
    tab.goto(f"{halting.origin}/{path}", wait_until="commit")
    expect(tab.locator(activity)).to_be_attached()
    tab.wait_for_timeout(100)
    assert not tab.locator(".al-on").count()
    halting.let_go.set()
    expect(tab.locator(".al-on").first).to_be_attached()
