"""Flaws as another hand would seed them: other words, other places, other types of question."""

import pytest

from alongside.judging.rules import RULES
from alongside.reading.load import load_course
from breaking import BANK, CHECKLIST, PAGE, SHEET, change

CAMPUS = "campus/example.yml"
ASKED = "Which reply is a reflection?"
MANY = "Which questions leave Noor free in what to answer?"
STATED = "A pause of some seconds means that the reply before it went wrong."
PUT_IN_ORDER = "Put the parts of a first minute in order."
BEST = "A pile of work, and no way into it yet."
WRONG = "Most people in this term are behind with something."
WHY = "Advice, before Sam has said what makes the start so hard."
WHY_BEST = "It gives back what Sam means, and Sam can correct it."
HINT = "A reflection asks nothing and fixes nothing."
DOORWAY = "Nobody speaks well while standing in a doorway."
REASONS = "Short presence and an open question give the most room."
HELLO = "Say hello and make room to sit."
NOTE = "- Watch for: advice dressed as a question."


def speaks(course, code):
    """Whether the rule speaks of a course that can be read."""
    loaded = load_course(course)
    assert loaded.faults == ()
    return bool(list(RULES[code].faults(loaded)))


@pytest.mark.parametrize(
    ("file", "find", "words", "code"),
    [
        (BANK, WRONG, "Each of the replies above would do.", "Q202"),
        (BANK, WRONG, "More than one of these.", "Q202"),
        (BANK, WRONG, "(a) together with (c)", "Q202"),
        (BANK, WRONG, "The first and the third, one after the other.", "Q202"),
        (BANK, ASKED, "Which reply fails to be a reflection?", "Q203"),
        (BANK, ASKED, "Which of them is no reflection?", "Q203"),
        (BANK, ASKED, "Which reply would be a mistake here?", "Q203"),
        (BANK, STATED, "It is not true that a pause never helps.", "Q203"),
        (BANK, STATED, "A pause always means that the reply before it went wrong.", "Q204"),
        (BANK, BEST, "Heavy.", "Q201"),
        (BANK, WRONG, "No.", "Q201"),
        (BANK, ASKED, "Which is a reflection? And what would you say next?", "Q206"),
        (BANK, ASKED, "Which reply is a ______ of what Sam says?", "Q207"),
        (BANK, ASKED, "So which of these is called…", "Q207"),
        (BANK, ASKED, "Which two replies are reflections?", "Q122"),
        (BANK, ASKED, "Which replies are reflections? Choose all that apply.", "Q122"),
        (BANK, MANY, "Which one leaves Noor free in what to answer?", "Q122"),
        (BANK, MANY, "Select 3. Which questions leave Noor free?", "Q122"),
        (
            BANK,
            PUT_IN_ORDER,
            "Here are five parts of a first minute. Put them in order.",
            "Q122",
        ),
        (BANK, "Leans on it", "Closes it", "Q120"),
        (BANK, "[hear, welcome, reflect]", "[welcome, hear, reflect]", "Q107"),
        (
            BANK,
            "[hear, welcome, reflect]",
            "[hear, welcome, reflect]\n      - [hear, welcome, reflect]",
            "Q107",
        ),
        (BANK, HELLO, "To begin with, say hello and make room to sit.", "Q210"),
        (BANK, HELLO, "Step one is to say hello and make room to sit.", "Q210"),
        (BANK, HELLO, "1. Say hello and make room to sit.", "Q210"),
        (BANK, DOORWAY, "It does not matter, since either order works.", "Q129"),
        (BANK, WHY, "Nope, afraid not! Please give it another go.", "Q104"),
        (BANK, WHY_BEST, "Brilliant! Congratulations, you got it right this time!", "Q104"),
        (BANK, WHY, "Absolutely right. It is advice that Sam can use by Friday.", "Q121"),
        (BANK, WHY_BEST, "Sadly, no. It gives back what Sam means.", "Q121"),
        (BANK, WHY_BEST, "It gives back what Sam means; this is a common mistake.", "Q121"),
        (BANK, WHY, "Advice; compare it with B, which waits for what Sam has to say.", "Q114"),
        (BANK, WRONG, "Any one of the replies above.", "Q202"),
        (BANK, HELLO, "Do a risk assessment, and make room to sit.", "L102"),
        (BANK, HELLO, "“Promise me not to hurt yourself”, and make room to sit.", "L101"),
        (BANK, WHY, "Spot on! It is advice that Sam can use by Friday.", "Q121"),
        (BANK, WHY, "Good choice. It helps Sam with the start by Friday.", "Q121"),
        (BANK, WHY, "This is the strongest reply, since it helps with the start.", "Q121"),
        (BANK, WHY, "Right to tick. It helps Sam with the start by Friday.", "Q121"),
        (BANK, WHY_BEST, "Try again. It gives back what Sam means.", "Q121"),
        (BANK, WHY_BEST, "That is not correct. It gives back what Sam means.", "Q121"),
        (BANK, WHY_BEST, "It gives back what Sam means. This is not the best reply.", "Q121"),
        (BANK, WHY, "Advice; the reply before this one waits for Sam.", "Q114"),
        (BANK, WHY, "Advice; number three waits for what Sam has to say.", "Q114"),
        (BANK, WHY, "Advice; the last reply waits for what Sam has to say.", "Q114"),
        (BANK, "    answer: false\n", "    hints: [It is false.]\n    answer: false\n", "Q209"),
        (BANK, STATED, f"Sam heard “{BEST}” A pause followed, and it went wrong.", "Q209"),
        (BANK, WHY, "Advice; so Priya hears it, before she has said what is hard.", "Q213"),
        (BANK, WHY, "Studies show that 80% of students want advice so early.", "P122"),
        (BANK, WHY, "Advice, <b>before</b> Sam has said what makes it hard.", "L103"),
        (BANK, WHY, "Advice; see [the page](practice.md) on what makes it hard.", "L103"),
        (BANK, WHY, "Advice; see {doc}`practice` on what makes it hard.", "L103"),
        (BANK, WHY, "Advice; see https://example.org on what makes it hard.", "L103"),
        (BANK, WRONG, "Option text goes here", "P105"),
        (BANK, WRONG, "Distractor 2", "P105"),
        (BANK, "on active listening\n", "on crazy people\n", "L101"),
        (BANK, "Leans on it", "Is crazy", "L101"),
        (BANK, "about sleep and about", "about people who committed suicide and", "L101"),
        (BANK, REASONS, "We asked what the mentally ill would want to hear first.", "L101"),
        (BANK, REASONS, "TODO say why presence and an open question come first.", "P105"),
        (BANK, WRONG, "It is a pile of work yet, and no way into.", "Q403"),
        (BANK, WHY, "Well spotted! Sam could hand it in by Friday.", "Q121"),
        (BANK, WHY, "That's it. Sam could hand it in by Friday.", "Q121"),
        (
            BANK,
            WHY,
            "“No way into it” is a picture, and nobody knows yet what is hard.",
            "Q131",
        ),
        (BANK, HINT, "It is the shortest of them.", "Q209"),
        (BANK, "Trim your draft to one reflection.", "Trim it, in 30 words or fewer.", "Q123"),
        (BANK, REASONS, "Ordered by how much choice and welcome each leaves.", "Q402"),
        (BANK, WHY, "Careless of you, before Sam has said what is hard.", "L102"),
        (BANK, WHY, "Advice. Sam has not said yet what is hard, so wait!!", "L102"),
        (BANK, HINT, "It is the one with a pile in it.", "Q209"),
        (BANK, HINT, "Begin at the bottom of the list.", "Q114"),
        (BANK, "heavy: A good deal", "heavy: You are burned out. A good deal", "Q130"),
        (BANK, "Sleep comes first;", "Insomnia comes first;", "Q130"),
        (BANK, WHY, "Advice (before Sam has said what makes the start so hard.", "L207"),
        (PAGE, "Then wait.", "His uncle had killed himself in spring.", "P111"),
        (PAGE, "Then wait.", "It was an unsuccessful attempt on her life.", "L101"),
        (PAGE, "Then wait.", "Promise to keep it all to yourself.", "L101"),
        (PAGE, "Then wait.", "Write of the hardest week, the worst day of your life.", "L102"),
        (PAGE, "Then wait.", "Sixty-one per cent of students want it.", "P122"),
        (PAGE, "Then wait.", "Scientists have discovered that it works.", "P122"),
        (PAGE, "Then wait.", "Three out of four students want it.", "P122"),
        (PAGE, "Then wait.", "It is scientifically proven.", "P122"),
        (PAGE, "Then wait.", "See [this article](practice.md).", "P106"),
        (PAGE, NOTE, "Explain the whole of it.", "P112"),
        (PAGE, NOTE, "- Do: Find a partner for each of them.", "P118"),
        (PAGE, NOTE, "- Do: Make everybody share what hurt them most.", "P128"),
        (SHEET, "Two are left over.", "They go into pairs.", "P118"),
        (
            CHECKLIST,
            "Reflects before asking",
            "Reflects once in the first two minutes.",
            "C112",
        ),
        (
            CAMPUS,
            "hours: Every day, day and night",
            "hours: On weekdays from nine to five",
            "K106",
        ),
        (CAMPUS, "name: Emergency services", "name: Help for the mentally ill", "L101"),
    ],
)
def test_a_flaw_in_other_words_is_found(course, file, find, words, code):
    assert not speaks(course, code)

    change(course, file, find, words)

    assert speaks(course, code)


