"""``alongside assign``: writes each person's plan from a roster."""

from __future__ import annotations

import re
from pathlib import Path

import click

from alongside.cli.course import course_in, folder_option
from alongside.cli.ends import BAD_INPUT, REFUSED
from alongside.programme.outbox import PLANS, RefusedError, write_folder
from alongside.programme.plans import TABLE, plan_files
from alongside.programme.roster import read_roster

_SITE = re.compile(r"https?://[^\s?#]+|file:///[^\s?#]+")


def _site(_: click.Context, __: click.Parameter, address: str) -> str:
    if not _SITE.fullmatch(address):
        raise click.BadParameter("Give an address such as https://course.example.ca/alongside")
    return address


@click.command(
    "assign",
    epilog="For example: alongside assign roster.csv --site https://course.example.ca/alongside",
)
@click.argument("roster", type=click.Path(path_type=Path))
@click.option("--site", required=True, callback=_site, help="Where trainees open the course.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("plans"),
    show_default=True,
    help="The folder for the plans.",
)
@folder_option
def assign_command(roster: Path, site: str, out: Path, folder: Path) -> None:
    """Write a plan and a link for each person of ROSTER.

    ROSTER is a CSV file with the columns id, name, role and cohort. If any row has a fault,
    every fault is told and nothing is written. OUT gets one page for each person, to be sent
    or printed, and one table of all, plans.csv. It holds names: keep it to yourself.
    """
    course = course_in(folder, "C106", "C108")
    found = read_roster(roster, course)
    for fault in found.faults:
        click.echo(str(fault), err=True)
    if found.errors:
        click.echo(f"{len(found.errors)} to mend; nothing was written.", err=True)
        raise SystemExit(BAD_INPUT)
    files = plan_files(course, found.people, site)
    try:
        write_folder(out, files, mark=PLANS, source=roster, course=folder)
    except RefusedError as why:
        click.echo(str(why), err=True)
        raise SystemExit(REFUSED) from None
    many = "1 plan is" if len(found.people) == 1 else f"{len(found.people)} plans are"
    click.echo(f"{many} in {out}; the table of all is {out / TABLE}.")
