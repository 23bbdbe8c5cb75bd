"""The directives of course pages: each finds a value of the course and asks for its HTML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from alongside.book import course, security, used
from alongside.book.page import HELP
from alongside.faults import Fault
from alongside.judging.judge import judge
from alongside.judging.scoreboard import scoreboard
from alongside.render import campus as campus_html
from alongside.render import course as course_html
from alongside.render import questions as questions_html
from alongside.render import role_play as role_play_html
from alongside.render import scoreboard as scoreboard_html

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import PurePosixPath

    from alongside.model import Campus, Course, Module
    from alongside.reading.load import Loaded
    from alongside.reading.pages import Page

log = logging.getLogger(__name__)


class CourseDirective(SphinxDirective):
    """What all of them share: the course, addresses, and faults that name their line."""

    @property
    def loaded(self) -> Loaded:
        """The course folder as values."""
        return course.loaded(Path(self.env.srcdir))

    @property
    def course(self) -> Course:
        """The curriculum; the build stops earlier where there is none."""
        found = self.loaded.course
        assert found is not None  # noqa: S101 - builder_inited saw to it
        return found

    def shows(self, *keys: str) -> None:
        """Note that this page is to be made again when one of these values changes."""
        used.note(self.env, *keys)

    def uses(self, *files: PurePosixPath) -> None:
        """Note that this page is to be made again when one of the files changes."""
        for file in files:
            self.env.note_dependency(str(Path(self.env.srcdir, file)))

    def fault(self, code: str, says: str, remedy: str) -> list[nodes.Node]:
        """Report a fault of this page; nothing is shown."""
        page = self.loaded.pages[self.env.docname]
        # MyST counts a directive's options in; the page itself knows the opening line.
        lines = [one.line for one in page.named(self.name) if one.line <= self.lineno]
        fault = Fault(page.path, max(lines, default=self.lineno), code, says, remedy)
        log.warning("%s", fault, type="alongside", subtype=code)
        return []

    def address(self, page: str) -> str | None:
        """Return the address of a page from this one; nothing where it is not in the book."""
        if page not in self.loaded.pages:
            return None
        return self.env.app.builder.get_relative_uri(self.env.docname, page)

    def module_address(self, module: str) -> str | None:
        """Return the address of a module's first page."""
        return self.address(course_html.module_page(module))

    def module(self) -> Module | None:
        """Return the module that the argument names."""
        wanted = self.arguments[0]
        return next((one for one in self.course.modules if one.id == wanted), None)

    def no_such(self, what: str, names: Sequence[str]) -> list[nodes.Node]:
        """Report an argument that names nothing."""
        says = f"There is no {what} {self.arguments[0]!r}."
        remedy = (
            f"There are: {', '.join(sorted(names))}." if names else f"No {what} is there yet."
        )
        return self.fault("B301", says, remedy)


