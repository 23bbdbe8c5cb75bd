"""Reading pages: what the book's parser sees, each thing with its line."""

from __future__ import annotations

from alongside.reading.pages import FrontMatter, read_page
from page_text import FILE, faults_of, page_of


def test_front_matter_is_read_with_its_lines_and_is_no_prose():
    page = page_of("""\
        ---
        minutes: 8
        outcomes: [listening-name]
        ---

        # Hearing

        One line.
        """)

    assert page.front == FrontMatter(minutes=8, outcomes=("listening-name",))
    assert page.front_lines["outcomes",] == 3
    assert [(one.line, one.text) for one in page.prose] == [(6, "Hearing"), (8, "One line.")]
    assert page.title == "Hearing"
    assert page.name == "modules/m/l"


def test_front_matter_that_does_not_fit_says_the_line_in_the_page():
    text = "---\nminutes: soon\nminuts: 3\noutcomes: []\noutcomes: []\n---\n# T\n"

    assert faults_of(text) == [
        (2, "Y203"),
        (3, "Y202"),
        (5, "Y108"),
    ]


def test_front_matter_that_is_never_closed_is_a_fault_and_the_page_is_still_read():
    page, faults = read_page("---\nminutes: 8\n\n# T\n\nWords.\n", FILE)

    assert [(fault.line, fault.code) for fault in faults] == [(1, "Y401")]
    assert page.title == "T"


def test_headings_have_levels_words_and_lines():
    page = page_of("# One *two*\n\n## Three `four`\n\nFive\n----\n\n#### {term}`Six <s>`\n")

    assert [(one.level, one.text, one.line) for one in page.headings] == [
        (1, "One two", 1),
        (2, "Three", 3),
        (2, "Five", 5),
        (4, "Six", 8),
    ]


def test_a_directive_has_argument_options_body_and_lines():
    page = page_of("""\
        # T

        :::{quiz} listening
        :questions: listening-a, listening-b
        :dim:

        Body here.
        :::
        """)

    (quiz,) = page.named("quiz")
    assert (quiz.argument, quiz.line, quiz.end_line) == ("listening", 3, 8)
    assert quiz.options == {"questions": "listening-a, listening-b", "dim": ""}
    assert quiz.option_lines == {"questions": 4, "dim": 5}
    assert quiz.body.strip() == "Body here."
    assert page.prose[-1].line == 7


def test_directives_inside_directives_are_found_with_their_lines_and_surroundings():
    page = page_of("""\
        # T

        :::::{note}

        ::::{tip}
        :class: x

        ```{quiz} deep
        :questions: a
        ```
        Words.
        ::::
        :::::

        - A point
          :::{important}
          In a list.
          :::
        """)

    found = [(one.name, one.line, one.end_line, one.inside) for one in page.directives]
    assert found == [
        ("note", 3, 13, ()),
        ("tip", 5, 12, ("note",)),
        ("quiz", 8, 10, ("note", "tip")),
        ("important", 16, 18, ()),
    ]
    lines = {one.text: (one.line, one.inside) for one in page.prose}
    assert lines["Words."] == (11, ("note", "tip"))
    assert lines["In a list."] == (17, ("important",))


def test_a_blockquote_is_a_persona_and_avoid_is_neither():
    page = page_of("""\
        Own words.

        > Their words,
        > and more.

        :::{avoid}
        You only need to try.

        > Quoted to avoid.
        :::

        > :::{note}
        > Still a persona.
        > :::
        """)

    assert [(one.line, one.voice, one.text) for one in page.prose] == [
        (1, "own", "Own words."),
        (3, "persona", "Their words,"),
        (4, "persona", "and more."),
        (7, "avoid", "You only need to try."),
        (9, "avoid", "Quoted to avoid."),
        (13, "persona", "Still a persona."),
    ]


def test_prose_is_told_line_by_line_without_markup_or_code():
    page = page_of("""\
        A *soft* word, a [link to it](https://example.org "t") and `code`.
        A {term}`shown <hidden>` role {cite:p}`rogers-1957`, a note[^1] and a \\* star.

        | Head | Two |
        | ---- | --- |
        | cell | more |

        Term
        : What it means.

        [^1]: The footnote.

        ```
        fenced code
        ```

        % a comment
        """)

    assert [(one.line, one.kind, one.text) for one in page.prose] == [
        (1, "text", "A soft word, a link to it and ."),
        (2, "text", "A shown role , a note and a * star."),
        (4, "cell", "Head"),
        (4, "cell", "Two"),
        (6, "cell", "cell"),
        (6, "cell", "more"),
        (8, "term", "Term"),
        (9, "text", "What it means."),
        (11, "text", "The footnote."),
    ]
    assert [(role.name, role.content, role.line) for role in page.roles] == [
        ("term", "shown <hidden>", 2),
        ("cite:p", "rogers-1957", 2),
    ]


def test_links_and_images_have_their_words_target_and_line():
    page = page_of("""\
        One [*soft* link](a.md), then
        ![what is seen](x.svg) and <https://example.org> and
        a [long
        one][ref].

        [ref]: https://example.org/b
        """)

    assert [(one.text, one.target, one.line, one.image) for one in page.links] == [
        ("soft link", "a.md", 1, False),
        ("what is seen", "x.svg", 2, True),
        ("https://example.org", "https://example.org", 2, False),
        ("long one", "https://example.org/b", 3, False),
    ]


def test_facilitator_notes_are_told_apart_and_not_counted():
    page = page_of("""\
        # T

        Two words.

        :::{facilitator-note}
        - Ask: what do you hear?
        :::

        The end.
        """)

    (note,) = page.notes
    assert note.body == "- Ask: what do you hear?\n"
    assert page.words == 5
    assert [one.text for one in page.prose if not one.for_trainees] == [
        "Ask: what do you hear?"
    ]


def test_labels_are_known_with_their_lines():
    assert page_of("(here)=\n# T\n\n(there)=\n## U\n").labels == {"here": 1, "there": 4}
