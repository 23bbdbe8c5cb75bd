"""``alongside check``: judges the whole course and tells every fault at once."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from alongside.cli.course import folder_option
from alongside.cli.ends import BAD_INPUT, FAULTS
from alongside.judging.beside import judged_beside
from alongside.judging.judge import Judgement, judge
from alongside.judging.scoreboard import Row, scoreboard
from alongside.proof import Verdict
from alongside.reading.load import Loaded, load_course


@click.command("check")
@folder_option
@click.option("--quiet", is_flag=True, help="Only what must be mended: no warnings, no table.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON for other programs.")
def check_command(folder: Path, *, quiet: bool, as_json: bool) -> None:
    """Judge the whole course.

    One line for each fault: the file, the line, a code, what is wrong, what to do. Then the
    scoreboard. Ends with 0 if nothing must be mended, 1 if something must, 2 if a file cannot
    be read. Rules that need such a file are not asked until it can.
    """
    loaded = load_course(folder)
    with judged_beside(loaded) as (proved, ruled):
        judgement = judge(loaded, _with_bar(proved, len(loaded.role_plays)), ruled)
    rows = () if quiet and not as_json else scoreboard(loaded, judgement)
    if as_json:
        click.echo(json.dumps(_data(judgement, rows), ensure_ascii=False, indent=2))
    else:
        for line in _lines(loaded, judgement, rows, quiet=quiet):
            click.echo(line)
    if loaded.faults:
        raise SystemExit(BAD_INPUT)
    if judgement.errors:
        raise SystemExit(FAULTS)


def _with_bar(proved: Iterator[Verdict], many: int) -> Iterator[Verdict]:
    """Yield the verdicts, with a bar where somebody sits and waits."""
    with click.progressbar(
        proved,
        length=many,
        label="Proving",
        file=sys.stderr,
        hidden=not (sys.stderr and sys.stderr.isatty()),
    ) as bar:
        yield from bar


def _lines(
    loaded: Loaded, judgement: Judgement, rows: Iterable[Row], *, quiet: bool
) -> Iterator[str]:
    shown = judgement.errors if quiet else judgement.faults
    yield from map(str, shown)
    if not quiet:
        if shown:
            yield ""
        width = max(len(row.what) for row in rows)
        for row in rows:
            yield f"{'  ' if row.fine else '! '}{row.what:<{width}}  {row.says}"
        yield ""
    if judgement.waiting:
        yield f"Not asked before every file can be read: {', '.join(judgement.waiting)}."
    if judgement.errors:
        yield f"{len(judgement.errors)} to mend."
    else:
        yield f"{loaded.course.title if loaded.course else 'The course'}: nothing to mend."


def _data(judgement: Judgement, rows: Iterable[Row]) -> dict[str, object]:
    return {
        "faults": [fault.as_data() for fault in judgement.faults],
        "not_asked": judgement.waiting,
        "scoreboard": [{"what": r.what, "says": r.says, "fine": r.fine} for r in rows],
    }
