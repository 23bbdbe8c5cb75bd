"""Every page of the site, before anybody touches it."""

import pytest
from accessibility.engines import axe, ibm, probe
from accessibility.findings import healed, unanswered
from accessibility.looking import modes, seen

SHARES = 6
"""The pages are dealt out, so that the cores share the work."""


def on_each(page, site, paths, look):
    """Return what a look at each page found, with the page."""
    found = []
    for path in paths:
        page.goto(site.at(path))
        page.wait_for_load_state("load")
        found += [(path, one) for one in look(page)]
    return found


@pytest.mark.parametrize("share", range(SHARES))
def test_no_page_breaks_a_rule_in_light_in_dark_or_at_320_pixels(open_view, site, share):
    assert on_each(open_view(), site, site.pages()[share::SHARES], seen) == []


@pytest.mark.long
@pytest.mark.parametrize("share", range(SHARES))
def test_ibm_fails_nothing_in_dark_or_at_320_pixels_either(open_view, site, share):
    def look(page):
        return [one for _ in modes(page) for one in unanswered(ibm(page))]

    assert on_each(open_view(), site, site.pages()[share::SHARES], look) == []


@pytest.mark.parametrize("engine", [axe, ibm], ids=["axe", "ibm"])
def test_what_is_allowed_is_still_met(open_view, site, engine):
    page = open_view()
    page.goto(site.at("index.html"))
    assert healed(engine(page), engine.__name__) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_wider_spacing_of_text_cuts_nothing_off(open_view, site, width):
    spaced = """() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
      document.adoptedStyleSheets = [sheet];
    }"""

    def look(page):
        page.evaluate(spaced)
        return probe(page, "sideways") + probe(page, "clipped")

    page = open_view(viewport={"width": width, "height": 800})
    assert on_each(page, site, site.pages(), look) == []


def test_less_motion_means_none(open_view, site):
    page = open_view(reduced_motion="reduce")
    assert on_each(page, site, site.pages(), lambda page: probe(page, "moving")) == []


def test_forced_colours_leave_an_edge_to_what_one_can_press(open_view, site):
    page = open_view(forced_colors="active")
    assert on_each(page, site, site.pages(), lambda page: probe(page, "edgeless")) == []
