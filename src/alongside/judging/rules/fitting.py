"""Rules for what must fit inside a question: its level, reasons, names, scale and order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from alongside.judging.places import Path
from alongside.judging.rules.asked import Asked, asked, choices, feedbacks, labels
from alongside.judging.rules.quality import OUT_OF_ROLE
from alongside.judging.rules.registry import Found, rule
from alongside.judging.rules.role_plays import replies
from alongside.judging.said import QUOTED
from alongside.judging.similar import words
from alongside.model import (
    BestQuestion,
    DialQuestion,
    KeySource,
    MatchingQuestion,
    MultipleQuestion,
    OrderingQuestion,
    Question,
    RateQuestion,
    SingleQuestion,
)
from alongside.model.asked import Level
from alongside.model.role_play import POOR
from alongside.reading.load import Loaded

_LEVELS = get_args(Level)
_LEAST_REASONS = 8  # words; fewer say that a key is right, not what was weighed
_SHORTEST_NAME = 5  # letters and spaces of a label that an item may not hold by chance
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]{2,}")
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April "
    "May June July August September October November December".split()
)
_GOOD = re.compile(r"\b(?:best|helps|helpful|serves|strong\w*|well|very good)\b", re.IGNORECASE)
_BAD = re.compile(
    r"\b(?:bad\w*|harm\w*|hurts?|not|poor\w*|useless|weak\w*|worst)\b", re.IGNORECASE
)
_MUCH = re.compile(r"\b(?:(?<!not )a lot|fully|plenty)\b", re.IGNORECASE)
_MIDDLE = 2  # labels of a scale of four that lie in its lower half
_ANYWHERE = re.compile(
    r"\b(?:(?:come|fit|go|stand)s? anywhere|(?:at|in) any (?:order|place|point)|either order"
    r"|order does(?: not|n['’]t) matter|interchangeabl\w+)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:^|[.!?] )(?:It|(?:This|That)(?: one| step)?) (?:belongs|comes|goes|is|stands)"
    r" (first|second|third|fourth|last)(?=[,.;:!?]|$| (?:as|because|here|of|since|so)\b)"
)
"""That a step stands at a place; "it is second nature" says something else."""
_PLACES = ("first", "second", "third", "fourth")
_UNKIND = re.compile(
    r"(?:(?:^|[,.;!?…“\"] ?)(?:just )?(?:stop (?:complaining|whining)"
    r"|(?:get lost|go away|grow up|shut up)(?=\W*$|[,.;!?…]| (?:and|then|will)\b))"
    r"|\b(?:nobody cares|not my problem|(?:really |is (?:it|that|this) )such a big deal"
    r"|(?:i|we) (?:do not|don['’]t) care(?! (?:how|if|what|when|whether|where|who))"
    r"|losers?|pathetic|(?<!not )your own fault))\b",
    re.IGNORECASE,
)
"""What is said to nobody whom one means well, in an option or a poor reply."""
_UNKIND_OPTION = re.compile(
    r"\bstupid\b|\b(?:ignore|insult|laugh at|mock|shout at|yell at)s? (?:her|him|them)\b",
    re.IGNORECASE,
)
"""In an option; a reply may ask who laughs at them, or say that nothing is stupid."""
_TO_SAY = re.compile(
    r"\b(?:answers?|lines?|questions?|reflections?|reply|replies|respond|responses?|say|send"
    r"|summary|words|write|(?:do|would) you)\b",
    re.IGNORECASE,
)
"""A prompt that asks for something to say or do, and not for a fact."""
_SLIP = re.compile(
    r"\b(?:advi[cs]e\w*|avoids?|clos(?:es|ing)|diagnos\w+|fix\w*|harm\w*|least|leave out|never"
    r"|not|outside|past your role|promis\w+|reassur\w+|slips?|sooth\w+|steals?|takes?|too)\b",
    re.IGNORECASE,
)
"""A prompt that may look for the reply that one does not give."""


@rule("Q125", needs=("course.yml",))
def questions_reach_their_outcome(loaded: Loaded) -> Iterator[Found]:
    """A question that assesses is as demanding as one of the outcomes that it names.

    Raise the question with its `level`, or write `use: practice`.
    """
    known = {one.id: one for module in loaded.modules for one in module.outcomes}
    for at in asked(loaded):
        named = [known[name] for name in at.question.outcomes if name in known]
        # What is done with another person is assessed by the checklist, at whatever level.
        if at.question.use == "assess" and named and not any(one.doing for one in named):
            least = min((one.level for one in named), key=_LEVELS.index)
            if _LEVELS.index(at.question.level) < _LEVELS.index(least):
                detail = f"The level is '{at.question.level}'; its outcome asks for '{least}'."
                yield at.found(detail, "level")


@rule("Q126")
def keys_have_reasons(loaded: Loaded) -> Iterator[Found]:
    """The reasons of a judgement key say what was weighed, and how sure one may be.

    Write what each place on the scale, or full credit, was given for.
    """
    for at in asked(loaded):
        source: KeySource | None = getattr(at.question, "key_source", None)
        if source and len(words(source.reasons)) < _LEAST_REASONS:
            detail = f"'{source.reasons}' does not say what was weighed."
            yield at.found(detail, "key_source", "reasons")


@rule("Q213", warning=True)
def feedback_names_people_who_are_there(loaded: Loaded) -> Iterator[Found]:
    """A name in feedback stands in its question, or on the page where it is placed.

    Correct the name, or move the feedback to the question that it speaks of.
    """
    pages = {
        name: page.text
        for page in loaded.pages.values()
        for quiz in page.named("quiz")
        for name in loaded.questions_of(quiz)
    }
    for at in asked(loaded):
        there = _DAYS.union(words_of(at), re.findall(r"\w+", pages.get(at.id, "")))
        for text, path in feedbacks(at.question):
            for name in _NAME.findall(QUOTED.sub("", text)):
                if name.removesuffix("s") not in there and name not in there:
                    yield at.found(f"'{name}' is not in the question.", *path)


def words_of(at: Asked[Question]) -> list[str]:
    """Return every word of what a question asks and offers, as it is written."""
    asks = at.question
    offered = [one.text for one in (*choices(asks), *labels(asks))]
    heard = [f"{one.sounds} {one.answer}" for one in getattr(asks, "positions", ())]
    return re.findall(r"\w+", " ".join((asks.prompt, *asks.hints, *offered, *heard)))


@rule("Q128")
def scales_go_from_worst_to_best(loaded: Loaded) -> Iterator[Found]:
    """The scale of a rate question goes from worst to best: the keys count from there.

    Turn the scale round, and look at each key again.
    """
    for at in asked(loaded, RateQuestion):
        worst, *_, best = at.question.scale
        if _says(worst, _GOOD, _BAD) and _says(best, _BAD, _GOOD):
            yield at.found(f"It begins with '{worst}'.", "scale")
        for label in at.question.scale[:_MIDDLE]:
            if _says(label, _MUCH, _BAD):
                yield at.found(f"'{label}' stands in its lower half.", "scale")


def _says(text: str, this: re.Pattern[str], not_that: re.Pattern[str]) -> bool:
    return bool(this.search(text)) and not not_that.search(text)


@rule("Q129")
def order_matters_where_it_is_asked(loaded: Loaded) -> Iterator[Found]:
    """No step to be put in order is said to fit anywhere.

    Say why it stands where it does, list other good orders in `also_right`, or drop the step.
    """
    for at in asked(loaded, OrderingQuestion):
        for text, path in feedbacks(at.question):
            if found := _ANYWHERE.search(text):
                yield at.found(f"A step stands '{found.group()}'.", *path)


@rule("Q132")
def steps_are_told_by_their_own_place(loaded: Loaded) -> Iterator[Found]:
    """Feedback that says at which place a step stands names the place where it does.

    Put the steps in their order, or mend the feedback.
    """
    for at in asked(loaded, OrderingQuestion):
        last = len(at.question.steps) - 1
        for index, step in enumerate(at.question.steps):
            found = _PLACE.search(step.feedback)
            place = last if found and found[1] == "last" else index
            if found and found[1] in _PLACES:
                place = _PLACES.index(found[1])
            if found and place != index and not at.question.also_right:
                detail = f"'{found.group().strip(' .?!')}' is said of step {index + 1}."
                yield at.found(detail, "steps", index, "feedback")


@rule("Q214", warning=True)
def best_options_stay_in_the_role(loaded: Loaded) -> Iterator[Found]:
    """No best thing to say, nor a step, advises, takes over, promises, soothes or diagnoses.

    Correct the key, or let the best option reflect, ask, or ask permission first.
    """
    for at in asked(loaded):
        for text, path in _best_words(at.question):
            for name, pattern in OUT_OF_ROLE.items():
                if found := pattern.search(text):
                    detail = f"'{found.group().strip()}' {name}, where good words are shown."
                    yield at.found(detail, *path)


def _best_words(question: Question) -> Iterator[tuple[str, Path]]:
    """Yield what a question shows as good to say, and where."""
    offered = choices(question)
    if isinstance(question, OrderingQuestion):
        for step in offered:
            yield from ((quote, step.path) for quote in QUOTED.findall(step.text))
    elif isinstance(question, DialQuestion):
        for choice, position in zip(offered, question.positions, strict=True):
            if choice.credit == 1:
                yield position.sounds, choice.path
    elif _asks_for_words(question):
        yield from ((one.text, one.path) for one in offered if one.credit == 1)


def _asks_for_words(question: Question) -> bool:
    """Return whether the best option is meant to be said."""
    asks = question.prompt.strip().rpartition("\n")[2]
    kinds = isinstance(question, SingleQuestion | BestQuestion)
    return kinds and bool(_TO_SAY.search(asks)) and not _SLIP.search(asks)


@rule("Q211", warning=True)
def items_do_not_name_their_label(loaded: Loaded) -> Iterator[Found]:
    """No item of a matching question holds the words of its own label.

    Show the thing, and let the trainee find its name.
    """
    for at in asked(loaded, MatchingQuestion):
        named = {label.id: _name(label.text) for label in at.question.labels}
        for index, item in enumerate(at.question.items):
            name = named.get(item.label, "")
            if len(name) > _SHORTEST_NAME and name in f" {' '.join(words(item.text))} ":
                yield at.found(f"An item says '{name.strip()}', its label.", "items", index)


def _name(label: str) -> str:
    """Return the words of a label without its article, parted by spaces."""
    said = words(label)
    return f" {' '.join(said[1:] if said[:1] in {('a',), ('an',), ('the',)} else said)} "


@rule("Q212", warning=True)
def wrong_options_are_what_kind_people_say(loaded: Loaded) -> Iterator[Found]:
    """No wrong option, and no poor reply, is one that nobody in training would choose.

    Write a mistake that a kind person makes, as careful as the right answer.
    """
    for at in asked(loaded):
        if isinstance(at.question, SingleQuestion | MultipleQuestion | BestQuestion):
            for choice in choices(at.question):
                unkind = _UNKIND.search(choice.text) or _UNKIND_OPTION.search(choice.text)
                if (found := unkind) and not choice.credit:
                    detail = f"'{found.group()}' in a wrong option teaches nothing."
                    yield at.found(detail, *choice.path)
    for play in loaded.role_plays.values():
        for reply, path in replies(play):
            if reply.quality in POOR and (found := _UNKIND.search(reply.text)):
                detail = f"'{found.group()}' in a reply teaches nothing."
                yield Found(play, (*path, "text"), detail, play.waive)