@pytest.mark.parametrize(
    ("file", "find", "words"),
    [
        (BANK, WRONG, "“Both of them are behind, and none of it is your fault.”"),
        (BANK, WRONG, "Both of you are behind with something (so far)."),
        (BANK, ASKED, "“Why not?” asks Sam. Which reply is a reflection?"),
        (BANK, ASKED, "Which one reply is a reflection?"),
        (BANK, MANY, "Which two questions leave Noor free in what to answer?"),
        (BANK, "text: How has it been for you?", "text: How has it been for you, at 3 < 4?"),
        (BANK, DOORWAY, "Nobody speaks well while standing, and any order of chairs will do."),
        (BANK, WHY, "Exact, and early, before Sam has said what is hard."),
        (BANK, WHY, "Good sense by Friday. On a Monday Sam may want to say what is hard."),
        (BANK, WHY, "Well meant, and too early. Sam has not yet said what is hard."),
        (BANK, WHY_BEST, "No advice, no comfort. It gives back what Sam means."),
        (BANK, WHY_BEST, "Right away Sam can correct it, for it gives back what Sam means."),
        (BANK, WHY, "Advice; no study that we know of found that it helps so early."),
        (BANK, "text: Advice", "text: To advise"),
        (BANK, "about sleep and about", "about bad nights and about"),
        (BANK, WRONG, "Two labs on the table, and both of them begun."),
        (BANK, WRONG, "No way into any of it, and a pile of other people's work on top."),
        (BANK, WHY, "“Hand that in” comes early. “No way into it” would be nearer to Sam."),
        (
            BANK,
            WHY,
            "It is advice. Sam said “none” first, and “no way into it” stays with that.",
        ),
        (BANK, "Trim your draft to one reflection.", "Trim it, each line in 10 words."),
        (BANK, WHY, "Well seen by many, and still early; Sam has not said what is hard."),
        (BANK, WHY, "Advice (a sound one), before Sam has said what is hard. :("),
        (BANK, HINT, "Which of them leaves the one who spoke with more to say?"),
        (BANK, HINT, "Look for the reply that asks nothing and fixes nothing."),
        (BANK, WHY, "You simply don't know yet what is hard, and neither does Sam."),
        (PAGE, "Then wait.", "The move took her life savings."),
        (BANK, "heavy: A good deal", "heavy: Most of these days weigh on you. A good deal"),
        (PAGE, "Then wait.", "Do not promise to keep it all to yourself."),
        (PAGE, "Then wait.", "It may have been the worst hour of the week for Sam."),
        (PAGE, "Then wait.", "Forty per cent of the mark hangs on it."),
        (PAGE, "Then wait.", "She had had it with that, and that that is so nobody doubts."),
        (PAGE, "Then wait.", "A survey may tell you more."),
        (PAGE, NOTE, "- Do: Say that nobody has to share.\n  They may pass."),
        (PAGE, NOTE, "- If: they must leave, let them."),
        (CAMPUS, "hours: Every day, day and night", "hours: 24/7"),
        (CAMPUS, "kind: crisis\n", "kind: crisis\n    web: https://example.org/list\n"),
    ],
)
def test_what_only_looks_like_such_a_flaw_is_let_be(course, file, find, words):
    before = all_codes(course)

    change(course, file, find, words)

    assert all_codes(course) <= before


