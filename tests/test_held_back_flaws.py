"""Flaws that a hand wrote down before it had read a rule, and that no rule found at first."""

import re

import pytest

from breaking import BANK, PLAY, SHEET, change, codes, details

CAMPUS = "campus/example.yml"
BEST = "A pile of work, and no way into it yet."
WRONG = "Most people in this term are behind with something."
WHY = "Advice, before Sam has said what makes the start so hard."
NOTICE = "There is a question mark; a reflection can stand without one."
SITS = "effect: Sam sits down."
NO_HINT = "A reflection asks nothing and fixes nothing."
REFLECTS = "You have carried this for a while, and it is getting too heavy."
POOR = "Everybody wants to give up in November."


@pytest.mark.parametrize(
    ("file", "find", "words", "code"),
    [
        (BANK, WHY, "Well, this is the kind of thing that we were looking for.", "Q104"),
        (BANK, WHY, "How could you pick this one, before Sam has said more?", "L102"),
        (BANK, WHY, "Advice. Anybody who had read with care would know.", "L102"),
        (BANK, WHY, "Sam's uncle suicided, and Sam has not said so.", "L101"),
        (BANK, WHY, "Sam should talk to a mental health professional instead.", "L102"),
        (BANK, WHY, "Advice. The Talk Suicide line is there for Sam as well.", "L101"),
        (BANK, "Which reply is a reflection?", "Which reply in green is a reflection?", "L102"),
        (BANK, BEST, "A pile of work. It goes no further than me, ever.", "Q214"),
        (BANK, BEST, "That sounds to me like a depressive episode.", "Q214"),
        (BANK, BEST, "Leave out your antidepressants and see.", "Q214"),
        (BANK, WHY, "You say Sam could begin with the shortest one and hand that in.", "Q104"),
        (BANK, NOTICE, "That is wrong. Do it again.", "Q133"),
        (PLAY, POOR, "Is it really such a big deal? It is November.", "Q212"),
        (PLAY, SITS, "effect: “Well,” says Jasmin.", "R823"),
        (PLAY, SITS, "effect: Sam looks at the clock.", "R815"),
        (PLAY, SITS, "effect: Sam laughs like a madman.", "L101"),
        (PLAY, "title: Sam leaves", "title: You failed Sam", "R828"),
        (PLAY, "It is a lot, this term.", "I thought of driving off the bridge.", "L101"),
        (BANK, WHY, "It cannot work, as anybody can see.", "L102"),
        (BANK, WHY, "Whoever says that has not been paying attention.", "L102"),
        (BANK, WHY, "A review of hundreds proved it once and for all.", "L102"),
        (BANK, WHY, "Sam is one of those people who drain everybody.", "L102"),
        (BANK, WHY, "Advice. The goodbye letter was in the drawer.", "L102"),
        (BANK, WHY, "The difference was not statistically significant.", "L102"),
        (
            BANK,
            "Which reply is a reflection?",
            "I'd rather be dead. Which one?",
            "Q134",
        ),
        (
            BANK,
            "[Closes it, Leans on it, Leaves it ajar, Holds it open]",
            "[Does harm, Helps a lot, Helps little, Helps]",
            "Q128",
        ),
        (
            BANK,
            NO_HINT,
            "Look into the pile, and at the work.",
            "Q209",
        ),
        (PLAY, REFLECTS, "You have carried this for a while, and you'll pass.", "R812"),
        (PLAY, "It is only about a lab.", "I don't see much point to me being here.", "R806"),
        (PLAY, "It is only about a lab.", "Most nights I hope I don't wake up.", "R806"),
        (PLAY, REFLECTS, "Whatever you tell me stays between the two of us.", "R812"),
        ("course.yml", "can: Reflect what", "can: Really understand what", "C117"),
        (SHEET, "[They watch.]", "[Nobody leaves before the round is done.]", "L102"),
        (SHEET, "[They watch.]", "[Tell of the worst thing that somebody did to you.]", "L102"),
        (CAMPUS, 'call: "911"', 'call: "+1877857339"', "K105"),
    ],
)
def test_a_flaw_that_was_missed_at_first_is_found(course, file, find, words, code):
    change(course, file, find, words)

    assert code in codes(course, file)


def test_straight_marks_among_curly_ones_are_found(course):
    text = (course / BANK).read_text("utf-8")
    assert "L207" not in codes(course)

    (course / BANK).write_text(re.sub(r'(?<=[ ,])"([^"\n]+)"', r"“\1”", text), "utf-8")
    assert "L207" not in codes(course)

    change(course, BANK, WRONG, 'The others said "we too".')
    assert "L207" in codes(course)


def test_two_lines_of_a_campus_do_not_share_a_number(course):
    change(course, CAMPUS, 'call: "988"', 'call: "911"')

    assert "K107" in codes(course, CAMPUS)


def test_a_best_question_in_which_everything_earns_something_is_found(course):
    text = (course / BANK).read_text("utf-8")
    (course / BANK).write_text(text.replace("credit: 0\n", "credit: 0.5\n"), "utf-8")

    assert "Q109" in codes(course)


def test_a_check_that_is_still_to_come_was_not_done(course):
    change(
        course,
        "course.yml",
        "upgrades:",
        "human_checks:\n  - {id: read, what: Read by a peer, done: 2999-01-01}\nupgrades:",
    )

    assert "C115" in codes(course, "course.yml")


def test_steps_with_other_good_orders_may_be_told_by_another_place(course):
    change(course, BANK, "What you give back has to come from there.",
           "It comes first where Sam has sat down by then.")  # fmt: skip

    assert "Q132" not in codes(course)


@pytest.mark.parametrize(
    ("round_of", "code"),
    [
        (
            "nine and a half minutes, six to do, two and a half to talk and one to change",
            set(),
        ),
        ("eight, five with the card, two to talk (what to keep) and one to change", set()),
        ("nine minutes as in the full plan", set()),
        ("nine and has six turns, five minutes to play, three to talk, one to change", set()),
        ("eleven minutes, seven to play, three to talk and one to change", {"F115"}),
        ("nine minutes, seven to play, three to talk and one to change", {"F115"}),
    ],
)
def test_the_parts_of_a_round_add_up_and_three_rounds_fit(course, round_of, code):
    change(course, SHEET, "For a first evening.", f"For an evening. A round takes {round_of}.")

    assert codes(course, SHEET) & {"F115"} == code


@pytest.mark.parametrize(
    ("find", "words", "code"),
    [
        (POOR, "A stupid month, November, and everybody wants to give up.", "Q212"),
        ("title: Sam leaves", "title: The long way down", "R828"),
    ],
)
def test_what_only_sounds_like_a_flaw_is_left_alone(course, find, words, code):
    change(course, PLAY, find, words)

    assert code not in codes(course, PLAY)


def test_where_people_write_one_may_still_look_at_a_screen(course):
    change(course, PLAY, "channel: in-person", "channel: text")
    text = (course / PLAY).read_text("utf-8")
    (course / PLAY).write_text(text.replace("effect: Sam", "effect: You look as Sam"), "utf-8")

    assert "R833" not in codes(course, PLAY)


def test_on_the_phone_nobody_is_seen_and_everybody_may_be_heard(course):
    change(course, PLAY, "channel: in-person", "channel: phone")
    change(course, PLAY, SITS, "effect: Sam laughs, and something falls over.")
    seen = details(course, "R833")
    change(course, PLAY, "effect: Sam laughs", "effect: Sam nods")

    assert len(details(course, "R833")) == len(seen) + 1
