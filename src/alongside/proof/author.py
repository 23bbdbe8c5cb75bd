"""R31x: the promises of the author that are held over all states, each on its own.

Each check takes the study and one rule with its path, so that the mutation run can ask which
rule caught what.
"""

from __future__ import annotations

from collections.abc import Iterator

from alongside.model.role_play import AlwaysPossible, MustPass, Never, RolePlay
from alongside.playing.conditions import predicate
from alongside.proof.found import Found, Path
from alongside.proof.graph import Move, backward
from alongside.proof.study import Study


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
    """R311: from a turn the author's goal cannot always be reached."""
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
