"""The language rules: each catches what it says, and nothing that it says is fine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.judging.language import hits, hits_of, terms
from alongside.judging.needles import Words


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
    words = Words(texts)

    for term in terms():
        standing = {at for at, text in enumerate(texts) if any(hits_of(term, text, "own"))}
        assert standing <= words.worth_trying(term.pattern)


@given(
    st.lists(st.text("ab \n’", max_size=8), max_size=6),
    st.text("ab \n’", min_size=1, max_size=4),
)
def test_letters_are_found_in_every_text_that_holds_them_and_in_no_other(texts, letters):
    found = Words(texts).holding(letters)

    assert found == {at for at, text in enumerate(texts) if letters in text}


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.id)
def test_what_a_term_cannot_do_without_stands_in_its_bad_lines(term):
    assert Words(term.bad).worth_trying(term.pattern) == set(range(len(term.bad)))


@pytest.mark.parametrize(
    ("pattern", "holding", "lacking"),
    [
        (r"\bcommit(s|ted)?\s+suicide\b", ["They commit  SUICIDE"], ["They commit", "suicide"]),
        (r"(?:jumps?|fell) (?:off|from)", ["jumps off", "fell from"], ["jump", "fled"]),
        (r"(?:over)?dose", ["a dose", "overdose"], ["over"]),
        (r"(?:bridge|\d+)", ["a bridge", "12", "nothing to see"], []),
        (r"[Ss]taff?", ["Staf", "a staff"], ["staple"]),
        (r"\bh(?:ang|ung)\s", ["hang on", "hung"], ["hing", "ang"]),
        (r"(?:s|h)?ung", ["lung"], ["sun"]),
        (r"[2-4]\d", ["12", "30"], ["11", "two"]),
        (r"[^2-4]\w[a-z]", ["2", ""], []),
        (r"(?:bad|mad).*(?:cat|dog)", ["a mad, mad dog"], ["a bad bird", "a dog"]),
        (r"sell(?! the)", ["sell"], ["see the"]),
    ],
)
def test_a_pattern_is_tried_only_where_its_letters_stand(pattern, holding, lacking):
    # So many that letters are looked for even when few texts are left.
    texts = [*holding, *lacking * 200]

    assert Words(texts).worth_trying(pattern) == set(range(len(holding)))


def test_what_no_reader_sees_hides_no_word():
    assert Words(["sui\u00adcide", "nothing"]).worth_trying("suicide") == {0}
