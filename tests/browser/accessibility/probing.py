"""Checks that need an answer to be given first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accessibility import states
from accessibility.findings import Finding

if TYPE_CHECKING:
    from playwright.sync_api import Locator

OPENINGS = {
    True: ("Correct.", "A strong choice."),
    False: ("Not the best choice.", "Not yet", "Partly right:", "It helps in part."),
}
"""What a result starts with; a question for one's own words has no result."""


def told_by_colour_only(form: Locator, *, right: bool) -> list[Finding]:
    """Answer a question and return a finding where its words do not tell how it went.

    The words are those on the screen (`innerText`): what is hidden, or only tinted, is none.
    """
    before = form.inner_text()
    states.answer(form, right=right)
    form.locator("[data-do=check]").evaluate("each => each.click()")
    place = form.locator(".al-result")
    # Of an element that is not drawn, innerText is the text that nobody sees.
    result = " ".join(place.inner_text().split()) if place.is_visible() else ""
    if form.get_attribute("data-type") in states.OWN:
        told = bool(result)
    else:
        told = result.startswith(OPENINGS[right]) and form.inner_text() != before
    element = f"<form id={form.get_attribute('id')}>"
    return [] if told else [Finding("probe", "colour-only", element, result or "no words")]
