"""Rules for what a question says back: feedback that teaches, hints that only hint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from alongside.judging.places import Path
from alongside.judging.rules.asked import Asked, asked, choices, feedbacks
from alongside.judging.rules.registry import Found, rule
from alongside.judging.rules.role_plays import replies
from alongside.judging.said import QUOTED
from alongside.judging.similar import words
from alongside.model import Question, TrueFalseQuestion
from alongside.reading.load import Loaded

_VERDICT = frozenset(
    "a absolutely afraid again an and another answer are at bad be because best better bravo "
    "brilliant but choice choose congratulations correct done exactly false for give go going "
    "good got great have here i'm in incorrect indeed is it it's it’s i’m job keep kind label "
    "lesson look looking more next nice no nope not of on once one option page peer place "
    "please read reply response right sadly should sorry spot step super supporter that "
    "that's that’s the thing this time to true try unfortunately want we well what work would "
    "wrong yes you you're you’re".split()
)
"""Words that say whether an answer is right and nothing of why."""
_LETTER = re.compile(
    r"\b(?i:option|answer|choice|reply)\s+(?:\([A-Fa-f1-6]\)|[A-F1-6]\b)"
    r"|\b[A-F]\s+is\s+(?:right|wrong|correct)|\b(?:like|than|see|with)\s+[B-F]\b"
    r"|\b(?i:first|second|third|fourth|fifth|last)\s+(?:option|answer|choice)\b"
    r"|\b(?i:option|answer|choice|reply|one)\s+(?:above|below)\b"
    r"|\b(?i:option|answer|choice|reply|response|one)\s+(?:before|after)\s+(?:this|that)\b"
    r"|\b(?i:number)\s+(?:one|two|three|four|five|six|[1-6])\b"
    r"|\b(?i:the)\s+(?:first|second|third|fourth|fifth|last)\s+(?:reply|response)\b"
    r"|\b(?i:it is|it's|choose|pick|take|try|look(?: hard| closely)? at)\s+the\s+"
    r"(?:first|second|third|fourth|fifth|last)"
    r"\s+(?:one|reply|response)\b"
    r"|\b(?i:top|start|middle|end|bottom) of (?i:the|this) (?i:list|options|answers)\b"
)
_RIGHT = re.compile(
    r"\W*(?:absolutely |quite )?(?:bravo|brilliant|correct|exactly(?: right)?|excellent|perfect"
    r"|full (?:credit|marks)"
    r"|(?:good|great|nice|right) (?:answer|choice|pick)|nicely done|right(?: on the mark)?"
    r"|spot on|that(?:['’]s| is) (?:correct|it|right)|(?:well|nicely)"
    r" (?:chosen|done|seen|spotted)|you(?:['’]ve)? (?:found|got) it|yes)\b\s*[.!,:;]"
    r"|.*?\bthis is the (?:best|right|strongest) (?:answer|choice|one|option|reply)\b"
    r"|\W*(?:correct|right) to (?:choose|pick|select|tick)\b",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"\W*(?:(?:sadly|sorry),? )?(?:incorrect|no|nope|not (?:correct|quite|right)"
    r"|try again|unfortunately|wrong"
    r"|that(?:['’]s| is) (?:incorrect|not (?:correct|quite it|right)|wrong))\b\s*[.!,:;]"
    r"|.*?\bthis is (?:the wrong (?:answer|choice|one|option|reply)|a (?:common )?mistake"
    r"|not the (?:best|right) (?:answer|choice|one|option|reply))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s")
_LEAST_FEEDBACK = 6  # words; fewer say whether, not why
_LEAST_TELLING, _RETOLD = 4, 3 / 4
"""Letters of words that tell something, and the share of them at which an option is retold."""
_LEAST_REASON = 3  # different words that are no verdict
_HINTED = 0.4  # share of the words which only the best option has; a hint has no more of them
_QUOTE = 4  # words in a row that a hint may not share with the best option alone
_LONG_QUOTE = 5  # and that nothing else of the bank may share with it
_ANSWER = re.compile(
    r"\b(?:answer|it|one|statement|this)\s+(?:is|isn['’]t)\s+(?:not\s+)?(?:false|right|so|true|wrong)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\bthe (?:answer|one|option|reply) (?:about|beginning|ending|with)\b"
    r"|\b(?:is|the) (?:longest|shortest)\b",
    re.IGNORECASE,
)
"""What a hint says that points at one option."""
_MARKED = {0.0: False, 1.0: True}
_PLAYED = {"strong": True, "weak": False, "harmful": False}


@dataclass(frozen=True)
class _Told:
    """Feedback where it stands: what was chosen, what it says, whether the choice was right."""

    found: Callable[[str], Found]
    text: str
    chosen: str = ""
    right: bool | None = None


def _told(loaded: Loaded) -> Iterator[_Told]:
    for at in asked(loaded):
        chosen = {choice.path: choice for choice in choices(at.question)}
        for text, path in feedbacks(at.question):
            found = partial(_at, at, path)
            if isinstance(at.question, TrueFalseQuestion):
                yield _Told(found, text, "", at.question.answer == (path == ("if_true",)))
            elif path[:2] in chosen:
                choice = chosen[path[:2]]
                right = None if choice.credit is None else _MARKED.get(choice.credit)
                yield _Told(found, text, choice.text, right)
            else:
                yield _Told(found, text)
    for play in loaded.role_plays.values():
        for reply, path in replies(play):
            found = partial(Found, play, (*path, "feedback"))
            yield _Told(found, reply.feedback, reply.text, _PLAYED.get(reply.quality))


def _at(at: Asked[Question], path: Path, detail: str) -> Found:
    return at.found(detail, *path)


@rule("Q104")
def feedback_says_why(loaded: Loaded) -> Iterator[Found]:
    """Every option and reply has feedback that says why, not only whether.

    Say what the answer does to the other person, and name the skill.
    """
    for told in _told(loaded):
        said = words(told.text)
        short = len(said) < _LEAST_FEEDBACK or len(set(said) - _VERDICT) < _LEAST_REASON
        own = words(QUOTED.sub("", told.text)) or said  # what is quoted may be answered
        if short or _retold(own, words(told.chosen)):
            yield told.found(f"The feedback '{told.text}' gives no reason.")


def _retold(said: Sequence[str], chosen: Sequence[str]) -> bool:
    """Return whether feedback only says again what was chosen."""
    telling = [word for word in said if len(word) >= _LEAST_TELLING]
    again = sum(word in chosen for word in telling)
    return said == chosen or (bool(chosen) and again >= _RETOLD * (len(telling) or 1))


@rule("Q114")
def feedback_names_no_letters(loaded: Loaded) -> Iterator[Found]:
    """Feedback and hints never name options by letter or number, since the page shuffles them.

    Quote the words of the option instead.
    """
    for at in asked(loaded):
        hints = ((text, ("hints", index)) for index, text in enumerate(at.question.hints))
        for text, path in (*feedbacks(at.question), *hints):
            if found := _LETTER.search(text):
                yield at.found(f"The text says '{found.group()}'.", *path)


@rule("Q121")
def feedback_agrees_with_the_key(loaded: Loaded) -> Iterator[Found]:
    """Feedback does not call a wrong answer right, nor a right one wrong.

    Mend the key or the feedback, whichever is mistaken.
    """
    for told in _told(loaded):
        verdict = _RIGHT if told.right is False else _WRONG if told.right else None
        if verdict and (found := verdict.match(told.text)):
            marked = "right" if told.right else "wrong"
            yield told.found(f"'{found.group().strip()}' is said of an answer marked {marked}.")


@rule("Q131")
def feedback_begins_with_its_own_option(loaded: Loaded) -> Iterator[Found]:
    """Feedback that begins by quoting another option quotes its own, or the prompt, as well.

    Move it to the option that it speaks of, or quote the words of this one.
    """
    for at in asked(loaded):
        chosen = {choice.path: choice.text for choice in choices(at.question)}
        for text, path in feedbacks(at.question):
            own = chosen.get(path[:2])
            quotes = QUOTED.findall(text)
            first = QUOTED.findall(_SENTENCE.split(text)[0])
            if own is None or not first or any(map(partial(_in, at.question.prompt), quotes)):
                continue
            others = [other for other in chosen.values() if other != own]
            if not any(map(partial(_in, own), quotes)):
                for quote in first:
                    if any(_in(other, quote) for other in others):
                        yield at.found(f"{quote} is another option's.", *path)


def _in(text: str, quote: str) -> bool:
    """Return whether the words of a quotation stand together in a text."""
    return f" {' '.join(words(quote))} " in f" {' '.join(words(text))} "


@rule("Q209", warning=True)
def hints_do_not_tell(loaded: Loaded) -> Iterator[Found]:
    """A hint neither quotes the best option nor points at one; no prompt gives another's away.

    Ask for what would help to see it.
    """
    keys: dict[tuple[str, tuple[str, ...]], str] = {
        (at.bank.module, run): at.id for at in asked(loaded) for run in _of_key(at, _LONG_QUOTE)
    }
    for at in asked(loaded):
        hints: list[tuple[str, Path]] = [
            (text, ("hints", index)) for index, text in enumerate(at.question.hints)
        ]
        best, telling = _of_key(at, _QUOTE), _telling(at)
        for hint, path in hints:
            for run in sorted(_runs([hint]) & best)[:1]:
                yield at.found(f"The hint quotes '{' '.join(run)}'.", *path)
            if len(shared := telling & set(words(hint))) > max(_HINTED * len(telling), 2):
                yield at.found(f"The hint tells it: {', '.join(sorted(shared))}.", *path)
            if isinstance(at.question, TrueFalseQuestion) and _ANSWER.search(hint):
                yield at.found(f"The hint '{hint}' gives the answer.", *path)
            if found := _POINTS.search(hint):
                yield at.found(f"The hint points at '{found.group()}' …", *path)
        for text, path in ((at.question.prompt, ("prompt",)), *hints):
            for run in sorted(_runs([text], _LONG_QUOTE)):
                told = keys.get((at.bank.module, run), at.id)
                if told != at.id:
                    yield at.found(f"'{' '.join(run)}' gives away the key of {told}.", *path)
                    break


def _of_key(at: Asked[Question], length: int) -> set[tuple[str, ...]]:
    """Return the runs of words that stand in a best option and in no other."""
    offered = [one for one in choices(at.question) if one.credit is not None]
    best = _runs((one.text for one in offered if one.credit == 1), length)
    return best - _runs((one.text for one in offered if one.credit != 1), length)


def _telling(at: Asked[Question]) -> set[str]:
    """Return the words that tell something and stand in a best option only."""
    offered = [one for one in choices(at.question) if one.credit is not None]
    others = [at.question.prompt, *(one.text for one in offered if one.credit != 1)]
    best = {word for one in offered if one.credit == 1 for word in words(one.text)}
    found = best.difference(*map(words, others))
    return {word for word in found if len(word) >= _LEAST_TELLING}


def _runs(texts: Iterable[str], length: int = _QUOTE) -> set[tuple[str, ...]]:
    """Return every run of so many words."""
    rows = [words(text) for text in texts]
    return {row[at : at + length] for row in rows for at in range(len(row) - length + 1)}
