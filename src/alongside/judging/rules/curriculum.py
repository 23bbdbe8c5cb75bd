"""Rules for the curriculum: modules that are what they are called, and names that are there."""

from __future__ import annotations

from collections.abc import Container, Iterator

from alongside.judging.places import Path
from alongside.judging.rules.campus import today
from alongside.judging.rules.ids import taken
from alongside.judging.rules.outcomes import outcome_ids
from alongside.judging.rules.registry import Found, rule
from alongside.judging.similar import read_as
from alongside.model import Bank, Checklist, RolePlay
from alongside.reading.load import COURSE, Loaded

LEAST_QUESTIONS, LEAST_TYPES = 12, 4
NO_BANK = "capstone"  # an observed conversation is its assessment


@rule("C105")
def needs_come_first(loaded: Loaded) -> Iterator[Found]:
    """What a module needs exists and comes earlier in `course.yml`.

    Move the needed module up, or drop the need.
    """
    earlier: set[str] = set()
    for at, module in enumerate(loaded.modules):
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
        for at, one in taken(entry.id for entry in getattr(course, name)):
            yield Found(COURSE, (name, at, "id"), f"The id '{one}' is taken.")


@rule("C109", needs=("_toc.yml", "modules", "quizzes"))
def written_modules_are_there(loaded: Loaded) -> Iterator[Found]:
    """A written module has pages, a bank and a checklist; a planned one has no pages.

    Set `status` to what is true.
    """
    for at, module in enumerate(loaded.modules):
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
    for module in loaded.modules:
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
    known = {module.id for module in loaded.modules}
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
    """Every line of a checklist names an outcome of its module; its id and words are its own.

    Use an id from `course.yml`; say of each line what one sees at each step.
    """
    for checklist in loaded.checklists.values():
        known = outcome_ids(loaded, checklist.module)
        for at, line in enumerate(checklist.lines):
            if line.outcome not in known:
                detail = f"There is no outcome '{line.outcome}'."
                yield Found(checklist, ("lines", at, "outcome"), detail)
        for at, one in taken(line.id for line in checklist.lines):
            yield Found(checklist, ("lines", at, "id"), f"The id '{one}' is taken.")
        seen: set[tuple[str, ...]] = set()
        for at, line in enumerate(checklist.lines):
            for key in ("skill", "harmful", "basic", "advanced"):
                said = read_as(getattr(line, key))
                if said in seen:
                    yield Found(checklist, ("lines", at, key), "These words stand there twice.")
                seen.add(said)


@rule("C113")
def role_plays_name_what_exists(loaded: Loaded) -> Iterator[Found]:
    """A role-play names outcomes, roles and skills of `course.yml`, each once.

    Use ids that stand there.
    """
    course = loaded.course
    if course is None:
        return
    roles, skills = {r.id for r in course.roles}, {s.id for s in course.skills}
    for play in loaded.role_plays.values():
        known = outcome_ids(loaded, play.module)
        named: list[tuple[Path, tuple[str, ...], Container[str]]] = [
            (("outcomes",), play.outcomes, known),
            (("roles",), play.roles, roles),
        ]
        named += [
            (("turns", turn_id, "replies", at, "skills"), reply.skills, skills)
            for turn_id, turn in play.turns.items()
            for at, reply in enumerate(turn.replies)
        ]
        for place, ids, allowed in named:
            for at, one in enumerate(ids):
                if one not in allowed:
                    yield Found(
                        play, (*place, at), f"There is no '{one}' among the {place[-1]}."
                    )
            for at, one in taken(ids):
                yield Found(play, (*place, at), f"'{one}' is named twice.")


@rule("C115", warning=True)
def people_have_done_their_part(loaded: Loaded) -> Iterator[Found]:
    """What only people can do has been done, and on no day to come.

    When it has, write the day in `done`; until then the About page says "not yet".
    """
    for at, check in enumerate(loaded.course.human_checks if loaded.course else ()):
        if check.done is None:
            yield Found(COURSE, ("human_checks", at, "done"), f"Not yet: {check.what}.")
        elif check.done > today():
            detail = f"'{check.what}' was done on {check.done}, which is still to come."
            yield Found(COURSE, ("human_checks", at, "done"), detail)


@rule("C116", warning=True)
def written_modules_are_kept(loaded: Loaded) -> Iterator[Found]:
    """A written module names its owner and a review date that has not passed.

    Write `owner`, a role one can write to, and `review_due: YYYY-MM-DD`; a review moves it.
    """
    for at, module in enumerate(loaded.modules):
        if module.status != "written":
            continue
        if module.owner is None:
            yield Found(COURSE, ("modules", at), f"'{module.id}' names no owner.")
        if module.review_due is None:
            yield Found(COURSE, ("modules", at), f"'{module.id}' names no day of review.")
        elif module.review_due < today():
            detail = f"The review of '{module.id}' was due on {module.review_due}."
            yield Found(COURSE, ("modules", at, "review_due"), detail)
