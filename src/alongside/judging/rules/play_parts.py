"""Rules for the parts of a role-play side by side: nothing twice, nothing unused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from alongside.judging.rules.registry import Found, rule
from alongside.judging.rules.role_plays import leads_to, replies
from alongside.judging.said import QUOTED, of_activities
from alongside.judging.similar import read_as, words
from alongside.model import RolePlay
from alongside.playing.machine import conditions_of
from alongside.reading.load import Loaded

_SHORT = 4  # words below which a text may come back: people do say "Yes." twice, and nod
_LEAST, _LONG = 3, 7
"""Words from which a text of the start file is known again: alone, and within more."""
_CLAIM = re.compile(
    r"(?:^|[.?!] )You (?!need\b)(?:\w+ed|told|said|gave|asked|lent|took|sent|went|left|let|put"
    r"|made|kept|brought|held|spoke|wrote)\b(?!.*\bor you did)"
)
"""A debrief question that says what the trainee did."""
_KEY = re.compile(r"^\s*(?:- )?(?:[\w-]+: )?")


@rule("R815")
def lines_are_heard_once(loaded: Loaded) -> Iterator[Found]:
    """No line stands twice in a turn, nor again in one further on, nor in what a reply does.

    Let the second one differ: things have moved on. What two replies of a turn do differs too.
    """
    for play in loaded.role_plays.values():
        yield from _heard_before(play)
        yield from _done_before(play)
        later = _further_on(play)
        stood: dict[tuple[str, ...], list[str]] = {}
        for section, places in (("turns", play.turns), ("endings", play.endings)):
            for key, place in places.items():
                for at, line in enumerate(place.lines):
                    said = read_as(line.says)
                    before = stood.setdefault(said, [])
                    again = key in before or (
                        len(said) >= _SHORT
                        and any(
                            key in later[one] or one in later.get(key, ()) for one in before
                        )
                    )
                    before.append(key)
                    if again:
                        says = f"“{line.says[:60]}” is heard twice."
                        yield Found(play, (section, key, "lines", at, "says"), says)


def _heard_before(play: RolePlay) -> Iterator[Found]:
    """Yield each effect that says what is also a line."""
    spoken = [line.says for turn in play.turns.values() for line in turn.lines]
    spoken += [line.says for ending in play.endings.values() for line in ending.lines]
    lines = {read_as(says) for says in spoken if len(words(says)) >= _SHORT}
    for reply, path in replies(play):
        for said in (reply.effect, *QUOTED.findall(reply.effect)):
            if read_as(said) in lines:
                yield Found(
                    play, (*path, "effect"), f"“{said.strip('“”')[:60]}” is heard twice."
                )


def _done_before(play: RolePlay) -> Iterator[Found]:
    """Yield each reply that does what another one of its turn does."""
    for key, turn in play.turns.items():
        met: set[tuple[str, ...]] = set()
        for at, reply in enumerate(turn.replies):
            done = read_as(reply.effect)
            if done in met and len(done) >= _SHORT:
                says = f"“{reply.effect[:60]}” is what another reply does."
                yield Found(play, ("turns", key, "replies", at, "effect"), says)
            met.add(done)


def _further_on(play: RolePlay) -> dict[str, set[str]]:
    """Return turn → the turns and endings that may come after it."""
    nexts = {
        name: set[str]().union(*map(leads_to, turn.replies))
        for name, turn in play.turns.items()
    }
    found: dict[str, set[str]] = {name: set() for name in play.endings}
    for name in nexts:
        later, waiting = set[str](), [name]
        while waiting:
            new = nexts.get(waiting.pop(), set()) - later
            later |= new
            waiting.extend(new)
        found[name] = later
    return found


@rule("R816")
def replies_of_a_turn_differ_in_quality(loaded: Loaded) -> Iterator[Found]:
    """The replies of a turn are not all of one quality.

    Add one that a kind person would say and that does something else, or correct a quality.
    """
    for play in loaded.role_plays.values():
        for name, turn in play.turns.items():
            if len({reply.quality for reply in turn.replies}) == 1:
                says = f"All replies of {name} are {turn.replies[0].quality}."
                yield Found(play, ("turns", name, "replies"), says)


@rule("R831")
def replies_of_a_turn_make_a_difference(loaded: Loaded) -> Iterator[Found]:
    """The replies of a turn differ in what they change, where they lead or what comes of it.

    Let one of them change a meter or a fact, or lead elsewhere; or ask further on who chose it.
    """
    for play in loaded.role_plays.values():
        for name, turn in play.turns.items():
            done = {
                repr((reply.to, sorted(reply.change.items(), key=str)))
                for reply in turn.replies
            }
            if len(done) == 1 and not _is_asked_for(play, name):
                says = f"Whatever one says at {name}, all goes on the same."
                yield Found(play, ("turns", name, "replies"), says)


def _is_asked_for(play: RolePlay, turn: str) -> bool:
    """Return whether something in the talk hangs on which reply of the turn was chosen."""
    chose = re.compile(rf"\bchose\s+{re.escape(turn)}\.")
    return any(
        path[0] in {"turns", "endings"} and chose.search(text)
        for path, text in conditions_of(play)
    )


@rule("R832")
def a_debrief_asks_of_the_path(loaded: Loaded) -> Iterator[Found]:
    """A debrief has a question that depends on the path.

    Give one a `when`, and ask what was said there.
    """
    for play in loaded.role_plays.values():
        if not any(question.when for question in play.debrief):
            yield Found(play, ("debrief",), "Everybody is asked the same.")


@rule("R817")
def ways_lead_to_different_places(loaded: Loaded) -> Iterator[Found]:
    """The ways of a reply lead to more than one place.

    Write the one turn or ending as `to`, or lead a way elsewhere.
    """
    for play in loaded.role_plays.values():
        for reply, path in replies(play):
            ways = () if isinstance(reply.to, str) else reply.to
            if len(ways) > 1 and len({way.to for way in ways}) == 1:
                says = f"All ways of {path[1]}.{reply.id} lead to {ways[0].to}."
                yield Found(play, (*path, "to"), says)


@rule("R818")
def expected_paths_differ(loaded: Loaded) -> Iterator[Found]:
    """No two expected paths play the same replies.

    Join them into one, or play another path.
    """
    for play in loaded.role_plays.values():
        played: dict[tuple[str, ...], str] = {}
        for at, path in enumerate(play.rules.expect):
            first = played.setdefault(path.replies, path.id)
            if first != path.id:
                says = f"{path.id} plays the replies of {first}."
                yield Found(play, ("rules", "expect", at, "replies"), says)


@rule("R827")
def better_words_are_other_words(loaded: Loaded) -> Iterator[Found]:
    """Better words to try are those of no reply of the turn, and stand once in a role-play.

    Write a third way to say it: the reply beside it is there to be found.
    """
    for play in loaded.role_plays.values():
        stood: set[tuple[str, ...]] = set()
        for reply, path in replies(play):
            if not reply.better:
                continue
            said = read_as(reply.better)
            if said in {read_as(one.text) for one in play.turns[str(path[1])].replies}:
                says = f"'{reply.better[:60]}' is a reply of this turn."
                yield Found(play, (*path, "better"), says)
            if said in stood:
                yield Found(
                    play, (*path, "better"), f"'{reply.better[:60]}' stands there twice."
                )
            stood.add(said)


@rule("R819")
def endings_are_of_each_kind(loaded: Loaded) -> Iterator[Found]:
    """A role-play has a good, a mixed and a missed ending.

    Write the one that is missing, or correct a `kind`.
    """
    for play in loaded.role_plays.values():
        kinds = {ending.kind for ending in play.endings.values()}
        for kind in ("good", "mixed", "missed"):
            if kind not in kinds:
                yield Found(play, ("endings",), f"No ending is {kind}.")


@rule("R825", warning=True)
def debrief_claims_have_a_condition(loaded: Loaded) -> Iterator[Found]:
    """A debrief question that says what you did is asked only of those who did it.

    Give it a `when`, as in `when: chose door.plan`, or ask whether.
    """
    for play in loaded.role_plays.values():
        for at, question in enumerate(play.debrief):
            if question.when is None and (found := _CLAIM.search(question.ask)):
                says = f"'{found.group().strip('.?! ')}' is said to everybody."
                yield Found(play, ("debrief", at, "ask"), says, play.waive)


@rule("R826")
def nothing_is_left_from_the_start(loaded: Loaded) -> Iterator[Found]:
    """No words of the start that `alongside new` writes are left in a role-play.

    Write your own.
    """
    for said in of_activities(loaded):
        if isinstance(said.thing, RolePlay) and said.kind != "debrief":
            left = said.text if said.text in _start() else None
            left = left or next((one for one in _start(_LONG) if one in said.text), None)
            if left:
                yield Found(said.thing, said.place, f"'{left[:60]}' is from the start file.")


@cache
def _start(least: int = _LEAST) -> frozenset[str]:
    text = files("alongside").joinpath("templates", "role_play.yml").read_text("utf-8")
    found = (_KEY.sub("", line) for line in text.splitlines())
    return frozenset(one for one in found if len(words(one)) >= least)
