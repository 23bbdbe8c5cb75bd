"""A trainee who has a keyboard and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Page

FAR = 400
"""Presses of the Tab key after which a control counts as out of reach."""

_STOP = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const ground = (each) => {
    for (let one = each.parentElement; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!/, 0\\)$|^transparent$/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
  const { width, height, top, bottom, left, right } = at.getBoundingClientRect();
  const inside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return [
    at.outerHTML.slice(0, 200), outlineStyle, parseFloat(outlineWidth), outlineColor,
    ground(at), width > 0 && height > 0 && inside,
  ];
}"""


class Stop(NamedTuple):
    """Where the focus is, and how it shows."""

    element: str
    style: str
    width: float
    colour: str
    ground: str
    in_sight: bool


class Keyboard:
    """Walks a page; the focus must never fall to the page's body on the way."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def stop(self) -> Stop | None:
        """Return where the focus is; None on the body."""
        told = self.page.evaluate(_STOP)
        return Stop(*told) if told else None

    def is_at(self, selector: str) -> bool:
        return self.page.evaluate("wanted => document.activeElement.matches(wanted)", selector)

    def walk_to(self, selector: str, far: int = FAR, key: str = "Tab") -> int:
        """Press Tab until a control has the focus; return how many presses it took."""
        for presses in range(1, far + 1):
            self.page.keyboard.press(key)
            if self.is_at(selector):
                return presses
        raise AssertionError(f"{selector} is not reached by {far} presses of {key}.")

    def press(self, key: str) -> None:
        """Press a key; the focus must be somewhere afterwards."""
        self.page.keyboard.press(key)
        assert self.stop(), f"{key} lost the focus."

    def follow(self) -> None:
        """Follow the link that has the focus."""
        before = self.page.url
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(lambda url: url != before)
        self.page.wait_for_load_state("load")

    def round(self) -> list[Stop]:
        """Return every stop of the page, from its top until the focus leaves it."""
        stops = []
        for _ in range(FAR):
            self.page.keyboard.press("Tab")
            stop = self.stop()
            if stop is None:
                return stops
            stops.append(stop)
        raise AssertionError(f"More than {FAR} stops, or a trap.")
