"""Words that harm, and words that are hard, wherever in a course they stand."""

import pytest

from breaking import BANK, CHECKLIST, PAGE, PLAY, SHEET, change, codes
from flawed_words import ASKED, BEST, COMFORT, HARD, HARD_PARAGRAPH, HARM, WHY


def test_words_to_change_may_be_waived_where_they_stand_but_words_that_harm_may_not(course):
    waiver = "    use: practice\n    waive: {{{}: The student says it of himself.}}\n"
    change(course, BANK, WHY, "It makes Sam one of the suicide victims, and Sam hears that.")
    assert "L102" in codes(course)

    change(course, BANK, "    use: practice\n", waiver.format("L102"))
    assert not {"L102", "Q116"} & codes(course)

    change(course, BANK, "suicide victims", "people who committed suicide")
    change(course, BANK, "waive: {L102", "waive: {L101")
    assert {"L101", "Q116"} <= codes(course)


@pytest.mark.parametrize(
    ("file", "find", "words"),
    [
        (BANK, BEST, f"“You know {HARM}.”"),
        (BANK, "New town, and nobody yet to share it with.", f"“You know {HARM}.”"),
        (CHECKLIST, "Reflects before asking", f"Reflects with {HARM}"),
        (PLAY, "says: The two of you write", f"says: You know {HARM}, and you write"),
        (PAGE, "minutes: 6", f"minutes: 6\ncontent_note: It speaks of {HARM}."),
    ],
)
def test_what_the_course_itself_would_say_holds_no_words_that_harm(course, file, find, words):
    change(course, file, find, words)

    assert "L101" in codes(course, file)


@pytest.mark.parametrize(
    ("file", "find", "words", "code"),
    [
        (BANK, WHY, HARD, "L205"),
        (BANK, ASKED, f"{HARD} {ASKED}", "L205"),
        (BANK, COMFORT, HARD, "L205"),
        (PLAY, "Sam takes a step back.", HARD, "L205"),
        (PLAY, "A drop-in room, late in the afternoon.", HARD, "L205"),
        (SHEET, "Two are left over.", f'"{HARD_PARAGRAPH}"', "L204"),
    ],
)
def test_a_hard_text_is_found_wherever_it_stands(course, file, find, words, code):
    assert code not in codes(course, file)

    change(course, file, find, words)

    assert code in codes(course, file)


@pytest.mark.parametrize(
    ("file", "find", "words"),
    [
        (PLAY, "It is only about a lab.", HARD),
        (BANK, "Oh no! Have you asked them to be quiet?", HARD),
        (BANK, WHY, "A kind of institutional accountability."),
    ],
)
def test_a_person_and_a_draft_may_speak_as_they_do_and_a_few_words_say_little(
    course, file, find, words
):
    change(course, file, find, words)

    assert "L205" not in codes(course, file)
