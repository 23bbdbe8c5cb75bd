"""``make bench``: measure everything in one run and write ``docs/benchmarks.md``.

Every figure is a ratio to something measured in the same run, or bytes, or a count: times of
one machine say little about another. Rounds are interleaved, so that what else the machine
does meets all alike.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
import commands
import sites
from copies import ROOT
from figures import Row
from report import Machine, page

WORK = ROOT / "_build/bench"
DOCS = ROOT / "docs/benchmarks.md"
PARTS = (("Pages", sites.measured, 6), ("Commands and builds", commands.measured, 3))
"""What is measured, by what, in how many rounds."""


@click.command()
@click.option("--quick", is_flag=True, help="One round of everything; prints, writes nothing.")
def main(*, quick: bool) -> None:
    """Measure Alongside beside its peers."""
    WORK.mkdir(parents=True, exist_ok=True)
    before = os.getloadavg()[0]
    rows, tables = _measured(quick=quick)
    wanted = (f"{many} rounds of {what.lower()}" for what, _, many in PARTS)
    told = "one round of everything" if quick else " and ".join(wanted)
    written = page(rows, tables, Machine.here(before, told))
    if quick:
        click.echo(written)
        return
    DOCS.write_text(written, encoding="utf-8")
    click.echo(f"Written: {Path(os.path.relpath(DOCS))}")
    click.echo(f"{sum(row.met is False for row in rows)} goals of {len(rows)} rows not met.")


def _measured(*, quick: bool) -> tuple[list[Row], list[str]]:
    """Measure part by part, with a bar for somebody who waits."""
    rows: list[Row] = []
    tables: list[str] = []
    for label, part, rounds in PARTS:
        with click.progressbar(length=100, label=f"{label:<20}", file=sys.stderr) as bar:
            found, table = part(WORK, rounds=1 if quick else rounds, bar=bar.update)
            bar.update(100)
        rows.extend(found)
        tables.append(table)
    return rows, tables


if __name__ == "__main__":
    main()
