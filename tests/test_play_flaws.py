"""Role-plays with one flaw each in words, cast or parts, as a writer in a hurry leaves them."""

from types import SimpleNamespace

import pytest

from alongside.judging.rules import RULES
from alongside.playing.order import reply_order
from alongside.reading.load import load_course
from breaking import PLAY, change, codes

STRONG = "You have carried this for a while, and it is getting too heavy."
BETTER = "November is long. How has it been for you?"
SAID = "It is a lot, this term."
WHY = "A reflection. It says what you heard and asks for nothing."
POOR_WHY = "Meant to comfort; it makes Sam one of many."


@pytest.mark.parametrize(
    ("find", "words", "code"),
    [
        (STRONG, "Heavy. Why don't you ask for more time?", "R812"),
        (STRONG, "Heavy. Leave it all to me, I know the lab.", "R812"),
        (STRONG, "Heavy. I will not tell a soul.", "R812"),
        (STRONG, "Heavy. Don't worry, it will work out.", "R812"),
        (STRONG, "Heavy. Why didn't you come earlier?", "R812"),
        (STRONG, "You are not thinking of anything stupid, are you?", "R812"),
        (STRONG, "That sounds like burnout to me.", "R812"),
        (STRONG, "Maybe talk to your instructor?", "R812"),
        (STRONG, "Heavy. I'm always up, whatever it takes.", "R812"),
        (BETTER, "You should sleep more.", "R812"),
        (POOR_WHY, "Sam has symptoms that a doctor would see.", "R812"),
        ("effect: Sam takes a step back.", "effect: Sam opens up and sits.", "R813"),
        (WHY, "It closes the door on what Sam might still say.", "R813"),
        ("effect: Sam sits down.", "effect: Sam says nothing more.", "R813"),
        (POOR_WHY, "Great choice! Sam is one of many now, and that helps.", "R813"),
        (POOR_WHY, "This reply is strong, since it makes Sam one of many.", "R814"),
        ("effect: Sam takes a step back.", "effect: “Sure,” she says.", "R824"),
        (WHY, "A weak reply, since it asks for nothing that Sam could answer.", "R814"),
        ("  lighter:\n    kind: good", "  lighter:\n    kind: mixed", "R819"),
        ("says: I will think about it. Thanks for the leaflet.", f"says: {SAID}", "R815"),
        (WHY, "It gives Sam his own words back, and asks nothing of him.", "R824"),
        ("A drop-in room, late", "What it is about and how heavy. Nobody is in danger. Late",
         "R826"),
        (f"better: {BETTER}", "better: Everybody wants to give up in November.", "R827"),
        ("change: {trust: -1}", "change: {trust: 1}", "R803"),
        (BETTER, "It sounds as if the lab is not the whole of it.", "R827"),
        (STRONG, "Heavy. What you need is one free evening.", "R812"),
        (STRONG, "Heavy. Leave your lab partner to me.", "R812"),
        (STRONG, "Heavy. My lips are sealed, you know.", "R812"),
        (STRONG, "Heavy. I know exactly how November feels.", "R812"),
        (STRONG, "Heavy, though it could be a lot worse.", "R812"),
        (POOR_WHY, "A warm reflection. It makes Sam one of many.", "R829"),
        (WHY, "An open question. It says what you heard.", "R829"),
        ("effect: Sam sits down.", "effect: Sam finally trusts you.", "R828"),
        ("effect: Sam sits down.", "effect: Deep down, it helps.", "R828"),
        ("effect: Sam sits down.", "effect: That was the right thing to say.", "R828"),
        ("effect: Sam sits down.", "effect: Sam rubs her eyes.", "R824"),
        ("effect: Sam looks at the clock.", f"effect: “{SAID}”", "R815"),
        (STRONG, "Heavy. How come you never told anybody?", "R812"),
        ("ask: What did Sam hear when", "ask: On Monday, what did Jamie hear when", "R823"),
        (STRONG, "(You wait, and then you move the other chair.", "L207"),
        ("Everybody wants to give up in November.",
         "It is getting too heavy, and for a while you have carried this.", "Q403"),
        (SAID, "Her brother took his own life in this house.", "R805"),
        (SAID, "Everybody would be better off if I was gone.", "R806"),
        (SAID, "i dont want to be here anymore", "R806"),
        (SAID, "I started cutting again.", "R806"),
        (SAID, "Some nights I want to end it all.", "R806"),
        (SAID, "I'd rather be dead.", "R806"),
        (SAID, "He hit me again last night.", "R806"),
        (SAID, "I counted the pills at home.", "L101"),
        ("All right. Then come by again whenever you like.", STRONG, "R807"),
    ],
)  # fmt: skip
def test_a_seeded_flaw_of_a_role_play_is_found(course, find, words, code):
    assert code not in codes(course, PLAY)

    change(course, PLAY, find, words)

    assert code in codes(course, PLAY)


