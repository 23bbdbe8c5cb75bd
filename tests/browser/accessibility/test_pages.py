"""Every page of the site, before anybody touches it."""

import pytest
from accessibility.engines import axe, ibm
from accessibility.findings import healed
from accessibility.looking import FIRST_LOOK, MAIN_LOOK, WALK, pages_of_every_kind, seen

SHARES = 6
"""The pages are dealt out, so that the cores share the work."""


def on_each(page, site, paths, look):
    """Return what a look at each page found, with the page."""
    assert paths, "There is no page to look at."
    found = []
    for path in paths:
        page.goto(site.at(path))
        page.wait_for_load_state("load")
        found += [(path, one) for one in look(page)]
    return found


def first_look(page):
    # IBM's engine first: spread words leave a table that scrolled a stop for the keyboard, and
    # it knows no reason for one.
    return seen(page, "main", MAIN_LOOK) + seen(page, modes=FIRST_LOOK)


@pytest.mark.parametrize("share", range(SHARES))
def test_no_written_page_breaks_a_rule(open_view, site, share):
    assert on_each(open_view(), site, site.written()[share::SHARES], first_look) == []


@pytest.mark.parametrize("share", range(SHARES))
def test_no_kind_of_page_breaks_a_rule_however_it_is_looked_at(open_view, site, share):
    assert on_each(open_view(), site, pages_of_every_kind(site)[share::SHARES], seen) == []


@pytest.mark.long
@pytest.mark.parametrize("share", range(SHARES))
def test_no_page_breaks_a_rule_however_it_is_looked_at(open_view, site, share):
    def look(page):
        return seen(page, modes=WALK)

    assert on_each(open_view(), site, site.pages()[share::SHARES], look) == []


@pytest.mark.parametrize("engine", [axe, ibm], ids=["axe", "ibm"])
def test_what_is_allowed_is_still_met(open_view, site, engine):
    page = open_view()
    page.goto(site.at("index.html"))
    assert healed(engine(page), engine.__name__) == []
