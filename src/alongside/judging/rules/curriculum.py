"""Rules for the curriculum: every outcome taught, practised and assessed; tracks that hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from alongside.judging.coverage import Coverage, coverage
from alongside.judging.rules.campus import today
from alongside.judging.rules.registry import Found, rule
from alongside.model import Bank, Checklist, Module, RolePlay
from alongside.model.course import Depth
from alongside.reading.load import COURSE, Loaded
from alongside.reading.pages import Page

LEAST_QUESTIONS, LEAST_TYPES = 12, 4
NO_BANK = "capstone"  # an observed conversation is its assessment


def outcome_ids(loaded: Loaded, module: str) -> frozenset[str]:
    """Return the ids of the module's outcomes; empty where the module is unknown."""
    modules = loaded.course.modules if loaded.course else ()
    return frozenset(o.id for m in modules if m.id == module for o in m.outcomes)


def _modules(loaded: Loaded) -> Iterator[tuple[int, Module]]:
    yield from enumerate(loaded.course.modules if loaded.course else ())


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
        for at, module in _modules(loaded)
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
    for role in loaded.course.roles if loaded.course else ():
        for stop in role.track:
            if stop.module == module.id:
                at = partial(_asked_of, role.id, stop.depth)
                yield f" for the role '{role.id}' ({stop.depth})", at


def _asked_of(role: str, depth: Depth, page: Page) -> bool:
    return page.front.asked_of(role, depth)


@rule("C101", needs=("_toc.yml", "modules"))
def outcomes_are_taught(loaded: Loaded) -> Iterator[Found]:
    """Every outcome of a written module is taught by a lesson.

    Name the outcome in the front matter of the lesson that teaches it.
    """
    for at, index, which in _uncovered(loaded, "taught"):
        yield _outcome(at, index, f"No lesson teaches {which}.")


@rule("C102", needs=("quizzes", "role_plays"))
def outcomes_are_practised(loaded: Loaded) -> Iterator[Found]:
    """Every outcome of a written module is practised.

    Name it in a role-play or in a question with `use: practice`.
    """
    for at, index, which in _uncovered(loaded, "practised"):
        yield _outcome(at, index, f"Nothing practises {which}.")


@rule("C103", needs=("quizzes", "modules"))
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
    """An outcome's id begins with its module's slug and stands once in the course.

    Rename it here and wherever it is named.
    """
    seen: set[str] = set()
    for at, module in _modules(loaded):
        for index, outcome in enumerate(module.outcomes):
            if not outcome.id.startswith(f"{module.id}-"):
                yield _outcome(at, index, f"'{outcome.id}' does not begin with '{module.id}-'.")
            if outcome.id in seen:
                yield _outcome(at, index, f"'{outcome.id}' stands twice.")
            seen.add(outcome.id)


@rule("C105")
def needs_come_first(loaded: Loaded) -> Iterator[Found]:
    """What a module needs exists and comes earlier in `course.yml`.

    Move the needed module up, or drop the need.
    """
    earlier: set[str] = set()
    for at, module in _modules(loaded):
        for index, need in enumerate(module.needs):
            if need not in earlier:
                yield Found(
                    COURSE,
                    ("modules", at, "needs", index),
                    f"'{need}' does not come before '{module.id}'.",
                )
        earlier.add(module.id)


@rule("C108")
def ids_stand_once(loaded: Loaded) -> Iterator[Found]:
    """Modules, roles and skills have ids of their own.

    Rename one of the two.
    """
    course = loaded.course
    if course is None:
        return
    for name in ("modules", "roles", "skills"):
        seen: set[str] = set()
        for at, entry in enumerate(getattr(course, name)):
            if entry.id in seen:
                yield Found(COURSE, (name, at, "id"), f"The id '{entry.id}' is taken.")
            seen.add(entry.id)


@rule("C109", needs=("_toc.yml", "modules", "quizzes"))
def written_modules_are_there(loaded: Loaded) -> Iterator[Found]:
    """A written module has pages, a bank and a checklist; a planned one has no pages.

    Set `status` to what is true.
    """
    for at, module in _modules(loaded):
        pages = [name for name in loaded.pages if name.startswith(f"modules/{module.id}/")]
        place = ("modules", at, "status")
        if module.status == "planned" and pages:
            yield Found(COURSE, place, f"'{module.id}' is called planned and has pages.")
        if module.status == "written":
            has_bank = module.id in loaded.banks or module.id == NO_BANK
            missing = [
                what
                for what, there in (
                    ("pages", pages),
                    ("a bank", has_bank),
                    ("a checklist", module.id in loaded.checklists),
                )
                if not there
            ]
            if missing:
                detail = f"'{module.id}' is called written and lacks {', '.join(missing)}."
                yield Found(COURSE, place, detail)


