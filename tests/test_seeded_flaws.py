"""Banks with one flaw each, written as somebody in a hurry would: the rule for it speaks."""

import pytest

from breaking import BANK, change, codes
from flawed_words import ADVICE, ASKED, BEST, COMFORT, WHY

OTHER_WHY = "Reassurance; it can sound as if Sam's trouble did not count."


@pytest.mark.parametrize(
    ("find", "words", "code"),
    [
        (COMFORT, "All the above are good replies.", "Q202"),
        (COMFORT, "None of the others.", "Q202"),
        (COMFORT, "I and III only", "Q202"),
        (COMFORT, "Both the first and the second reply.", "Q202"),
        (COMFORT, "All three replies would do.", "Q202"),
        (COMFORT, "a, b and c", "Q202"),
        (ASKED, "Which of these replies should you avoid?", "Q203"),
        (ASKED, "Which reply is the worst?", "Q203"),
        (ASKED, "All but one of these are reflections. Which is the odd one out?", "Q203"),
        (ASKED, "Here are three replies, and Sam waits for one of them.", "Q206"),
        ("Which kind of reply is each of these?", "Is a ____ said here, or more?", "Q207"),
        (ADVICE, "You must begin with the shortest one and hand it in.", "Q204"),
        (COMFORT, "Absolutely everybody in this term is behind.", "Q204"),
        (BEST, "A pile of labs, and no way into it yet.", "Q301"),
        (BEST, "Much is due and nothing is started yet.", "Q205"),
        (WHY, "No, that is sadly not the right answer.", "Q104"),
        (WHY, "Advice; see answer (c), which waits for what Sam has to say.", "Q114"),
        (WHY, "Advice; the first option waits for what Sam has to say.", "Q114"),
        (OTHER_WHY, "Advice, before Noor has said what makes the start so hard.", "Q402"),
        (
            WHY,
            "Sorry, that is not right. Please read the page again and try once more.",
            "Q104",
        ),
        (WHY, ADVICE, "Q104"),
        (WHY, "Advice; the answer above waits for what Sam has to say.", "Q114"),
        ("A reflection asks nothing and fixes nothing.", "It is the first one.", "Q114"),
        (WHY, "Correct! It waits for what Sam has to say, and leaves the floor.", "Q121"),
        ("It gives back what Sam means,", "Not quite. It gives back what Sam means,", "Q121"),
        ("if_true: Some people think", "if_true: Exactly. Some people think", "Q121"),
        ("A reflection asks nothing", "Is it a pile of work? It asks nothing", "Q209"),
        (
            "reasons: Short presence",
            "reasons: A panel of nine experts agreed. Presence",
            "Q111",
        ),
        ("Loud all round you, and sleep will not come.", BEST, "Q403"),
        (BEST, "TODO", "P105"),
        (BEST, "Lorem ipsum, and no way into it yet.", "P105"),
        (BEST, "A pile of work, [NAME], and no way in.", "P105"),
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
        (WHY, "Yes. It helps with the start, before Sam has said what is hard.", "Q121"),
        (WHY, "Advice, before Sam has spoken. This is the right one.", "Q121"),
        ("It gives back what Sam means,", "No. It gives back what Sam means,", "Q121"),
        (ASKED, "Which of these five replies is a reflection?", "Q122"),
        ("Which questions leave", "Pick three. Which questions leave", "Q122"),
        ("words: 40", "words: 5", "Q123"),
        (
            "[active-listening-classify]",
            "[active-listening-classify, active-listening-classify]",
            "Q115",
        ),
        ("Say back what you heard.", "Finally, say back what you heard.", "Q210"),
        (WHY, "Advice, “Begin, before Sam has said what makes the start so hard.", "L207"),
    ],
)
def test_a_seeded_flaw_is_found(course, find, words, code):
    assert code not in codes(course)

    change(course, BANK, find, words)

    assert code in codes(course)


@pytest.mark.parametrize(
    ("find", "words"),
    [
        ("Which questions leave", "Pick two. Which questions leave"),
        ("Which questions leave", "Of the three questions above, which leave"),
        ("label: question", "label: advice"),
        ("Say back what you heard.", "Say back what you heard first."),
        ("if_false: Yes. A pause", "if_false: Right. A pause"),
    ],
)
def test_what_looks_like_a_flaw_of_a_question_is_let_be(course, find, words):
    change(course, BANK, find, words)

    assert not {"L207", "Q121", "Q122", "Q124", "Q210"} & codes(course)


def test_an_absolute_in_every_wrong_option_is_found_though_it_is_spoken(course):
    change(
        course, BANK, ADVICE, "“You can always begin with the shortest one and hand that in.”"
    )
    assert "Q204" not in codes(course)

    change(course, BANK, COMFORT, "“Nobody in this term has everything done.”")
    assert "Q204" in codes(course)


def test_ranges_that_overlap_are_found(course):
    change(course, BANK, BEST, "5 to 10 words")
    change(course, BANK, ADVICE, "11 to 20 words")
    change(course, BANK, COMFORT, "21 to 30 words")
    assert "Q208" not in codes(course)

    change(course, BANK, "11 to 20", "10 to 20")
    assert "Q208" in codes(course)


def test_the_same_hint_twice_is_found(course):
    hint = "    hints:\n      - Ask of each what Ada would have to do next.\n"
    change(
        course, BANK, "    hints:\n      - A reflection asks nothing and fixes nothing.\n", hint
    )
    assert "Q401" not in codes(course)

    change(course, BANK, "    level: apply\n    steps:", f"    level: apply\n{hint}    steps:")
    assert "Q401" in codes(course)


def with_keys_at(places):
    """Questions of four options as YAML, the key of each at the place given."""
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
    for n, place in enumerate(places):
        yield asked.format(n=n)
        for at, word in enumerate("abcd"):
            why = f"Reason {n}{word}: the way, in full words."
            yield option.format(n=n, word=word, why=why, key=str(at == place).lower())


@pytest.mark.parametrize("place", [1, 3])
def test_keys_that_keep_to_one_place_are_found_wherever_it_is(course, place):
    with (course / BANK).open("a", encoding="utf-8") as bank:
        bank.writelines(with_keys_at([place] * 8))

    assert "Q303" in codes(course)


@pytest.mark.parametrize(("times", "found"), [(5, False), (6, True)])
def test_five_keys_of_eight_in_one_place_may_be_chance_and_six_are_not(course, times, found):
    path = course / BANK
    head = path.read_text("utf-8").partition("questions:\n")[0]
    questions = "".join(with_keys_at([1] * times + [0, 2, 3][: 8 - times]))
    path.write_text(f"{head}questions:\n{questions}", "utf-8")

    assert ("Q303" in codes(course)) is found


@pytest.mark.parametrize("panel", ["/etc/passwd", "../panel.csv", "x" * 3000, "quizzes"])
def test_a_panel_is_a_file_of_the_course_and_nothing_else(course, panel):
    change(course, BANK, "method: authors", f"method: panel\n      panel: {panel}")

    assert "Q111" in codes(course)


def test_a_fault_cannot_be_waived_and_a_waiver_for_it_is_one_more(course):
    change(course, BANK, COMFORT, "All of the above.")
    change(
        course,
        BANK,
        "    use: practice\n",
        "    use: practice\n    waive: {Q202: It is fine here.}\n",
    )

    assert {"Q202", "Q116"} <= codes(course)
