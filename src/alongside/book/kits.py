"""Pages without a page file: paper kits, slides, answers, handouts, role-plays for a room.

They are made from the course's data with each build and stand in the guide's folder. Neither
the menu nor the search has them: the directive ``{kits}`` links to them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from alongside.book import made
from alongside.book.page import HELP
from alongside.book.used import stamp, stamps
from alongside.reading import current
from alongside.render import campus as campus_html
from alongside.render.kits.answer_guide import answer_guide
from alongside.render.kits.cards import kit
from alongside.render.kits.handout import handout
from alongside.render.kits.room import room
from alongside.render.kits.slides import slides
from alongside.render.role_play import aid
from alongside.sessions.clock import SHARED, session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from alongside.model import Course, Module
    from alongside.reading.load import Loaded

FOLDER = "facilitator_guide"
STAGE = "stage.html"
"""The template without menu and search, for what is shown on a wall."""


class Kit(NamedTuple):
    """A page to be made.

    Attributes:
        page: Its document name.
        label: What the guide calls it, beside others of its module.
        title: Its own title.
        template: The template it is put into.
        shows: What it is made of, as ``used.stamps`` names it, beside the course.
        body: Returns its HTML; asked with a function from a document name to its address.

    """

    page: str
    label: str
    title: str
    template: str
    shows: tuple[str, ...]
    body: Callable[[Callable[[str], str]], str]


def of_module(loaded: Loaded, module: Module) -> Iterator[Kit]:
    """Yield what there is for a module, in the order in which leaders need it."""
    assert loaded.course is not None  # noqa: S101 - builder_inited saw to it
    yield from _of_sessions(loaded, module)
    yield from _of_role_plays(loaded, module, loaded.course)
    outcomes = {one.id: one.can for each in loaded.course.modules for one in each.outcomes}
    if bank := loaded.banks.get(module.id):
        yield Kit(
            f"{FOLDER}/answers/{module.id}",
            "Answers and what to talk about",
            f"Answers: {bank.title}",
            "page.html",
            (f"bank {module.id}", *(f"question {one.id}" for one in bank.questions)),
            lambda _address: answer_guide(bank, outcomes),
        )
    beside = f"modules/{module.id}/"
    pages = [(name, one) for name, one in loaded.pages.items() if name.startswith(beside)]
    if pages:
        yield Kit(
            f"{FOLDER}/handouts/{module.id}",
            "Handout",
            f"To take along: {module.title}",
            "page.html",
            tuple(f"page {name}" for name, _ in pages),
            lambda address: handout(module, [(one, address(name)) for name, one in pages]),
        )


def _of_sessions(loaded: Loaded, module: Module) -> Iterator[Kit]:
    sheets = loaded.run_sheets.get(module.id)
    for sheet in sheets.sheets if sheets else ():
        value = session(loaded, sheets, sheet)  # type: ignore[arg-type]
        yield Kit(
            f"{FOLDER}/slides/{module.id}-{sheet.id}",
            f"Slides for the {sheet.id} session",
            f"{module.title}, {sheet.minutes} minutes",
            STAGE,
            (f"run sheets {module.id}", f"run sheets {SHARED}"),
            lambda _address, value=value: slides(value, module.title),  # type: ignore[misc]
        )


def _of_role_plays(loaded: Loaded, module: Module, whole: Course) -> Iterator[Kit]:
    skills = {skill.id: skill.name for skill in whole.skills}
    outcomes = {one.id: one.can for one in module.outcomes}
    checklist = loaded.checklists.get(module.id)
    for play in loaded.role_plays.values():
        if play.module != module.id:
            continue
        yield Kit(
            f"{FOLDER}/kits/{play.id}",
            f"Cards and booklet: {play.title}",
            f"Paper kit: {play.title}",
            "page.html",
            (f"role-play {play.id}", f"checklist {module.id}", "campus"),
            lambda address, play=play: kit(  # type: ignore[misc]
                play,
                checklist,
                skills,
                outcomes,
                aid(play, address(HELP), _help_card(loaded, address)),
            ),
        )
        yield Kit(
            f"{FOLDER}/room/{play.id}",
            f"On a wall, with votes: {play.title}",
            f"For the room: {play.title}",
            STAGE,
            (f"role-play {play.id}", "campus"),
            lambda address, play=play: room(  # type: ignore[misc]
                play, skills, address(HELP), _help_card(loaded, address), address
            ),
        )


def _help_card(loaded: Loaded, address: Callable[[str], str]) -> str:
    return campus_html.help_card(loaded.campus, address(HELP)) if loaded.campus else ""


def linked(app: Sphinx) -> Iterator[Kit]:
    """Yield the kits that some page of the book links to."""
    loaded = current.loaded(Path(app.srcdir))
    asked = {
        one.argument
        for name, page in loaded.pages.items()
        if name in app.env.found_docs
        for one in page.named("kits")
    }
    for module in loaded.course.modules if loaded.course else ():
        if module.id in asked:
            yield from of_module(loaded, module)


def outdated(app: Sphinx, env: BuildEnvironment, shown: str) -> set[str]:
    """Return the names of the kits that would differ from those of the last build.

    Args:
        app: The build.
        env: Its environment.
        shown: A hash of what all pages show.

    """
    known = stamps(current.loaded(Path(app.srcdir)))
    of_all = (shown, app.config.alongside_package, known["course"])
    made_of = {
        one.page: stamp(repr((of_all, one.title, [known.get(key) for key in one.shows])))
        for one in linked(app)
    }
    return made.outdated(env, "kits", made_of)


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, object], str]]:
    """Give Sphinx the pages to write."""
    if app.builder.name != "html":
        return
    for one in linked(app):
        written = Path(app.outdir, f"{one.page}.html").is_file()
        if one.page in app.builder.alongside_kits or not written:  # type: ignore[attr-defined]
            yield one.page, {"alongside_kit": one}, one.template
