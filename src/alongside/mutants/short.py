"""Expected paths as a writer would put them: only what is needed, in words worth reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from alongside.model.role_play import Expect, RolePlay
from alongside.mutants.edits import places
from alongside.mutants.operators import Mutant
from alongside.playing.machine import asked
from alongside.proof.expect import expect_broken
from alongside.proof.player import Player, flat

WORDS = 5
"""Words of a line that are quoted, unless more are needed to mean that line alone."""
LONGEST_ID = 80


@dataclass(frozen=True)
class Alive:
    """A mutant to be caught, ready to be played."""

    mutant: Mutant
    player: Player

    def caught_by(self, rule: Expect) -> bool:
        """Return whether the expected path fails on the mutant."""
        return next(expect_broken(self.player, rule, ()), None) is not None

    def differs_from(self, original: Player, rule: Expect) -> bool:
        """Return the same for a path told in full: quick where nothing differs on the way."""
        one, two = original.start, self.player.start
        for reply in rule.replies:
            here, there = original.met(one), self.player.met(two)
            after = there.after.get(reply)
            if after is None:
                return True
            if here.heard != there.heard or len(here.after) != len(there.after):
                return self.caught_by(rule)
            one, two = here.after[reply] or one, after
        if original.end(one) != self.player.end(two):
            return True
        return original.met(one).heard != self.player.met(two).heard and self.caught_by(rule)


def ready(mutant: Mutant) -> Alive:
    """Return the mutant, ready to be played."""
    return Alive(mutant, Player(mutant.role_play))


def told_in_full(player: Player, replies: tuple[str, ...]) -> Expect:
    """Return a play of the role-play itself with everything that can be said of it."""
    role_play = player.role_play
    play = player.play(replies)
    silent = [
        words for words in _spoken(role_play) if not any(words in line for line in play.heard)
    ]
    all_replies = [
        f"{turn}.{reply.id}" for turn, each in role_play.turns.items() for reply in each.replies
    ]
    return Expect(
        id="full",
        replies=replies,
        ends=play.state.turn,
        state=player.stands(play.state),
        hears=tuple(play.heard),
        never_hears=tuple(silent),
        never_offers=tuple(each for each in all_replies if each not in play.offered),
        asks=tuple(asked(player.machine, play.state)),
        why="Told in full.",
    )


def bare(full: Expect) -> Expect:
    """Return the play with its replies, its ending and the state there alone."""
    return full.model_copy(
        update={"hears": (), "never_hears": (), "never_offers": (), "asks": None}
    )


def told_shortly(role_play: RolePlay, full: Expect, mutants: Iterable[Alive]) -> Expect:
    """Return the play with no more said than is needed to catch these mutants."""
    rule = bare(full)
    for mutant in mutants:
        if not mutant.caught_by(rule):
            rule = next(
                (each for each in _with_more(full, rule, mutant) if mutant.caught_by(each)),
                rule,
            )
    return _quoting(role_play, rule)


def named(role_play: RolePlay, rules: list[Expect]) -> tuple[Expect, ...]:
    """Give each rule an id after the reply that is rarest among them, and a reason."""
    common = Counter(reply for rule in rules for reply in set(rule.replies))
    taken = set(role_play.rules.ids)
    found = []
    for rule in rules:
        telling = min(rule.replies, key=lambda reply: common[reply])
        name = first = f"{telling}-to-{rule.ends}"[: LONGEST_ID - 3].rstrip("-")
        number = 1
        while name in taken:
            number += 1
            name = f"{first}-{number}"
        taken.add(name)
        why = f"After {telling}, this path comes to “{role_play.endings[rule.ends].title}”."
        found.append(rule.model_copy(update={"id": name, "why": why}))
    return tuple(found)


def _spoken(role_play: RolePlay) -> list[str]:
    """Return the words of every line, each once."""
    spoken = (flat(line.says) for _, place in places(role_play) for line in place.lines)
    return list(dict.fromkeys(spoken))


def _with_more(full: Expect, rule: Expect, mutant: Alive) -> Iterator[Expect]:
    """Return the rule with one thing more, such things first as the mutant does differently."""
    play = mutant.player.play(full.replies)
    missing = [words for words in full.hears if words not in play.heard]
    for words in missing:
        hears = tuple(each for each in full.hears if each in rule.hears or each == words)
        yield rule.model_copy(update={"hears": hears})
    for words in full.never_hears:
        if any(words in line for line in play.heard):
            never = (*rule.never_hears, words)
            yield rule.model_copy(update={"never_hears": never})
    for reply in full.never_offers:
        if reply in play.offered:
            offers = (*rule.never_offers, reply)
            yield rule.model_copy(update={"never_offers": offers})
    yield rule.model_copy(update={"asks": full.asks})
    yield rule.model_copy(update={"hears": full.hears})


def _quoting(role_play: RolePlay, rule: Expect) -> Expect:
    """Return the rule with each line it names cut to words that no other line has."""
    spoken = _spoken(role_play)
    return rule.model_copy(
        update={
            "hears": tuple(_quote(words, spoken) for words in rule.hears),
            "never_hears": tuple(_quote(words, spoken) for words in rule.never_hears),
        }
    )


def _quote(line: str, spoken: list[str]) -> str:
    parts = line.split(" ")
    for count in range(min(WORDS, len(parts)), len(parts)):
        words = " ".join(parts[:count]).rstrip(",;:")
        if sum(words in other for other in spoken) == 1:
            return words
    return line