class Quiz(CourseDirective):
    """``{quiz} <module>`` with ``:questions:``: some questions of the module's bank."""

    required_arguments = 1
    option_spec: ClassVar = {"questions": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the questions, numbered on through the page."""
        bank = self.loaded.banks.get(self.arguments[0])
        if bank is None:
            return self.no_such("bank", list(self.loaded.banks))
        by_id = {question.id: question for question in bank.questions}
        wanted = [one.strip() for one in self.options.get("questions", "").split(",")]
        wanted = [one for one in wanted if one] or list(by_id)
        if missing := [one for one in wanted if one not in by_id]:
            says = f"The bank {bank.module!r} has no question {', '.join(missing)}."
            return self.fault("B302", says, "Correct the id, or write the question.")
        self.shows(f"bank {bank.module}", *(f"question {one}" for one in wanted))
        asked = self.env.temp_data.setdefault("alongside_asked", 0)
        self.env.temp_data["alongside_asked"] = asked + len(wanted)
        chosen = [by_id[one] for one in wanted]
        shown = questions_html.quiz(chosen, bank, self.course.id, first_number=asked + 1)
        return [security.raw(shown)]


class RolePlay(CourseDirective):
    """``{role-play} <id>``: one branching conversation."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the booklet that the player makes live."""
        play = self.loaded.role_plays.get(self.arguments[0])
        if play is None:
            return self.no_such("role-play", list(self.loaded.role_plays))
        self.shows(f"role-play {play.id}", "course", "campus")
        href = self.address(HELP) or ""
        profile = self.loaded.campus
        card = campus_html.help_card(profile, href) if profile else ""
        skills = {skill.id: skill.name for skill in self.course.skills}
        shown = role_play_html.role_play(
            play, self.course.id, help_href=href, help_card_html=card, skills=skills
        )
        return [security.raw(shown)]


class FacilitatorNote(CourseDirective):
    """``{facilitator-note}``: shown in the guide only, so nothing here."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return nothing: trainees' pages and their search do not carry notes."""
        return []


class FacilitatorNotes(CourseDirective):
    """``{facilitator-notes} <module>``: the notes of a module's pages, in their order."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a section for each page that has notes."""
        folder = f"modules/{self.arguments[0]}/"
        pages = [one for name, one in self.loaded.pages.items() if name.startswith(folder)]
        if not pages:
            return self.no_such("module with pages", [])
        self.uses(*(page.path for page in pages))
        return [self._section(page) for page in pages if page.notes]

    def _section(self, page: Page) -> nodes.section:
        words = page.title or page.name
        anchor = nodes.make_id(f"notes {page.path.stem}")
        section = nodes.section("", nodes.title("", words), ids=[anchor], names=[anchor])
        href = self.address(page.name)
        link = nodes.reference("", "Open the lesson", refuri=href, internal=True)
        section += nodes.paragraph("", "", link)
        for note in page.notes:
            lines = StringList(note.body.splitlines(), source=str(page.path))
            self.state.nested_parse(lines, note.body_line, section)
        return section


class Avoid(SphinxDirective):
    """``{avoid}``: words shown as what to avoid; the language rules are off inside."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the words in a marked box."""
        box = nodes.container(classes=["al-avoid"])
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


class Outcomes(CourseDirective):
    """``{outcomes} <module>``: what a trainee will be able to do, minutes, what comes first."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        self.shows("course")
        module = self.module()
        if module is None:
            return self.no_such("module", [one.id for one in self.course.modules])
        return [security.raw(course_html.outcomes(module, self.course, self.module_address))]


class Checklist(CourseDirective):
    """``{checklist} <module>``: the observed checklist."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        value = self.loaded.checklists.get(self.arguments[0])
        if value is None:
            return self.no_such("checklist", list(self.loaded.checklists))
        self.shows(f"checklist {value.module}")
        return [security.raw(course_html.checklist(value))]


class Modules(CourseDirective):
    """``{modules}``: all modules, the planned ones shown as such."""

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        self.shows("course")
        return [security.raw(course_html.modules(self.course, self.module_address))]


class Tracks(CourseDirective):
    """``{tracks}``: the roles, their hours and their tracks."""

    def run(self) -> list[nodes.Node]:
        """Return the picture, the table and each track."""
        self.shows("course")
        return [security.raw(course_html.tracks(self.course, self.module_address))]


class Scoreboard(CourseDirective):
    """``{scoreboard}``: the state of the course, as ``alongside check`` tells it."""

    def run(self) -> list[nodes.Node]:
        """Return the table; it depends on every file of the course."""
        self.uses(*self.loaded.files)
        rows = scoreboard(self.loaded, judge(self.loaded))
        return [security.raw(scoreboard_html.scoreboard(rows))]


class HelpNow(CourseDirective):
    """``{help-now}``: every way to get help, from the campus profile."""

    def run(self) -> list[nodes.Node]:
        """Return the page's body."""
        return _campus(self, campus_html.help_now)


class Limits(CourseDirective):
    """``{limits}``: the limits of confidentiality, from the campus profile."""

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        return _campus(self, campus_html.limits)


def _campus(directive: CourseDirective, show: Callable[[Campus], str]) -> list[nodes.Node]:
    profile = directive.loaded.campus
    assert profile is not None  # noqa: S101 - builder_inited saw to it
    directive.shows("campus")
    return [security.raw(show(profile))]


DIRECTIVES: dict[str, type[SphinxDirective]] = {
    "avoid": Avoid,
    "checklist": Checklist,
    "facilitator-note": FacilitatorNote,
    "facilitator-notes": FacilitatorNotes,
    "help-now": HelpNow,
    "limits": Limits,
    "modules": Modules,
    "outcomes": Outcomes,
    "quiz": Quiz,
    "role-play": RolePlay,
    "scoreboard": Scoreboard,
    "tracks": Tracks,
}
