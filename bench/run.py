"""``make bench``: measure everything in one run and write ``docs/benchmarks.md``.

Every figure is a ratio to something measured in the same run, or bytes, or a count: times of
one machine say little about another. Rounds are interleaved, so that what else the machine
does meets all alike.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click
import commands
import sites
from copies import ROOT
from figures import Row
from report import Machine, page

WORK = ROOT / "_build/bench"
DOCS = ROOT / "docs/benchmarks.md"
PARTS = {"Pages": sites.measured, "Commands and builds": commands.measured}


@click.command()
@click.option("--quick", is_flag=True, help="One round of everything; prints, writes nothing.")
def main(*, quick: bool) -> None:
    """Measure Alongside beside its peers."""
    WORK.mkdir(parents=True, exist_ok=True)
    before = os.getloadavg()[0]
    measured: list[Sequence[Row]] = []
    tables: list[str] = []
    for label, measured_in in PARTS.items():
        with click.progressbar(length=100, label=f"{label:<20}", file=sys.stderr) as bar:
            rows, table = measured_in(WORK, quick=quick, bar=bar.update)
            bar.update(100)
        measured.append(rows)
        tables.append(table)
    rows = [row for group in measured for row in group]
    told = page(rows, tables, Machine.here(before))
    if quick:
        click.echo(told)
        return
    DOCS.write_text(told, encoding="utf-8")
    click.echo(f"Written: {Path(os.path.relpath(DOCS))}")
    click.echo(f"{sum(row.met is False for row in rows)} goals of {len(rows)} rows not met.")


if __name__ == "__main__":
    main()
