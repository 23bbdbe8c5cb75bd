"""``alongside plan``: lays a role's track into meetings."""

from __future__ import annotations

from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import click
from pydantic import ValidationError

from alongside.cli.course import folder_option, role_in, with_course
from alongside.cli.ends import REFUSED
from alongside.model import Meeting, Shape
from alongside.programme.outbox import AGENDA, RefusedError, write_folder
from alongside.reading.load import SHAPES, Loaded, load_course
from alongside.sessions.agenda import CALENDAR, PAGE, calendar, lines, page
from alongside.sessions.plan import plan

OWN = "own"


@click.command(
    "plan",
    epilog="For example: alongside plan --track peer-educator --shape weekly-90"
    " --start 2027-01-11 --timezone America/Vancouver --out agenda",
)
@click.option("--track", required=True, help="The role; see alongside tracks.")
@click.option("--shape", required=True, help="How meetings lie in the week, or: own.")
@click.option("--start", required=True, help="The first day, such as 2027-01-11.")
@click.option("--timezone", required=True, help="Of the campus, such as America/Toronto.")
@click.option("--minutes", type=click.IntRange(30, 300), help="For own: minutes of a meeting.")
@click.option("--every", type=click.IntRange(1, 60), help="For own: days between meetings.")
@click.option("--at", "starts", help="For own: when a meeting starts, such as 17:30.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="A folder for a page and a calendar."
)
@folder_option
def plan_command(  # noqa: PLR0913, PLR0917 - click passes each option by its name
    track: str,
    shape: str,
    start: str,
    timezone: str,
    minutes: int | None,
    every: int | None,
    starts: str | None,
    out: Path | None,
    folder: Path,
) -> None:
    """Say how many meetings the track of a role takes, what is when, and what does not fit.

    What a module needs comes before it. Sessions are parted at the breaks of their run sheets
    and nowhere else. With --out a page to print and a calendar are written as well.
    """
    loaded = load_course(folder)
    course = with_course(
        loaded, "C105", "C106", "C108", "F101", "F102", "F113", room=SHAPES.parent
    )
    role = role_in(course, track)
    own = (minutes, every, starts)
    chosen = _own(*own) if shape == OWN else _offered(loaded, shape, own)
    found = plan(loaded, role, chosen, _day(start), _zone(timezone))
    for line in lines(found, role, chosen):
        click.echo(line)
    if out:
        files = {
            PAGE: page(found, role, chosen, course),
            CALENDAR: calendar(found, role, course, datetime.now(UTC)),
        }
        try:
            write_folder(out, files, mark=AGENDA, source=folder / SHAPES, course=folder)
        except RefusedError as why:
            click.echo(str(why), err=True)
            raise SystemExit(REFUSED) from None
        click.echo(f"\nThe agenda is in {out / PAGE} and {out / CALENDAR}.")


def _offered(loaded: Loaded, name: str, own: tuple[object, ...]) -> Shape:
    if any(one is not None for one in own):
        raise click.UsageError("--minutes, --every and --at are for --shape own.")
    shapes = {one.id: one for one in (loaded.shapes.shapes if loaded.shapes else ())}
    if name not in shapes:
        names = ", ".join([*shapes, OWN])
        raise click.BadParameter(f"There is no shape {name[:60]!r}. The shapes are: {names}.")
    return shapes[name]


def _own(minutes: int | None, every: int | None, starts: str | None) -> Shape:
    if minutes is None or every is None or starts is None:
        raise click.UsageError("--shape own needs --minutes, --every and --at.")
    try:
        meeting = Meeting(starts=starts, minutes=minutes)
    except ValidationError:
        raise click.BadParameter(f"{starts[:20]!r}: write the hour as 17:30.") from None
    words = f"{minutes} minutes every {every} days"
    return Shape(id=OWN, name=words, when=words, meetings=(meeting,), every=every)


def _day(words: str) -> date:
    try:
        found = date.fromisoformat(words)
    except ValueError:
        found = date.min
    # Calendars hold no day before this, and those of Python end with the year 9999.
    if not 1970 <= found.year < 9000:  # noqa: PLR2004
        raise click.BadParameter(f"{words[:20]!r}: write the day as 2027-01-11.")
    return found


def _zone(name: str) -> ZoneInfo:
    known = available_timezones()
    if name in known:
        return ZoneInfo(name)
    near = get_close_matches(name.rpartition("/")[2], [*known], n=3, cutoff=0.3)
    named = [one for one in sorted(known) if one.endswith(f"/{name.rpartition('/')[2]}")]
    ask = ", ".join((named or near)[:3]) or "America/Toronto"
    raise click.BadParameter(f"There is no time zone {name[:40]!r}. Perhaps: {ask}.")
