"""Pages of the built site as the tests of access look at them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from accessibility.looking import few_with_all, pages_with

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

PATIENCE = 60_000
"""Milliseconds: a busy machine is no fault of the page."""
_TYPES = re.compile(r'data-type="([a-z-]+)"')


@pytest.fixture
def open_view(open_context: Callable[..., BrowserContext], site) -> Callable[..., Page]:
    """Open a page of a fresh profile on the whole site, with wishes such as a width."""

    def open_one(**wishes) -> Page:
        context = open_context(site.address, **wishes)
        context.set_default_timeout(PATIENCE)
        return context.new_page()

    return open_one


@pytest.fixture
def quiz_pages(site) -> list[str]:
    """As few pages as hold a question of every kind that the course has."""
    kinds = {
        path: set(_TYPES.findall((site.folder / path).read_text("utf-8")))
        for path in pages_with(site, "<alongside-quiz")
    }
    return few_with_all(kinds)


@pytest.fixture
def all_quiz_pages(site) -> list[str]:
    return pages_with(site, "<alongside-quiz")


@pytest.fixture
def role_play_pages(site) -> list[str]:
    return pages_with(site, "<alongside-role-play")


@pytest.fixture
def lesson(site) -> str:
    """A lesson with a question of one choice."""
    return pages_with(site, 'data-type="single"')[0]
