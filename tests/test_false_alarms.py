"""Sentences that a good author writes, and that a rule once took for a flaw."""

import pytest

from breaking import BANK, PAGE, PLAY, SHEET, change, details

CAMPUS = "campus/example.yml"
POLICE = "Only when somebody's life is in danger at that moment."
SCALE = "[Closes it, Leans on it, Leaves it ajar, Holds it open]"
BEST = "A pile of work, and no way into it yet."
WHY = "Advice, before Sam has said what makes the start so hard."
LAST_STEP = "Now the student can correct you before you go on."
NOTICE = "There is a question mark; a reflection can stand without one."
POOR = "Everybody wants to give up in November."
STRONG = "You have carried this for a while, and it is getting too heavy."
SITS = "Sam sits down."
NOTE = "A student is worn out and speaks of giving up a course. No method of harm is named."
EVENING = "For a first evening."
OTHER = "Walks around and listens to each three."
ROUND = "An evening. A round takes nine minutes"


@pytest.mark.parametrize(
    ("code", "file", "find", "words"),
    [
        ("F114", SHEET, OTHER, "Keeps time."),
        ("F114", SHEET, OTHER, "Plays Sam."),
        ("F115", SHEET, EVENING, f'"{ROUND}: five to play, three to talk, one to change."'),
        ("F115", SHEET, EVENING, f"{ROUND}, with five to play and four to talk."),
        ("F115", SHEET, EVENING, f"{ROUND}, and two for those who come late."),
        ("L101", BANK, WHY, "They drove off the ferry at nine, and Sam says no more."),
        ("L102", BANK, WHY, "How could you choose a time that suits Sam as well?"),
        ("L102", BANK, WHY, "How could you pick it up again with Sam on Monday?"),
        ("L102", BANK, WHY, "Everyone would know about it by noon, Sam fears."),
        ("L102", BANK, WHY, "Anyone who works the desk should know the code word."),
        ("L102", BANK, WHY, "Sam can speak to a professional interpreter on Mondays."),
        ("P133", PAGE, "Then wait.", "Go to [name of the room]."),
        ("P133", PAGE, "Then wait.", "See [ ] on the sheet."),
        ("P133", PAGE, "Then wait.", "She says “I read [the letter] twice”."),
        ("P134", PLAY, NOTE, "A death."),
        ("P134", PLAY, NOTE, "Suicide is named."),
        ("Q104", BANK, WHY, "“You could begin with the shortest one” is your plan, not Sam's."),
        ("Q104", BANK, WHY, "You begin with Friday; Sam began with none."),
        ("Q133", BANK, NOTICE, "Your words are not wrong for being short."),
        ("Q133", BANK, NOTICE, "There is no wrong answer here, and there are many words."),
        ("Q133", BANK, NOTICE, "It was a bad night, says Ada, and that is missing."),
        ("Q133", BANK, NOTICE, "“You should” stands here, and hands over advice."),
        ("Q133", BANK, NOTICE, "Something went wrong for Ada, and your words leave it out."),
        ("Q133", BANK, NOTICE, "Nothing is wrong with a question; one can stand without it."),
        ("Q212", PLAY, POOR, "Did you get lost on the way here?"),
        ("Q212", PLAY, POOR, "Shut up in a room all week, no wonder."),
        ("Q212", PLAY, POOR, "I don't care how late it is; tell me."),
        ("Q212", PLAY, STRONG, "It feels as if nobody cares whether you sleep."),
        ("R812", PLAY, STRONG, "This goes no further, unless somebody is in danger."),
        ("R815", PLAY, "Sam looks at the clock.", "Sam sits down."),
        ("R823", PLAY, SITS, "Sam calls Mum and says that Monday would do."),
        ("R823", PLAY, SITS, "Sam asks Professor Lee for a day."),
        ("R828", PLAY, "title: Sam leaves", "title: The failed midterm"),
        ("R828", PLAY, "title: Sam leaves", "title: The wrong way round"),
        ("R828", PLAY, "title: Sam leaves", "title: You lost the thread"),
        ("K108", CAMPUS, POLICE, "You can always ask who else will come."),
        ("L102", BANK, WHY, "Advice. The review proved hard to find, and Sam needs the lab."),
        ("L102", BANK, WHY, "A rota with no free weekend drains everybody, Sam says."),
        ("Q128", BANK, SCALE, "[Hurts a lot, Helps little, Helps, Helps fully]"),
        ("Q215", BANK, "text: Open question", "text: Question left open"),
        (
            "R806",
            PLAY,
            "It is only about a lab.",
            "There's no point in being here early.",
        ),
        ("R812", PLAY, STRONG, "You'll pass the library on the way. What is too heavy?"),
        (
            "R834",
            PLAY,
            "You have not met before.",
            "About six cats; about six cats; about six cats; about two cats.",
        ),
    ],
)
def test_an_honest_sentence_is_let_be(course, code, file, find, words):
    change(course, file, find, words)

    assert details(course, code) == []


