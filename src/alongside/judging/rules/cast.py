"""Rules for who is in a role-play: who speaks, what they are called, and when."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator

from alongside.judging.places import Path
from alongside.judging.rules.registry import Found, rule
from alongside.judging.rules.role_plays import leads_to, replies, said_in
from alongside.judging.said import QUOTED, everything
from alongside.judging.similar import words
from alongside.model import RolePlay
from alongside.model.role_play import YOU, SpokenLine
from alongside.reading.load import Loaded

_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-Ý][a-zà-ÿ]{2,}(?![\w’'])")
_WITHIN = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Ý][a-zà-ÿ]{2,}(?![\w’'])")
"""A name within a sentence; at its start every word is large."""
_DAYS = frozenset((*day_name, *(f"{day}s" for day in day_name), *month_name))
_DOES = re.compile(
    r"([A-ZÀ-Ý][a-zà-ÿ]{2,}) (?:answers|asks|breathes|counts|folds|frowns|grins|laughs|leans"
    r"|looks|nods|picks|pulls|puts|reaches|reads|says|shakes|shrugs|sighs|sits|smiles|stands|stares"
    r"|swallows|takes|thinks|types|waits|writes)\b"
)
"""An effect that begins with a name: "Martin counts"."""
_SAYS = re.compile(
    r"[”\"],? (?:answers|asks|calls|laughs|repeats|replies|says|types|writes)"
    r" ([A-ZÀ-Ý][a-zà-ÿ]{2,})\b"
)
"""An effect in which a name stands behind what is said: "…,” says Martin"."""
_SOMEBODY = r"(?:^|[.!?…] )(?!(?:You|It|This|That) )[A-ZÀ-Ý][a-zà-ÿ]+ (?:\w+ly )?"
_SEEN = (
    r"(?:frowns?|grins?|leans?|looks? (?:away|down|up|at (?:her|his|the|their|you))|nods?"
    r"|shakes? (?:her|his|their) head|shrugs?|sits? (?:back|down|still|up)|smiles?"
    r"|turns? (?:away|round))\b"
)
_HEARD = r"(?:gets? up|laughs?|sighs?)\b"
_OUT_OF_SIGHT = {
    "phone": re.compile(rf"{_SOMEBODY}{_SEEN}"),
    "text": re.compile(rf"{_SOMEBODY}(?:{_SEEN}|{_HEARD})"),
}
"""By channel: an effect that begins with somebody whose face or body shows what it cannot."""
_PRONOUNS = {
    "he": frozenset({"he", "him", "his", "himself"}),
    "she": frozenset({"she", "her", "hers", "herself"}),
}
_SUBJECT = re.compile(r"(?:^|[.?!…] )\s*(he|she)\b", re.IGNORECASE)
_PAIR = 2  # people in a role-play: where there are no others, nobody else answers
_SPEAKER = re.compile(r"[”\"],? (he|she) (?:says|writes|asks|answers)\b")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)\b")
_ROUND, _BACK = 12 * 60, 2 * 60
"""Minutes on a clock's face, and how many of them are a slip rather than a night."""


@rule("R820")
def everybody_has_a_part(loaded: Loaded) -> Iterator[Found]:
    """Everybody among the people speaks, or is spoken of.

    Give them a line, name them, or take them out.
    """
    for play in loaded.role_plays.values():
        speak = {line.who for _, line in _lines(play)} | {YOU}
        said = " ".join(said_in(play))
        for key, person in play.people.items():
            if key not in speak and person.name not in said:
                yield Found(play, ("people", key), f"{person.name} has no part in it.")


@rule("R821", warning=True)
def you_speak_in_replies(loaded: Loaded) -> Iterator[Found]:
    """What the trainee says is a reply, and not a line.

    Name the speaker that is meant, or make it a reply.
    """
    for play in loaded.role_plays.values():
        for path, line in _lines(play):
            if line.who == YOU:
                says = f"“{line.says[:40]}” is put into the trainee's mouth."
                yield Found(play, (*path, "who"), says, play.waive)


@rule("R822")
def the_clock_goes_forward(loaded: Loaded) -> Iterator[Found]:
    """Lines that tell the time in `manner` go forward, in a turn and from turn to turn.

    Correct the time.
    """
    for play in loaded.role_plays.values():
        for path, line in _lines(play):
            turn = play.turns.get(str(path[1]))
            after = turn.lines[int(path[3]) + 1 :] if turn else ()
            if turn and _time(line) is not None:
                later = [
                    *after,
                    *(one for to in _next(play, str(path[1])) for one in _of(play, to)),
                ]
                for other in later:
                    if _goes_back(line, other):
                        says = f"After {line.manner} comes {other.manner}: “{other.says[:40]}”."
                        yield Found(play, (*path, "manner"), says)
                        break


def _next(play: RolePlay, turn: str) -> set[str]:
    return set[str]().union(*map(leads_to, play.turns[turn].replies)) - {turn}


