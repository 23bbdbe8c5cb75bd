"""The course's contents as values, and as the list every page carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alongside.render import html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sphinx_external_toc.api import SiteMap


WELCOME = "Welcome"
"""What the contents call the first page, whose title is the name of the course."""


@dataclass(frozen=True)
class Entry:
    """A page in the contents with the pages under it."""

    page: str
    """Its document name, such as ``modules/active-listening/index``."""
    title: str
    under: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Part:
    """Entries under a caption; the caption may be empty."""

    caption: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Contents:
    """The whole course in reading order."""

    root: Entry
    parts: tuple[Part, ...]

    def parent(self, page: str) -> Entry | None:
        """Return the entry that a page stands under, if any."""
        for part in self.parts:
            for entry in part.entries:
                if any(page == below.page for below in entry.under):
                    return entry
        return None

    def pages(self) -> Iterator[Entry]:
        """Yield every page in reading order."""
        yield self.root
        for part in self.parts:
            for entry in part.entries:
                yield entry
                yield from entry.under


def contents(
    site_map: SiteMap, titles: Mapping[str, str], suffixes: tuple[str, ...]
) -> Contents:
    """Return the contents that ``_toc.yml`` names.

    Args:
        site_map: What sphinx-external-toc read.
        titles: Document name → title of the page.
        suffixes: File name endings that ``_toc.yml`` may carry.

    """

    def entry(name: str) -> Entry:
        document = site_map.get(name)
        page = next((name[: -len(s)] for s in suffixes if name.endswith(s)), name)
        given = document.title if document else None
        below = document.child_files() if document else []
        return Entry(page, given or titles.get(page, page), tuple(entry(one) for one in below))

    root = site_map.root
    parts = tuple(
        Part(tree.caption or "", tuple(entry(name) for name in tree.files()))
        for tree in root.subtrees
    )
    return Contents(Entry(entry(root.docname).page, WELCOME), parts)


def menu(course: Contents, here: str, address: Callable[[str], str]) -> str:
    """Return the list of all pages; the page one is on is marked and its module opened.

    Args:
        course: The contents.
        here: The page that will carry the list.
        address: Document name → address from that page.

    """

    def page_link(entry: Entry, words: str) -> str:
        current = "page" if entry.page == here else None
        return html.link(address(entry.page), words, aria_current=current)

    def listed(entry: Entry) -> str:
        if not entry.under:
            return f"<li>{page_link(entry, entry.title)}</li>"
        opened = here == entry.page or any(here == below.page for below in entry.under)
        lessons = "".join(listed(below) for below in entry.under)
        return (
            f"<li><details{html.attributes(open=opened)}>"
            f"<summary>{html.text(entry.title)}</summary>"
            f"<ul><li>{page_link(entry, 'Overview')}</li>{lessons}</ul></details></li>"
        )

    def part(one: Part) -> str:
        entries = "".join(listed(entry) for entry in one.entries)
        if not one.caption:
            return entries
        return f"<li><p>{html.text(one.caption)}</p><ul>{entries}</ul></li>"

    welcome = f"<li>{page_link(course.root, course.root.title)}</li>"
    return f"<ul>{welcome}{''.join(part(one) for one in course.parts)}</ul>"
