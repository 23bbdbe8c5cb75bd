"""Conditions of a role-play: words such as ``trust at least open and not asked``.

Grammar (words are separated by spaces; ``and`` binds tighter than ``or``)::

    condition := both ("or" both)*
    both      := single ("and" single)*
    single    := "not" single | "(" condition ")" | fact | "chose" turn.reply
               | meter ("at least" | "at most" | "above" | "below" | "is") level

A condition becomes a tree of nested tuples, which JSON writes as lists:
``("least" | "most" | "is", key, level number)``, ``("true", key)``, ``("not", tree)``,
``("and" | "or", tree, tree, …)``. A key is a name at first; ``playing.machine`` puts the place
in the list of values instead, and ``evaluate`` reads either.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from alongside.model.role_play import RolePlay

Tree = tuple[Any, ...]
Test = Callable[[Sequence[int]], bool]
"""Whether a condition holds for the values of all variables."""
_COMPARED = {"least": operator.ge, "most": operator.le, "is": operator.eq}
RESERVED = frozenset({"and", "or", "not", "chose", "at", "above", "below", "is"})
"""Words that cannot be the name of a meter or a fact."""


class ConditionFault(ValueError):  # noqa: N818 - the course calls what is wrong a fault
    """A condition that cannot be read, or names what the role-play does not have.

    Attributes:
        says: What is wrong, in one sentence.
        remedy: What to do about it, in one sentence.
        position: The character, counted from 0, where it was noticed.

    """

    def __init__(self, says: str, remedy: str, position: int) -> None:
        super().__init__(f"{says} {remedy}")
        self.says = says
        self.remedy = remedy
        self.position = position


@dataclass(frozen=True)
class Vocabulary:
    """What a condition may name: meters with their levels, facts, and ``turn.reply``."""

    meters: tuple[tuple[str, tuple[str, ...]], ...]
    facts: tuple[str, ...]
    replies: tuple[str, ...]


@dataclass(frozen=True)
class Word:
    """One word or parenthesis of a condition, and where it begins."""

    text: str
    position: int


def vocabulary(role_play: RolePlay) -> Vocabulary:
    """Return what the conditions of this role-play may name."""
    return Vocabulary(
        meters=tuple((name, meter.levels) for name, meter in role_play.meters.items()),
        facts=tuple(role_play.facts),
        replies=tuple(
            f"{turn_id}.{reply.id}"
            for turn_id, turn in role_play.turns.items()
            for reply in turn.replies
        ),
    )


def near(word: str, names: Sequence[str]) -> str:
    """Return a remedy: the name that was probably meant, or all there are."""
    close = get_close_matches(word, names, n=1)
    if close:
        return f"Did you mean “{close[0]}”?"
    return f"There are: {', '.join(names)}." if names else "There are none yet."


def words(text: str) -> list[Word]:
    """Return the words and parentheses of a condition, in order."""
    return [Word(found[0], found.start()) for found in re.finditer(r"[()]|[^\s()]+", text)]


@lru_cache(maxsize=20_000)
def parse(text: str, known: Vocabulary) -> Tree:
    """Return the tree of a condition.

    Raises:
        ConditionFault: It cannot be read, or names something unknown.

    """
    return _Reader(text, known).whole()


def without_one(text: str, known: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield each part that “and” or “or” joins, and the condition without it; widest first.

    Leaving a part of an “and” out is the same as taking it for true; of an “or”, for false.
    """
    reader = _Reader(text, known)
    reader.whole()
    at = [(word.position, word.position + len(word.text)) for word in reader.words]
    for begins, end in reversed(reader.joined):
        for begin, after in zip(begins, [*begins[1:], end + 1], strict=True):
            part = text[at[begin][0] : at[after - 2][1]]
            if after > end:
                yield part, text[: at[begin - 2][1]] + text[at[end - 1][1] :]
            else:
                yield part, text[: at[begin][0]] + text[at[after][0] :]


def evaluate(tree: Tree, state: Mapping[str, int] | Sequence[int]) -> bool:
    """Return whether the condition holds for these values (levels by number, facts 0 or 1)."""
    values: Any = state  # a mapping for named keys, a sequence for places: both are indexed
    kind, first = tree[0], tree[1]
    if kind in _COMPARED:
        return bool(_COMPARED[kind](values[first], tree[2]))
    if kind == "true":
        return bool(values[first])
    if kind == "not":
        return not evaluate(first, state)
    branches = (evaluate(branch, state) for branch in tree[1:])
    return all(branches) if kind == "and" else any(branches)


def keys(tree: Tree | None) -> frozenset[Any]:
    """Return every key that the condition reads."""
    return frozenset(_walk(tree)) if tree is not None else frozenset()


