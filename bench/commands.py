"""What builds and commands cost: CPU seconds beside those of the same work done otherwise."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import copies
import peers
import twelve
from figures import Row, at_most, missing, noted, ratio, table
from processes import CommandFailedError, Cost, cost
from twelve import Edition

import courses
from courses import FULL, HALF

ALONGSIDE = Path(sys.executable).with_name("alongside")
PEOPLE = 20_000
OURS, STATIC, STORED, EXECUTED, WHOLE = (
    "ours",
    "static text, same theme",
    "jupyterquiz, outputs stored",
    "jupyterquiz, cells executed",
    "the course itself",
)
PROVE = """
import sys, time
sys.path.insert(0, sys.argv[1])
import courses
from alongside.proof import prove
play = courses.long_role_play()
started = time.process_time()
states = prove(play).figures.states
print(time.process_time() - started, states)
"""
Bar = Callable[[int], None]


@dataclass(frozen=True)
class Book:
    """A book to build: its source, and the command that builds it."""

    edition: Edition
    command: tuple[str | Path, ...]
    path: Path | None = None


@dataclass(frozen=True)
class Builds:
    """What a book's builds cost, in the order of the rounds."""

    clean: list[Cost] = field(default_factory=list)
    same: list[Cost] = field(default_factory=list)
    edit: list[Cost] = field(default_factory=list)