def _of(play: RolePlay, place: str) -> tuple[SpokenLine, ...]:
    found = play.turns.get(place) or play.endings.get(place)
    return found.lines if found else ()


def _goes_back(line: SpokenLine, later: SpokenLine) -> bool:
    before, after = _time(line), _time(later)
    return (
        before is not None
        and after is not None
        and (before - after) % _ROUND in range(1, _BACK)
    )


def _time(line: SpokenLine) -> int | None:
    found = _CLOCK.match(line.manner or "")
    return int(found[1]) * 60 + int(found[2]) if found else None


@rule("R823", warning=True)
def strangers_are_not_named(loaded: Loaded) -> Iterator[Found]:
    """An effect, feedback or debrief question names nobody who is not in the role-play.

    Write the name of the person who is meant.
    """
    cast = {
        name
        for play in loaded.role_plays.values()
        for person in play.people.values()
        for name in _NAME.findall(person.name)
    }
    for play in loaded.role_plays.values():
        known = {word for text in _told(play) for word in _NAME.findall(text)}
        for path, text in _comments(play):
            plain = QUOTED.sub("", text)
            named = set(_NAME.findall(plain)) & cast
            if path[-1] == "ask":
                named |= set(_WITHIN.findall(plain)) - _DAYS
            if path[-1] == "effect" and (found := _DOES.match(plain)):
                named.add(found[1])
            if path[-1] == "effect":
                named |= set(_SAYS.findall(text))
            for name in sorted(named - known):
                if not _is_a_word(loaded, name):
                    yield Found(
                        play, path, f"'{name}' is nobody of this role-play.", play.waive
                    )


def _is_a_word(loaded: Loaded, name: str) -> bool:
    """Return whether the course writes it small somewhere, as it does "needles"."""
    small = re.compile(rf"\b{re.escape(name.lower())}\b")
    return any(small.search(said.text) for said in everything(loaded))


@rule("R824")
def pronouns_are_their_own(loaded: Loaded) -> Iterator[Found]:
    """An effect or feedback says "he" or "she" only where somebody goes by it.

    Use the pronouns that stand among the people.
    """
    for play in loaded.role_plays.values():
        go_by = {
            word for person in play.people.values() for word in words(person.pronouns or "")
        }
        everywhere = frozenset(words(" ".join(_told(play))))
        for reply, path in replies(play):
            turn = play.turns[str(path[1])]
            here = [line.says for line in turn.lines] + [one.text for one in turn.replies]
            near = frozenset(words(" ".join(here)))
            plain = QUOTED.sub("", reply.effect)
            effect = _SUBJECT.findall(plain)
            speakers = set(_SPEAKER.findall(reply.effect) if len(play.people) <= _PAIR else ())
            feedback = words(QUOTED.sub("", reply.feedback))
            for part, said, heard in (
                ("effect", {word.lower() for word in effect}, near),
                ("effect", set(words(plain)), everywhere),
                ("effect", speakers, frozenset[str]()),
                ("feedback", set(feedback), everywhere),
            ):
                for pronoun, forms in _PRONOUNS.items():
                    if said & forms and pronoun not in go_by and not forms & heard:
                        says = f"'{min(said & forms)}' is said, and nobody here goes by it."
                        yield Found(play, (*path, part), says)


@rule("R833", warning=True)
def nobody_is_seen_from_afar(loaded: Loaded) -> Iterator[Found]:
    """On the phone and in a chat an effect shows no face and no body.

    Write what is heard, or stands on the screen: words, dots, a pause; or correct `channel`.
    """
    for play in loaded.role_plays.values():
        hidden = _OUT_OF_SIGHT.get(play.channel)
        for reply, path in replies(play) if hidden else ():
            if hidden and (found := hidden.search(QUOTED.sub("", reply.effect))):
                says = f"'{found.group().strip(' .?!…')}' cannot be seen from there."
                yield Found(play, (*path, "effect"), says, play.waive)


def _told(play: RolePlay) -> Iterator[str]:
    """Yield what is told of it and said in it, without what is remarked on replies."""
    yield from (play.title, play.content_note, play.setting)
    yield from (f"{person.name} {person.about}" for person in play.people.values())
    yield from (meter.about for meter in play.meters.values())
    yield from play.facts.values()
    yield from (turn.title for turn in play.turns.values())
    yield from (f"{line.says} {line.manner or ''}" for _, line in _lines(play))
    yield from (reply.text for reply, _ in replies(play))


def _comments(play: RolePlay) -> Iterator[tuple[Path, str]]:
    for reply, path in replies(play):
        yield (*path, "effect"), reply.effect
        yield (*path, "feedback"), reply.feedback
    for at, question in enumerate(play.debrief):
        yield ("debrief", at, "ask"), question.ask


def _lines(play: RolePlay) -> Iterator[tuple[Path, SpokenLine]]:
    for section, places in (("turns", play.turns), ("endings", play.endings)):
        for key, place in places.items():
            for at, line in enumerate(place.lines):
                yield (section, key, "lines", at), line
