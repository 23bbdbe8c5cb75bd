"""Words of the small good course that tests replace, and words they put there."""

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
