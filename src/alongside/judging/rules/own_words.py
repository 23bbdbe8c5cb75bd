"""Rules for activities in which trainees find words of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from alongside.judging.places import Path
from alongside.judging.rules.asked import asked
from alongside.judging.rules.registry import Found, rule
from alongside.judging.said import QUOTED
from alongside.judging.similar import read_as, words
from alongside.model import GaugeQuestion, PlanQuestion, ReflectQuestion
from alongside.playing.notices import applies
from alongside.reading.load import Loaded

_ILL = re.compile(
    r"\b(?:adhd|anorexia|(?:an|your) anxiety|bipolar|bpd|bulimia|burn(?:ed|t)[- ]?out|burn-?out"
    r"|depress(?:ed|ion)|diagnos\w+|(?:\w+ )?disorders?|insomnia|ocd|ptsd|symptoms?|syndrome"
    r"|traumati[sz]ed)\b",
    re.IGNORECASE,
)

_JUDGED = re.compile(
    r"\b(?:incorrect|(?:advice|it|questions?|that|these|they|this|words?|your \w+)"
    r" (?:is|are|was|were) (?:just |plain |quite |simply )?"
    r"(?:bad|mistaken|not good|not right|wrong|an? mistake)"
    r"|(?<!no )(?:bad|wrong) (?:answer|idea|reply|way|words?)"
    r"|(?:delete|drop|remove) (?:it|that|them|this)|try again|do it again"
    r"|you (?:must|should)(?: not|n['’]t)?)\b",
    re.IGNORECASE,
)
"""What says of an answer that it is wrong; that something went wrong may be told."""


@rule("Q117")
def a_notice_looks_one_way(loaded: Loaded) -> Iterator[Found]:
    """A notice has either `finds` or `misses`.

    Write one of the two; make two notices where both are meant.
    """
    for at in asked(loaded, ReflectQuestion):
        for index, notice in enumerate(at.question.notices):
            if bool(notice.finds) == bool(notice.misses):
                both = "both" if notice.finds else "neither"
                yield at.found(f"The notice '{notice.id}' has {both}.", "notices", index)


@rule("Q133")
def a_notice_does_not_judge(loaded: Loaded) -> Iterator[Found]:
    """A notice says what it saw and asks; it never says that something is wrong.

    Say what stands there, and ask what it may do.
    """
    for at in asked(loaded, ReflectQuestion):
        for index, notice in enumerate(at.question.notices):
            found = None if "?" in notice.says else _JUDGED.search(QUOTED.sub("", notice.says))
            if found:
                detail = f"'{found.group()}' judges."
                yield at.found(detail, "notices", index, "says")


@rule("Q118")
def good_answers_set_off_no_notice(loaded: Loaded) -> Iterator[Found]:
    """No good answer that a reflect question shows would set off one of its own notices.

    Change the answer, or the words that the notice looks for.
    """
    for at in asked(loaded, ReflectQuestion):
        asks = at.question
        shown = [(asks.model_answer, ("model_answer",))]
        shown += [(one, ("other_answers", n)) for n, one in enumerate(asks.other_answers)]  # type: ignore[misc]
        for answer, place in shown:
            for notice in asks.notices:
                if applies(notice, answer):
                    yield at.found(f"A good answer sets off the notice '{notice.id}'.", *place)


@rule("Q119")
def good_answers_differ(loaded: Loaded) -> Iterator[Found]:
    """The good answers of a reflect question differ from each other and from its start.

    Write another answer, or drop one.
    """
    for at in asked(loaded, ReflectQuestion):
        asks = at.question
        texts = [asks.start_from or "", asks.model_answer, *asks.other_answers]
        for text, times in Counter(words(text) for text in texts).items():
            if times > 1:
                yield at.found(f"'{' '.join(text)}' stands there {times} times.")


@rule("Q120")
def places_and_choices_differ(loaded: Loaded) -> Iterator[Found]:
    """No two labels of a scale and no two choices of a part of a plan read the same.

    Rewrite one of them, or drop it.
    """
    for at in asked(loaded):
        scale = getattr(at.question, "scale", ())
        if len({read_as(label) for label in scale}) < len(scale):
            yield at.found("Two labels of the scale read the same.", "scale")
    for plan in asked(loaded, PlanQuestion):
        for index, part in enumerate(plan.question.parts):
            if len({read_as(choice) for choice in part.choices}) < len(part.choices):
                yield plan.found(f"Two choices of '{part.id}' read the same.", "parts", index)


@rule("Q130", warning=True)
def a_gauge_names_no_illness(loaded: Loaded) -> Iterator[Found]:
    """What a gauge says to its answers names no illness: four taps are no diagnosis.

    Say what weighs, and whom one can tell.
    """
    for at in asked(loaded, GaugeQuestion):
        gauge = at.question
        says: list[tuple[str, Path]] = [
            (text, ("readings", name)) for name, text in gauge.readings
        ]
        for number, one in enumerate(gauge.statements):
            says.append((one.when_high, ("statements", number, "when_high")))
        for text, path in says:
            if found := _ILL.search(text):
                yield at.found(f"It says '{found.group()}'.", *path)
