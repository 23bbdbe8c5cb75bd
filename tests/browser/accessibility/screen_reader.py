"""A simulated screen reader inside Chromium: what it says, in order.

Guidepup's browser build is an ES module. It is served by a route of the test as a file of the
page's own origin, which the page's policy allows; nothing of the policy is switched off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from accessibility.engines import PACKAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page

MODULE = PACKAGES / "@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
_PATH = "/screen-reader-of-the-tests.js"
_START = """async ([path, where]) => {
  const { virtual } = await import(path);
  globalThis.reader = virtual;
  await virtual.start({ container: document.querySelector(where) });
  await virtual.clearSpokenPhraseLog();
}"""
_SAID = """async () => {
  const said = await reader.spokenPhraseLog();
  await reader.clearSpokenPhraseLog();
  return said;
}"""


class Reader:
    """Listens to a part of a page."""

    def __init__(self, page: Page, where: str) -> None:
        self.page = page
        page.route(
            f"**{_PATH}",
            lambda route: route.fulfill(path=MODULE, content_type="text/javascript"),
        )
        page.evaluate(_START, [_PATH, where])

    def said(self) -> list[str]:
        """Return what was said since the last time, once the page has settled."""
        self.page.wait_for_timeout(400)
        return list(self.page.evaluate(_SAID))

    def read_on(self, steps: int) -> list[str]:
        """Return what is said while the reader's own cursor moves on."""
        for _ in range(steps):
            self.page.evaluate("reader.next()")
        return self.said()
