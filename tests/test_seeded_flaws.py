"""Banks with one flaw each, written as somebody in a hurry would: the rule for it speaks."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from alongside.judging.rules import RULES
from alongside.reading.load import load_course

GOOD = Path(__file__).parent / "courses" / "good"
BANK = "quizzes/active-listening.yml"
CHECKLIST = "modules/active-listening/checklist.yml"
PLAY = "role_plays/late-lab.yml"
PAGE = "modules/active-listening/saying-it-back.md"
ASKED = "Which reply is a reflection?"
BEST = "A pile of work, and no way into it yet."
ADVICE = "You could begin with the shortest one and hand that in on Friday."
COMFORT = "Most people in this term are behind with something."
WHY = "Advice, before Sam has said what makes the start so hard."
HARM = "people who committed suicide"
HARD = (
    "The utilization of validating communicative interventions necessitates considerable "
    "familiarity with interpersonal conventions, particularly whenever institutional "
    "responsibilities complicate an otherwise straightforward conversation between two "
    "students during examinations."
)
HARD_PARAGRAPH = (
    f"{HARD} Conversely, insufficient preparation jeopardizes participation, notwithstanding "
    "comprehensive organizational accommodation and considerable goodwill on everybody's part."
)
SHEET = "facilitator_guide/run_sheets/active-listening.yml"
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

    put(course, find, words)

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
    put(course, find, words)

    assert not {"L207", "Q121", "Q122", "Q124", "Q210"} & codes(course)


def test_an_absolute_in_every_wrong_option_is_found_though_it_is_spoken(course):
    put(course, ADVICE, "“You can always begin with the shortest one and hand that in.”")
    assert "Q204" not in codes(course)

    put(course, COMFORT, "“Nobody in this term has everything done.”")
    assert "Q204" in codes(course)


def test_ranges_that_overlap_are_found(course):
    put(course, BEST, "5 to 10 words")
    put(course, ADVICE, "11 to 20 words")
    put(course, COMFORT, "21 to 30 words")
    assert "Q208" not in codes(course)

    put(course, "11 to 20", "10 to 20")
    assert "Q208" in codes(course)


def test_the_same_hint_twice_is_found(course):
    hint = "    hints:\n      - Ask of each what Ada would have to do next.\n"
    put(course, "    hints:\n      - A reflection asks nothing and fixes nothing.\n", hint)
    assert "Q401" not in codes(course)

    put(course, "    level: apply\n    steps:", f"    level: apply\n{hint}    steps:")
    assert "Q401" in codes(course)


def test_feedback_of_a_role_play_says_why_and_agrees_with_the_reply(course):
    put(course, "Willing and practical, and a step too early.", "Good!", PLAY)
    put(course, "A reflection. It says", "Not quite. It says", PLAY)

    assert {"Q104", "Q121"} <= codes(course, PLAY)


def test_a_page_that_names_an_outcome_twice_is_found(course):
    put(course, "outcomes: [", "outcomes: [active-listening-reflect, ", PAGE)

    assert "P102" in codes(course, PAGE)


def test_two_pages_of_a_module_with_one_title_are_found(course):
    put(course, "# Saying it back", "# Practice", PAGE)

    assert "P115" in codes(course, PAGE) | codes(course, "modules/active-listening/practice.md")


def test_a_quiz_that_names_no_questions_places_its_whole_bank_once_more(course):
    put(course, "Then wait.", ":::{quiz} active-listening\n:::", PAGE)

    assert "P114" in codes(course)
    assert "T101" in codes(course, PAGE)


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
    put(course, "method: authors", f"method: panel\n      panel: {panel}")

    assert "Q111" in codes(course)


def test_a_fault_cannot_be_waived_and_a_waiver_for_it_is_one_more(course):
    put(course, COMFORT, "All of the above.")
    put(
        course,
        "    use: practice\n",
        "    use: practice\n    waive: {Q202: It is fine here.}\n",
    )

    assert {"Q202", "Q116"} <= codes(course)


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
    ("words", "code"),
    [
        ("Wait for people who committed\nsuicide.", "L101"),
        (f"![A chair for {HARM}](chair.png)", "L101"),
        (f"```{{image}} chair.png\n:alt: A chair for {HARM}\n```", "L101"),
        ("> **Sam:** I took forty pills.", "L101"),
        (HARD_PARAGRAPH, "L204"),
        (f"- Listen.\n- {HARD_PARAGRAPH}", "L204"),
        (f":::{{facilitator-note}}\n- Do: {HARD_PARAGRAPH}\n:::", "L204"),
        ("He died by suicide because he failed an exam.", "L102"),
        ("Many at-risk students struggle with anxiety.", "L102"),
        ("Greet your client, and call the police.", "L102"),
        ("See [the next page](javascript:alert(1)).", "P108"),
        ("See [the next page](java&#115;cript:alert(1)).", "P108"),
        ("See [the next page][next].\n\n[next]: javascript:alert(1)", "P108"),
        ("See <javascript:alert(1)>.", "P108"),
        ("See [the next page](data:text/html;base64,PHA=).", "P108"),
        ("See [the next page](nowhere.md).", "P120"),
        ("See [the next page]().", "P120"),
        ("See {doc}`nowhere`.", "P120"),
        ("See {ref}`nowhere`.", "P123"),
        ("See {ref}`the place <nowhere>`.", "P123"),
        ("See [the place](#nowhere).", "P123"),
        ("See {doc}`the next page </modules/nowhere>`.", "P120"),
        ("![A chair by a window](chair.png)", "P120"),
        ("```{figure} ../../../chair.png\n:alt: A chair by a window\n```", "P120"),
        ("It helps {cite:t}`rogers-farson-1957, nobody-2030`.", "P121"),
        ("Look for {term}`rapport`.", "P121"),
        ("Studies have found that it works.", "P122"),
        ("One in five students leaves, as 83% of students know.", "P122"),
        ("According to experts, it works.", "P122"),
        ("- Studies have found it.\n- It helps {cite:p}`rogers-farson-1957`.", "P122"),
        ("Take {download}`the sheet <../../course.yml>`.", "P109"),
        ("It is {math}`x`.", "P109"),
        ("Read it {doc}`here <practice>`.", "P106"),
        ("Read <https://example.org/a>.", "P106"),
        ("![IMG_2034.png](chair.png)", "P107"),
        ("![A picture](chair.png)", "P107"),
        ("##\n\nWait.", "P115"),
        ("## Wait\n\nOne.\n\n## Wait\n\nTwo.", "P115"),
        ("See [](practice.md).", "P106"),
        ("See www.example.org for more.", "P106"),
        ("| Who | What |\n| --- | --- |\n| Sam | Came | back. |", "P119"),
        ("More is coming soon.", "P105"),
        ("It helps [citation needed].", "P105"),
        ("As Rogers (1957) showed, it helps.", "P122"),
        ("It helps (Rogers and Farson, 1957).", "P122"),
        ("It lowers stress by 40 per cent.", "P122"),
        ("**Then wait.", "P124"),
        ("Then wait.[^1]", "P124"),
        ("See [the page][nowhere].", "P124"),
        ("Then&amp;nbsp;wait.", "P124"),
        ("• Then wait.", "P124"),
        (":::{avoid}\n```{role-play} late-lab\n```\n:::", "P125"),
        (":::{facilitator-note}\n:::", "P126"),
        ("Call 604-555-0123.", "P127"),
        ("Write to jane.doe@college.ca.", "P127"),
        ("After all, 93% of communication is nonverbal.", "L102"),
        ("Visual learners may draw it.", "L102"),
        ("Notice the color at the counseling center.", "L102"),
        ("You organise and recognise it.", "L102"),
        ("She is clearly bipolar.", "L101"),
        ("| Who |  |\n| --- | --- |\n| Sam | Came back. |", "P119"),
    ],
)
def test_a_flaw_of_a_page_is_found(course, words, code):
    assert code not in codes(course, PAGE)

    put(course, "Then wait.", words, PAGE)

    assert code in codes(course, PAGE)


@pytest.mark.parametrize(
    "words",
    [
        "Wait with her, who is committed.\nSuicide comes later in the course.",
        "See [the lesson](/modules/active-listening/practice.md) or {doc}`practice`.",
        "See [the lesson](practice.md#more).",
        "(spot)=\n\n## A spot\n\nSee {ref}`the spot <spot>` or [the place](#spot).",
        "The word `javascript:` and the time 10:30 are words.",
        "|   | What you say |\n| --- | --- |\n| First | Go on. |",
        "|   |   |\n| --- | --- |\n| First | Go on. |",
        "Research shows that it helps.\nSo two reviews say {cite:p}`rogers-farson-1957`.",
        'A poster says, "Research shows that silence heals."',
        f"> {HARD_PARAGRAPH}",
        "| Who | What |\n| --- | --- |\n| Sam | Came \\| went. |\n| Noor |",
        "**Wait** for *her* answer, [as before](practice.md) & after; 3 * 3 * 3.",
        "That 93 of them came (in 2019) is all we know of Rogers and Farson.",
        "- Bring water, and a chair for each of you, and a pen\n" * 8,
    ],
)
def test_what_looks_like_a_flaw_of_a_page_is_let_be(course, words):
    put(course, "Then wait.", words, PAGE)

    assert codes(course, PAGE) <= {"P111"}


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
    put(course, find, words, file)

    assert "L101" in codes(course, file)


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

    put(course, find, words, PLAY)

    assert code in codes(course, PLAY)


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

    put(course, find, words, file)

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
    put(course, find, words, file)

    assert "L205" not in codes(course, file)


def test_danger_that_is_long_past_and_risk_that_is_marked_are_left_alone(course):
    put(course, "It is a lot, this term.", "One winter I didn't want to be alive.", PLAY)
    assert "R806" not in codes(course, PLAY)

    put(course, "Never mind. It is fine.", "I want to die.", PLAY)
    put(course, "title: At the table", "title: At the table\n    risk: true", PLAY)
    assert "R806" in codes(course, PLAY)
    put(course, "    risk: true", "    risk: true\n    help: true", PLAY)
    assert "R806" not in codes(course, PLAY)


def test_a_poor_reply_that_pleases_is_fine_where_a_fact_or_a_waiver_says_what_it_costs(course):
    put(course, "change: {trust: -1}", "change: {trust: 1, asked: true}", PLAY)
    assert "R803" not in codes(course, PLAY)

    put(course, "{trust: 1, asked: true}", "{trust: 1}", PLAY)
    put(course, "format: 1", "format: 1\nwaive: {R803: The bill comes later.}", PLAY)
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
    put(course, "Meant to comfort; it", "“A plan for that lab” waits; it", PLAY)
    assert "R811" in codes(course, PLAY)

    put(course, "waits; it", "waits, and “everybody wants to” comforts; it", PLAY)
    assert "R811" not in codes(course, PLAY)