@rule("C110")
def banks_are_wide_enough(loaded: Loaded) -> Iterator[Found]:
    """A written module's bank has at least twelve questions of at least four types.

    Add questions of the types that are missing.
    """
    for _, module in _modules(loaded):
        bank = loaded.banks.get(module.id)
        if bank and module.status == "written":
            types = {question.type for question in bank.questions}
            if len(bank.questions) < LEAST_QUESTIONS or len(types) < LEAST_TYPES:
                yield Found(
                    bank,
                    ("questions",),
                    f"{len(bank.questions)} questions of {len(types)} types.",
                )


@rule("C111")
def banks_belong_to_modules(loaded: Loaded) -> Iterator[Found]:
    """Every bank, checklist and role-play belongs to a module of `course.yml`.

    Use the slug of a module.
    """
    known = {module.id for _, module in _modules(loaded)}
    things: tuple[Bank | Checklist | RolePlay, ...] = (
        *loaded.banks.values(),
        *loaded.checklists.values(),
        *loaded.role_plays.values(),
    )
    for thing in things:
        if known and thing.module not in known:
            yield Found(thing, ("module",), f"There is no module '{thing.module}'.")


@rule("C112", needs=("course.yml",))
def checklist_lines_name_outcomes(loaded: Loaded) -> Iterator[Found]:
    """Every line of a checklist names an outcome of its module, and has its own id.

    Use an id from `course.yml`.
    """
    for checklist in loaded.checklists.values():
        known = outcome_ids(loaded, checklist.module)
        seen: set[str] = set()
        for at, line in enumerate(checklist.lines):
            if line.outcome not in known:
                yield Found(
                    checklist,
                    ("lines", at, "outcome"),
                    f"There is no outcome '{line.outcome}'.",
                )
            if line.id in seen:
                yield Found(checklist, ("lines", at, "id"), f"The id '{line.id}' is taken.")
            seen.add(line.id)


@rule("C113")
def role_plays_name_what_exists(loaded: Loaded) -> Iterator[Found]:
    """A role-play names outcomes, roles and skills of `course.yml`.

    Use ids that stand there.
    """
    course = loaded.course
    if course is None:
        return
    roles, skills = {r.id for r in course.roles}, {s.id for s in course.skills}
    for play in loaded.role_plays.values():
        known = outcome_ids(loaded, play.module)
        for name, ids, allowed in (
            ("outcomes", play.outcomes, known),
            ("roles", play.roles, roles),
        ):
            for at, one in enumerate(ids):
                if one not in allowed:
                    yield Found(play, (name, at), f"There is no '{one}' among the {name}.")
        for turn_id, turn in play.turns.items():
            for at, reply in enumerate(turn.replies):
                for unknown in set(reply.skills) - skills:
                    yield Found(
                        play,
                        ("turns", turn_id, "replies", at, "skills"),
                        f"There is no skill '{unknown}'.",
                    )


@rule("C115", warning=True)
def people_have_done_their_part(loaded: Loaded) -> Iterator[Found]:
    """What only people can do has been done.

    When it has, write the day in `done`; until then the About page says "not yet".
    """
    for at, check in enumerate(loaded.course.human_checks if loaded.course else ()):
        if check.done is None:
            yield Found(COURSE, ("human_checks", at, "done"), f"Not yet: {check.what}.")


@rule("C116", warning=True)
def written_modules_are_kept(loaded: Loaded) -> Iterator[Found]:
    """A written module names its owner and a review date that has not passed.

    Write `owner`, a role one can write to, and `review_due: YYYY-MM-DD`; a review moves it.
    """
    for at, module in _modules(loaded):
        if module.status != "written":
            continue
        if module.owner is None:
            yield Found(COURSE, ("modules", at), f"'{module.id}' names no owner.")
        if module.review_due is None:
            yield Found(COURSE, ("modules", at), f"'{module.id}' names no day of review.")
        elif module.review_due < today():
            detail = f"The review of '{module.id}' was due on {module.review_due}."
            yield Found(COURSE, ("modules", at, "review_due"), detail)
