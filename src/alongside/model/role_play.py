"""Role-plays: ``role_plays/<id>.yml``, branching conversations that can be proved.

Finite by design: meters have a few named levels, facts are true or false, and nothing is left
to chance, so that visiting every state is a proof.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from alongside.model.base import Slug, Text, Value, Waivable

Channel = Literal["in-person", "text", "phone", "desk", "group", "video"]
Quality = Literal["strong", "middling", "weak", "harmful"]
POOR: frozenset[Quality] = frozenset({"weak", "harmful"})
Condition = Annotated[str, Field(min_length=1, max_length=300)]
"""Words such as ``trust at least open and not asked``; see ``playing.conditions``."""


YOU = "you"
"""The key of the trainee, among the people and in lines."""


class Person(Value):
    """Somebody in the conversation."""

    name: Text
    about: Text
    pronouns: Text | None = None


class Meter(Value):
    """How things stand between the two, as words a trainee can read in the person."""

    about: Text
    levels: Annotated[tuple[Slug, ...], Field(min_length=2, max_length=6)]
    """From worst to best."""
    start: Slug


class SpokenLine(Value):
    """Something said, or done where nobody is named."""

    who: Slug | None = None
    """A key of ``people``; left out for what happens without words."""
    says: Text
    manner: Text | None = None
    """How it is said: "not looking up"."""
    when: Condition | None = None


class Way(Value):
    """Where a reply leads, if the condition holds."""

    when: Condition | None = None
    to: Slug


class Reply(Value):
    """Something you may say."""

    id: Slug
    text: Text
    when: Condition | None = None
    quality: Quality
    effect: Text
    """What it does to the other person, as one could see it."""
    feedback: Text
    """Why: names the skill, and what was sound in it."""
    better: Text | None = None
    """Words to try instead; needed for every reply that is not strong."""
    mended_by: tuple[str, ...] = ()
    """Of a harmful reply: the repairs, as ``turn.reply``, each of which owns this very harm."""
    skills: tuple[Slug, ...] = ()
    """Ids of ``skills`` in ``course.yml`` that it practises."""
    change: dict[Slug, int | bool] = {}
    """Meter → steps up or down (kept within the levels); fact → true or false."""
    to: Slug | tuple[Way, ...]
    """A turn or an ending; or ways, of which the first whose condition holds is taken."""


class Turn(Value):
    """A moment: what is said, then what you may reply."""

    title: Text
    """A few words for the list of turns; read out when the turn begins."""
    lines: Annotated[tuple[SpokenLine, ...], Field(min_length=1)]
    replies: Annotated[tuple[Reply, ...], Field(min_length=2, max_length=5)]
    risk: bool = False
    """Whether somebody's safety may be in question here."""
    help: bool = False
    """Whether the help card opens here by itself."""


class Ending(Value):
    """Where the conversation stops."""

    kind: Literal["good", "mixed", "missed"]
    title: Text
    lines: Annotated[tuple[SpokenLine, ...], Field(min_length=1)]
    help: bool = False


class Debrief(Value):
    """A question for afterwards, chosen from the path."""

    id: Slug
    phase: Literal["reactions", "description", "analysis", "summary"]
    """Eppich and Cheng (2015), PEARLS."""
    when: Condition | None = None
    ask: Text


class Never(Value):
    """The ending is never reached while the condition holds."""

    id: Slug
    at: Slug
    when: Condition
    why: Text


class AlwaysPossible(Value):
    """From each of the turns, however one got there, the ending can still be reached."""

    id: Slug
    goal: Slug
    turns: Annotated[tuple[Slug, ...], Field(alias="from", min_length=1)]
    why: Text


class MustPass(Value):
    """Every way to the ending goes through the turn."""

    id: Slug
    to: Slug
    through: Slug
    why: Text


class Expect(Value):
    """A path that must be playable and end as told."""

    id: Slug
    replies: Annotated[tuple[str, ...], Field(min_length=1)]
    """Reply ids in order."""
    ends: Slug
    state: dict[Slug, Slug | bool] = {}
    """Meter → level, fact → truth, at the end."""
    hears: tuple[Text, ...] = ()
    """Words that must be heard on the way, in this order."""
    never_hears: tuple[Text, ...] = ()
    """Words that must not be heard anywhere on the way."""
    never_offers: tuple[str, ...] = ()
    """Replies, as ``turn.reply``, that must not be on offer anywhere on the way."""
    asks: tuple[Slug, ...] | None = None
    """Ids of exactly the debrief questions this path is asked; left out: not looked at."""
    why: Text


class AuthorRules(Value):
    """What the author promises of this role-play; the prover holds each promise."""

    never: tuple[Never, ...] = ()
    always_possible: tuple[AlwaysPossible, ...] = ()
    must_pass: tuple[MustPass, ...] = ()
    expect: tuple[Expect, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of all of them, in the order of these keys."""
        families = (self.never, self.always_possible, self.must_pass, self.expect)
        return tuple(rule.id for family in families for rule in family)


class Equivalent(Value):
    """A mutant that changes nothing a trainee could meet, with the reason."""

    mutant: Text
    reason: Text


class RolePlay(Waivable):
    """A branching conversation."""

    format: Literal[1]
    id: Slug
    title: Text
    module: Slug
    outcomes: Annotated[tuple[Slug, ...], Field(min_length=1)]
    roles: tuple[Slug, ...] = ()
    """Roles it is written for; none named means every role that takes the module."""
    channel: Channel
    minutes: Annotated[int, Field(ge=1, le=40)]
    content_note: Text
    """What it is about and how heavy, before it starts."""
    setting: Text
    """Where, when, who you are to each other, what you know."""
    people: dict[Slug, Person]
    """The speakers; ``you`` is the trainee."""
    meters: dict[Slug, Meter] = {}
    facts: dict[Slug, Text] = {}
    """What may become true: id → what it means. All start false."""
    start: Slug
    shuffle: Annotated[int, Field(ge=0, le=999)] = 0
    """Another number, another order of the replies as they are shown; see ``playing.order``."""
    turns: Annotated[dict[Slug, Turn], Field(min_length=1)]
    endings: Annotated[dict[Slug, Ending], Field(min_length=1)]
    debrief: Annotated[tuple[Debrief, ...], Field(min_length=3)]
    rules: AuthorRules = AuthorRules()
    equivalent: tuple[Equivalent, ...] = ()
    """Mutants that the prover may let live (see ``alongside prove --mutants``)."""
