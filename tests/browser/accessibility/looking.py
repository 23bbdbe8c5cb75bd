"""One look at a page as it stands: both engines and our probes; light, dark and 320 px wide.

The page is brought into a state once and stays in it while its colours and width change:
that is what a trainee's device does too, and it spares a load for each mode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from accessibility.engines import axe, ibm, probe
from accessibility.findings import Finding, unanswered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

SIZES = {
    "light": {"width": 1280, "height": 800},
    "dark": {"width": 1280, "height": 800},
    "narrow": {"width": 320, "height": 640},
}
PROBES = ("sideways", "clipped", "small", "mouse", "ungrouped", "loose")


class Seen(NamedTuple):
    """A finding, and in which mode."""

    mode: str
    finding: Finding


def modes(page: Page) -> Iterator[str]:
    """Bring the page into each mode."""
    for mode, size in SIZES.items():
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="dark" if mode == "dark" else "light")
        page.evaluate("() => new Promise(requestAnimationFrame)")
        yield mode


def pages_with(site: Any, part: str) -> list[str]:
    """Return the pages that hold a part, such as a question."""
    return [path for path in site.pages() if part in (site.folder / path).read_text("utf-8")]


def seen(page: Page, where: str = "html") -> list[Seen]:
    """Return what is wrong with a part of the page in its present state.

    IBM's engine takes seconds and judges no colours that axe does not: it looks once.
    """
    found = []
    for mode in modes(page):
        wrong = axe(page, where) + [one for name in PROBES for one in probe(page, name, where)]
        if mode == "light":
            wrong += ibm(page, where)
        found += [Seen(mode, one) for one in unanswered(wrong)]
    return found
