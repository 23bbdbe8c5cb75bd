"""``alongside prove``: proves role-plays, or tells as a transcript what is broken."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile

import click

from alongside.cli.course import folder_option
from alongside.cli.ends import BAD_INPUT, FAULTS
from alongside.cli.prove_report import Outcome, as_data, report
from alongside.faults import Fault
from alongside.model import RolePlay
from alongside.mutants import Mutant, mutation_faults, mutation_run, suggested
from alongside.mutants.record import counted, read, write
from alongside.proof import BUDGET, Placer, prove
from alongside.reading.load import Loaded, load_course


@click.command("prove")
@click.argument("ids", nargs=-1, metavar="[ID]…")
@click.option("--mutants", "with_mutants", is_flag=True, help="Also see what the rules catch.")
@click.option("--suggest", is_flag=True, help="Propose expected paths that catch more.")
@click.option(
    "--record",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Keep what the mutants came to in this file; the tests hold docs/mutants.json.",
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON for other programs.")
@click.option(
    "--budget",
    type=click.IntRange(min=1),
    default=BUDGET,
    show_default=True,
    help="States to visit at most.",
)
@folder_option
def prove_command(  # noqa: PLR0913 - one argument for each word of the command
    ids: tuple[str, ...],
    folder: Path,
    budget: int,
    *,
    with_mutants: bool,
    suggest: bool,
    record: Path | None,
    as_json: bool,
) -> None:
    """Prove the role-plays ID…, or all of the course.

    A broken rule is told as a transcript: the shortest talk that shows it.

    With --mutants, slips of the pen are made in each (a reply led elsewhere, a condition turned
    round, …) and it is seen which rule catches them. --suggest prints expected paths as YAML:
    read each, and keep it if that is how the conversation should go.

    Ends with 0 if all is well, 1 if something is broken or not proved, 2 if a file or an ID
    cannot be used.
    """
    if record and not with_mutants:
        raise click.UsageError("--record keeps what --mutants counts: ask for both.")
    if record:
        _see_to(record)
    loaded = load_course(folder)
    role_plays, faults = _chosen(loaded, ids)
    outcomes = []
    for fault in faults if not as_json else ():
        click.echo(str(fault))
    for role_play in role_plays:
        outcome = _outcome(loaded, role_play, budget, mutants=with_mutants, suggest=suggest)
        outcomes.append(outcome)
        if not as_json:
            click.echo("\n".join(report(outcome)))
    if as_json:
        click.echo(json.dumps(as_data(outcomes, faults), ensure_ascii=False, indent=2))
    if record:
        _keep(record, loaded, outcomes)
    if faults or not role_plays:
        raise SystemExit(BAD_INPUT)
    if not all(outcome.sound for outcome in outcomes):
        raise SystemExit(FAULTS)


def _see_to(record: Path) -> None:
    """End the command where the record cannot be kept, before hours go into the counting."""
    if not record.absolute().parent.is_dir():
        raise click.BadParameter(f"There is no folder {record.parent}. Make it first.")
    try:
        read(record)
    except ValueError as why:
        raise click.BadParameter(f"{why}. Name another file, or remove this one.") from None
    TemporaryFile(dir=record.absolute().parent).close()


def _keep(file: Path, loaded: Loaded, outcomes: list[Outcome]) -> None:
    """Write the counts into the file; those of other role-plays of the course stay."""
    there = {path.stem for path in loaded.files if path.parts[0] == "role_plays"}
    counts = {name: one for name, one in read(file).items() if name in there}
    for outcome in outcomes:
        if run := outcome.run:
            codes = tuple(sorted({one.fault.code for one in outcome.findings}))
            counts[run.role_play.id] = counted(run, codes)
    write(file, counts)


def _outcome(
    loaded: Loaded, role_play: RolePlay, budget: int, *, mutants: bool, suggest: bool
) -> Outcome:
    def where(path: tuple[str | int, ...]) -> int:
        return loaded.where(role_play, *path)[1]

    file = loaded.file_of(role_play)
    verdict = prove(role_play, budget, where=where, path=file)
    if verdict.status != "proved" or not (mutants or suggest):
        return Outcome(verdict)
    run = mutation_run(role_play, budget, watch=_watching(f"{role_play.id}: mutants"))
    placer = Placer(role_play, file, where)
    findings = tuple(placer.finding(each) for each in mutation_faults(run))
    suggestion = suggested(run, _watching(f"{role_play.id}: paths")) if suggest else None
    return Outcome(verdict, run, findings, suggestion)


class _watching:  # noqa: N801 - used as a function
    """Hands mutants through, with a progress bar on a terminal."""

    def __init__(self, label: str) -> None:
        self.label = label

    def __call__(self, mutants: tuple[Mutant, ...]) -> Iterator[Mutant]:
        if not (sys.stderr and sys.stderr.isatty()):
            yield from mutants
            return
        with click.progressbar(mutants, label=self.label, file=sys.stderr) as bar:
            yield from bar


def _chosen(loaded: Loaded, ids: tuple[str, ...]) -> tuple[list[RolePlay], list[Fault]]:
    """Return the role-plays asked for, and what keeps others from being read."""
    # Whoever lets the shell complete the word names the file.
    wanted = {one.removeprefix("role_plays/").removesuffix(".yml") for one in ids}
    faults = [
        fault
        for fault in loaded.faults
        if fault.path.parts[:1] == ("role_plays",)
        and (not wanted or fault.path.stem in wanted)
        and not fault.warning
    ]
    told = {fault.path.stem for fault in faults}
    there = ", ".join(loaded.role_plays) or "none yet"
    for name in sorted(wanted - set(loaded.role_plays) - told):
        path = PurePosixPath("role_plays") / f"{name}.yml"
        says = f"There is no role-play {name}."
        faults.append(Fault(path, 0, "R109", says, f"There are: {there}."))
    if not ids and not loaded.role_plays and not faults:
        says = "There are no role-plays here."
        remedy = "Name the folder that holds course.yml, or write one: alongside new role-play."
        faults.append(Fault(PurePosixPath("role_plays"), 0, "R109", says, remedy))
    return [
        each for name, each in loaded.role_plays.items() if not ids or name in wanted
    ], faults
