"""What the directives of course pages share: the course, addresses, faults with their line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from alongside.book import used
from alongside.faults import Fault
from alongside.reading import current
from alongside.render import course as course_html

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import PurePosixPath

    from docutils import nodes

    from alongside.model import Course, Module
    from alongside.reading.load import Loaded

log = logging.getLogger(__name__)


class CourseDirective(SphinxDirective):
    """What all of them share: the course, addresses, and faults that name their line."""

    @property
    def loaded(self) -> Loaded:
        """The course folder as values."""
        return current.loaded(Path(self.env.srcdir))

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

    def no_such(self, what: str, names: Sequence[str]) -> list[nodes.Node]:
        """Report an argument that names nothing."""
        says = f"There is no {what} {self.arguments[0]!r}."
        remedy = (
            f"There are: {', '.join(sorted(names))}." if names else f"No {what} is there yet."
        )
        return self.fault("P113", says, remedy)


class ModuleDirective(CourseDirective):
    """A directive whose argument names a module."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return what is shown of the module, or report that there is none of that name."""
        self.shows("course")
        modules = {one.id: one for one in self.course.modules}
        module = modules.get(self.arguments[0])
        return self.of(module) if module else self.no_such("module", list(modules))

    def of(self, module: Module) -> list[nodes.Node]:
        """Return what is shown of the module."""
        raise NotImplementedError