def rekeyed(tree: Tree, key_of: Mapping[str, int]) -> Tree:
    """Return the same condition with each name replaced by its place."""
    kind = tree[0]
    if kind in ("and", "or", "not"):
        return (kind, *(rekeyed(branch, key_of) for branch in tree[1:]))
    return (kind, key_of[tree[1]], *tree[2:])


@lru_cache(maxsize=20_000)
def predicate(tree: Tree) -> Test:
    """Return the condition as a function of the values: quicker to ask many times."""
    kind, first = tree[0], tree[1]
    if kind in _COMPARED:
        compare, level = _COMPARED[kind], tree[2]
        return lambda values: bool(compare(values[first], level))
    if kind == "true":
        return lambda values: values[first] == 1
    return _joined(kind, [predicate(branch) for branch in tree[1:]])


def _joined(kind: str, branches: Sequence[Test]) -> Test:
    """Return “not”, “and” or “or” of conditions; one calls the next, quicker than a loop."""
    first, *others = branches
    if kind == "not":
        return lambda values: not first(values)
    if not others:
        return first
    rest = _joined(kind, others)
    if kind == "and":
        return lambda values: first(values) and rest(values)
    return lambda values: first(values) or rest(values)


def _walk(tree: Tree) -> Iterator[Any]:
    if tree[0] in ("and", "or", "not"):
        for branch in tree[1:]:
            yield from _walk(branch)
    else:
        yield tree[1]


class _Reader:
    """Reads one condition from left to right."""

    def __init__(self, text: str, known: Vocabulary) -> None:
        self.text = text
        self.known = known
        self.levels = dict(known.meters)
        self.words = words(text)
        self.at = 0
        self.joined: list[tuple[list[int], int]] = []
        """Each “and” or “or”: the words at which its parts begin, and the first after it."""

    def whole(self) -> Tree:
        tree = self.several("or")
        if self.at < len(self.words):
            extra = self.words[self.at].text
            self.refuse(f"“{extra}” is not expected here.", "Join conditions by “and” or “or”.")
        return tree

    def several(self, joint: str) -> Tree:
        begins, branches = [self.at], [self.branch(joint)]
        while self.peek() == joint:
            self.at += 1
            begins.append(self.at)
            branches.append(self.branch(joint))
        if len(branches) == 1:
            return branches[0]
        self.joined.append((begins, self.at))
        return (joint, *branches)

    def branch(self, joint: str) -> Tree:
        return self.several("and") if joint == "or" else self.single()

    def single(self) -> Tree:
        word = self.next("a meter, a fact, “chose”, “not” or “(”")
        if word == "not":
            return ("not", self.single())
        if word == "(":
            tree = self.several("or")
            if self.next("“)”") != ")":
                self.at -= 1
                self.refuse("A parenthesis is not closed here.", "Write “)”.")
            return tree
        if word == "chose":
            reply = self.next("a reply written turn.reply")
            return ("true", self.choice(reply, self.known.replies, "reply"))
        if word in self.levels:
            return self.compared(word)
        if word in self.known.facts:
            return ("true", word)
        names = (*self.levels, *self.known.facts)
        self.choice(word, names, "meter or fact")
        raise AssertionError(word)

    def compared(self, meter: str) -> Tree:
        how = self.next(f"how to compare {meter}: at least, at most, above, below or is")
        if how == "at":
            how = self.next("“least” or “most”")
        if how not in ("least", "most", "above", "below", "is"):
            self.at -= 1
            self.refuse(
                f"“{how}” does not compare the meter {meter}.",
                "Write “at least”, “at most”, “above”, “below” or “is”, then a level.",
            )
        word = self.next(f"a level of {meter}")
        level = self.levels[meter].index(self.choice(word, self.levels[meter], "level"))
        if how in ("above", "below"):
            return ("least", meter, level + 1) if how == "above" else ("most", meter, level - 1)
        return (how, meter, level)

    def peek(self) -> str | None:
        return self.words[self.at].text if self.at < len(self.words) else None

    def next(self, wanted: str) -> str:
        word = self.peek()
        if word is None:
            self.refuse("The condition stops too early.", f"Go on with {wanted}.")
        self.at += 1
        return word

    def choice(self, word: str, names: Sequence[str], kind: str) -> str:
        if word in names:
            return word
        self.at -= 1
        return self.refuse(f"“{word}” is no {kind} of this role-play.", near(word, names))

    def refuse(self, says: str, remedy: str) -> NoReturn:
        ended = self.at >= len(self.words)
        position = len(self.text) if ended else self.words[self.at].position
        raise ConditionFault(says, remedy, position)
