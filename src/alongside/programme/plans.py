"""A plan for each person: what they take, in which order, and the link that opens it."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence
from urllib.parse import urlencode

from alongside.model import Course
from alongside.programme.cells import guarded
from alongside.programme.outbox import is_kept_by_windows
from alongside.programme.roster import Person
from alongside.programme.tracks import floor_load, load_of, stops, track_load

TABLE = "plans.csv"
_COLUMNS = ("id", "name", "role", "cohort", "hours", "hours_before_contact", "link")
_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.4rem;"
    "border-bottom:1px solid}"
)


def plan_files(course: Course, people: Sequence[Person], site: str) -> dict[str, str]:
    """Return file name → text: a page for each person, and one table of all."""
    files = {_file(person): _page(course, person, site) for person in people}
    files[TABLE] = _table(course, people, site)
    return files


def link(site: str, person: Person) -> str:
    """Return the address that opens the site on the person's track."""
    return f"{site.rstrip('/')}/index.html?{urlencode({'track': person.role.id})}"


def _file(person: Person) -> str:
    """Return the name of a person's page, which every system can hold; no id begins with _."""
    return f"{'_' * is_kept_by_windows(person.id)}{person.id}.html"


def _table(course: Course, people: Sequence[Person], site: str) -> str:
    out = io.StringIO(newline="")
    rows = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    rows.writerow(_COLUMNS)
    for person in people:
        cells = (
            person.id,
            person.name,
            person.role.name,
            person.cohort,
            f"{track_load(course, person.role).hours:.1f}",
            f"{floor_load(course, person.role).hours:.1f}",
            link(site, person),
        )
        rows.writerow([guarded(cell) for cell in cells])
    return out.getvalue()


def _page(course: Course, person: Person, site: str) -> str:
    name, role, cohort = (
        html.escape(words) for words in (person.name, person.role.name, person.cohort)
    )
    total, first = track_load(course, person.role), floor_load(course, person.role)
    rows = "".join(
        f"<tr><th scope=row>{html.escape(module.title)}"
        f"{' (not written yet)' if module.status == 'planned' else ''}</th>"
        f"<td>{stop.depth}</td><td>{stop.floor or 'may wait'}</td>"
        f"<td>{load_of(module, stop.depth).hours:.1f}</td></tr>"
        for stop, module in stops(course, person.role)
    )
    address = html.escape(link(site, person))
    return (
        "<!doctype html>\n<html lang=en-CA><meta charset=utf-8>"
        '<meta name=viewport content="width=device-width">'
        f"<title>Training plan</title><style>{_STYLE}</style>"
        f"<h1>Training plan for {name}</h1><p>{role}{f', {cohort}' if cohort else ''}</p>"
        f"<p>{total.hours:.1f} hours in all, {first.hours:.1f} of them before your first "
        "contact with students. These hours are suggested; your campus may change them.</p>"
        f'<p><a href="{address}">Open the course on your track</a>: {address}</p>'
        "<table><thead><tr><th scope=col>Module</th><th scope=col>Depth</th>"
        "<th scope=col>Before first contact</th><th scope=col>Hours</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></html>\n"
    )