def test_a_word_that_everybody_uses_is_no_clue(course):
    change(course, BANK, ASKED, "Which reply would be a reflection of this heap?")
    change(course, BANK, BEST, "A pile of work, and it would want a way in.")
    assert not speaks(course, "Q205")

    change(course, BANK, "A pile of work", "A steep heap of work, a heapful")
    change(course, BANK, "of this heap?", "of this heapful?")
    assert speaks(course, "Q205")


NUMBERED = [
    (("Five seconds", "Two seconds", "Twenty seconds"), "jump about"),
    (("Between one and five", "Between four and nine", "From ten to twenty"), "overlap"),
]


@pytest.mark.parametrize(("options", "says"), NUMBERED)
def test_numbers_in_words_are_numbers(course, options, says):
    told = (BEST, "You could begin with the shortest one and hand that in on Friday.", WRONG)
    for old, new in zip(told, options, strict=True):
        change(course, BANK, old, new)

    assert [found.detail for found in RULES["Q208"].check(load_course(course))] == [
        f"The numbers of active-listening-lab {says}."
        if says == "jump about"
        else f"Two ranges of active-listening-lab {says}."
    ]


def test_numbers_in_words_may_stand_in_order(course):
    told = (BEST, "You could begin with the shortest one and hand that in on Friday.", WRONG)
    for old, new in zip(told, ("Two to four", "Five or six", "Seven or more"), strict=True):
        change(course, BANK, old, new)

    assert not speaks(course, "Q208")


def test_labels_in_the_order_of_four_items_give_each_away(course):
    change(
        course,
        BANK,
        "    labels:\n",
        "      - {id: noon, text: See you., label: bye, feedback: It ends the talk.}\n"
        "    labels:\n",
    )
    change(
        course,
        BANK,
        "feedback: Advice says what the other person could do.\n",
        "feedback: Advice says what the other person could do.\n"
        "      - {id: bye, text: A goodbye, feedback: A goodbye ends the talk.}\n",
    )
    assert speaks(course, "Q124")

    change(course, BANK, "text: It has been a lonely month.\n        label: reflection",
           "text: It has been a lonely month.\n        label: bye")  # fmt: skip
    assert not speaks(course, "Q124")


def all_codes(course):
    """The codes of all that the rules say of a course that can be read."""
    loaded = load_course(course)
    assert loaded.faults == ()
    return {fault.code for rule in RULES.values() for fault in rule.faults(loaded)}
