"""What the templates are given for one page: plain values and ready HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from alongside.book import security
from alongside.book.nav import menu
from alongside.notebooks import has_notebook
from alongside.render import assets, html

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from alongside.book.nav import Contents, Entry
    from alongside.model import RolePlay

CONTENTS_FROM = 3
"""Headings below the title from which on a page gets a list of its parts."""
HELP, ABOUT, PRIVACY, ACCESSIBILITY, SOURCES = (
    "book/get-help-now",
    "book/about",
    "book/privacy",
    "book/accessibility",
    "book/sources",
)


@dataclass(frozen=True)
class SiteFacts:
    """What is the same on every page of one build."""

    site: str
    course: str
    """The course's id: names what the browser keeps."""
    contents: Contents
    prints: Mapping[str, str]
    """File of ``_static/`` → its fingerprint."""
    licence: str
    """Address of the code's licence."""
    print_help: str
    """HTML of the line of help that stands at the end of a printed page."""
    kept: Mapping[str, str]
    """Module → who keeps it and until when, in plain words."""
    asked: Mapping[str, str]
    """Page → of whom it is asked, where that is not everybody."""


@dataclass(frozen=True)
class Near:
    """The page before or after."""

    href: str
    title: str


class Page:
    """One page as its template sees it, under the name ``al``."""

    policy = security.POLICY

    def __init__(
        self,
        facts: SiteFacts,
        page: str,
        link: Callable[[str], str],
        resource: Callable[[str], str],
    ) -> None:
        """Prepare what needs no text.

        Args:
            facts: What is the same everywhere.
            page: Its document name.
            link: Document name → address from this page.
            resource: Path in the built site → address from this page.

        """
        self.page = page
        self._facts = facts
        self.link = link
        self._resource = resource
        self.site = facts.site
        self.course = facts.course
        self.licence = facts.licence
        self.print_help = Markup(facts.print_help)  # noqa: S704 - made by alongside.render
        self._pages = list(facts.contents.pages())
        self._names = {entry.page for entry in self._pages}
        self.nav = Markup(menu(facts.contents, page, link))  # noqa: S704 - the same
        self.help = link(HELP) if HELP in self._names else ""
        self.at_help = page == HELP
        named = {"about": ABOUT, "privacy": PRIVACY}
        named |= {"accessibility": ACCESSIBILITY, "sources": SOURCES}
        self.links = {key: link(to) if to in self._names else "" for key, to in named.items()}
        self.index = resource("searchindex.js")
        edition = has_notebook(page) and page in self._names
        self.notebook = resource(f"notebooks/{page}.ipynb") if edition else ""
        room, _, below = page.partition("/")
        self.kept = facts.kept.get(below.split("/")[0], "") if room == "modules" else ""
        self.previous, self.next = self._around()
        self.first = self._first()
        self.title = facts.site
        self.summary = ""
        self.over = self.heading = self.contents = self.body = Markup("")
        self.content_note = ""
        self.changed = ""
        """The day its text was last changed, in words."""
        self.sheets = ["theme.css"]
        self.scripts = ["site.js"]
        if page == "search":
            self.title = f"Search — {facts.site}"
            self.sheets.append("search.css")

    def fill(
        self,
        title: str,
        body: str,
        front: Mapping[str, str],
        toc: str,
        plays: Sequence[RolePlay] = (),
    ) -> None:
        """Take the page's text.

        Args:
            title: Its title in plain words.
            body: Its HTML, heading first.
            front: Its front matter.
            toc: The list of its headings as Sphinx wrote it.
            plays: The role-plays on it, whose notes stand at its top.

        """
        if self.page != self._facts.contents.root.page:
            self.title = f"{title} — {self.site}"
        start, heading, rest = body.partition("</h1>")
        self.heading = Markup(start + heading)  # noqa: S704 - Sphinx escaped it
        self.body = Markup(rest)  # noqa: S704 - the same
        self.summary = str(front.get("summary", ""))
        notes = [*(play.content_note for play in plays), str(front.get("content_note", ""))]
        self.content_note = html.curled(" ".join(" ".join(notes).split()))
        self.over = Markup(self._over(front, sum(play.minutes for play in plays)))  # noqa: S704 - escaped there
        self.contents = Markup(_parts(toc))  # noqa: S704 - Sphinx escaped it
        activities = assets.files_for(rest)
        self.sheets += [name for name in activities if name.endswith(".css")]
        self.scripts += [name for name in activities if name.endswith(".js")]

    def asset(self, name: str) -> str:
        """Return the address of a file of ``_static/``; a changed file has a new one."""
        found = self._facts.prints.get(name)
        address = self._resource(f"_static/{name}")
        return f"{address}?v={found}" if found else address

    def _around(self) -> tuple[Near | None, Near | None]:
        names = [entry.page for entry in self._pages]
        if self.page not in names:
            return None, None
        at = names.index(self.page)
        before = self._pages[at - 1] if at else None
        after = self._pages[at + 1] if at + 1 < len(names) else None
        return self._near(before), self._near(after)

    def _first(self) -> Near | None:
        """Return where a module begins, for its first page."""
        entry = next((one for one in self._pages if one.page == self.page), None)
        below = entry.under if entry and self.page.startswith("modules/") else ()
        return self._near(below[0]) if below else None

    def _near(self, entry: Entry | None) -> Near | None:
        return Near(self.link(entry.page), entry.title) if entry else None

    def _over(self, front: Mapping[str, str], played: int) -> str:
        """Return the small line over the title: the module, the place in it, the minutes."""
        told = []
        if parent := self._facts.contents.parent(self.page):
            told.append(html.link(self.link(parent.page), parent.title))
            beside = [below.page for below in parent.under]
            if len(beside) > 1:
                told.append(f"part {1 + beside.index(self.page)} of {len(beside)}")
        if minutes := front.get("minutes"):
            part = 0 < played < int(minutes)
            share = f", {played} of them for the role-play" if part else ""
            told.append(f"about {html.text(str(minutes))} minutes{share}")
        if asked := self._facts.asked.get(self.page):
            told.append(html.text(asked))
        return " · ".join(told)


def _parts(toc: str) -> str:
    """Return the list of headings under the title, where there are enough to need one."""
    inner = re.search(r"<ul>.*?(<ul>.*</ul>)\s*</li>\s*</ul>", toc, re.DOTALL)
    if not inner or inner[1].count("<li>") < CONTENTS_FROM:
        return ""
    return re.sub(r' class="[^"]*"', "", inner[1])
