"""The mutation run: which rule catches which slip of the pen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from alongside.model.role_play import RolePlay
from alongside.mutants.operators import Mutant, mutants
from alongside.mutants.tell import told_apart
from alongside.proof.author import graph_rule_broken, graph_rules
from alongside.proof.expect import expect_broken
from alongside.proof.found import Found
from alongside.proof.graph import TooManyStatesError
from alongside.proof.player import Player
from alongside.proof.prover import BUDGET, Touched, built_in
from alongside.proof.references import REFERENCES
from alongside.proof.study import Study

ENOUGH = 50
"""Mutants that a shipped role-play must have."""
SHARE = 0.9
"""The share of them that must be caught."""
EXAMPLES = 3
"""Mutants that one rule alone catches, after which no more are looked for."""


@dataclass(frozen=True)
class Fate:
    """What became of one mutant.

    Attributes:
        mutant: The mutant.
        rules: Ids of the author's rules that catch it.
        code: The first rule of the house that catches it, if one was asked and does.
        asked: Whether the rules of the house were asked.

    """

    mutant: Mutant
    rules: tuple[str, ...]
    code: str | None
    asked: bool = True

    @property
    def alone(self) -> bool:
        """Whether one rule of the author's is known to be the only one that catches it."""
        return len(self.rules) == 1 and self.asked and self.code is None

    @property
    def caught(self) -> bool:
        """Whether any rule catches it."""
        return bool(self.rules) or self.code is not None


@dataclass(frozen=True)
class MutationRun:
    """The whole run over one role-play."""

    role_play: RolePlay
    fates: tuple[Fate, ...]

    @property
    def alive(self) -> tuple[Fate, ...]:
        """The mutants that nothing caught and that are not listed as equivalent."""
        return tuple(each for each in self.fates if not each.caught and not self.listed(each))

    @property
    def equivalent(self) -> tuple[Fate, ...]:
        """The mutants that nothing caught and that the file lists, with a reason."""
        return tuple(each for each in self.fates if not each.caught and self.listed(each))

    @property
    def share(self) -> float:
        """The share caught, of those that are not listed as equivalent."""
        judged = len(self.fates) - len(self.equivalent)
        return (judged - len(self.alive)) / judged if judged else 0.0

    def listed(self, fate: Fate) -> bool:
        """Return whether the file lists the mutant as equivalent."""
        return fate.mutant.name in {each.mutant for each in self.role_play.equivalent}

    def only_by(self, rule: str) -> tuple[str, ...]:
        """Return mutants that only this rule of the author's catches; a few will do."""
        return tuple(
            each.mutant.name for each in self.fates if each.alone and each.rules == (rule,)
        )


Watch = Callable[[tuple[Mutant, ...]], Iterable[Mutant]]
"""Hands the mutants through one by one; a command line draws its progress here."""


def mutation_run(
    role_play: RolePlay,
    budget: int = BUDGET,
    *,
    shape: bool = True,
    watch: Watch = iter,
) -> MutationRun:
    """Judge every mutant of a role-play that is itself proved."""
    original = Study(role_play, budget)
    alone: Counter[str] = Counter()
    fates = []
    for mutant in watch(mutants(role_play)):
        busy = frozenset(rule for rule, count in alone.items() if count >= EXAMPLES)
        fate = judged(mutant, original, busy, shape=shape)
        alone.update(fate.rules if fate.alone else ())
        fates.append(fate)
    return MutationRun(role_play, tuple(fates))


def judged(
    mutant: Mutant, original: Study, busy: frozenset[str] = frozenset(), *, shape: bool
) -> Fate:
    """Return what catches the mutant.

    The rules of the house are asked last, and only while they can still tell something: not
    where two of the author's rules catch the mutant, or one that is known to be ``busy``.
    """
    names = next((each for check in REFERENCES for each in check(mutant.role_play)), None)
    if names is not None:
        return Fate(mutant, (), names.code)
    touched = _touched(mutant.role_play, original.role_play)
    study = Study(mutant.role_play, original.budget)
    if touched != "course" and study.machine["variables"] == original.machine["variables"]:
        study.graph = original.graph  # who says what does not change where one comes
    try:
        rules = tuple(_catching(study, touched))
        if len(rules) > 1 or (busy.issuperset(rules) and rules):
            return Fate(mutant, rules, None, asked=False)
        found = built_in(study, shape=shape, touched=touched)
        first = next((each for each in found if not each.warning), None)
    except TooManyStatesError:
        return Fate(mutant, (), "R501")
    return Fate(mutant, rules, None if first is None else first.code)


def _touched(mutant: RolePlay, original: RolePlay) -> Touched:
    """Return which part of the role-play the slip is in, so that the rest need not be asked."""
    same_replies = all(
        turn.replies is original.turns[name].replies for name, turn in mutant.turns.items()
    )
    if (
        not same_replies
        or mutant.start != original.start
        or mutant.meters is not original.meters
    ):
        return "course"
    return "words" if mutant.debrief is original.debrief else "debrief"


def mutation_faults(run: MutationRun) -> Iterator[Found]:
    """Return what is wrong with the rules, as the mutants show it."""
    if len(run.fates) < ENOUGH:
        says = f"There are {len(run.fates)} mutants."
        yield Found("R702", (), says, f"A role-play that is shipped has at least {ENOUGH}.")
    if run.share < SHARE:
        says = f"The rules catch {run.share:.1%} of the mutants."
        remedy = "Add expected paths; `alongside prove --suggest` proposes some."
        yield Found("R701", ("rules",), says, remedy)
    yield from _idle_rules(run)
    yield from _wrong_equivalents(run)


def _catching(study: Study, touched: Touched) -> Iterator[str]:
    for at, rule in enumerate(study.role_play.rules.expect):
        broken = expect_broken(study.player, rule, ("rules", "expect", at))
        if next(broken, None) is not None:
            yield rule.id
    for graph_rule, path in graph_rules(study.role_play) if touched == "course" else ():
        if next(graph_rule_broken(study, graph_rule, path), None) is not None:
            yield graph_rule.id


def _idle_rules(run: MutationRun) -> Iterator[Found]:
    """R703: a rule of the author catches no mutant that the others let through."""
    rules = run.role_play.rules
    for family in ("never", "always_possible", "must_pass", "expect"):
        for at, rule in enumerate(getattr(rules, family)):
            if not run.only_by(rule.id):
                says = f"Rule {rule.id} catches no mutant that the other rules let through."
                remedy = "Make it ask for more, or take it out."
                yield Found("R703", ("rules", family, at), says, remedy)


def _wrong_equivalents(run: MutationRun) -> Iterator[Found]:
    """R704: a mutant listed as equivalent is caught or unknown; R705: a play tells it apart."""
    fates = {each.mutant.name: each for each in run.fates}
    for at, entry in enumerate(run.role_play.equivalent):
        fate = fates.get(entry.mutant)
        if fate is None or fate.caught:
            why = "does not exist" if fate is None else f"is caught ({_catcher(fate)})"
            says = f"The mutant “{entry.mutant}” is listed as equivalent but {why}."
            yield Found("R704", ("equivalent", at), says, "Take it off the list.")
            continue
        replies = told_apart(Player(run.role_play), Player(fate.mutant.role_play))
        if replies is not None:
            says = f"A play tells the mutant “{entry.mutant}” apart: it is not equivalent."
            remedy = "Expect this path, or see `alongside prove --suggest`."
            yield Found("R705", ("equivalent", at), says, remedy, replies)


def _catcher(fate: Fate) -> str:
    return ", ".join(fate.rules) or str(fate.code)
