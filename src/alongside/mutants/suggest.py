"""Expected paths proposed to a writer: few, readable, each catching what no other rule does.

Plays are gathered that meet everything there is to meet; for a mutant that none of them shows,
a shortest play that does is sought and played on to an ending. A greedy choice among the plays
covers the mutants up to a share; what has become superfluous is taken out again; each play then
tells no more than it needs to catch its mutants. Mutants that keep another rule of the author's
busy are left to it where possible.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.model.role_play import Expect
from alongside.mutants.plays import Play, covering_plays, played_on
from alongside.mutants.run import MutationRun, Watch
from alongside.mutants.short import Alive, bare, named, ready, told_in_full, told_shortly
from alongside.mutants.tell import told_apart
from alongside.proof.player import Player

SHARE = 0.97
"""Suggestions stop at this share of the mutants: each path must be worth a writer's reading."""
Catches = Mapping[Play, frozenset[str]]
"""Play → names of the mutants that it can catch."""


@dataclass(frozen=True)
class Suggestion:
    """What is proposed.

    Attributes:
        expect: Paths to read, and to accept if they are meant.
        share: The share of all mutants that are caught with them.
        untold: Mutants that no play can show: candidates for ``equivalent``.

    """

    expect: tuple[Expect, ...]
    share: float
    untold: tuple[str, ...]


def suggested(run: MutationRun, watch: Watch = iter) -> Suggestion:
    """Return expected paths that catch what the run left alive."""
    player = Player(run.role_play)
    plays = {play: told_in_full(player, play) for play in covering_plays(player)}
    catches: dict[Play, set[str]] = {play: set() for play in plays}
    alive: dict[str, Alive] = {}
    untold: list[str] = []
    for mutant in watch(tuple(fate.mutant for fate in run.alive)):
        one = alive[mutant.name] = ready(mutant)
        showing = [play for play in plays if one.differs_from(player, plays[play])]
        if not showing:
            prefix = told_apart(player, one.player)
            play = None if prefix is None else played_on(player, prefix)
            if play is None:
                untold.append(mutant.name)
                continue
            plays.setdefault(play, told_in_full(player, play))
            catches.setdefault(play, set())
            showing = [play]
        for play in showing:
            catches[play].add(mutant.name)
    found = {play: frozenset(names) for play, names in catches.items() if names}
    judged = len(run.fates) - len(run.equivalent)
    enough = int(SHARE * judged) + 1 - (judged - len(run.alive))
    chosen = _chosen(found, _spared(run, {play: plays[play] for play in found}), enough)
    short = [
        told_shortly(run.role_play, plays[play], [alive[name] for name in names])
        for play, names in _shared_out(chosen, found)
    ]
    caught = judged - len(run.alive) + len(_together(chosen, found))
    return Suggestion(named(run.role_play, short), caught / judged, tuple(untold))


def _spared(run: MutationRun, plays: Mapping[Play, Expect]) -> list[Catches]:
    """Return, for each busy rule of the author's, play → what it would leave to the rule."""
    mutants = {fate.mutant.name: fate.mutant for fate in run.fates}
    found: list[Catches] = []
    for rule in run.role_play.rules.ids:
        only = {name: ready(mutants[name]) for name in run.only_by(rule)}
        if only:
            left = {
                play: frozenset(n for n, one in only.items() if not one.caught_by(bare(full)))
                for play, full in plays.items()
            }
            found.append(left)
    return found


def _chosen(catches: Catches, spared: list[Catches], enough: int) -> list[Play]:
    """Choose greedily what catches most, then take out what became superfluous."""
    left = _together(catches, catches)
    most_left = max(len(left) - enough, 0)
    order: list[Play] = []
    while len(left) > most_left:
        useful = [play for play in catches if catches[play] & left]
        kind = [play for play in useful if _leaves_work([*order, play], spared)]
        best = max(kind or useful, key=lambda play: (len(catches[play] & left), -len(play)))
        order.append(best)
        left -= catches[best]
    for play in order[::-1]:
        if catches[play] <= _together([each for each in order if each != play], catches):
            order.remove(play)
    return order


def _leaves_work(order: list[Play], spared: list[Catches]) -> bool:
    """Return whether each other rule still has a mutant that only it catches."""
    return all(frozenset.intersection(*(left[play] for play in order)) for left in spared)


def _together(plays: list[Play] | Catches, catches: Catches) -> frozenset[str]:
    return frozenset[str]().union(*(catches[play] for play in plays))


def _shared_out(chosen: list[Play], catches: Catches) -> list[tuple[Play, list[str]]]:
    """Give each mutant to the first chosen play that catches it."""
    given: frozenset[str] = frozenset()
    shares = []
    for play in chosen:
        shares.append((play, sorted(catches[play] - given)))
        given |= catches[play]
    return shares
