"""The HTML of questions, as a reader without scripts meets it."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from alongside.model.bank import Bank, OrderingQuestion, SingleQuestion
from alongside.reading.load import load_course
from alongside.render.html import curled
from alongside.render.questions import quiz
from alongside.render.questions.keys import content_hash, mixed_steps, orders

BANK = Bank.model_validate_json(
    (Path(__file__).parent / "fixtures/questions.json").read_text("utf-8")
)
VOID = {"input", "br"}
GOOD = load_course(Path(__file__).parent / "courses" / "good").banks["active-listening"]


class Page(HTMLParser):
    """Words, ids, references and open elements of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.ids: list[str] = []
        self.references: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.attributes.append((tag, found))
        if "id" in found:
            self.ids.append(found["id"])
        for name in ("for", "aria-labelledby", "aria-describedby"):
            self.references += (found.get(name) or "").split()
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["script"]:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def texts_of(value) -> list[str]:
    """Return every sentence a writer wrote for a trainee, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        unseen = {"id", "type", "outcomes", "level", "use", "method", "also_right"}
        unseen |= {"label"} if "feedback" in value else set()  # an item names one by its id
        return [t for key, v in value.items() if key not in unseen for t in texts_of(v)]
    return [t for v in value for t in texts_of(v)] if isinstance(value, list) else []


def changed(question, **values):
    """Return a question with some values changed, checked as one from a file would be."""
    data = json.loads(question.model_dump_json()) | values
    return type(question).model_validate_json(json.dumps(data))


def of_kind(kind: str):
    return next(question for question in BANK.questions if question.type == kind)


@pytest.fixture
def page() -> Page:
    return Page(quiz(BANK.questions, BANK, "test"))


@pytest.mark.parametrize("question", BANK.questions, ids=lambda q: q.id)
def test_every_word_a_writer_wrote_is_in_the_page_without_scripts(question, page):
    for text in texts_of(json.loads(question.model_dump_json())):
        for paragraph in text.split("\n\n"):
            assert curled(" ".join(paragraph.split())) in page.text


@pytest.mark.parametrize("question", GOOD.questions, ids=lambda q: q.id)
def test_every_word_of_every_type_is_in_the_page_without_scripts(question):
    page = Page(quiz([question], GOOD, "test"))
    for text in texts_of(json.loads(question.model_dump_json())):
        for paragraph in text.split("\n\n"):
            assert curled(" ".join(paragraph.split())) in page.text


@pytest.mark.parametrize("bank", [BANK, GOOD], ids=["fixture", "good course"])
def test_elements_close_in_order_and_ids_are_unique_and_every_reference_is_met(bank):
    page = Page(quiz(bank.questions, bank, "test"))
    assert page.open == []
    assert [i for i, n in Counter(page.ids).items() if n > 1] == []
    assert set(page.references) <= set(page.ids)


def test_forty_questions_on_one_page_share_no_id():
    single = of_kind("single")
    many = tuple(changed(single, id=f"{single.id}-{n}") for n in range(40))
    page = Page(quiz(many[:20], BANK, "test") + quiz(many[20:], BANK, "test", 21))
    assert len(page.ids) == len(set(page.ids))
    assert "Question 40." in page.text


def test_nothing_is_chosen_before_the_trainee_chooses(page):
    assert not any("checked" in found or "selected" in found for _, found in page.attributes)


def test_no_style_and_no_handler_stands_in_the_page(page):
    names = {name for _, found in page.attributes for name in found}
    assert not {name for name in names if name == "style" or name.startswith("on")}


def test_markup_in_words_is_shown_and_never_read():
    evil = '</script><img src=x onerror="alert(1)"> & <b>'
    single = changed(of_kind("single"), prompt=evil, hints=[evil])
    html = quiz([single], BANK, 'x"><script>')
    assert "<img" not in html
    assert html.count("<script") == 1
    assert curled(evil) in Page(html).text


def test_the_key_can_be_read_back_from_the_page():
    html = quiz(BANK.questions, BANK, "test")
    found = re.search(r'class="al-key">(.*?)</script>', html)
    key = json.loads(found[1])
    assert key["listening-one-reflection"] == {"tired": 1, "centre": 0, "everybody": 0}
    assert key["listening-one-eyes"] == {"true": 0, "false": 1}
    assert key["listening-one-night"] == {"limit": 1, "tomorrow": 0.5, "promise": 0}
    assert key["listening-one-kinds"]["sleep"] == "closed"
    assert key["listening-one-email"] == {"private": 4, "classmate": 1, "again": 2}
    assert key["listening-one-steps"][1] == ["pause", "reflect", "ask", "check"]
    assert key["listening-one-own"] is None


def test_the_steps_never_stand_in_a_right_order():
    question = of_kind("ordering")
    for n in range(200):
        other = changed(question, id=f"{question.id}-{n}")
        assert tuple(step.id for step in mixed_steps(other)) not in orders(other)


def test_the_key_is_first_about_as_often_as_chance_has_it():
    single = of_kind("single")
    firsts = 0
    for n in range(300):
        html = quiz([changed(single, id=f"{single.id}-{n}")], BANK, "test")
        firsts += re.search(r'type="radio"[^>]*value="([^"]+)"', html)[1] == "tired"
    assert 75 < firsts < 125


def test_true_comes_before_false():
    html = quiz([of_kind("true-false")], BANK, "test")
    assert html.index('value="true"') < html.index('value="false"')


def test_the_same_bank_gives_the_same_bytes():
    assert quiz(BANK.questions, BANK, "test") == quiz(BANK.questions, BANK, "test")


def test_the_hash_tells_a_change_a_trainee_can_see_from_one_nobody_sees():
    single = of_kind("single")
    assert isinstance(single, SingleQuestion)
    assert content_hash(changed(single, use="practice", level="recall")) == content_hash(single)
    assert content_hash(changed(single, hints=["Another."])) != content_hash(single)
    assert re.fullmatch("[0-9a-f]{12}", content_hash(single))


def test_what_joined_a_type_later_leaves_the_hash_of_older_questions_alone():
    """The hash of the version before: what trainees kept then is not called stale."""
    own = of_kind("reflect")
    assert content_hash(own) == "15a8488e7b8f"
    assert content_hash(changed(own, start_from="A draft.")) != "15a8488e7b8f"


def test_a_dial_keeps_its_order_whatever_it_is_called():
    dial = next(one for one in GOOD.questions if one.type == "dial")
    for n in range(20):
        html = quiz([changed(dial, id=f"active-listening-dial-{n}")], GOOD, "test")
        values = re.findall(r'type="radio"[^>]*value="([^"]+)"', html)
        assert values == ["pass-by", "hint", "name", "dig"]


def test_a_box_starts_with_the_words_to_rewrite():
    html = quiz([next(q for q in GOOD.questions if q.id.endswith("shorter"))], GOOD, "test")
    start = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", html, re.DOTALL)[1]
    assert start.startswith("Oh no! Have you asked")
    assert start.endswith("year.\n\nYou should buy earplugs.")


@pytest.mark.parametrize("kind", ["reflect", "gauge", "ideas", "plan"])
def test_what_is_one_s_own_has_no_key_and_asks_before_it_keeps(kind):
    own = next(one for one in GOOD.questions if one.type == kind)
    html = quiz([own], GOOD, "test")
    assert json.loads(re.search(r'class="al-key">(.*?)</script>', html)[1]) == {own.id: None}
    assert "They are never sent anywhere." in Page(html).text
    assert "How sure are you?" not in Page(html).text


def test_a_key_by_the_authors_says_so_with_reasons_and_sources():
    text = Page(quiz([of_kind("rate")], BANK, "test")).text
    assert "The authors’ view, and why: Contact that is specific" in text
    assert "Sources: patterson2016." in text


def test_another_right_order_is_told():
    question = of_kind("ordering")
    assert isinstance(question, OrderingQuestion)
    assert "This order is as good:" in Page(quiz([question], BANK, "test")).text


def test_confidence_is_asked_only_where_the_bank_asks_for_it():
    plain = Bank.model_validate_json(
        json.dumps(json.loads(BANK.model_dump_json()) | {"confidence": False})
    )
    assert "How sure are you?" in Page(quiz([of_kind("single")], BANK, "test")).text
    assert "How sure are you?" not in Page(quiz([of_kind("single")], plain, "test")).text
    assert "How sure are you?" not in Page(quiz([of_kind("reflect")], BANK, "test")).text


def test_the_last_paragraph_is_the_question_and_the_others_come_before_the_group():
    html = quiz([of_kind("best")], BANK, "test")
    assert re.search(r"<legend[^>]*>What do you answer first\?</legend>", html)
    assert html.index("At 23:00 Sam writes") < html.index("<fieldset")


@pytest.mark.parametrize(
    ("many", "first", "says"),
    [(3, 1, "Question 1 of 3."), (1, 1, "Question 1."), (3, 4, "Question 4.")],
)
def test_a_question_says_its_number(many, first, says):
    assert says in Page(quiz(BANK.questions[:many], BANK, "test", first)).text


@pytest.mark.parametrize("question", BANK.questions, ids=lambda question: question.id)
def test_what_unfolds_the_answer_is_called_as_the_button_to_come(question):
    html = quiz([question], BANK, "test")
    (button,) = re.findall(r'<button type="submit" data-do="check">([^<]+)</button>', html)
    (early,) = re.findall(r'<summary><span class="al-early">([^<]+)</span>', html)
    assert early == button


@pytest.mark.parametrize(
    "kind", ["single", "multiple", "true-false", "best", "rate", "matching"]
)
def test_the_answer_tells_of_each_option_in_the_order_of_the_options(kind):
    html = quiz([of_kind(kind)], BANK, "test")
    options = re.findall(r'data-option="([^"]+)"', html)
    told = re.findall(r'data-feedback="([^":]+)"', html)
    assert told == options
