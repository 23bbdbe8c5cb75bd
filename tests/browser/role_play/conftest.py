"""Role-plays in a real Chromium: two of them alone on a page, rendered here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from alongside.model.role_play import RolePlay
from alongside.playing import machine
from alongside.render.role_play import role_play

if TYPE_CHECKING:
    from collections.abc import Callable

    from alone import Place
    from playwright.sync_api import BrowserContext, Locator, Page

FIXTURE = Path(__file__).parents[2] / "fixtures" / "late-kettle.yml"


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

    def what_if(self, at: int) -> None:
        """At an ending, look at the other replies of an earlier turn, counted from 0."""
        folded = self.root.locator("details.al-moments")
        folded.evaluate_all("all => all.forEach(each => { each.open = true })")
        folded.locator(f'button[value="{at}"]').press("Enter")

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
def address(place: Place, kettle: RolePlay) -> str:
    """Two role-plays on one page."""
    other = read(id="early-kettle", title="The kettle at dawn")
    body = "".join(
        role_play(each, "test", "help.html", '<p>Call <a href="tel:988">9-8-8</a>.</p>')
        for each in (kettle, other)
    )
    return place.write("page.html", body)


@pytest.fixture
def context(open_context: Callable[..., BrowserContext], place: Place) -> BrowserContext:
    """A fresh profile of a phone, whose pages must meet no trouble."""
    return open_context(place.address, viewport={"width": 360, "height": 740})


@pytest.fixture
def player(context: BrowserContext, address: str) -> Player:
    """The first role-play of the page, from loopback."""
    page = context.new_page()
    page.goto(address)
    return Player(page)


@pytest.fixture
def second(player: Player) -> Player:
    """The same role-play in a second tab."""
    page = player.page.context.new_page()
    page.goto(player.page.url)
    return Player(page)


@pytest.fixture
def other(player: Player) -> Player:
    """The second role-play of the same page."""
    return Player(player.page, "early-kettle")
