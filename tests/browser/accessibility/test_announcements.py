"""What a simulated screen reader says, word for word: each thing once, and in order.

The reader is not a real one: it does not tell that a radio is now checked, and it says the
``value`` of a button, which Chromium's accessibility tree does not hold.
"""

from __future__ import annotations

import pytest
from accessibility import states
from accessibility.screen_reader import Reader

LESSON = "modules/active-listening/saying-it-back.html"
PRACTICE = "modules/active-listening/practice.html"
SAME_SHUFFLE = "Math.random = () => 0.25"


@pytest.fixture
def listen(open_context, small_site):
    """Open a page of the small course, and let the reader listen to a part of it."""

    def open_and_listen(path, where):
        context = open_context(small_site.address)
        context.set_default_timeout(60_000)
        context.add_init_script(SAME_SHUFFLE)
        page = context.new_page()
        page.goto(small_site.at(path))
        return Reader(page, where)

    return open_and_listen


def press(reader, selector, key="Enter"):
    """Put the focus on a control, press a key, and return what is said from then on."""
    reader.page.locator(selector).first.focus()
    reader.said()
    reader.page.keyboard.press(key)
    return reader.said()


def choose(reader, question, option):
    return press(reader, f"#q-{question} [data-option={option}] input", "Space")


def check(reader, question):
    return press(reader, f"#q-{question} [data-do=check]")


LAB = "active-listening-lab"
SCENE = "Sam drops a bag on the table. “Three labs are due and I have started none.”"
FIRST_RADIO = (
    "radio, Most people in this term are behind with something., not checked,"
    " position 1, set size 3"
)
RIGHT = "polite: Correct., It gives back what Sam means, and Sam can correct it."
WRONG = (
    "polite: Not the best choice., Advice, before Sam has said what makes the start so hard."
)


def test_a_question_is_read_with_its_number_its_scene_and_its_options(listen):
    reader = listen(LESSON, f"#q-{LAB}")
    assert reader.read_on(9) == [
        "Question 1 of 4.",
        "end of paragraph",
        "paragraph",
        SCENE,
        "end of paragraph",
        f"group, Question 1 of 4. Which reply is a reflection?, {SCENE}",
        "Which reply is a reflection?",
        FIRST_RADIO,
        "Most people in this term are behind with something.",
    ]


def test_a_wrong_answer_and_then_a_right_one_are_each_told_once(listen):
    reader = listen(LESSON, f"#q-{LAB}")
    choose(reader, LAB, "plan")
    assert check(reader, LAB) == [WRONG]
    assert press(reader, f"#q-{LAB} [data-do=retry]") == [FIRST_RADIO]
    choose(reader, LAB, "pile")
    assert check(reader, LAB) == [RIGHT]


def test_a_check_without_an_answer_is_told_once_and_not_again_when_mended(listen):
    reader = listen(LESSON, f"#q-{LAB}")
    assert check(reader, LAB) == ["group, There is a problem Choose one answer."]
    reader.page.keyboard.press("Tab")
    assert reader.said() == ["link, Choose one answer."]
    reader.page.keyboard.press("Enter")
    assert reader.said() == [FIRST_RADIO]
    assert choose(reader, LAB, "pile") == []
    assert check(reader, LAB) == [RIGHT]


def test_each_move_of_a_step_tells_where_it_stands_now(listen):
    order = "active-listening-order"
    reader = listen(PRACTICE, f"#q-{order}")
    down = f"#q-{order} [data-option=welcome] [data-move='1']"
    states.put_in_order(reader.page.locator(f"#q-{order}"), ["welcome", "hear", "reflect"])
    reader.said()
    words = "Say hello and make room to sit."
    assert press(reader, down) == [f"polite: Now step 2 of 3: {words}"]
    reader.page.keyboard.press("Enter")
    assert reader.said() == [f"polite: Now step 3 of 3: {words}"]


DIAL, IDEAS = "active-listening-dial", "active-listening-ideas"


def test_each_setting_of_a_dial_is_heard_once_and_its_reason_after_check(listen):
    reader = listen(PRACTICE, f"#q-{DIAL}")
    assert choose(reader, DIAL, "pass-by") == [
        (
            "polite: It sounds like this:, Mine too. Coffee?, What comes back:,"
            " Tom nods, and looks at the queue."
        )
    ]
    assert check(reader, DIAL) == [
        ("polite: Not yet., Easy company, and Tom learns that tears are no topic here.")
    ]


def test_a_new_line_is_read_with_its_number_and_the_count(listen):
    reader = listen(PRACTICE, f"#q-{IDEAS}")
    reader.page.locator(f"#{IDEAS}__line-1").fill("Turn the chair")
    assert press(reader, f"#{IDEAS}__line-1") == ["textbox, Line 2, 1 of 3 lines so far."]


def test_a_notice_is_told_once_and_gently(listen):
    own = "active-listening-shorter"
    reader = listen(PRACTICE, f"#q-{own}")
    reader.page.locator(f"#{own}__own").fill("No sleep?")
    assert check(reader, own) == [
        (
            "polite: A model answer and questions to hold beside your own words are open"
            " below., Something to look at, There is a question mark; a reflection can stand"
            " without one."
        )
    ]


SECOND_TURN = (
    "heading, Turn 2. At the table, How far Sam lets you in: listening to open Sam: I have"
    " slept four hours since Monday, and nobody knows., level 4"
)


def test_two_turns_of_a_role_play_are_each_told_once(listen):
    play = "#rp-late-lab"
    reader = listen(PRACTICE, play)
    assert press(reader, f"{play} [data-do=start]") == [
        (
            "heading, Turn 1. At the door, How far Sam lets you in: listening Sam: (half in the"
            " doorway) Sorry, is this the place? It is only about a lab. I might give up the"
            " course., level 4"
        )
    ]
    reader.page.keyboard.press("Tab")
    assert reader.said() == [
        "button, You have carried this for a while, and it is getting too heavy., reflect"
    ]
    assert press(reader, f"{play} .al-choices [value=reflect]") == [
        (
            "heading, This lands well., Sam sits down. A reflection. It says what you heard and"
            " asks for nothing. How far Sam lets you in: listening to open, level 4"
        )
    ]
    assert press(reader, f"{play} .al-choices [data-do=go]") == [SECOND_TURN]
    assert press(reader, f"{play} .al-controls [data-do=pause]") == ["heading, Paused, level 4"]
    assert press(reader, f"{play} [data-do=awake]") == [SECOND_TURN]
    assert press(reader, f"{play} .al-controls [data-do=help]") == [
        "heading, Help, for you or for somebody else, level 4"
    ]
    assert press(reader, f"{play} [data-do=close]") == ["button, Get help"]
