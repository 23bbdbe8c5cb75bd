"""R31x and R4xx: the promises of the author, each held on its own.

Each check takes the study and one rule with its path, so that the mutation run can ask which
rule caught what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from alongside.conditions import predicate
from alongside.machine import (
    Machine,
    State,
    asked,
    ending,
    lines_shown,
    replies_offered,
    start,
    take,
)
from alongside.model.role_play import AlwaysPossible, Expect, MustPass, Never, RolePlay
from alongside.proof.found import Found, Path
from alongside.proof.graph import Move, backward
from alongside.proof.study import Study
from alongside.proof.transcript import place


def never_broken(study: Study, rule: Never, path: Path) -> Iterator[Found]:
    """R310: what must never be so at an ending (or turn) can be so."""
    test = predicate(study.tree(rule.when))
    for node in study.graph.at.get(rule.at, []):
        if test(study.graph.values[node]):
            says = f"Rule {rule.id}: {rule.at} is reached while “{rule.when}”. {rule.why}"
            remedy = "Close this path, or change the rule."
            yield Found("R310", path, says, remedy, study.replies_to(node))
            return


def always_possible_broken(study: Study, rule: AlwaysPossible, path: Path) -> Iterator[Found]:
    """R311: from a turn the goal cannot always be reached."""
    can = backward(study.graph, study.graph.at.get(rule.goal, []))
    for turn in rule.turns:
        node = next((n for n in study.graph.at.get(turn, []) if n not in can), None)
        if node is not None:
            says = f"Rule {rule.id}: from {turn}, {rule.goal} may be out of reach. {rule.why}"
            remedy = "Open a way back, or change the rule."
            yield Found("R311", path, says, remedy, study.replies_to(node))
            return


def must_pass_broken(study: Study, rule: MustPass, path: Path) -> Iterator[Found]:
    """R312: the ending can be reached without passing through the turn."""
    if study.role_play.start == rule.through:
        return

    def around(_: int, move: Move) -> bool:
        return study.graph.turns[move.to] != rule.through

    replies = study.play_without(study.graph.at.get(rule.to, []), around)
    if replies is not None:
        says = f"Rule {rule.id}: {rule.to} is reached without {rule.through}. {rule.why}"
        yield Found("R312", path, says, "Close this path, or change the rule.", replies)


@dataclass
class Played:
    """An expected path as far as it could be played."""

    state: State
    heard: list[str] = field(default_factory=list)
    offered: set[str] = field(default_factory=set)
    stopped: int | None = None
    """Place of the first reply that was not on offer, or had no way open."""


def played(role_play: RolePlay, machine: Machine, replies: tuple[str, ...]) -> Played:
    """Play the replies from the start, as far as they are on offer."""
    play = Played(start(machine))
    _hear(role_play, machine, play)
    for at, reply in enumerate(replies):
        if reply not in replies_offered(machine, play.state):
            play.stopped = at
            return play
        after = take(machine, play.state, reply)
        if after is None:
            play.stopped = at
            return play
        play.state = after
        _hear(role_play, machine, play)
    return play


def expect_broken(
    role_play: RolePlay, machine: Machine, rule: Expect, path: Path
) -> Iterator[Found]:
    """R401 to R408: an expected path does not go as it was told."""
    play = played(role_play, machine, rule.replies)
    so_far = rule.replies if play.stopped is None else rule.replies[: play.stopped]
    for code, says in _broken(machine, rule, play):
        words = f"Rule {rule.id}: {says} {rule.why}"
        yield Found(code, path, words, "Mend the conversation, or the rule.", so_far)
        return


def _broken(machine: Machine, rule: Expect, play: Played) -> Iterator[tuple[str, str]]:
    if play.stopped is not None:
        offered = ", ".join(replies_offered(machine, play.state)) or "nothing: it had ended"
        number, reply = play.stopped + 1, rule.replies[play.stopped]
        says = f"reply {number}, “{reply}”, cannot be taken in {play.state.turn}"
        yield "R401", f"{says}; on offer there: {offered}."
        return
    if ending(machine, play.state) != rule.ends:
        yield "R402", f"it comes to {play.state.turn} instead of {rule.ends}."
    yield from _state_broken(machine, rule, play.state)
    yield from _hearing_broken(rule, play)
    for reply in rule.never_offers:
        if reply in play.offered:
            yield "R406", f"{reply} is on offer on the way."
    if rule.asks is not None and asked(machine, play.state) != list(rule.asks):
        questions = ", ".join(asked(machine, play.state)) or "none"
        yield "R407", f"the debrief questions are {questions}."


def _state_broken(machine: Machine, rule: Expect, state: State) -> Iterator[tuple[str, str]]:
    for variable, value in zip(machine["variables"], state.values, strict=True):
        wanted = rule.state.get(variable["name"]) if variable["kind"] != "chose" else None
        is_now = variable["levels"][value] if variable["levels"] else bool(value)
        if wanted is not None and is_now != wanted:
            words = str(is_now).lower(), str(wanted).lower()
            yield "R403", f"{variable['name']} ends as {words[0]} instead of {words[1]}."


def _hearing_broken(rule: Expect, play: Played) -> Iterator[tuple[str, str]]:
    at = 0
    for words in rule.hears:
        found = next((n for n in range(at, len(play.heard)) if words in play.heard[n]), None)
        if found is None:
            yield "R404", f"“{words}” is not heard, or not in this order."
            return
        at = found
    for words in rule.never_hears:
        if any(words in line for line in play.heard):
            yield "R405", f"“{words}” is heard."


def _hear(role_play: RolePlay, machine: Machine, play: Played) -> None:
    lines = place(role_play, play.state.turn).lines
    play.heard += [flat(lines[at].says) for at in lines_shown(machine, play.state)]
    turn = play.state.turn
    play.offered |= {f"{turn}.{reply}" for reply in replies_offered(machine, play.state)}


def flat(text: str) -> str:
    """Return the words with every run of spaces and line ends as one space."""
    return " ".join(text.split())


GraphRule = Never | AlwaysPossible | MustPass


def graph_rules(role_play: RolePlay) -> Iterator[tuple[GraphRule, Path]]:
    """Return the rules that are held over all states, with their paths."""
    rules = role_play.rules
    for at, never in enumerate(rules.never):
        yield never, ("rules", "never", at)
    for at, always in enumerate(rules.always_possible):
        yield always, ("rules", "always_possible", at)
    for at, must in enumerate(rules.must_pass):
        yield must, ("rules", "must_pass", at)


def graph_rule_broken(study: Study, rule: GraphRule, path: Path) -> Iterator[Found]:
    """Hold one such rule."""
    if isinstance(rule, Never):
        return never_broken(study, rule, path)
    if isinstance(rule, AlwaysPossible):
        return always_possible_broken(study, rule, path)
    return must_pass_broken(study, rule, path)


AUTHOR: tuple[Callable[..., Iterator[Found]], ...] = (
    never_broken,
    always_possible_broken,
    must_pass_broken,
    expect_broken,
)
