"""Rules against cues: looks that give the key away to a reader who knows nothing.

After Haladyna, Downing and Rodriguez (2002), Tarrant and Ware (2008) and Rush et al. (2016).
They look at one question, warn, and may be waived with a reason; ``patterns`` looks at a bank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from alongside.judging.robots import ABSOLUTE
from alongside.judging.rules.asked import Asked, Choice, asked, choices
from alongside.judging.rules.registry import Found, rule
from alongside.judging.similar import words
from alongside.model import (
    BestQuestion,
    DialQuestion,
    MultipleQuestion,
    OwnWords,
    Question,
    RateQuestion,
    SingleQuestion,
    TrueFalseQuestion,
)
from alongside.reading.load import Loaded

_ALL_OR_NONE = re.compile(
    r"\b(?:all|none|both|neither|any|each|every one|more than one|two)"
    r"\s+(?:of\s+)?(?:the\s+)?(?:(?:options|answers|choices|replies)\s+)?above\b"
    r"|\b(?:all|none|both|neither|any|every one|more than one)"
    r"\s+of\s+(?:the\s+)?(?:others?|these)\b"
    r"|^\W*(?:all|none|both|neither|any|every one|more than one)\s+of\s+(?:them|those)\b"
    r"|\b(?:all|any|both|each|every one|more than one|neither|two)\s+(?:of\s+)?"
    r"(?:the(?:se)?\s+)?(?:three\s+|four\s+|five\s+|other\s+|first\s+)?"
    r"(?:options|answers|choices|replies)\b"
    r"|\b(?:options|answers|choices|replies|responses)\s+(?:above|below)\b"
    r"|\bboth\s+the\s+(?:first|second|third|fourth|last)\b"
    r"|\bthe\s+(?:first|second|third)\s+and\s+(?:the\s+)?(?:second|third|fourth|last)\b"
    r"|\([A-F]\)"
    r"|\b(?:options?\s+)?(?:[A-E]|[1-6])\s+and\s+(?:[A-E]|[1-6])\b"
    r"|\b(?-i:I{1,3}|I?V)\s+and\s+(?-i:I{1,3}|I?V)\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:not|except(?:ion)?|least|never|incorrect|avoid|worst|unhelpful|all but|odd one"
    r"|fails?|false|mistakes?|nobody|none|poorly|poorest|unsaid|untrue|wrong(?:ly)?"
    r"|(?:is|are) no"
    r"|\w+n['’]t)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|‘[^’]*’")
_NOTS = re.compile(r"\b(?:not|never|without|\w+n['’]t)\b", re.IGNORECASE)
_SWEEPING = re.compile(
    r"\b(?:always|never|every(?:body|one|thing)|nobody|no one|nothing|absolutely|completely"
    r"|totally|impossible)\b",
    re.IGNORECASE,
)
"""Absolutes that sound so in speech too; in speech a single one is how people talk."""
_BLANK = re.compile(r"_{2,}|(?:\b(?:a|an)\s*(?:…|\.{3}|:)?|(?:…|\.{3})[.?]?)\s*$")
_RANGE = re.compile(
    r"^\W*(?:(?:between |from )?(?P<low>\d+)\s*(?:to|and|–|-)\s*(?P<high>\d+)\b"
    r"|(?P<least>\d+)\b.{0,20}\bor more\b|up to (?P<most>\d+)\b)",
    re.IGNORECASE,
)
_ASKING = (SingleQuestion, MultipleQuestion, BestQuestion, RateQuestion, DialQuestion)
"""Types whose prompt is a question; the others may say what to do."""
_NUMBER = re.compile(r"^\W*(?:about |after )?(\d+(?:\.\d+)?)")
_IN_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90"}
_WORDED = re.compile(rf"\b(?:{'|'.join(_IN_WORDS)})\b", re.IGNORECASE)
_LONG_PROMPT = 70
_SHORT_PROMPT = 5
_LONG_KEY = 0.75  # SAQUET's rule: every other option under this share of the key's length
_LEAST_KEY_WORDS = 4
_TERSE = 3  # times shorter than the next: nobody takes it, or it is the odd one out
_CLUE_LETTERS = 5
_TELL_NOTHING = frozenset(
    "about after again before could other should their there these thing things those where "
    "which would you'd you’d".split()
)
"""Words of that length that everybody uses."""


def _keyed(loaded: Loaded) -> Iterator[tuple[Asked[Question], Choice, list[Choice]]]:
    """Yield each question with one best option: the question, its key, the others."""
    for at in asked(loaded):
        offered = choices(at.question)
        keys = [choice for choice in offered if choice.credit == 1]
        if len(keys) == 1:
            yield at, keys[0], [choice for choice in offered if choice is not keys[0]]


@rule("Q201", warning=True)
def the_key_is_not_much_longer(loaded: Loaded) -> Iterator[Found]:
    """The best option is not much longer than every other, and none is far shorter.

    Shorten it, or let the other options say as much.
    """
    for at, key, others in _keyed(loaded):
        length = len(words(key.text))
        if length >= _LEAST_KEY_WORDS and all(
            len(words(other.text)) < _LONG_KEY * length for other in others
        ):
            yield at.found(f"The best option of {at.id} is much the longest.", *key.path)
        offered = sorted((key, *others), key=lambda choice: len(words(choice.text)))
        if _TERSE * len(words(offered[0].text)) <= len(words(offered[1].text)):
            yield at.found(
                f"'{offered[0].text}' is far shorter than the rest.", *offered[0].path
            )


@rule("Q202")
def no_option_speaks_of_the_others(loaded: Loaded) -> Iterator[Found]:
    """No option says "all of the above" or joins others.

    Ask for every option that fits with a `multiple` question.
    """
    for at in asked(loaded):
        for choice in choices(at.question):
            if _ALL_OR_NONE.search(_QUOTED.sub("", choice.text)):
                yield at.found(f"'{choice.text}' speaks of the other options.", *choice.path)


@rule("Q203", warning=True)
def questions_ask_positively(loaded: Loaded) -> Iterator[Found]:
    """A question asks for what is so, not for the exception, and no statement says no twice.

    Turn the question round.
    """
    for statement in asked(loaded, TrueFalseQuestion):
        if len(_NOTS.findall(statement.question.prompt.split("\n\n")[-1])) > 1:
            yield statement.found("The statement says no twice.", "prompt")
    for at in asked(loaded):
        if isinstance(at.question, TrueFalseQuestion | OwnWords):
            continue
        last = _QUOTED.sub("", at.question.prompt.split("\n\n")[-1].strip())
        sentence = re.split(r"(?<=[.!])\s+", last)[-1]
        if found := _NEGATIVE.search(sentence):
            yield at.found(f"The question turns on '{found.group()}'.", "prompt")


@rule("Q204", warning=True)
def absolutes_do_not_mark_the_wrong(loaded: Loaded) -> Iterator[Found]:
    """Words like "always" do not stand in wrong options only, nor in a false statement.

    Soften it: a kind person would.
    """
    for statement in asked(loaded, TrueFalseQuestion):
        found = (
            None if statement.question.answer else _SWEEPING.search(statement.question.prompt)
        )
        if found:
            yield statement.found(f"'{found.group()}' makes the statement false.", "prompt")
    for at, key, others in _keyed(loaded):
        if not ABSOLUTE.search(key.text):
            for other in others:
                if found := ABSOLUTE.search(_QUOTED.sub("", other.text)):
                    detail = f"'{found.group()}' stands in the wrong option '{other.id}' alone."
                    yield at.found(detail, *other.path)
            if all(map(_SWEEPING.search, (other.text for other in others))):
                yield at.found("Every option sweeps but the best one.", *key.path)


@rule("Q205", warning=True)
def the_prompt_does_not_echo_the_key(loaded: Loaded) -> Iterator[Found]:
    """No telling word of the prompt comes back in the best option alone.

    Use the word in another option too, or say it otherwise.
    """
    for at, key, others in _keyed(loaded):
        asked_words = _telling(at.question.prompt)
        elsewhere = set().union(*(_telling(other.text) for other in others))
        echo = (_telling(key.text) & asked_words) - elsewhere
        if echo:
            repeated = ", ".join(f"'{word}'" for word in sorted(echo))
            yield at.found(f"Only the best option repeats {repeated}.", *key.path)


def _telling(text: str) -> set[str]:
    return {word for word in words(text) if len(word) >= _CLUE_LETTERS} - _TELL_NOTHING


@rule("Q206", warning=True)
def prompts_are_short_and_whole(loaded: Loaded) -> Iterator[Found]:
    """A prompt asks one thing in five to seventy words.

    Cut what the trainee does not need to answer, or say what is asked.
    """
    for at in asked(loaded):
        if isinstance(at.question, _ASKING) and "?" not in _QUOTED.sub("", at.question.prompt):
            yield at.found(f"The prompt of {at.id} asks nothing.", "prompt")
        questions = _QUOTED.sub("", at.question.prompt).count("?")
        if questions > 1:
            yield at.found(f"The prompt of {at.id} asks {questions} things.", "prompt")
        length = len(words(at.question.prompt))
        if not _SHORT_PROMPT <= length <= _LONG_PROMPT:
            yield at.found(f"The prompt of {at.id} has {length} words.", "prompt")


@rule("Q207", warning=True)
def grammar_does_not_choose(loaded: Loaded) -> Iterator[Found]:
    """A prompt leaves no blank and does not end in "a" or "an": grammar would fill it.

    Ask a whole question.
    """
    for at in asked(loaded):
        if found := _BLANK.search(at.question.prompt):
            yield at.found(f"The prompt of {at.id} leaves '{found.group()}' open.", "prompt")


@rule("Q208", warning=True)
def numbers_stand_in_order(loaded: Loaded) -> Iterator[Found]:
    """Options that are numbers, in digits or words, stand in order, and ranges do not overlap.

    Write them from small to large, and begin each range after the one before.
    """
    for at in asked(loaded):
        texts = [_in_digits(choice.text) for choice in choices(at.question)]
        found = [_NUMBER.match(text) for text in texts]
        numbers = [float(match.group(1)) for match in found if match]
        if len(numbers) == len(found) > 1 and numbers not in (
            sorted(numbers),
            sorted(numbers, reverse=True),
        ):
            yield at.found(f"The numbers of {at.id} jump about.")
        ranges = sorted(
            (
                int(ends["low"] or ends["least"] or 0),
                float(ends["high"] or ends["most"] or "inf"),
            )
            for text in texts
            if (ends := _RANGE.match(text))
        )
        if any(below[1] >= above[0] for below, above in pairwise(ranges)):
            yield at.found(f"Two ranges of {at.id} overlap.")


def _in_digits(text: str) -> str:
    return _WORDED.sub(lambda word: _IN_WORDS[word.group().lower()], text)
