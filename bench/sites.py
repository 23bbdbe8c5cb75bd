"""The pages under measure: a lesson of ours, the same as static text, and what peers make."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

import h5p
import peers
import twelve
from figures import KB, Row, at_least, at_most, missing, noted, ratio, share, table
from pages import Bench, Target, Visit, bench
from processes import CommandFailedError, cost

import courses
from alongside.render import assets

ALONGSIDE = Path(sys.executable).with_name("alongside")
OURS, CONVERSATION, STATIC, FLOOR, QUIZ = (
    "ours",
    "ours role-play",
    "static",
    "floor",
    "jupyterquiz",
)
DETAILS = {"question": ".bench-question", "option": "summary", "feedback": "p"}
"""Selectors of questions as ``<details>``; the prompt stands before and after."""
QUESTIONS = {
    "question": "form.al-question",
    "option": ".al-option label",
    "check": "[data-do=check], .al-early",
    "feedback": ".al-result, .al-answer[open] dd",
    "fold": "form:not(.al-on) .al-answer[open] > summary",
}
"""Ours; before the script is there, what looks as the button unfolds the answer."""
REPLIES = {
    "question": "alongside-role-play",
    "option": "[data-do=say]",
    "feedback": ".al-did",
    "before": "[data-do=start]",
}
CELLS = {"question": ".Quiz", "option": ".MCButton", "feedback": ".Feedback"}
FRAMES = 2 * 1000 / 60
"""One frame to wait for, since a click comes between two, and one to draw."""
CLICKS = 30
"""In each visit: in some rounds enough for a 98th percentile that is not the worst of all."""
Bar = Callable[[int], None]


@dataclass(frozen=True)
class Seen:
    """All visits to one page: unthrottled ones, and slow ones in the order of the rounds."""

    fast: list[Visit]
    slow: list[Visit]

    @property
    def answers(self) -> list[float]:
        """Return the slow times to the first answer; a page that never answers has none."""
        return [visit.answer for visit in self.slow if visit.answer is not None]


def measured(work: Path, *, rounds: int, bar: Bar) -> tuple[Sequence[Row], str]:
    """Build the pages, visit them, and return the goals and a table of all pages."""
    targets, h5p_told = _targets(work)
    bar(30)
    chance = Random(2)  # noqa: S311 - an order, not a secret
    seen = {each.name: Seen([], []) for each in targets}
    with bench(targets, work) as one:
        for _ in range(rounds):
            for each in chance.sample(targets, len(targets)):
                _visit(one, each, seen[each.name])
                bar(max(1, 65 // (rounds * len(targets))))
    return _rows(seen, h5p_told), _table(seen)


def _visit(one: Bench, target: Target, seen: Seen) -> None:
    """Visit a page fast and slow, and click through those whose clicks are told."""
    clicks = CLICKS if target.name in {OURS, STATIC, FLOOR} else 0
    seen.fast.append(one.visit(target, slow=False, clicks=clicks))
    seen.slow.append(one.visit(target, slow=True, clicks=clicks))


def _targets(work: Path) -> tuple[list[Target], Mapping[str, str]]:
    """Build the pages; return them, and what H5P's pages are or why they are not there."""
    loaded = courses.lesson_course(work / "lesson")
    cost([ALONGSIDE, "build", work / "lesson"], work / "lesson")
    site, path = work / "lesson/_build/html", f"{courses.LESSON}.html"
    asked = courses.ten_questions(loaded)
    static = work / "lesson-static"
    shutil.rmtree(static, ignore_errors=True)
    shutil.copytree(site, static)
    made = peers.static_page((site / path).read_text("utf-8"), asked)
    (static / path).write_text(made, "utf-8")
    (work / "floor").mkdir(exist_ok=True)
    (work / "floor/index.html").write_text(peers.floor_page(asked), "utf-8")
    found = [
        Target(OURS, site, path, QUESTIONS, f"{courses.NEXT}.html"),
        Target(CONVERSATION, site, path, REPLIES),
        Target(STATIC, static, path, DETAILS),
        Target(FLOOR, work / "floor", "", DETAILS),
    ]
    theirs, told = h5p.pages(work, asked, loaded.role_plays[courses.WITH_ROLE_PLAY])
    return found + _quiz(work) + theirs, told


def _quiz(work: Path) -> list[Target]:
    """Return ten such questions as jupyterquiz makes them, where it can be had."""
    try:
        programs = peers.programs(work / "peers")
        book = twelve.notebooks(work / "quiz-page", executed=True)
        cost([programs / "jupyter-book", "build", book.folder], book.folder, path=programs)
    except (OSError, CommandFailedError) as why:
        sys.stderr.write(f"\njupyterquiz is left out: {why}\n")
        return []
    site = book.folder / "_build/html"
    return [Target(QUIZ, site, "what-peer-support-is.html", CELLS, "mutuality.html")]