def measured(work: Path, *, rounds: int, bar: Bar) -> tuple[Sequence[Row], str]:
    """Build, check, prove and plan; return the goals and a table of all builds."""
    books = _books(work)
    bar(10)
    costs = {name: Builds() for name in books}
    for number in range(rounds):
        for name, book in books.items():
            _build(book, costs[name], number)
            bar(55 // (rounds * len(books)))
    rows = [*_built(costs), *_checked(work, rounds)]
    bar(20)
    rows += [*_proved(work, rounds), *_planned(work)]
    return rows, _table(costs)


def _books(work: Path) -> dict[str, Book]:
    def ours(edition: Edition) -> Book:
        return Book(edition, (ALONGSIDE, "build", edition.folder))

    found = {
        OURS: ours(twelve.ours(work / "twelve")),
        STATIC: ours(twelve.static(work / "twelve-static")),
        WHOLE: ours(_whole(work / "course")),
    }
    try:
        programs = peers.programs(work / "peers")
        stored = twelve.notebooks(work / "quiz-stored", executed=False)
        cells = sorted(stored.folder.glob("*.ipynb"))
        cost([programs / "jupyter-execute", "--inplace", *cells], stored.folder, path=programs)
    except (OSError, CommandFailedError) as why:
        sys.stderr.write(f"\njupyterquiz is left out: {why}\n")
        return found
    executed = twelve.notebooks(work / "quiz-executed", executed=True)
    for name, edition in ((STORED, stored), (EXECUTED, executed)):
        found[name] = Book(edition, (programs / "jupyter-book", "build", "."), programs)
    return found


def _whole(to: Path) -> Edition:
    copies.real_course(to)
    return Edition(to, to / "quizzes/active-listening.yml", "Dmytro")


def _build(book: Book, costs: Builds, number: int) -> None:
    folder = book.edition.folder
    copies.cleared(folder / "_build")
    costs.clean.append(cost(book.command, folder, path=book.path))
    costs.same.append(cost(book.command, folder, path=book.path))
    book.edition.edit(number)
    costs.edit.append(cost(book.command, folder, path=book.path))


def _cpu(costs: Sequence[Cost]) -> list[float]:
    return [each.cpu for each in costs]


def _seconds(ours: Sequence[Cost], theirs: Sequence[Cost]) -> str:
    return f"{median(_cpu(ours)):.1f} s to {median(_cpu(theirs)):.1f} s of CPU"


def _built(costs: dict[str, Builds]) -> list[Row]:
    ours, static, whole = costs[OURS], costs[STATIC], costs[WHOLE]

    def compared(what: str, a: list[Cost], b: list[Cost], limit: float) -> Row:
        return at_most(what, ratio(_cpu(a), _cpu(b)), limit, "×", _seconds(a, b))

    rows = [
        compared("clean build, to the same as static text", ours.clean, static.clean, 1.3),
        compared("one bank edited, to a clean build", ours.edit, ours.clean, 1 / 3),
        compared(
            "the course: its bank edited, to a clean build", whole.edit, whole.clean, 1 / 3
        ),
        noted(
            "nothing changed, to a clean build",
            f"{ratio(_cpu(ours.same), _cpu(ours.clean)):.2f} ×"
            f" ({_seconds(ours.same, ours.clean)})",
        ),
    ]
    for name, limit in ((STORED, 1.0), (EXECUTED, 0.4)):
        what = f"clean build, to {name}"
        if name in costs:
            rows.append(compared(what, ours.clean, costs[name].clean, limit))
        else:
            why = "it could not be installed"
            rows.append(missing(what, f"at most {limit:.2f} ×", why))
    return rows


def _checked(work: Path, rounds: int) -> list[Row]:
    """Check a full-grown course and one of half its size, in turn."""
    full, half = work / "full", work / "half"
    courses.grown_course(full, FULL)
    courses.grown_course(half, HALF)
    found: dict[Path, list[Cost]] = {full: [], half: [], copies.ROOT: []}
    for _ in range(rounds):
        for folder, costs in found.items():
            command: list[str | Path] = [ALONGSIDE, "check", "--quiet", "--folder", folder]
            costs.append(cost(command, work, ends=(0, 1)))
    growth = ratio(_cpu(found[full]), _cpu(found[half]))
    told = _seconds(found[full], found[half])
    return [
        _clock(f"`check` of {FULL}", found[full]),
        at_most("its growth, to half the size", growth, 2.2, "×", told),
        _clock("`check` of the course itself", found[copies.ROOT]),
    ]


def _clock(what: str, costs: Sequence[Cost]) -> Row:
    """Return the time somebody waits, as the goal has it, beside what both processors did."""
    waited = median(each.wall for each in costs)
    told = f"{median(_cpu(costs)):.1f} s of CPU"
    return at_most(f"{what}, on the clock", waited, 10, "s", told)


def _proved(work: Path, rounds: int) -> list[Row]:
    times, states = [], ""
    for _ in range(rounds):
        command: list[str | Path] = [sys.executable, "-c", PROVE, copies.ROOT / "bench"]
        cost(command, work)
        seconds, states = (work / "bench.log").read_text("utf-8").split()
        times.append(float(seconds))
    what = "proof of a role-play of 40 turns with 3 meters and 2 facts"
    return [at_most(what, median(times), 1, "s of CPU", f"{int(states):,} states")]


def _planned(work: Path) -> list[Row]:
    """Plan for as many people as a roster may hold, and for a tenth of them."""
    found = []
    for people in (PEOPLE, PEOPLE // 10):
        folder = work / f"people-{people}"
        copies.cleared(folder)
        loaded = copies.real_course(folder)
        assert loaded.course is not None  # noqa: S101 - the real course has one
        role = loaded.course.roles[0].id
        roster = folder / "roster.csv"
        with roster.open("w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("id", "name", "role", "cohort"))
            rows.writerows((f"p{n}", f"Person {n}", role, "F26") for n in range(people))
        command: list[str | Path] = [
            ALONGSIDE,
            "assign",
            roster,
            "--site",
            "https://course.example.ca",
        ]
        found.append(cost([*command, "--out", folder / "plans"], folder))
        copies.cleared(folder)
    most, few = found
    times = f"{most.cpu / few.cpu:.1f} × a tenth of them"
    told = f"{most.cpu:.1f} s of CPU, {most.memory / 1e6:.0f} MB; {times}"
    return [noted(f"`assign` for {PEOPLE:,} people, the most it takes", told)]


def _table(costs: dict[str, Builds]) -> str:
    clean = _cpu(costs[STATIC].clean)
    cells = [
        (
            name,
            f"{ratio(_cpu(each.clean), clean):.2f}",
            *(f"{median(_cpu(part)):.1f}" for part in (each.clean, each.same, each.edit)),
            f"{median(cost.memory for cost in each.clean) / 1e6:.0f}",
        )
        for name, each in costs.items()
    ]
    head = ("book", "clean, × static text", "clean, CPU s", "nothing changed, CPU s",
            "one edit, CPU s", "memory MB")  # fmt: skip
    return "## Builds\n\n" + table(head, cells)
