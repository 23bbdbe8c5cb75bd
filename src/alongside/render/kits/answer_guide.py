"""The answer and discussion guide of a bank, for leaders who take its questions aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.render.html import element, items, paragraphs, text
from alongside.render.questions.answers import opened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alongside.model import Bank
    from alongside.model.bank import Question

TALK = {
    "single": "Which wrong one would a kind person say? What is sound in it?",
    "multiple": "Which one divided the room? What would have to be different for it to fit?",
    "true-false": "What does somebody have in mind who says the opposite?",
    "ordering": "Which two could change places, and what would the person notice?",
    "matching": "Which one could bear two labels? Who at your campus decides?",
    "rate": "Stand along a wall, from worst to best. Whoever stands apart speaks first.",
    "best": "Say the one you would really say. What does it cost, and whom?",
    "dial": "One reads the settings aloud, one answers as the person. Where does it turn?",
    "reflect": "Nobody reads theirs out. What was hard to put into words?",
    "gauge": "Nobody shows theirs. What would you want a friend to notice in you?",
    "ideas": "Gather aloud, one each, before anybody judges. Then ask the box below.",
    "plan": "Whoever likes reads one part. Which part was empty for longest?",
}
"""Type of question → what to ask the room once the answers are open."""


def answer_guide(bank: Bank, outcomes: Mapping[str, str]) -> str:
    """Return the guide.

    Args:
        bank: The bank.
        outcomes: Outcome id → its words.

    """
    first = items(
        (
            (
                "Read the moment aloud, twice. Give people half a minute alone before anybody "
                "speaks."
            ),
            (
                "Ask by hands, never by name. Hear a reason for each answer that somebody "
                "chose, the wrong ones first."
            ),
            (
                "Our key is what its authors would say, with reasons. If the room finds better "
                "ones, tell us."
            ),
        )
    )
    asked = (_question(one, at, outcomes) for at, one in enumerate(bank.questions, 1))
    return f"<h2>How to use it</h2>{first}{''.join(asked)}"


def _question(question: Question, number: int, outcomes: Mapping[str, str]) -> str:
    aims = ", ".join(outcomes.get(one, one) for one in question.outcomes)
    return element(
        "section",
        element("h2", f"Question {number}"),
        element("div", paragraphs(question.prompt), class_="al-asked"),
        element("p", f"<strong>To talk about:</strong> {text(TALK[question.type])}"),
        opened(question, number),
        element("p", f"Holds up: {text(aims)}", class_="al-kept"),
        class_="al-card al-flows",
    )
