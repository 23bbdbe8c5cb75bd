"""What ``alongside prove`` found, as lines to read and as data for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from alongside.faults import Fault
from alongside.mutants import MutationRun, Suggestion, written
from alongside.proof import Finding, Verdict

NAMED = 20
"""Mutants that were not caught, named on the terminal."""


@dataclass(frozen=True)
class Outcome:
    """All that was asked about one role-play; None for what was not, or could not be."""

    verdict: Verdict
    run: MutationRun | None = None
    findings: tuple[Finding, ...] = ()
    suggestion: Suggestion | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing but warnings was found."""
        faults = [finding for finding in self.findings if not finding.fault.warning]
        return self.verdict.status == "proved" and not faults


def report(outcome: Outcome) -> Iterator[str]:
    """Return what is printed about one role-play."""
    verdict = outcome.verdict
    figures = verdict.figures
    yield f"{verdict.role_play}: {verdict.status}"
    yield (
        f"  {figures.turns} turns, {figures.replies} replies, {figures.endings} endings;"
        f" {figures.states} states visited."
    )
    if figures.shortest_good is not None:
        path = ", ".join(figures.shortest_good)
        yield f"  Shortest good path, {len(figures.shortest_good)} replies: {path}."
    if figures.chance is not None:
        robots = ", ".join(f"{name} {share:.0%}" for name, share in figures.robots)
        yield f"  Good endings: by chance {figures.chance:.0%}; by robots: {robots}."
    for finding in verdict.findings:
        yield from _told(finding)
    if outcome.run is not None:
        yield from _run_report(outcome.run)
        for finding in outcome.findings:
            yield from _told(finding)
    elif verdict.status != "proved":
        yield ""
    if outcome.suggestion is not None:
        yield from _suggestion_report(outcome.suggestion)


def _told(finding: Finding) -> Iterator[str]:
    yield ""
    yield str(finding.fault)
    yield from (f"    {line}" for line in finding.transcript)


def _run_report(run: MutationRun) -> Iterator[str]:
    count = f"{len(run.fates)} mutants, {len(run.equivalent)} of them listed as equivalent"
    yield f"  {count}; {run.share:.1%} of the others caught."
    for rule in run.role_play.rules.ids:
        yield f"  Only {rule} catches: {'; '.join(run.only_by(rule)) or 'nothing'}."
    for fate in run.alive[:NAMED]:
        yield f"  Not caught: {fate.mutant.name}"
    if len(run.alive) > NAMED:
        yield f"  … and {len(run.alive) - NAMED} more (all of them in --json)"


def _suggestion_report(suggestion: Suggestion) -> Iterator[str]:
    if suggestion.expect:
        yield ""
        yield f"# With these paths the rules catch {suggestion.share:.1%} of the mutants."
        yield "# Read each; keep it only if that is how the conversation should go."
        yield written(suggestion.expect)
    for name in suggestion.untold:
        yield f"# No play can show: {name} (list it under “equivalent” with a reason)"


def as_data(outcomes: list[Outcome], faults: list[Fault]) -> dict[str, Any]:
    """Return the same for other programs, as JSON can carry it."""
    return {
        "role_plays": [_outcome_data(outcome) for outcome in outcomes],
        "faults": [fault.as_data() for fault in faults],
    }


def _outcome_data(outcome: Outcome) -> dict[str, Any]:
    verdict, run = outcome.verdict, outcome.run
    figures = verdict.figures
    data: dict[str, Any] = {
        "id": verdict.role_play,
        "status": verdict.status,
        "turns": figures.turns,
        "replies": figures.replies,
        "endings": figures.endings,
        "states": figures.states,
        "shortest_good": figures.shortest_good,
        "chance": figures.chance,
        "robots": dict(figures.robots),
        "findings": [
            each.fault.as_data() | {"transcript": each.transcript}
            for each in (*verdict.findings, *outcome.findings)
        ],
    }
    if run is not None:
        data["mutants"] = {
            "count": len(run.fates),
            "equivalent": [fate.mutant.name for fate in run.equivalent],
            "share": run.share,
            "only": {rule: list(run.only_by(rule)) for rule in run.role_play.rules.ids},
            "alive": [fate.mutant.name for fate in run.alive],
        }
    if outcome.suggestion is not None:
        data["suggested"] = [rule.model_dump() for rule in outcome.suggestion.expect]
    return data
