"""The five activities for words of one's own, alone on a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from practice.practising import NAMES
from watching import tabs

from alongside.reading.load import load_course
from alongside.render.questions import quiz

if TYPE_CHECKING:
    from collections.abc import Callable

    from alone import Place
    from playwright.sync_api import BrowserContext, Page

GOOD = Path(__file__).parents[2] / "courses" / "good"


@pytest.fixture
def address(place: Place) -> str:
    """Return the address of the activities as the small good course has them."""
    bank = load_course(GOOD).banks["active-listening"]
    wanted = {f"active-listening-{name}" for name in NAMES}
    asked = [one for one in bank.questions if one.id in wanted]
    return place.write("practice.html", quiz(asked, bank, "test"))


@pytest.fixture
def open_page(
    open_context: Callable[..., BrowserContext], place: Place, address: str
) -> Callable[[], Page]:
    """Open the page in a new tab of one fresh profile, which must meet no trouble."""
    return tabs(open_context(place.address), address)


@pytest.fixture
def page(open_page: Callable[[], Page]) -> Page:
    return open_page()
