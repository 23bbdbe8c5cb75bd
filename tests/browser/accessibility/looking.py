"""One look at a page as it stands, with both engines and our probes, in six modes.

The page is brought into a state once and stays in it while its colours and width change:
that is what a trainee's device does too, and it spares a load for each mode.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from accessibility.engines import axe, ibm, probes
from accessibility.findings import Finding, unanswered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playwright.sync_api import Page

    Engine = Callable[[Page, str], list[Finding]]

WIDE = {"width": 1280, "height": 800}
SMALL = {"width": 320, "height": 640}
LAYOUT = ("sideways", "clipped", "small", "mouse", "ungrouped", "loose", "moving")
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
  return new Promise(requestAnimationFrame);
}"""
"""The spacing that WCAG 1.4.12 grants a reader, through the page's own style sheets."""
UNSPACED = """() => {
  document.adoptedStyleSheets = [];
  return new Promise(requestAnimationFrame);
}"""
_ALONE = """(where) => {
  const parts = [...document.querySelectorAll(where)];
  const clear = (box) => {
    for (const each of [...box.children]) {
      if (parts.includes(each) || each.matches("h1, h2, h3, h4")) continue;
      if (parts.some((part) => each.contains(part))) clear(each);
      else if (each.closest("main")) each.remove();
      else each.replaceChildren();
    }
  };
  clear(document.body);
}"""
_BOOKLETS = 'document.querySelectorAll(".al-on .al-booklet")'
_ASIDE = f"""() => {{
  for (const booklet of {_BOOKLETS}) {{
    booklet.aside = new DocumentFragment();
    booklet.aside.append(...booklet.childNodes);
  }}
}}"""
_BACK = f"() => {{ for (const each of {_BOOKLETS}) each.append(each.aside ?? ''); }}"


class Mode(NamedTuple):
    """A way to look, and what to look with."""

    size: dict[str, int]
    scheme: str = "light"
    forced: bool = False
    spaced: bool = False
    probes: tuple[str, ...] = ()
    engines: tuple[Engine, ...] = ()


MODES = {
    "light": Mode(WIDE, probes=LAYOUT, engines=(axe, ibm)),
    "dark": Mode(WIDE, scheme="dark", engines=(axe,)),
    # Dark as well, since colours do not depend on the width nor sizes on the colours: IBM's
    # engine takes seconds, and so sees both at once.
    "narrow": Mode(SMALL, scheme="dark", probes=LAYOUT, engines=(axe, ibm)),
    "narrow, spaced": Mode(SMALL, spaced=True, probes=("sideways", "clipped")),
    "spaced": Mode(WIDE, spaced=True, probes=("sideways", "clipped")),
    "forced colours": Mode(WIDE, forced=True, probes=("edgeless",)),
}


NARROW = {name: MODES[name] for name in ("narrow", "narrow, spaced")}
BRIEF = {name: MODES[name] for name in ("light", "narrow")}
FIRST_LOOK = {
    name: mode._replace(engines=(axe,) if name == "light" else ())
    for name, mode in MODES.items()
}
"""What the whole of every page is looked at with in each run: every probe, and one engine."""
MAIN_LOOK = {
    "light": Mode(WIDE, engines=(ibm,)),
    "narrow": MODES["narrow"]._replace(probes=()),
}
"""What its own part is looked at with besides: the frame around it is the same on all."""
_ELEMENT = re.compile(r'<([\w-]+)(?:[^>]*?\sclass="([^"]*)")?')


def without_the_booklet(*engines: Engine) -> Engine:
    """Return one engine of several, which look while no booklet is in the page.

    The player hides it and copies from it. Engines judge none of what is hidden, yet ask of
    each of its elements whether it is: that takes them two thirds of their time. Our probe of
    references looks with the booklet in its place.
    """

    def look(page: Page, where: str) -> list[Finding]:
        page.evaluate(_ASIDE)
        found = [one for engine in engines for one in engine(page, where)]
        page.evaluate(_BACK)
        return found

    return look


WALK = {
    name: mode._replace(engines=(without_the_booklet(*mode.engines),) if mode.engines else ())
    for name, mode in MODES.items()
    if mode.probes
}
"""What the long walk looks with: all but the dark at full width, whose colours are those of the
dark at 320 pixels (`test_looking_less`)."""


class Seen(NamedTuple):
    """A finding, and in which mode."""

    mode: str
    finding: Finding


def pages_with(site: Any, part: str) -> list[str]:
    """Return the written pages that hold a part, such as a question."""
    return [path for path in site.written() if part in (site.folder / path).read_text("utf-8")]


def few_with_all(parts: dict[str, set[str]]) -> list[str]:
    """Return few pages that together hold every part that any page holds."""
    wanted, chosen = set().union(*parts.values()), []
    while wanted:
        best = max(parts, key=lambda path: len(parts[path] & wanted))
        chosen.append(best)
        wanted -= parts[best]
    return chosen


def pages_of_every_kind(site: Any) -> list[str]:
    """Return few pages that hold every element in every class that the site has."""
    return few_with_all(
        {
            path: {
                f"{element}.{name}"
                for element, names in _ELEMENT.findall((site.folder / path).read_text("utf-8"))
                for name in names.split() or [""]
            }
            for path in site.pages()
        }
    )


def leave_alone(page: Page, where: str) -> None:
    """Leave on a page some parts, what they stand in, and headings.

    The frame's boxes stay, though empty, so that the parts keep their place and width. All the
    rest is looked at in `test_pages`; to walk past it takes engines longer than to look.
    """
    page.evaluate(_ALONE, where)


def bring(page: Page, mode: Mode) -> None:
    """Bring the page into a mode. It asks for less motion, so that it stands still."""
    page.set_viewport_size(mode.size)
    page.emulate_media(
        color_scheme=mode.scheme,
        forced_colors="active" if mode.forced else "none",
        reduced_motion="reduce",
    )
    page.evaluate(SPACED if mode.spaced else UNSPACED)


def seen(page: Page, where: str = "html", modes: Mapping[str, Mode] = MODES) -> list[Seen]:
    """Return what is wrong with a part of the page in its present state, in each mode."""
    found = []
    for name, mode in modes.items():
        bring(page, mode)
        wrong = [one for look in mode.engines for one in look(page, where)]
        wrong += probes(page, mode.probes, where)
        found += [Seen(name, one) for one in unanswered(wrong)]
    return found
