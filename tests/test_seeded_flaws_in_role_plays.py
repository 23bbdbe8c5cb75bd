"""Role-plays with one flaw each in what they say: the rule for it speaks."""

from dataclasses import replace

import pytest

from alongside.judging.rules import RULES
from breaking import PLAY, change, codes


def test_feedback_of_a_role_play_says_why_and_agrees_with_the_reply(course):
    change(course, PLAY, "Willing and practical, and a step too early.", "Good!")
    change(course, PLAY, "A reflection. It says", "Not quite. It says")

    assert {"Q104", "Q121"} <= codes(course, PLAY)


@pytest.mark.parametrize(
    ("find", "words", "code"),
    [
        ("A reflection. It says", "“Too many labs” is a reflection. It says", "R801"),
        ("change: {trust: 1}", "change: {trust: -1}", "R803"),
        ("change: {trust: -1}", "change: {trust: 1}", "R803"),
        ("        skills: [reflection]", "        better: Sit down.", "R804"),
        ("It is a lot, this term.", "I was in the hospital after an overdose.", "R805"),
        ("It is a lot, this term.", "I don't want to be alive.", "R806"),
        ("It is a lot, this term.", "Sometimes I think I might kill myself.", "R806"),
        ("title: At the table", "title: At the door", "R807"),
        (
            "ask: What kept you from asking Sam what would help?",
            "ask: How are you after that talk?",
            "R807",
        ),
        ("phase: reactions", "phase: analysis", "R808"),
        ("hears: [nobody knows]", "never_hears: [nobody minds]", "R809"),
        ("change: {trust: -1}", "change: {trust: -3}", "R810"),
        ("title: At the table", "title: Snap out of it", "L101"),
        ("manner: half in the doorway", "manner: like a lunatic", "L101"),
        ("about: How far Sam lets you in.", "about: How crazy Sam is.", "L101"),
        ("asked: You asked Sam", "asked: Lorem ipsum", "P105"),
    ],
)
def test_a_seeded_flaw_in_the_words_of_a_role_play_is_found(course, find, words, code):
    assert code not in codes(course, PLAY)

    change(course, PLAY, find, words)

    assert code in codes(course, PLAY)


def test_danger_that_is_long_past_and_risk_that_is_marked_are_left_alone(course):
    change(course, PLAY, "It is a lot, this term.", "One winter I didn't want to be alive.")
    assert "R806" not in codes(course, PLAY)

    change(course, PLAY, "Never mind. It is fine.", "I want to die.")
    change(course, PLAY, "title: At the table", "title: At the table\n    risk: true")
    assert "R806" in codes(course, PLAY)
    change(course, PLAY, "    risk: true", "    risk: true\n    help: true")
    assert "R806" not in codes(course, PLAY)


def test_a_poor_reply_that_pleases_is_fine_where_a_fact_or_a_waiver_says_what_it_costs(course):
    change(course, PLAY, "change: {trust: -1}", "change: {trust: 1, asked: true}")
    assert "R803" not in codes(course, PLAY)

    change(course, PLAY, "{trust: 1, asked: true}", "{trust: 1}")
    change(course, PLAY, "format: 1", "format: 1\nwaive: {R803: The bill comes later.}")
    assert "R803" not in codes(course, PLAY)


def with_feedback_of_the_reply_after(play):
    """The role-play with the feedback of each turn moved on by one reply."""
    turns = {}
    for name, turn in play.turns.items():
        after = (*turn.replies[1:], turn.replies[0])
        moved = (
            reply.model_copy(update={"feedback": other.feedback})
            for reply, other in zip(turn.replies, after, strict=True)
        )
        turns[name] = turn.model_copy(update={"replies": tuple(moved)})
    return play.model_copy(update={"turns": turns})


def test_most_feedback_that_stands_under_another_reply_is_found(whole):
    plays = {name: with_feedback_of_the_reply_after(p) for name, p in whole.role_plays.items()}
    replies = sum(len(turn.replies) for play in plays.values() for turn in play.turns.values())

    found = list(RULES["R811"].check(replace(whole, role_plays=plays)))

    assert list(RULES["R811"].check(whole)) == []
    assert len(found) > 0.8 * replies


def test_feedback_may_quote_another_reply_beside_its_own(course):
    change(course, PLAY, "Meant to comfort; it", "“A plan for that lab” waits; it")
    assert "R811" in codes(course, PLAY)

    change(course, PLAY, "waits; it", "waits, and “everybody wants to” comforts; it")
    assert "R811" not in codes(course, PLAY)
