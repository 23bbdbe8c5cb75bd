"""Rules for what questions and role-plays say of themselves: numbers, order, good answers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from alongside.judging.rules.asked import asked, choices
from alongside.judging.rules.registry import Found, rule
from alongside.judging.said import Said, of_activities
from alongside.judging.similar import words
from alongside.model import (
    BestQuestion,
    MatchingQuestion,
    MultipleQuestion,
    OrderingQuestion,
    OwnWords,
    PlanQuestion,
    ReflectQuestion,
    RolePlay,
    SingleQuestion,
)
from alongside.reading.load import Loaded

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = "|".join(_NUMBERS)
_OFFERED = re.compile(rf"\b(?:of these|these are|here are) ({_NUMBER})\b", re.IGNORECASE)
_WANTED = re.compile(
    rf"\b(?:choose|find|mark|pick|select|tick|which) (?:the )?({_NUMBER}|\d+)\b", re.IGNORECASE
)
_EVERY = re.compile(r"\b(?:all|every\w*|any) that (?:appl|fit)\w*", re.IGNORECASE)
_ORDER = re.compile(
    r"\W*(?:first|second|third|then|next|after that|afterwards|finally|last(?:ly)?"
    r"|to (?:begin|finish|start)|step \w+|\d+[.):])(?!\w)",
    re.IGNORECASE,
)
_MARKS = re.compile('[“"]')
_OPENED = re.compile(r"(?<![:;])(?<![:;]-)\(")
"""A bracket that is no smile."""
_SO_MANY = re.compile(r"\bin ([1-9]\d*) words\b")
_IN_FIGURES = re.compile(r"[1-9]\d*")
_IN_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety".split()
)
_TELLING = 4  # letters of a word that says what is counted
_LOOSE = frozenset(
    "about after almost another around been before between both does down each either every "
    "exactly first from have here into just last least like more most next nearly only other "
    "over said says some still than that their them then there these they this those times "
    "under until well were what when where will with your".split()
)
"""Words that stand beside any number, whatever it counts."""
_OFTEN = 3  # times from which a number is no matter of the moment
_STORY = frozenset({"setting", "line", "reply", "effect", "better"})
_IN_STEP = 4
"""Items from which labels in the same order are no luck."""
_CHOSEN = (SingleQuestion, MultipleQuestion, BestQuestion)
"""Types in which the trainee ticks what fits."""


def _numbers(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    for found in pattern.finditer(text):
        said = found[1].lower()
        yield int(said) if said.isdecimal() else _NUMBERS.index(said) + 1


@rule("Q122")
def prompts_count_rightly(loaded: Loaded) -> Iterator[Found]:
    """A prompt that counts what it offers, or what is right, counts rightly.

    Correct the number, or leave it out.
    """
    for at in asked(loaded):
        offered = choices(at.question)
        for said in _numbers(_OFFERED, at.question.prompt):
            if offered and said != len(offered):
                yield at.found(f"It speaks of {said}, and there are {len(offered)}.", "prompt")
        if isinstance(at.question, _CHOSEN):
            right = sum(choice.credit == 1 for choice in offered)
            for said in _numbers(_WANTED, at.question.prompt):
                if said != right:
                    yield at.found(f"It asks for {said}, and {right} are right.", "prompt")
            if right == 1 and (every := _EVERY.search(at.question.prompt)):
                yield at.found(f"It asks for '{every.group()}', and one is right.", "prompt")


@rule("Q123")
def good_answers_are_as_short_as_asked(loaded: Loaded) -> Iterator[Found]:
    """A good answer for own words has no more of them than prompt and `words` say alike.

    Shorten the answer, or let the prompt and `words` say the same.
    """
    for reflect in asked(loaded, ReflectQuestion):
        most = reflect.question.words
        for said in map(int, _SO_MANY.findall(reflect.question.prompt)):
            if most and most % said:  # two lines of 20 words each are 40
                yield reflect.found(f"It says {said} words; `words` is {most}.", "prompt")
    for at in asked(loaded, OwnWords):
        for text, most in _shown(at.question):
            if most and len(text.split()) > most:
                detail = f"'{text[:40]}…' has {len(text.split())} words; {most} are asked for."
                yield at.found(detail)


def _shown(question: object) -> Iterator[tuple[str, int | None]]:
    """Yield each good answer that a question shows, with the most words that it asks for."""
    if isinstance(question, ReflectQuestion):
        for answer in (question.model_answer, *question.other_answers):
            yield answer, question.words
    elif isinstance(question, PlanQuestion):
        for part in question.parts:
            yield part.model, part.words


@rule("Q124")
def labels_are_used(loaded: Loaded) -> Iterator[Found]:
    """A matching question leaves at most one label unused, and lists none in its items' order.

    Give some item another label, drop a label, or move the items about.
    """
    for at in asked(loaded, MatchingQuestion):
        used = {item.label for item in at.question.items}
        unused = len({label.id for label in at.question.labels} - used)
        if len(used) < 2 or unused > 1:  # noqa: PLR2004 - two sides to sort by
            yield at.found(f"{len(used)} of its labels are used, {unused} are not.", "labels")
        matches = [item.label for item in at.question.items]
        offered = [label.id for label in at.question.labels if label.id in used]
        if len(matches) >= _IN_STEP and matches == offered:
            yield at.found("The labels stand in the order of the items.", "labels")


@rule("Q215", warning=True)
def labels_do_not_hold_each_other(loaded: Loaded) -> Iterator[Found]:
    """No label of a matching question holds the words of another.

    Name what only this one is: where both fit an item, the key is a guess.
    """
    for at in asked(loaded, MatchingQuestion):
        read = {label.id: f" {' '.join(words(label.text))} " for label in at.question.labels}
        for index, label in enumerate(at.question.labels):
            for other in at.question.labels:
                if other.id != label.id and read[other.id] in read[label.id]:
                    detail = f"'{label.text}' holds '{other.text}'."
                    yield at.found(detail, "labels", index, "text")


@rule("R834", warning=True)
def numbers_are_told_one_way(loaded: Loaded) -> Iterator[Found]:
    """A number told again and again between the same two words is never told otherwise.

    Correct the one that differs, or say it in other words where another number is meant.
    """
    told: dict[tuple[str, str, str], dict[str, list[Said]]] = defaultdict(dict)
    for said in of_activities(loaded):
        if isinstance(said.thing, RolePlay) and said.kind in _STORY:
            for before, number, after in _counted(said.text):
                numbers = told[said.thing.id, before, after]
                numbers.setdefault(number, []).append(said)
    for (_, before, after), numbers in told.items():
        usual = max(numbers, key=lambda number: len(numbers[number]))
        if len(numbers[usual]) >= _OFTEN:
            for said in (one for number in numbers.keys() - {usual} for one in numbers[number]):
                detail = f"Elsewhere it is '{before} {usual} {after}'."
                yield Found(said.thing, said.place, detail, _waived(said))


def _counted(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each number between two words that say what is counted."""
    said = words(text)
    for before, number, after in zip(said, said[1:], said[2:], strict=False):
        counts = number in _IN_WORDS or _IN_FIGURES.fullmatch(number)
        if counts and len(before) >= _TELLING <= len(after) and before not in _LOOSE:
            yield before, number, after


