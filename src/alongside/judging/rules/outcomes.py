"""Rules for outcomes: each taught, practised and assessed, for everybody who is to reach it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from alongside.judging.coverage import Coverage, coverage
from alongside.judging.rules.asked import asked
from alongside.judging.rules.registry import Found, rule
from alongside.judging.similar import words
from alongside.model import Module
from alongside.model.course import Depth
from alongside.reading.load import COURSE, Loaded
from alongside.reading.pages import Page

_UNSEEN = frozenset(
    "appreciate be become believe consider feel grasp have internalise internalize know learn "
    "realise realize understand value".split()
)
_HOW = frozenset("better deeply fully really truly".split())


def outcome_ids(loaded: Loaded, module: str) -> frozenset[str]:
    """Return the ids of the module's outcomes; empty where the module is unknown."""
    return frozenset(o.id for m in loaded.modules if m.id == module for o in m.outcomes)


def _uncovered(loaded: Loaded, column: str) -> Iterator[tuple[int, int, str]]:
    """Yield module, outcome and for whom the column is empty, in words; nobody twice."""
    told: set[tuple[int, int]] = set()
    for at, index, whom, covered in _covered(loaded):
        if not getattr(covered, column) and (at, index) not in told:
            told.add((at, index))
            yield at, index, f"'{covered.outcome.id}'{whom}"


@lru_cache(maxsize=1)
def _covered(loaded: Loaded) -> tuple[tuple[int, int, str, Coverage], ...]:
    """Return module, outcome, for whom in words, and what serves the outcome for them."""
    return tuple(
        (at, index, whom, coverage(loaded, module, outcome, asked))
        for at, module in enumerate(loaded.modules)
        if module.status == "written"
        for whom, asked in _readers(loaded, module)
        for index, outcome in enumerate(module.outcomes)
    )


def _readers(loaded: Loaded, module: Module) -> Iterator[tuple[str, Callable[[Page], bool]]]:
    """Yield everybody, then, where pages are not for all, each role at its own depth."""
    yield "", lambda _page: True
    pages = [p for n, p in loaded.pages.items() if n.startswith(f"modules/{module.id}/")]
    if not any(page.front.roles or page.front.depth for page in pages):
        return
    for role in loaded.roles:
        for stop in role.track:
            if stop.module == module.id:
                at = partial(_asked_of, role.id, stop.depth)
                yield f" for the role '{role.id}' ({stop.depth})", at


def _asked_of(role: str, depth: Depth, page: Page) -> bool:
    return page.front.asked_of(role, depth)


@rule("C101", needs=("_toc.yml", "modules", "front matter"))
def outcomes_are_taught(loaded: Loaded) -> Iterator[Found]:
    """Every outcome of a written module is taught by a lesson.

    Name the outcome in the front matter of the lesson that teaches it.
    """
    for at, index, which in _uncovered(loaded, "taught"):
        yield _outcome(at, index, f"No lesson teaches {which}.")


@rule("C102", needs=("quizzes", "role_plays", "front matter"))
def outcomes_are_practised(loaded: Loaded) -> Iterator[Found]:
    """Every outcome of a written module is practised.

    Name it in a role-play or in a question with `use: practice`.
    """
    for at, index, which in _uncovered(loaded, "practised"):
        yield _outcome(at, index, f"Nothing practises {which}.")


@rule("C103", needs=("quizzes", "modules", "front matter"))
def outcomes_are_assessed(loaded: Loaded) -> Iterator[Found]:
    """Every outcome of a written module is assessed at its verb's level.

    Add a question at that level; for an outcome of doing, a line of the checklist.
    """
    for at, index, which in _uncovered(loaded, "assessed"):
        yield _outcome(at, index, f"Nothing assesses {which} at its level.")


def _outcome(module: int, index: int, detail: str) -> Found:
    return Found(COURSE, ("modules", module, "outcomes", index), detail)


@rule("C104")
def outcome_ids_begin_with_the_module(loaded: Loaded) -> Iterator[Found]:
    """An outcome's id begins with its module's slug; it and its words stand once in the course.

    Rename it here and wherever it is named, or say what else one can do.
    """
    seen: set[str] = set()
    said: set[tuple[str, ...]] = set()
    for at, module in enumerate(loaded.modules):
        for index, outcome in enumerate(module.outcomes):
            if not outcome.id.startswith(f"{module.id}-"):
                yield _outcome(at, index, f"'{outcome.id}' does not begin with '{module.id}-'.")
            if outcome.id in seen:
                yield _outcome(at, index, f"'{outcome.id}' stands twice.")
            if words(outcome.can) in said:
                yield _outcome(at, index, f"'{outcome.can[:60]}' stands twice.")
            seen.add(outcome.id)
            said.add(words(outcome.can))


@rule("C119", warning=True, needs=("quizzes", "front matter"))
def lessons_ask_what_they_teach(loaded: Loaded) -> Iterator[Found]:
    """A lesson that asks questions asks at least one on an outcome that it teaches.

    Name in `outcomes` what the page teaches, or place a question on it.
    """
    questions = {at.id: at.question for at in asked(loaded)}
    for page in loaded.pages.values():
        placed = (one for quiz in page.named("quiz") for one in loaded.questions_of(quiz))
        on = {
            outcome for one in placed if one in questions for outcome in questions[one].outcomes
        }
        if page.front.outcomes and on and on.isdisjoint(page.front.outcomes):
            detail = f"Its questions are on {', '.join(sorted(on))}."
            yield Found(page, ("outcomes",), detail)


@rule("C117")
def outcomes_can_be_seen(loaded: Loaded) -> Iterator[Found]:
    """An outcome begins with something that another person could see or hear done.

    Ask how it would show: tell, choose, say, write, repair.
    """
    for at, module in enumerate(loaded.modules):
        for index, outcome in enumerate(module.outcomes):
            verb = next((word for word in words(outcome.can) if word not in _HOW), "")
            if verb in _UNSEEN:
                yield _outcome(at, index, f"Nobody can see '{outcome.can[:60]}'.")
