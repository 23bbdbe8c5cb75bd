"""Would the suite see it? Ten known defects are seeded, each in a page that is clean."""

from __future__ import annotations

import pytest
from accessibility.defects import DEFECTS, PAGE, QUESTION, SHEET, Defect, spoilt
from accessibility.looking import seen
from accessibility.probing import told_by_colour_only
from accessibility.screen_reader import Reader

AT_LEAST = 8
CLEAN = Defect("nothing", str)


@pytest.fixture(scope="module")
def checks(browser, small_site):
    """Return what the suite's own checks say of the page with a defect, by check."""
    context = browser.new_context()
    context.set_default_timeout(60_000)
    context.add_init_script("Math.random = () => 0.25")
    page = context.new_page()
    html = (small_site.folder / PAGE).read_text("utf-8")

    def run(defect):
        page.unroute_all()
        page.route(
            f"**/{PAGE}",
            lambda route: route.fulfill(body=spoilt(html, defect), content_type="text/html"),
        )
        page.route(
            f"**/{SHEET}",
            lambda route: route.fulfill(body=defect.style, content_type="text/css"),
        )
        page.goto(small_site.at(PAGE))
        page.set_viewport_size({"width": 1280, "height": 800})
        found = {f"{one.finding.engine} {one.finding.rule}" for one in seen(page)}
        reader = Reader(page, f"#q-{QUESTION}")
        said = " ".join(reader.read_on(16))
        form = page.locator(f"#q-{QUESTION}")
        found |= {one.rule for one in told_by_colour_only(form, right=False)}
        page.evaluate("localStorage.clear()")  # the next page starts fresh
        return found, said

    yield run
    context.close()


def test_the_suite_finds_at_least_eight_of_ten_seeded_defects(checks, record_property):
    nothing, clean_words = checks(CLEAN)
    assert nothing == set()
    table = {}
    for defect in DEFECTS:
        found, words = checks(defect)
        table[defect.name] = sorted(found | ({"transcript"} if words != clean_words else set()))
    record_property("seeded_defects", table)
    missed = [name for name, by in table.items() if not by]
    assert len(table) == 10
    assert len(table) - len(missed) >= AT_LEAST, table
    assert missed == [], table
