"""The page of a role-play: complete, safe, and the same on paper as on a screen."""

import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from alongside.model.role_play import RolePlay
from alongside.playing.order import reply_order
from alongside.render.html import curled
from alongside.render.role_play import content_hash, role_play
from alongside.render.role_play_words import LATE_IF, MUCH_MISSED

FIXTURE = Path(__file__).parent / "fixtures" / "late-kettle.yml"


def kettle(**changed):
    values = yaml.safe_load(FIXTURE.read_text(encoding="utf-8")) | changed
    return RolePlay.model_validate_json(json.dumps(values))


class Page(HTMLParser):
    """The elements of a page, and its words without and with the player's template."""

    def __init__(self, html):
        super().__init__()
        self.elements = []
        self.words = ""
        self.silent = []
        self.feed(html)
        self.words = " ".join(self.words.split())

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in {"script", "template"}:
            self.silent.append(tag)

    def handle_endtag(self, tag):
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()
        # Block ends part words, as they do for a reader.
        if tag in {"p", "li", "h3", "h4", "h5", "dt", "dd", "summary"}:
            self.words += " "

    def handle_data(self, data):
        if not self.silent:
            self.words += data

    def values(self, attribute):
        return [attrs[attribute] for _, attrs in self.elements if attribute in attrs]


@pytest.fixture(scope="module")
def page():
    return Page(role_play(kettle(), "alongside", "help.html", "<p>Call 9-8-8.</p>"))


def texts(value):
    """Yield every text a trainee is meant to read, from the writer's own file."""
    told = {"title", "content_note", "setting", "about", "says", "manner", "text", "effect"}
    told |= {"feedback", "better", "ask", "name", "asked"}
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in told and isinstance(inner, str):
                yield inner
            elif key != "change":
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def test_everything_its_writer_wrote_stands_in_the_page_without_a_script(page):
    wrote = list(texts(yaml.safe_load(FIXTURE.read_text(encoding="utf-8"))))
    missing = [text for text in wrote if curled(" ".join(text.split())) not in page.words]
    assert len(wrote) > 60
    assert missing == []


@pytest.mark.parametrize(
    "words",
    [
        "If trust is at least open ish: Noor: It’s the essay.",
        "If trust is at most guarded: Noor: (flat) It’s fine.",
        (
            "If the reply “You should go to bed and email the professor for an extension.” at 1"
            " is ticked: Sol: Sorry, only me."
        ),
        (
            "Only if trust is at most guarded and “You asked plainly about the words"
            " “no point”” is not ticked:"
        ),
        (
            "If trust is shut or the reply “Ha! At least it is nearly the weekend.” at 1 is"
            " ticked: go to 6, an ending."
        ),
        "Otherwise go to 5, an ending.",
        "Mark: trust two steps up.",
        "Mark: trust one step down.",
        "Mark: tick “You asked plainly about the words “no point””.",
        "Mark: put a tick beside this reply.",
        "Go to 2. At the table.",
        "☐ guarded (start here)",
        "This closes things a little.",
        "Skills: ask directly and open question.",
        "The help card belongs to this moment.",
    ],
)
def test_the_booklet_says_in_words(page, words):
    assert words in page.words


@pytest.mark.parametrize("stop", ["", "."])
def test_what_a_meter_is_about_ends_before_its_levels_begin(stop):
    play = kettle()
    trust = play.meters["trust"].model_copy(update={"about": f"How far Noor lets you in{stop}"})
    html = role_play(play.model_copy(update={"meters": {"trust": trust}}), "alongside")
    assert "How far Noor lets you in. From worst to best:" in html


def test_a_mixed_ending_is_no_praise_for_replies_that_were_mostly_poor(page):
    assert f"This talk went well in part. {LATE_IF} {MUCH_MISSED}" in page.words


def test_on_paper_only_a_talk_with_a_poor_reply_can_have_come_right_late(page):
    asked = (
        "If some of your replies closed things or hurt, and at least as many as landed well:"
    )
    assert f"{asked} It came right late." in page.words
    assert f"{asked} Much was missed" in page.words


def test_an_ending_is_not_told_before_it_is_reached():
    html = role_play(kettle(), "alongside")
    ways = " ".join(re.findall(r'<p class="al-go">.*?</p>', html))
    assert "an ending" in ways
    for title in ("Two mugs", "Good night, then", "The light goes off"):
        assert title not in ways


def test_two_role_plays_on_a_page_share_no_id_and_no_link_hangs_loose():
    other = kettle(id="early-kettle")
    both = Page(role_play(kettle(), "alongside") + role_play(other, "alongside"))
    outside = Counter(both.values("id"))
    # The template holds one heading for each kind of moment; one at a time is in use.
    now = {"rp-late-kettle-now", "rp-early-kettle-now"}
    assert {name for name, count in outside.items() if count > 1} == now
    targets = {href[1:] for href in both.values("href") if len(href) > 1}
    for attribute in ("aria-labelledby", "aria-describedby", "for"):
        targets |= {name for names in both.values(attribute) for name in names.split()}
    assert targets <= set(outside)


def test_the_order_of_replies_comes_from_the_ids_and_hides_the_strong_one():
    play = kettle()
    orders = {turn: [reply.id for reply in reply_order(play, turn)] for turn in play.turns}
    assert any(
        order != [reply.id for reply in play.turns[turn].replies]
        for turn, order in orders.items()
    )
    html = role_play(play, "alongside")
    assert re.findall(r'<li data-reply="([\w-]+)"', html) == [
        reply for order in orders.values() for reply in order
    ]


def test_a_text_cannot_become_markup():
    evil = '</script></template><img src=x onerror="alert(1)"> & <!-- “'
    values = yaml.safe_load(FIXTURE.read_text(encoding="utf-8"))

    def spoiled(value, key=""):
        if isinstance(value, dict):
            return {inner: spoiled(part, inner) for inner, part in value.items()}
        if isinstance(value, list):
            return [spoiled(part, key) for part in value]
        return evil if isinstance(value, str) and value in wrote else value

    wrote = set(texts(values))
    play = RolePlay.model_validate_json(json.dumps(spoiled(values)))
    found = Page(role_play(play, "alongside"))
    assert "img" not in {tag for tag, _ in found.elements}
    assert found.words.count(curled(evil)) > 60
    assert not [name for _, attrs in found.elements for name in attrs if name.startswith("on")]


def test_the_machine_in_the_page_is_whole():
    html = role_play(kettle(), "alongside")
    found = re.search(r'class="al-machine">(.*?)</script>', html)
    machine = json.loads(found[1])
    assert machine["start"] == "kettle"
    assert set(machine["places"]) == {"kettle", "table", "point", "together", "drift", "night"}


def test_a_changed_word_changes_the_hash():
    assert content_hash(kettle()) == content_hash(kettle())
    assert content_hash(kettle(title="Another title")) != content_hash(kettle())


def test_nothing_needs_an_inline_style_or_handler(page):
    assert page.values("style") == []
    assert {tag for tag, _ in page.elements} & {"style", "iframe", "img", "object"} == set()


def test_without_a_card_the_help_link_stands_in_its_place():
    assert "help.html#now" in Page(role_play(kettle(), "a", "help.html#now")).values("href")


def test_a_line_of_blanks_parts_paragraphs_as_an_empty_one_does():
    html = role_play(kettle(setting="One.\n  \nTwo."), "alongside")
    assert "<p>One.</p><p>Two.</p>" in html
