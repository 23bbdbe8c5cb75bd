"""What tests watch a page for: what is read out, and what jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, BrowserContext, Page

LISTEN = """() => {
  window.heard = [];
  new MutationObserver((all) => {
    const places = new Set(all.map(({ target }) =>
      (target.closest ? target : target.parentElement)?.closest("[role=status]")));
    for (const place of places) {
      const words = place?.innerText.trim().replace(/\\s+/g, " ");
      if (words && place.ariaLive !== "off") window.heard.push(words);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}"""
"""Collects in ``heard`` what a status says aloud, in the order in which it is said."""

SHIFTS = """window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


def jumped(browser: Browser, address: str, width: int, height: int) -> float:
    """Return how far a page of questions jumps when its script comes late, as browsers count.

    Raises:
        AssertionError: The script never took over.

    """
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_init_script(SHIFTS)
    page = context.new_page()

    def late(route):
        page.wait_for_timeout(600)
        route.continue_()

    context.route("**/questions.js", late)
    page.goto(address)
    page.wait_for_timeout(400)
    assert page.locator("[data-do=check]").first.is_visible()
    far = float(page.evaluate("shift"))
    context.close()
    return far


def tabs(context: BrowserContext, address: str) -> Callable[[], Page]:
    """Return what opens the address in one more tab of a profile."""

    def opened() -> Page:
        page = context.new_page()
        page.goto(address)
        return page

    return opened
