"""``alongside prove``: proves role-plays, or tells as a transcript what is broken."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

import click

from alongside.faults import Fault
from alongside.load import Loaded, load_course
from alongside.model import RolePlay
from alongside.proof import BUDGET, Verdict, prove

NOT_PROVED = 1
BAD_INPUT = 2


@click.command("prove")
@click.argument("ids", nargs=-1, metavar="[ID]…")
@click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The course; by default this folder.",
)
@click.option("--budget", type=click.IntRange(min=1), default=BUDGET, help="States to visit.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON for other programs.")
def prove_command(ids: tuple[str, ...], folder: Path, budget: int, *, as_json: bool) -> None:
    """Prove the role-plays ID…, or all of the course.

    Ends with 0 if all are proved, 1 if something is broken or not proved, 2 if a file or an
    ID cannot be used.
    """
    loaded = load_course(folder)
    role_plays, faults = _chosen(loaded, ids)
    verdicts = [_proved(loaded, each, budget) for each in role_plays]
    if as_json:
        click.echo(json.dumps(_as_data(verdicts, faults), ensure_ascii=False, indent=2))
    else:
        for fault in faults:
            click.echo(str(fault))
        for verdict in verdicts:
            click.echo("\n".join(report(verdict)))
    if faults or not role_plays:
        raise SystemExit(BAD_INPUT)
    if any(verdict.status != "proved" for verdict in verdicts):
        raise SystemExit(NOT_PROVED)


def report(verdict: Verdict) -> list[str]:
    """Return what is printed about one role-play."""
    figures = verdict.figures
    lines = [f"{verdict.role_play}: {verdict.status}"]
    lines.append(
        f"  {figures.turns} turns, {figures.replies} replies, {figures.endings} endings;"
        f" {figures.states} states visited."
    )
    if figures.shortest_good is not None:
        path = ", ".join(figures.shortest_good)
        lines.append(f"  Shortest good path, {len(figures.shortest_good)} replies: {path}.")
    if figures.chance is not None:
        robots = ", ".join(f"{name} {share:.0%}" for name, share in figures.robots)
        lines.append(f"  Good endings: by chance {figures.chance:.0%}; by robots: {robots}.")
    for finding in verdict.findings:
        lines += ["", str(finding.fault), *(f"    {line}" for line in finding.transcript)]
    if verdict.findings:
        lines.append("")
    return lines


def _chosen(loaded: Loaded, ids: tuple[str, ...]) -> tuple[list[RolePlay], list[Fault]]:
    """Return the role-plays asked for, and what keeps others from being read."""
    wanted = set(ids)
    faults = [
        fault
        for fault in loaded.faults
        if fault.path.parts[:1] == ("role_plays",)
        and (not wanted or fault.path.stem in wanted)
        and not fault.warning
    ]
    told = {fault.path.stem for fault in faults}
    for name in sorted(wanted - set(loaded.role_plays) - told):
        there = ", ".join(loaded.role_plays) or "none yet"
        says = f"There is no role-play {name}."
        path = PurePosixPath("role_plays") / f"{name}.yml"
        faults.append(Fault(path, 0, "R109", says, f"There are: {there}."))
    if not ids and not loaded.role_plays and not faults:
        says = "The course has no role-plays."
        faults.append(Fault(PurePosixPath("role_plays"), 0, "R109", says, "Write one."))
    return [
        each for name, each in loaded.role_plays.items() if not ids or name in wanted
    ], faults


def _proved(loaded: Loaded, role_play: RolePlay, budget: int) -> Verdict:
    return prove(
        role_play,
        budget,
        where=lambda path: loaded.where(role_play, *path)[1],
        path=loaded.file_of(role_play),
    )


def _as_data(verdicts: list[Verdict], faults: list[Fault]) -> dict[str, Any]:
    return {
        "role_plays": [
            {
                "id": verdict.role_play,
                "status": verdict.status,
                "turns": verdict.figures.turns,
                "replies": verdict.figures.replies,
                "endings": verdict.figures.endings,
                "states": verdict.figures.states,
                "shortest_good": verdict.figures.shortest_good,
                "chance": verdict.figures.chance,
                "robots": dict(verdict.figures.robots),
                "findings": [
                    _fault_data(each.fault) | {"transcript": each.transcript}
                    for each in verdict.findings
                ],
            }
            for verdict in verdicts
        ],
        "faults": [_fault_data(fault) for fault in faults],
    }


def _fault_data(fault: Fault) -> dict[str, Any]:
    return {
        "file": str(fault.path),
        "line": fault.line,
        "code": fault.code,
        "says": fault.says,
        "remedy": fault.remedy,
        "warning": fault.warning,
    }
