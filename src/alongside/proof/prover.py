"""The prover: all checks over one role-play, and the verdict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Literal

from alongside.faults import Fault
from alongside.model.role_play import RolePlay
from alongside.playing.machine import compiled
from alongside.proof.author import graph_rule_broken, graph_rules
from alongside.proof.circles import circles
from alongside.proof.expect import expect_broken
from alongside.proof.found import Figures, Finding, Found, Path, Verdict, Where, nowhere
from alongside.proof.graph import TooManyStatesError
from alongside.proof.harm import HARM, harm_without_repair
from alongside.proof.idle import idle_parts
from alongside.proof.quoted import quotes_before_they_are_said
from alongside.proof.reach import REACH, REACH_OF_WORDS, names_never_read
from alongside.proof.references import REFERENCES
from alongside.proof.robots import PLACES, TRICKS, chance_of_good, robot_of_good
from alongside.proof.shape import SHAPE, SHAPE_OF_LINES, SHAPE_OF_WORDS
from alongside.proof.study import Study
from alongside.proof.teaching import TEACHING, TEACHING_OF_ENDS
from alongside.proof.transcript import told
from alongside.proof.wider import WIDER, levels_never_reached

BUDGET = 400_000
"""States after which the prover says *not proved*."""
Touched = Literal["course", "words", "debrief"]
"""Replies, start or meters; lines; debrief questions."""


def prove(
    role_play: RolePlay,
    budget: int = BUDGET,
    *,
    shape: bool = True,
    where: Where = nowhere,
    path: PurePosixPath | None = None,
) -> Verdict:
    """Visit every state and hold every rule.

    Args:
        role_play: The role-play.
        budget: The most states to visit.
        shape: Whether it must have the shape of a role-play that is shipped (R6xx).
        where: Path of keys → line in its file.
        path: Its file; by default ``role_plays/<id>.yml``.

    """
    file = path or PurePosixPath("role_plays") / f"{role_play.id}.yml"
    placed = Placer(role_play, file, where)
    names = [each for check in REFERENCES for each in check(role_play)]
    if names:
        findings = tuple(placed.finding(each) for each in names)
        return Verdict(role_play.id, "broken", findings, _counted(role_play))
    study = Study(role_play, budget)
    found: list[Found] = []
    try:
        found.extend(
            each for each in broken(study, shape=shape) if not _waived(role_play, each)
        )
        figures = _figures(study, shape=shape)
    except TooManyStatesError:
        says = f"More than {budget} states were met: nothing is proved."
        remedy = "Use fewer meters, levels or facts, or forget them sooner."
        found.append(Found("R501", (), says, remedy))
        figures = _counted(role_play)
    findings = tuple(placed.finding(each) for each in found)
    return Verdict(role_play.id, _status(found), findings, figures)


def broken(study: Study, *, shape: bool) -> Iterator[Found]:
    """Return everything that is broken, checks that cost little first."""
    for at, rule in enumerate(study.role_play.rules.expect):
        path: Path = ("rules", "expect", at)
        yield from expect_broken(study.player, rule, path)
    for graph_rule, path in graph_rules(study.role_play):
        yield from graph_rule_broken(study, graph_rule, path)
    yield from built_in(study, shape=shape)
    yield from idle_parts(study)
    yield from levels_never_reached(study)
    yield from quotes_before_they_are_said(study)
    for check in (*TEACHING_OF_ENDS, *HARM, *(SHAPE_OF_WORDS if shape else ())):
        yield from check(study)


def built_in(study: Study, *, shape: bool, touched: Touched = "course") -> Iterator[Found]:
    """Return what the rules of the house find, without the author's.

    None of them reads words, so what they make of a mutant stays true when words are edited.

    Args:
        study: The role-play.
        shape: Whether R6xx are asked.
        touched: The part that differs from a role-play already proved; "course" asks all.

    """
    if touched == "course":
        shape_of = SHAPE if shape else ()
        checks = (*REACH, circles, *TEACHING, harm_without_repair, *shape_of, *WIDER)
    elif touched == "words":
        checks = (*REACH_OF_WORDS, *(SHAPE_OF_LINES if shape else ()))
    else:
        checks = (names_never_read, *WIDER)
    for check in checks:
        yield from check(study)


def _status(found: list[Found]) -> Literal["proved", "broken", "not proved"]:
    codes = {each.code for each in found if not each.warning}
    if codes - {"R501"}:
        return "broken"
    return "not proved" if codes else "proved"


def _waived(role_play: RolePlay, found: Found) -> bool:
    """Return whether a warning is answered with a reason in the file."""
    return found.warning and found.code in role_play.waive


def _counted(role_play: RolePlay) -> Figures:
    replies = sum(len(turn.replies) for turn in role_play.turns.values())
    return Figures(len(role_play.turns), replies, len(role_play.endings))


def _figures(study: Study, *, shape: bool) -> Figures:
    counted = _counted(study.role_play)
    good = min(study.good_nodes, default=None)
    return Figures(
        counted.turns,
        counted.replies,
        counted.endings,
        len(study.graph.turns),
        None if good is None else study.replies_to(good),
        chance_of_good(study) if shape else None,
        tuple((name, robot_of_good(study, name)) for name in PLACES | TRICKS) if shape else (),
    )


class Placer:
    """Gives what was found its place in the file, and tells the play that shows it."""

    def __init__(self, role_play: RolePlay, file: PurePosixPath, where: Where) -> None:
        self.role_play = role_play
        self.file = file
        self.where = where

    def finding(self, found: Found) -> Finding:
        """Return the fault with its transcript."""
        fault = Fault(
            self.file,
            self.where(found.path),
            found.code,
            found.says,
            found.remedy,
            warning=found.warning,
        )
        if found.replies is None:
            return Finding(fault)
        return Finding(fault, told(self.role_play, compiled(self.role_play), found.replies))