@pytest.mark.parametrize(
    ("find", "words"),
    [
        (STRONG, "Heavy. What would you need to hear before it is a yes?"),
        (STRONG, "You should have heard this first, that my lead may read it."),
        (STRONG, "Do you have to hand it in on one day?"),
        (STRONG, "Heavy. And then I'd call my lead, who knows the rules."),
        (STRONG, "Heavy. What else have you thought of so far?"),
        (BETTER, "Twice. Why do you ask tonight?"),
        (POOR_WHY, "“Depression” is a guess, and nobody can make it from a chair."),
        (POOR_WHY, "A good answer to no lunch. Sam had brought something other than that."),
        ("effect: Sam takes a step back.", "effect: “Thank you,” says Sam, to the floor."),
        ("effect: Sam sits down.", "effect: “She would,” says Sam. “She always would.”"),
        ("effect: Sam sits down.", "effect: Rain begins. Sam sits down."),
        (STRONG, "Heavy, and I don't know how that is for you."),
        (STRONG, "Heavy. Leave the lamp on, and come to me when it suits you."),
        (POOR_WHY, "Meant to comfort. A reflection would have stayed with Sam."),
        (STRONG, "Heavy. Leave out what was said to me, if what you need is quiet."),
        ("effect: Sam sits down.", "effect: Sam makes a point of it, and feels for a chair."),
        ("effect: Sam sits down.", "effect: Sam thinks, and points at the clock."),
        ("effect: Sam sits down.", "effect: “He decides,” says Sam. “Deep down I know.”"),
        (SAID, "They could start without me, and they like it."),
        (SAID, "My uncle kept a note of how high the river was."),
        ("I will think about it. Thanks for the leaflet.", "It is fine."),
    ],
)
def test_what_looks_like_a_flaw_of_a_role_play_is_let_be(course, find, words):
    change(course, PLAY, find, words)

    assert not codes(course, PLAY) & {
        "R803",
        "R806",
        "R812",
        "R813",
        "R814",
        "R815",
        "R823",
        "R824",
        "R828",
        "R829",
    }


def _more_turns(*replies):
    """Nine turns with these replies, in the order shown: (quality, text)."""
    for number in range(9):
        turn = f"more-{number}"
        written = [
            f"{{id: {name}, text: {text}, quality: {quality}, effect: Sam nods., "
            f"feedback: It is so., better: Hm?, to: leaves}}"
            for name, (quality, text) in zip(
                _as_shown(turn, len(replies)), replies, strict=True
            )
        ]
        lines = "lines: [{says: It rains.}]"
        yield f"  {turn}: {{title: M, {lines}, replies: [{', '.join(written)}]}}\n"


def _as_shown(turn, count):
    """Ids for replies that are shown in the order in which they are written."""
    each = SimpleNamespace
    replies = [each(id=f"r{at}") for at in range(count)]
    play = each(id="late-lab", shuffle=0, turns={turn: each(replies=replies)})
    return [reply.id for reply in reply_order(play, turn)]


@pytest.mark.parametrize(
    ("replies", "sign"),
    [
        ((("weak", "Ah."), ("strong", "Ah."), ("weak", "Ah.")), "a middle place"),
        ((("strong", "Ah."), ("weak", "Ah."), ("weak", "Ah.")), "the first place"),
        ((("weak", "Ah."), ("strong", "Ah."), ("weak", "Ah.")), "the second place"),
        ((("weak", "Ah."), ("weak", "Ah."), ("strong", "Ah.")), "the last place"),
        ((("weak", "Ah."), ("strong", "Ah …"), ("weak", "Ah.")), "three dots"),
    ],
)
def test_a_place_or_three_dots_that_tell_the_strong_replies_are_found(course, replies, sign):
    change(course, PLAY, "turns:\n", "turns:\n" + "".join(_more_turns(*replies)))

    found = RULES["R830"].check(load_course(course))

    assert any(f"replies with {sign} earns" in each.detail for each in found)


def test_a_night_between_two_turns_is_no_clock_that_goes_back(course):
    change(course, PLAY, "manner: half in the doorway", 'manner: "11:50"')
    change(course, PLAY, f"says: {SAID}", f'says: {SAID}\n        manner: "8:10"')
    assert "R822" not in codes(course, PLAY)

    change(course, PLAY, 'manner: "8:10"', 'manner: "11:40"')
    assert "R822" in codes(course, PLAY)


def test_a_debrief_question_that_asks_whether_may_be_put_to_everybody(course):
    change(
        course,
        PLAY,
        "ask: How are you after that talk?",
        "ask: You told Sam, or you did not. How so?",
    )
    assert "R825" not in codes(course, PLAY)

    change(
        course,
        PLAY,
        "You told Sam, or you did not. How so?",
        "You told Sam of a lab. How was that?",
    )
    assert "R825" in codes(course, PLAY)


def test_a_content_note_promises_no_safety_where_there_is_risk(course):
    change(course, PLAY, "No method of harm is named.", "Nobody is in danger.")
    assert "R805" not in codes(course, PLAY)

    change(course, PLAY, "title: At the table", "title: At the table\n    risk: true")
    assert "R805" in codes(course, PLAY)


def test_a_warning_on_the_words_of_a_role_play_is_waived_with_a_reason(course):
    change(course, PLAY, STRONG, "Heavy. You should sit down first.")
    change(course, PLAY, "format: 1", "format: 1\nwaive: {R812: The chair is offered.}")

    assert "R812" not in codes(course, PLAY)