def _rows(seen: dict[str, Seen], h5p_told: Mapping[str, str]) -> list[Row]:
    visits = seen[OURS].fast + seen[OURS].slow
    return [
        *_weight(seen[OURS].fast[0]),
        *_first_answers(seen),
        *h5p_rows(seen, h5p_told),
        *_clicks(seen),
        at_most("layout shift", max(visit.shift for visit in visits), 0, ""),
        at_most("console errors", sum(len(visit.errors) for visit in visits), 0, ""),
        at_most("third-party requests", sum(len(visit.third) for visit in visits), 0, ""),
    ]


def _weight(first: Visit) -> list[Row]:
    assert first.next is not None  # noqa: S101 - the target names a next page
    sent = first.sent
    view = "first view: a lesson, ten questions, a role-play"
    told = f"{len(sent.files)} requests; HTML {sent.of('.html') / KB:.1f} KB"
    activities = sent.of(*assets.activity_files()) / KB
    all_of_it = sent.of(".js", ".css") / KB
    return [
        at_most(view, sent.bytes / KB, 64, "KB", told),
        at_most("scripts and styles of activities in it", activities, 15, "KB"),
        at_most("the same with the theme's scripts and styles", all_of_it, 15, "KB"),
        at_most("next lesson, warm cache", first.next.bytes / KB, 20, "KB"),
    ]


def _first_answers(seen: dict[str, Seen]) -> list[Row]:
    ours, talk = seen[OURS].answers, seen[CONVERSATION].answers
    static = seen[STATIC].answers
    rows = [
        at_most(
            "slow: first answer, to the same page as static `<details>`",
            ratio(ours, static),
            1.05,
            "×",
            _ms(ours, static),
        ),
        noted(
            "slow: first reply of the role-play, to the same static page",
            f"{ratio(talk, static):.2f} × ({_ms(talk, static)})",
        ),
    ]
    what = "slow: first answer, jupyterquiz in Jupyter Book to ours"
    if quiz := seen.get(QUIZ):
        told = f"{ratio(quiz.answers, ours):.2f} × ({_ms(quiz.answers, ours)})"
        rows.append(noted(what, told))
    else:
        rows.append(missing(what, "none set", "it could not be installed"))
    return rows


def h5p_rows(seen: Mapping[str, Seen], told: Mapping[str, str]) -> list[Row]:
    """Return how H5P's pages compare to ours, where its libraries were there."""
    rows = []
    for kind, reply, limit, our in (
        (h5p.QUESTION_SET, "first answer", 2.5, OURS),
        (h5p.SCENARIO, "first reply", 1.5, CONVERSATION),
    ):
        what, goal = f"slow: {reply}, {kind.name} to ours", f"at least {limit:.2f} ×"
        theirs = seen[kind.name].answers if kind.name in seen else None
        ours = seen[our].answers
        if theirs is None:
            rows.append(missing(what, goal, told[kind.name]))
        elif len(theirs) < len(ours):
            rows.append(missing(what, goal, f"{told[kind.name]} did not answer in every round"))
        else:
            more = f"{_ms(theirs, ours)}; {told[kind.name]}"
            rows.append(at_least(what, ratio(theirs, ours), limit, "×", more))
    return rows


def _clicks(seen: dict[str, Seen]) -> list[Row]:
    fast = [ms for visit in seen[OURS].fast for ms in visit.clicks]
    slow = [ms for visit in seen[OURS].slow for ms in visit.clicks]
    plain = [ms for visit in seen[STATIC].slow for ms in visit.clicks]
    least = [ms for visit in seen[FLOOR].slow for ms in visit.clicks]
    quick = [ms for visit in seen[STATIC].fast for ms in visit.clicks]
    return [
        at_most(
            "click to visible feedback, median",
            median(fast),
            FRAMES,
            "ms",
            f"static page {median(quick):,.0f} ms; a click waits for a frame of 17 ms",
        ),
        at_most(
            "click to visible feedback, slow, 98th percentile",
            share(slow, 98),
            50,
            "ms",
            f"static page {share(plain, 98):,.0f} ms, floor {share(least, 98):,.0f} ms",
        ),
    ]


def _ms(ours: Sequence[float], theirs: Sequence[float]) -> str:
    return f"{median(ours):,.0f} ms to {median(theirs):,.0f} ms"


def _table(seen: dict[str, Seen]) -> str:
    """Return every page's figures beside the floor's."""
    floor = seen[FLOOR].answers
    cells = []
    for name, each in seen.items():
        first, answers = each.fast[0], each.answers
        cells.append(
            (
                name,
                f"{first.sent.bytes / KB:,.1f}",
                f"{first.sent.of('.js') / KB:,.1f}",
                str(len(first.sent.files)),
                str(len(first.third)),
                f"{ratio(answers, floor):.2f}" if len(answers) == len(floor) else "–",
                f"{median(answers):,.0f}" if answers else "never",
                f"{max(visit.shift for visit in each.fast + each.slow):.4f}",
            )
        )
    head = ("page", "KB sent", "scripts KB", "requests", "third parties",
            "first answer slow, × floor", "ms", "layout shift")  # fmt: skip
    return "## Pages\n\n" + table(head, cells)
