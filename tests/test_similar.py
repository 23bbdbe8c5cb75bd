"""Near-duplicates: found where two texts say the same, silent where they do not."""

from hypothesis import given
from hypothesis import strategies as st

from alongside.judging.similar import near_duplicates

FIRST = "You name the feeling and stop there, so she has room to go on."
SAME = "You name the feeling, and stop there; so she has room to go on!"
NEAR = "You name the feeling and stop there, so he has room to go on."
OTHER = "A quick fix tells him that you would like the subject to be closed."


def test_punctuation_and_case_do_not_make_a_text_new():
    assert list(near_duplicates([FIRST, OTHER, SAME])) == [(0, 2, 1.0)]


def test_one_changed_word_does_not_make_a_text_new():
    assert [pair[:2] for pair in near_duplicates([FIRST, NEAR])] == [(0, 1)]


def test_different_texts_are_left_alone():
    assert list(near_duplicates([FIRST, OTHER])) == []


@given(st.lists(st.text("ab ", min_size=1, max_size=20), max_size=6))
def test_every_text_is_a_near_duplicate_of_its_own_copy(texts):
    pairs = {pair[:2] for pair in near_duplicates(texts + texts)}

    assert all((at, at + len(texts)) in pairs for at in range(len(texts)))
