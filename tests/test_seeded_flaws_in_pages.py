"""Pages with one flaw each, written as somebody in a hurry would: the rule for it speaks."""

import pytest

from alongside.judging.rules import RULES
from alongside.reading.load import load_course
from breaking import PAGE, change, codes
from flawed_words import HARD_PARAGRAPH, HARM


def test_a_page_that_names_an_outcome_twice_is_found(course):
    change(course, PAGE, "outcomes: [", "outcomes: [active-listening-reflect, ")

    assert "P102" in codes(course, PAGE)


def test_two_pages_of_a_module_with_one_title_are_found(course):
    change(course, PAGE, "# Saying it back", "# Practice")

    assert "P115" in codes(course, PAGE) | codes(course, "modules/active-listening/practice.md")


def test_words_above_the_title_are_told_where_they_begin(course):
    line = change(course, PAGE, "# Saying", "Early words.\n\n# Saying")

    told = [one for one in RULES["P115"].faults(load_course(course)) if str(one.path) == PAGE]

    assert [(one.line, one.says) for one in told] == [
        (line, "Something stands above the title.")
    ]


def test_a_quiz_that_names_no_questions_places_its_whole_bank_once_more(course):
    change(course, PAGE, "Then wait.", ":::{quiz} active-listening\n:::")

    assert "P114" in codes(course)
    assert "T101" in codes(course, PAGE)


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
        ("See [the page][].", "P124"),
        ("See [the next page].", "P133"),
        ("What comes is in [Practice].", "P133"),
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

    change(course, PAGE, "Then wait.", words)

    assert code in codes(course, PAGE)


@pytest.mark.parametrize(
    "words",
    [
        "Wait with her, who is committed.\nSuicide comes later in the course.",
        "See [the lesson](/modules/active-listening/practice.md) or {doc}`practice`.",
        "(more)=\n\n## More\n\nSee [the lesson](saying-it-back.md#more).",
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
        "“He [the neighbour] came back,” she says, and [pause] nods.",
    ],
)
def test_what_looks_like_a_flaw_of_a_page_is_let_be(course, words):
    change(course, PAGE, "Then wait.", words)

    assert codes(course, PAGE) <= {"P111"}
