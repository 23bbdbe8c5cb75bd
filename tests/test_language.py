"""The language rules: each catches what it says, and nothing that it says is fine."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.judging.language import hits, suspects, terms
from alongside.judging.needles import Words, may_match, needles


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.id)
def test_each_term_hits_its_bad_lines_and_leaves_its_good_lines(term):
    missed = [line for line in term.bad if term.id not in {h.term.id for h in hits(line)}]
    wrong = [line for line in term.ok if term.id in {h.term.id for h in hits(line)}]

    assert (missed, wrong) == ([], [])


def test_a_blocked_word_only_warns_in_the_mouth_of_a_character():
    found = next(hits("Honestly, just calm down.", "persona"))

    assert (found.term.id, found.severity, found.words) == (
        "mh-minimise",
        "warn",
        "just calm down",
    )


def test_a_word_shown_as_one_to_avoid_is_left_alone():
    assert list(hits("Just calm down.", "avoid")) == []


def test_words_to_change_are_left_alone_in_the_mouth_of_a_character():
    assert list(hits("I relapsed in May.", "persona")) == []


def test_every_term_is_told_by_a_rule_for_words_that_harm_or_for_words_to_change():
    assert {term.severity for term in terms()} == {"block", "warn"}


def test_a_strict_term_holds_in_every_voice():
    assert next(hits("I will never tell anyone.", "avoid")).severity == "block"


def test_an_exception_nearby_drops_the_hit():
    assert list(hits("Myth: asking about suicide will plant the idea.")) == []


@given(st.lists(st.sampled_from([line for term in terms() for line in (*term.bad, *term.ok)])))
def test_looking_through_all_texts_at_once_misses_none(texts):
    found = suspects(tuple(texts))

    assert {at for at, text in enumerate(texts) if any(hits(text))} <= found


@given(
    st.lists(st.text("ab \n’", max_size=8), max_size=6),
    st.text("ab \n’", min_size=1, max_size=4),
)
def test_letters_are_found_in_every_text_that_holds_them_and_in_no_other(texts, letters):
    found = Words(texts).holding(letters)

    assert found == {at for at, text in enumerate(texts) if letters in text}


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.id)
def test_what_a_term_cannot_do_without_stands_in_its_bad_lines(term):
    wanted = needles(term.pattern)

    assert not wanted or all(
        any(letters in line.casefold() for letters in wanted) for line in term.bad
    )


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"\bcommit(s|ted)?\s+suicide\b", {"suicide"}),
        (r"(?:jumps?|fell) (?:off|from)", {"jump", "fell"}),
        (r"(?:over)?dose", {"dose"}),
        (r"(?:bridge|\d+)", set()),
        (r"[Ss]taff?", {"taf"}),
        (r"\bh(?:ang|ung)\s", {"hang", "hung"}),
        (r"sel(f|ves)\s", {"self", "selves"}),
        (r"(?:s|h)?ung", {"ung"}),
        (r"[2-4]\d", {"2", "3", "4"}),
        (r"[^2-4]\w[a-z]", set()),
    ],
)
def test_what_may_be_left_out_of_a_match_is_not_looked_for(pattern, wanted):
    assert needles(pattern) == wanted


def test_a_pattern_is_tried_where_its_letters_stand_or_where_it_needs_none():
    suicide, number = re.compile(r"\bcommit(s|ted)?\s+suicide\b"), re.compile(r"(?:bridge|\d+)")

    assert may_match(suicide, "A SUICIDE")
    assert not may_match(suicide, "They commit to it.")
    assert may_match(number, "Nothing to see.")
