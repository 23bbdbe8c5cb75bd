"""Quizzes in a real Chromium: two of them alone on a page, rendered here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from watching import tabs

from alongside.model.bank import Bank
from alongside.render.questions import quiz

if TYPE_CHECKING:
    from collections.abc import Callable

    from alone import Place
    from playwright.sync_api import BrowserContext, Page

BANK = Path(__file__).parents[2] / "fixtures" / "questions.json"


@pytest.fixture(scope="session")
def bank() -> Bank:
    """Two questions of each kind."""
    return Bank.model_validate_json(BANK.read_text("utf-8"))


@pytest.fixture
def context(open_context: Callable[..., BrowserContext], place: Place) -> BrowserContext:
    """A fresh profile whose pages must meet no trouble."""
    return open_context(place.address)


@pytest.fixture
def address(place: Place, bank: Bank) -> str:
    """Two quizzes on one page: the sixteen questions, eight in each."""
    first, second = bank.questions[:8], bank.questions[8:]
    body = quiz(first, bank, "test") + "<p>Between.</p>" + quiz(second, bank, "test", 9)
    return place.write("quiz.html", body)


@pytest.fixture
def open_page(context: BrowserContext, address: str) -> Callable[[], Page]:
    """Open the page of two quizzes in a new tab of the same profile."""
    return tabs(context, address)


@pytest.fixture
def page(open_page: Callable[[], Page]) -> Page:
    return open_page()