@pytest.mark.parametrize(
    ("code", "file", "find", "words"),
    [
        ("F114", SHEET, OTHER, "Sits at the back."),
        ("F115", SHEET, EVENING, f'"{ROUND}: six to play, three to talk, one to change."'),
        ("L101", BANK, WHY, "Sam thought of driving off it, one night in May."),
        ("L102", BANK, WHY, "How could you choose that, when Sam has hardly begun?"),
        ("L102", BANK, WHY, "Talk to a professional about it, and not to Sam."),
        ("P134", PLAY, NOTE, "A hard story. Please take care of yourself."),
        ("Q104", BANK, WHY, "“You could begin with the shortest one and hand that in.”"),
        ("Q133", BANK, NOTICE, "You must not ask here."),
        ("Q133", BANK, NOTICE, "This is a bad reply."),
        ("Q212", PLAY, POOR, "Oh, grow up."),
        ("R823", PLAY, SITS, "“Well”, says Jasmin."),
        ("R828", PLAY, "title: Sam leaves", "title: A complete failure"),
        ("R828", PLAY, "title: Sam leaves", "title: You lost Sam"),
    ],
)
def test_what_is_meant_by_the_rule_is_still_found(course, code, file, find, words):
    change(course, file, find, words)

    assert details(course, code)


@pytest.mark.parametrize(
    ("asks", "best"),
    [
        ("Which reply gives advice?", "You should talk to your instructor."),
        ("What is true of a diagnosis?", "A peer does not diagnose, and names no disorder."),
        ("Which reply promises too much?", "I'll always be there."),
    ],
)
def test_the_best_option_may_be_a_slip_that_one_was_to_find(course, asks, best):
    change(course, BANK, "Which reply is a reflection?", asks)
    change(course, BANK, BEST, best)

    assert details(course, "Q214") == []


@pytest.mark.parametrize(
    "words",
    [
        "It is second nature to go on; wait for the nod.",
        "The student comes first, and your plan after.",
        "It comes third, after the words.",
        "It comes last, when there is something to give back.",
    ],
)
def test_a_place_that_is_said_of_something_else_is_let_be(course, words):
    change(course, BANK, "    also_right:\n      - [hear, welcome, reflect]\n", "")
    change(course, BANK, LAST_STEP, words)

    assert details(course, "Q132") == []


@pytest.mark.parametrize(
    "effect",
    ["It sits there unread.", "Sam turns to the exam.", "Sam sits two exams this week."],
)
def test_words_of_the_body_that_mean_something_else_may_stand_in_a_chat(course, effect):
    change(course, PLAY, "channel: in-person", "channel: text")
    seen = details(course, "R833")
    change(course, PLAY, SITS, effect)

    assert len(details(course, "R833")) == len(seen) - 1


def test_replies_that_are_spoken_of_further_on_make_a_difference(course):
    for change_of in ("{trust: 1}", "{trust: -1}"):
        change(
            course,
            PLAY,
            f"        change: {change_of}\n        to: table\n",
            "        to: table\n",
        )
    assert details(course, "R831")
    change(
        course,
        PLAY,
        "when: trust is listening",
        "when: trust is listening and not chose door.plan",
    )

    assert details(course, "R831") == []


def test_two_lines_may_share_a_number_to_text_where_each_has_a_word(course):
    line = (
        '  - {{id: {0}, kind: community, name: Line {0}, who_for: All, text: "+16135550100", '
        "text_word: {1}, hours: Day, cost: Free, languages: English, what_happens: One hears., "
        "checked: null}}\n"
    )
    file = "campus/example.yml"
    change(
        course,
        file,
        "contacts:\n",
        f"{line.format('a', 'ONE')}{line.format('b', 'TWO')}contacts:\n",
    )
    assert details(course, "K107") == []

    change(course, file, "text_word: TWO", "text_word: ONE")
    assert details(course, "K107")
