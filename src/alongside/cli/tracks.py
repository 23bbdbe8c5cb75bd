"""``alongside tracks``: prints what a role asks for."""

from __future__ import annotations

import json
from pathlib import Path

import click

from alongside.cli.course import course_in, folder_option, role_in
from alongside.model import Course, Role
from alongside.programme.tracks import (
    floor_load,
    load_of,
    stops,
    track_load,
    upgrades,
)


@click.command("tracks")
@click.argument("role", required=False)
@folder_option
@click.option("--json", "as_json", is_flag=True, help="Write JSON for other programs.")
def tracks_command(role: str | None, folder: Path, *, as_json: bool) -> None:
    """Print the track of ROLE, or the hours of every role.

    The tracks are a suggested minimum of this course; your campus may change them in
    course.yml.
    """
    course = course_in(folder, "C106", "C108")
    found = role_in(course, role) if role else None
    roles = [found] if found else list(course.roles)
    if as_json:
        click.echo(json.dumps([_data(course, each) for each in roles], indent=2))
    elif found:
        _print_track(course, found)
    else:
        _print_hours(course)


def _print_hours(course: Course) -> None:
    click.echo("Suggested hours; your campus may change them.\n")
    for role in course.roles:
        total, floor = track_load(course, role), floor_load(course, role)
        click.echo(
            f"{role.id:<34}{total.hours:5.1f} h, of which {total.live / 60:4.1f} live;"
            f" {floor.hours:4.1f} h before first contact"
        )


def _print_track(course: Course, role: Role) -> None:
    click.echo(f"{role.name}\n{role.does}\n\nWhy this track: {role.reason}\n")
    for stop, module in stops(course, role):
        load = load_of(module, stop.depth)
        first = f"before first contact: {stop.floor}" if stop.floor else "may wait"
        planned = ", not written yet" if module.status == "planned" else ""
        click.echo(f"{module.title:<46}{stop.depth:<12}{load.hours:4.1f} h  {first}{planned}")
        if stop.reason:
            click.echo(f"    {stop.reason}")
    total, floor = track_load(course, role), floor_load(course, role)
    for when, more in upgrades(course).items():
        click.echo(f"\n{when}")
        for module, depth in more:
            click.echo(f"    then {module.title}: {depth}")
    click.echo(f"\nIn all {total.hours:.1f} h, {floor.hours:.1f} h before first contact.")


def _data(course: Course, role: Role) -> dict[str, object]:
    total, floor = track_load(course, role), floor_load(course, role)
    return {
        "role": role.id,
        "hours": round(total.hours, 2),
        "hours_live": round(total.live / 60, 2),
        "hours_before_contact": round(floor.hours, 2),
        "track": [
            {
                "module": stop.module,
                "depth": stop.depth,
                "floor": stop.floor,
                "status": module.status,
                "minutes": load_of(module, stop.depth).minutes,
            }
            for stop, module in stops(course, role)
        ],
    }