def _waived(said: Said) -> Mapping[str, str]:
    return said.thing.waive if isinstance(said.thing, RolePlay) else {}


@rule("Q210", warning=True)
def steps_do_not_tell_their_place(loaded: Loaded) -> Iterator[Found]:
    """No step to be put in order begins with its place, such as "first" or "then".

    Say what is done, and let the trainee find when.
    """
    for at in asked(loaded, OrderingQuestion):
        for step in choices(at.question):
            if found := _ORDER.match(step.text):
                yield at.found(f"A step begins '{found.group().strip()}'.", *step.path)


@rule("L207")
def quotations_are_closed(loaded: Loaded) -> Iterator[Found]:
    """In a question or a role-play quotations and brackets are closed, by one kind of marks.

    Put in the missing mark; where most marks are curly (“ ”), write all of them so.
    """
    kinds = Counter(
        (id(said.thing), mark)
        for said in of_activities(loaded)
        for mark in _MARKS.findall(said.text)
    )
    for said in of_activities(loaded):
        curly, straight = (kinds[id(said.thing), mark] for mark in '“"')
        if '"' in said.text and curly > straight:
            yield Found(said.thing, said.place, f"'{said.text[:50]}' has straight marks.")
        if _is_open(said):
            yield Found(said.thing, said.place, f"'{said.text[:50]}' lacks a quotation mark.")
        if len(_OPENED.findall(said.text)) > said.text.count(")"):
            yield Found(said.thing, said.place, f"'{said.text[:50]}' lacks a bracket.")


def _is_open(said: Said) -> bool:
    return said.text.count("“") != said.text.count("”") or said.text.count('"') % 2 == 1
