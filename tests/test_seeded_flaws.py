"""Banks with one flaw each, written as somebody in a hurry would: the rule for it speaks."""

import shutil
from pathlib import Path

import pytest

from alongside.judging.rules import RULES
from alongside.reading.load import load_course

GOOD = Path(__file__).parent / "courses" / "good"
BANK = "quizzes/active-listening.yml"
PLAY = "role_plays/late-lab.yml"
ASKED = "Which reply is a reflection?"
BEST = "A pile of work, and no way into it yet."
ADVICE = "You could begin with the shortest one and hand that in on Friday."
COMFORT = "Most people in this term are behind with something."
WHY = "Advice, before Sam has said what makes the start so hard."
OTHER_WHY = "Reassurance; it can sound as if Sam's trouble did not count."


@pytest.fixture
def course(tmp_path):
    return Path(shutil.copytree(GOOD, tmp_path / "course"))


def codes(course, file=BANK):
    loaded = load_course(course)
    assert loaded.faults == ()
    found = (fault for rule in RULES.values() for fault in rule.faults(loaded))
    return {fault.code for fault in found if str(fault.path) == file}


def put(course, find, words, file=BANK):
    path = course / file
    text = path.read_text("utf-8")
    assert find in text
    path.write_text(text.replace(find, words, 1), "utf-8")


@pytest.mark.parametrize(
    ("find", "words", "code"),
    [
        (COMFORT, "All the above are good replies.", "Q202"),
        (COMFORT, "None of the others.", "Q202"),
        (COMFORT, "I and III only", "Q202"),
        (COMFORT, "a, b and c", "Q202"),
        (ASKED, "Which of these replies should you avoid?", "Q203"),
        (ASKED, "Which reply is the worst?", "Q203"),
        (ADVICE, "You must begin with the shortest one and hand it in.", "Q204"),
        (COMFORT, "Absolutely everybody in this term is behind.", "Q204"),
        (BEST, "A pile of labs, and no way into it yet.", "Q301"),
        (BEST, "Much is due and nothing is started yet.", "Q205"),
        (WHY, "No, that is sadly not the right answer.", "Q104"),
        (WHY, "Advice; see answer (c), which waits for what Sam has to say.", "Q114"),
        (WHY, "Advice; the first option waits for what Sam has to say.", "Q114"),
        (OTHER_WHY, "Advice, before Noor has said what makes the start so hard.", "Q402"),
        (BEST, "TODO", "P105"),
        ("id: question\n        text: Open question", "id: advice\n        text: Talk", "Q106"),
        ("text: Open question", "text: Reflection", "Q103"),
        ("id: hint\n", "id: dig\n", "Q106"),
        ("id: dread\n", "id: carry\n", "Q106"),
        ("id: tells\n", "id: asks\n", "Q106"),
        ("text: I hope that nobody comes.", "text: I carry talks home with me.", "Q103"),
        ("label: Somebody I can tell", "label: First I will", "Q103"),
        ("Easy company, and Tom learns", "Option B is better, and Tom learns", "Q114"),
        ("It says that you mean to stay, and costs nothing.", "Good!", "Q104"),
        ("credit: 0.5\n        feedback: True", "credit: 1\n        feedback: True", "Q109"),
        ("practice\n    scale", "assess\n    scale", "Q113"),
        ("practice\n    at_least", "assess\n    at_least", "Q113"),
        ("practice\n    title", "assess\n    title", "Q113"),
        ("misses: [sleep, night, tired]", "misses: [alone]", "Q118"),
        ("Quite a bit, Very much]", "Quite a bit, Quite a bit]", "Q120"),
        ("A good deal weighs on you.", "Just calm down.", "L101"),
        ("Mine too. Coffee?", "TODO", "P105"),
    ],
)
def test_a_seeded_flaw_is_found(course, find, words, code):
    assert code not in codes(course)

    put(course, find, words)

    assert code in codes(course)


@pytest.mark.parametrize("place", [1, 3])
def test_keys_that_keep_to_one_place_are_found_wherever_it_is(course, place):
    asked = """  - id: active-listening-more-{n}
    type: single
    prompt: Person {n} says number {n}, as people do. What now?
    outcomes: [active-listening-classify]
    level: understand
    options:
"""
    option = (
        '      - {{id: {word}, text: "Say {n} {word}", feedback: "{why}", correct: {key}}}\n'
    )
    with (course / BANK).open("a", encoding="utf-8") as bank:
        for n in range(8):
            bank.write(asked.format(n=n))
            for at, word in enumerate("abcd"):
                why = f"Reason {n}{word}: the way, in full words."
                key = str(at == place).lower()
                bank.write(option.format(n=n, word=word, why=why, key=key))

    assert "Q303" in codes(course)


@pytest.mark.parametrize("panel", ["/etc/passwd", "../panel.csv", "x" * 3000, "quizzes"])
def test_a_panel_is_a_file_of_the_course_and_nothing_else(course, panel):
    put(course, "method: authors", f"method: panel\n      panel: {panel}")

    assert "Q111" in codes(course)


def test_words_to_change_may_be_waived_where_they_stand_but_words_that_harm_may_not(course):
    waiver = "    use: practice\n    waive: {{{}: The student says it of himself.}}\n"
    put(course, WHY, "It makes Sam one of the suicide victims, and Sam hears that.")
    assert "L102" in codes(course)

    put(course, "    use: practice\n", waiver.format("L102"))
    assert not {"L102", "Q116"} & codes(course)

    put(course, "suicide victims", "people who committed suicide")
    put(course, "waive: {L102", "waive: {L101")
    assert {"L101", "Q116"} <= codes(course)


@pytest.mark.parametrize(
    ("find", "words", "code"),
    [
        ("A reflection. It says", "“Too many labs” is a reflection. It says", "R801"),
        ("Willing and practical, and a step too early.", "Good.", "R802"),
        ("change: {trust: 1}", "change: {trust: -1}", "R803"),
        ("change: {trust: -1}", "change: {trust: 1}", "R803"),
        ("        skills: [reflection]", "        better: Sit down.", "R804"),
        ("It is a lot, this term.", "I was in the hospital after an overdose.", "R805"),
        ("It is a lot, this term.", "I don't want to be alive.", "R806"),
        ("It is a lot, this term.", "Sometimes I think I might kill myself.", "R806"),
        ("title: At the table", "title: At the door", "R807"),
        ("ask: What kept you", "ask: How are you after that talk? #", "R807"),
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

    put(course, find, words, PLAY)

    assert code in codes(course, PLAY)


def test_danger_that_is_long_past_and_risk_that_is_marked_are_left_alone(course):
    put(course, "It is a lot, this term.", "One winter I didn't want to be alive.", PLAY)
    assert "R806" not in codes(course, PLAY)

    put(course, "Never mind. It is fine.", "I want to die.", PLAY)
    put(course, "title: At the table", "title: At the table\n    risk: true", PLAY)
    assert "R806" not in codes(course, PLAY)


def test_a_poor_reply_that_pleases_is_fine_where_a_fact_or_a_waiver_says_what_it_costs(course):
    put(course, "change: {trust: -1}", "change: {trust: 1, asked: true}", PLAY)
    assert "R803" not in codes(course, PLAY)

    put(course, "{trust: 1, asked: true}", "{trust: 1}", PLAY)
    put(course, "format: 1", "format: 1\nwaive: {R803: The bill comes later.}", PLAY)
    assert "R803" not in codes(course, PLAY)
