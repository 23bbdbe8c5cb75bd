"""How words of data are written into a page."""

import pytest

from alongside.render.html import curled, link, text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('I\'m "only" tired.', "I’m “only” tired."),
        ("the navigators' table", "the navigators’ table"),
        ("Say: \"I don't know, 'yet'.\"", "Say: “I don’t know, ‘yet’.”"),
        ("\"'Pause' still works.\"", "“‘Pause’ still works.”"),
        ("(\"may\")—'or so'", "(“may”)—‘or so’"),
        ("“It's a no.”", "“It’s a no.”"),
    ],
)
def test_words_are_shown_in_the_marks_of_print(typed, shown):
    assert curled(typed) == shown
    assert text(typed) == shown


def test_an_address_keeps_its_marks():
    assert link("a?b='c'", "It's c") == '<a href="a?b=&#x27;c&#x27;">It’s c</a>'
