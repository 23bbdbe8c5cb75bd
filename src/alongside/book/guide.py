"""The directives of the facilitator's guide: notes, sessions, what to print and to show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from alongside.book import security
from alongside.book.directive import CourseDirective, ModuleDirective
from alongside.book.kits import of_module
from alongside.judging.coverage import pages_of
from alongside.render import run_sheet as run_sheet_html
from alongside.render.html import element, items, link
from alongside.render.kits import groups
from alongside.sessions.clock import SHARED, session

if TYPE_CHECKING:
    from alongside.model import Module
    from alongside.reading.pages import Page

_NEAR = re.compile(r"\{doc\}`([^/`<>]+`)")
"""A link to a page of the same folder, by its name alone."""


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
        self.shows(f"lessons {self.arguments[0]}")
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
            # Written beside its lesson, read in the guide: a link must start at the root.
            body = _NEAR.sub(rf"{{doc}}`/{page.path.parent}/\1", note.body)
            lines = StringList(body.splitlines(), source=str(page.path))
            self.state.nested_parse(lines, note.body_line, section)
        return section


class RunSheet(CourseDirective):
    """``{run-sheet} <module>`` with ``:sheet:``: the plan of one session."""

    required_arguments = 1
    option_spec: ClassVar = {"sheet": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the session, its times computed."""
        loaded = self.loaded
        sheets = loaded.run_sheets.get(self.arguments[0])
        if sheets is None:
            return self.no_such("run sheet", list(loaded.run_sheets))
        by_id = {one.id: one for one in sheets.sheets}
        wanted = self.options.get("sheet", "")
        if wanted not in by_id:
            says = f"The sessions of {sheets.module!r} have no sheet {wanted!r}."
            return self.fault("P113", says, f"There are: {', '.join(by_id)}.")
        self.shows(f"run sheets {sheets.module}", f"run sheets {SHARED}", "places")
        value = session(loaded, sheets, by_id[wanted])
        shown = run_sheet_html.session(value, self.address, pages_of(loaded))
        return [security.raw(shown)]


class Groups(SphinxDirective):
    """``{groups-of-three}``: who practises with whom."""

    def run(self) -> list[nodes.Node]:
        """Return the form, which only its script shows."""
        return [security.raw(groups.SHOWN)]


class Kits(ModuleDirective):
    """``{kits} <module>``: what there is to print and to show for a module."""

    def of(self, module: Module) -> list[nodes.Node]:
        """Return the list of links."""
        plays = [one.id for one in self.loaded.role_plays.values() if one.module == module.id]
        # A new role-play shows in the list of lessons: each is placed on a page.
        self.shows(f"lessons {module.id}", *(f"role-play {one}" for one in plays))
        self.shows(f"run sheets {module.id}", f"run sheets {SHARED}")
        found = list(of_module(self.loaded, module))
        address = self.env.app.builder.get_relative_uri
        lines = [link(address(self.env.docname, one.page), one.label) for one in found]
        return [security.raw(element("div", items(lines), class_="al-kits"))]


DIRECTIVES: dict[str, type[SphinxDirective]] = {
    "facilitator-note": FacilitatorNote,
    "facilitator-notes": FacilitatorNotes,
    "groups-of-three": Groups,
    "kits": Kits,
    "run-sheet": RunSheet,
}
