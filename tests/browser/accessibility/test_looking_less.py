"""What the long walk does not look at is lost to nobody: its shorter look finds as much."""

from __future__ import annotations

import re

import pytest
from accessibility import states
from accessibility.looking import MODES, WALK, leave_alone, seen

DECLARED = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const under = (rules, asked) => [...rules].flatMap((rule) => [
    ...[...(rule.style ?? [])].map((name) => [asked, name]),
    ...under(rule.cssRules ?? [], `${asked} ${rule.media?.mediaText ?? ""}`),
  ]);
  return under(sheet.cssRules, "");
}"""
"""Each property that a sheet sets, with what it asks of the screen."""
COLOUR = re.compile(r"color|^--")
OF_WORDS = re.compile(r"^color|background|opacity|filter|blend|^--")
"""What the engines judge contrast by: words and what lies behind them, not edges."""
SPOIL = """(part) => {
  const button = part.querySelector(".al-choices .al-reply, [data-do=check]");
  button.replaceChildren();
  button.style.cssText = "width: 12px; height: 12px; padding: 0; min-height: 0";
  const line = part.querySelector(".al-now p, [id$=__asked]");
  line.style.color = "gray";
  line.style.backgroundColor = "darkgray";
  line.setAttribute("aria-labelledby", "nowhere");
  line.id = "main";
  const wide = document.createElement("p");
  wide.textContent = "wide";
  wide.style.width = "1400px";
  const picture = document.createElement("img");
  picture.src = "data:,";
  line.after(wide, picture);
}"""
"""A button with no name, too small; words one cannot see; ids that lead nowhere and stand
twice; a line that is too wide; a picture without words."""


@pytest.fixture
def declared(page, small_site, site):
    page.goto(small_site.at("index.html"))
    sheets = [path.read_text("utf-8") for path in site.folder.rglob("*.css")]
    return [tuple(each) for text in sheets for each in page.evaluate(DECLARED, text)]


def test_the_dark_is_looked_at_in_one_width_since_no_words_change_colour_with_it(declared):
    by_width = {name for asked, name in declared if "width" in asked}
    assert len(by_width) > 10
    assert [name for name in by_width if OF_WORDS.search(name)] == []


def test_and_since_the_dark_changes_nothing_but_colours(declared):
    in_the_dark = {name for asked, name in declared if "color-scheme" in asked}
    assert len(in_the_dark) > 5
    assert [name for name in in_the_dark if not COLOUR.search(name)] == []


def by_rule(found):
    """Return each finding without its place on the page: engine, rule and mode."""
    return {(one.mode, one.finding.engine, one.finding.rule) for one in found}


def assert_alone_shows_what_the_whole_shows(page, where, parts):
    whole = by_rule(seen(page, where, {name: MODES[name] for name in WALK}))
    leave_alone(page, parts)

    assert {engine for _, engine, _ in whole} == {"axe", "ibm", "probe"}
    assert len(whole) > 12
    assert by_rule(seen(page, where, WALK)) == whole


def test_a_moment_alone_shows_every_fault_it_shows_on_its_page(
    open_view, site, role_play_pages
):
    page = open_view()
    talk = states.open_talk(page, site.at(role_play_pages[0]))
    talk.bring("turn")
    talk.root.evaluate(SPOIL)
    booklet = talk.root.locator(".al-booklet").inner_html()

    assert_alone_shows_what_the_whole_shows(page, talk.selector, talk.selector)

    assert talk.root.locator(".al-booklet").inner_html() == booklet


def test_a_question_alone_shows_every_fault_it_shows_on_its_page(open_view, site, lesson):
    page = open_view()
    page.goto(site.at(lesson))
    states.bring_questions(page, "wrong")
    page.locator("[data-type=single]").first.evaluate(SPOIL)

    assert_alone_shows_what_the_whole_shows(page, "main", "alongside-quiz")
