"""The words of a role-play's page that its writer does not write.

Plain text in, plain text out; escaping is the page's duty. A trainee reads these words on
paper too, so each tells what to do without a script: "If trust is at least open",
"Mark: trust one step up".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alongside.playing.conditions import Tree, parse, vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from alongside.model.role_play import Quality, Reply, RolePlay

VERDICTS: Mapping[Quality, str] = {
    "strong": "This lands well.",
    "middling": "This half lands.",
    "weak": "This closes things a little.",
    "harmful": "This hurts.",
}

KINDS: Mapping[str, str] = {
    "good": "This talk went well.",
    "mixed": "This talk went well in part.",
    "missed": "Something was missed in this talk. You can go back and try other words.",
}

LATE_IF = "If some of your replies closed things or hurt, and at least as many as landed well:"
LATE = (
    "It came right late. Somebody was patient with you, and not everybody would have been."
    " Look first at the replies that closed things."
)
"""What is said of a good ending that was come to by way of many poor replies."""
MUCH_MISSED = "Much was missed in this talk. Look first at the replies that closed things."
"""What is said of a mixed ending that was: the other's patience is no success of yours."""

CHANNELS: Mapping[str, str] = {
    "in-person": "Face to face",
    "text": "By text message",
    "phone": "On the phone",
    "desk": "At a front desk",
    "group": "In a group",
    "video": "On a video call",
}

PHASES: Mapping[str, str] = {
    "reactions": "First reactions",
    "description": "What happened",
    "analysis": "Looking closer",
    "summary": "What you take with you",
}

_COUNTS = {2: "two", 3: "three", 4: "four", 5: "five"}


def spoken(slug: str) -> str:
    """Return an id as words: ``open-question`` → "open question"."""
    return slug.replace("-", " ")


def capital(words: str) -> str:
    """Return the words with a capital first letter, and the rest as they were."""
    return words[:1].upper() + words[1:]


def joined(parts: Sequence[str], last: str = "and") -> str:
    """Return "a", "a and b" or "a, b and c"."""
    *front, end = parts
    return f"{', '.join(front)} {last} {end}" if front else end


def meter_name(play: RolePlay, meter: str) -> str:
    """Return whose meter it is, where it bears a person's id; else the meter's own words."""
    person = play.people.get(meter)
    return person.name if person else spoken(meter)


def steps(play: RolePlay, turn: str, reply: Reply, asked: Collection[str]) -> Iterator[str]:
    """Yield what to mark on paper after a reply.

    Args:
        play: The role-play.
        turn: The id of the turn the reply stands in.
        reply: The reply.
        asked: Every ``turn.reply`` that some condition asks about.

    """
    for name, change in reply.change.items():
        if isinstance(change, bool):
            yield f"{'tick' if change else 'clear'} {_fact(play, name)}"
        elif change:
            size = abs(change)
            count = "one step" if size == 1 else f"{_COUNTS.get(size, size)} steps"
            yield f"{meter_name(play, name)} {count} {'up' if change > 0 else 'down'}"
    if f"{turn}.{reply.id}" in asked:
        yield "put a tick beside this reply"


def condition(play: RolePlay, number: Mapping[str, int], when: str) -> str:
    """Return a condition as a reader with a pencil can check it.

    Args:
        play: The role-play.
        number: Turn id → its number in the booklet.
        when: The condition as its writer wrote it.

    """
    return _Teller(play, number).told(parse(when, vocabulary(play)))


def _fact(play: RolePlay, fact: str) -> str:
    return f"“{play.facts[fact].rstrip('.')}”"


@dataclass(frozen=True)
class _Teller:
    """Tells the tree of a condition in words."""

    play: RolePlay
    number: Mapping[str, int]

    def told(self, tree: Tree) -> str:
        kind, *rest = tree
        if kind in ("and", "or"):
            return joined([self.inner(each) for each in rest], kind)
        if kind == "not":
            return self.denied(rest[0])
        if kind == "true":
            return self.ticked(rest[0], "")
        return self.compared(kind, *rest)

    def inner(self, tree: Tree) -> str:
        return f"({self.told(tree)})" if tree[0] in ("and", "or") else self.told(tree)

    def denied(self, tree: Tree) -> str:
        if tree[0] == "true":
            return self.ticked(tree[1], "not ")
        return f"it is not so that {self.inner(tree)}"

    def ticked(self, key: str, no: str) -> str:
        if key in self.play.facts:
            return f"{_fact(self.play, key)} is {no}ticked"
        turn, reply_id = key.split(".")
        reply = next(each for each in self.play.turns[turn].replies if each.id == reply_id)
        return f"the reply “{reply.text}” at {self.number[turn]} is {no}ticked"

    def compared(self, kind: str, meter: str, level: int) -> str:
        how = {"least": "at least ", "most": "at most ", "is": ""}[kind]
        levels = dict(enumerate(self.play.meters[meter].levels))
        # "above" the top and "below" the bottom are conditions that never hold.
        word = spoken(levels[level]) if level in levels else "a level that does not exist"
        return f"{meter_name(self.play, meter)} is {how}{word}"
