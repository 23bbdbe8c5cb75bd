"""The directives of trainees' pages: each finds a value of the course and asks for its HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from alongside.book import made, security
from alongside.book.directive import CourseDirective, ModuleDirective
from alongside.book.page import HELP
from alongside.judging.coverage import coverage, pages_of
from alongside.judging.judge import judge
from alongside.judging.scoreboard import scoreboard
from alongside.reading.page_parts import placed
from alongside.render import campus as campus_html
from alongside.render import course as course_html
from alongside.render import questions as questions_html
from alongside.render import role_play as role_play_html
from alongside.render import scoreboard as scoreboard_html
from alongside.render.lessons import lesson_list, lessons
from alongside.render.observed import observed
from alongside.render.outcome_map import outcome_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from alongside.model import Campus, Module


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
        wanted = placed(self.options.get("questions", ""))
        if not wanted:
            # The whole bank: a question that joins it later has no key on this page yet.
            self.uses(self.loaded.file_of(bank))
            wanted = list(by_id)
        if missing := [one for one in wanted if one not in by_id]:
            says = f"The bank {bank.module!r} has no question {', '.join(missing)}."
            return self.fault("P113", says, "Correct the id, or write the question.")
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
            play,
            self.course.id,
            help_href=href,
            help_card_html=card,
            note_href="#before",
            skills=skills,
        )
        return [security.raw(shown)]


class Avoid(SphinxDirective):
    """``{avoid}``: words shown as what to avoid; the language rules are off inside."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the words in a marked box."""
        box = nodes.container(classes=["al-avoid"])
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


class Outcomes(ModuleDirective):
    """``{outcomes} <module>``: what a trainee will be able to do, minutes, the lessons."""

    def of(self, module: Module) -> list[nodes.Node]:
        """Return the list."""
        self.shows(f"lessons {module.id}")
        shown = course_html.outcomes(module, self.course, self.module_address)
        parts = lesson_list(lessons(self.loaded, module.id), self.address)
        return [security.raw(shown + parts)]


class OutcomeMap(ModuleDirective):
    """``{outcome-map} <module>``: where each outcome is taught, practised and assessed."""

    def of(self, module: Module) -> list[nodes.Node]:
        """Return the table; it depends on all pages of the module and all it places."""
        loaded = self.loaded
        beside = f"modules/{module.id}/"
        pages = {name: one for name, one in loaded.pages.items() if name.startswith(beside)}
        self.uses(*(page.path for page in pages.values()))
        bank = loaded.banks.get(module.id)
        self.shows(
            "places",
            f"lessons {module.id}",
            f"checklist {module.id}",
            *(f"question {one.id}" for one in (bank.questions if bank else ())),
            *(f"role-play {p.id}" for p in loaded.role_plays.values() if p.module == module.id),
        )
        rows = [coverage(loaded, module, outcome) for outcome in module.outcomes]
        titles = {name: page.title or name for name, page in pages.items()}
        exercises = {
            name
            for name, page in pages.items()
            if name == f"{beside}practice" or page.named("role-play") or page.named("checklist")
        }
        told = outcome_map(rows, pages_of(loaded), titles, exercises, self.address)
        return [security.raw(told)]


class Checklist(CourseDirective):
    """``{checklist} <module>``: the observed checklist."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        value = self.loaded.checklists.get(self.arguments[0])
        if value is None:
            return self.no_such("checklist", list(self.loaded.checklists))
        self.shows("course", f"checklist {value.module}")
        shown = course_html.checklist(value) + observed(
            value, self.course.id, {role.id: role.name for role in self.course.roles}
        )
        return [security.raw(shown)]


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
        rows = scoreboard(self.loaded, judge(self.loaded, made.proved(self.env)))
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
    "help-now": HelpNow,
    "limits": Limits,
    "modules": Modules,
    "outcome-map": OutcomeMap,
    "outcomes": Outcomes,
    "quiz": Quiz,
    "role-play": RolePlay,
    "scoreboard": Scoreboard,
    "tracks": Tracks,
}
