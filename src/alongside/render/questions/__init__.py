"""Questions as one complete page, with the answer folded up below each, made live by a script.

Everything a trainee can meet (option, hint, feedback, reason) stands in the HTML, in words.
The script in ``static/question*.js`` only shows, hides, moves and copies what is here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.render.html import safe
from alongside.render.questions.ask import Place, ask
from alongside.render.questions.keys import key_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alongside.model.bank import Bank, Question

__all__ = ["quiz"]


def quiz(
    questions: Sequence[Question],
    bank: Bank,
    course_id: str,
    first_number: int = 1,
) -> str:
    """Return the HTML of some questions of a bank, in the order given.

    Args:
        questions: What is asked; at least one.
        bank: The bank they come from: it says whether the page asks how sure one is.
        course_id: Begins the names under which the browser keeps answers.
        first_number: The number of the first question on its page.

    """
    last = len(questions) if first_number == 1 and len(questions) > 1 else None
    places = [Place(first_number + n, last, bank.confidence) for n in range(len(questions))]
    asked = "".join(ask(q, place) for q, place in zip(questions, places, strict=True))
    return (
        f'<alongside-quiz class="al-quiz" id="quiz-{questions[0].id}"'
        f' data-course="{safe(course_id)}">'
        f'<p class="al-told" role="status"></p>{asked}'
        f'<script type="application/json" class="al-key">{key_json(questions)}</script>'
        "</alongside-quiz>\n"
    )
