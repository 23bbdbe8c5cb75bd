"""A paragraph of a page in the plain Markdown of notebooks: roles and links become words."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alongside.notebooks.values import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alongside.notebooks.works import Work
    from alongside.reading.pages import Page

_SPAN = re.compile(
    r"(?:\{(?P<role>[\w:+.-]+)\})?(?P<ticks>`+)(?P<words>(?:(?!\n[ \t>]*\n).)+?)(?P=ticks)(?!`)"
    r"|(?P<dollar>(?<!\\)\$)",
    re.DOTALL,
)
_TARGETED = re.compile(r"(?P<words>.*?)\s*<(?P<target>[^<>]*)>", re.DOTALL)
_PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\([^()]*\)(?:\{[^{}]*\})?")
_LINK = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]]*)\]\(<?(?P<target>[^()\s<>]+)>?(?:\s+\"[^\"]*\")?\)"
)
_OUTSIDE = re.compile(r"(?:https?|mailto|tel|sms):")
_ATTRIBUTES = re.compile(r"(?<=[\])`*_])\{[.#][^{}]*\}")
_NOTE = re.compile(r"\[\^([\w-]+)\]")


@dataclass(frozen=True)
class Words:
    """What words mean on one page.

    Attributes:
        page: The page.
        pages: Every page of the book, by name.
        works: Every work it cites, by key.
        published: The address of the published book, or nothing.

    """

    page: Page
    pages: Mapping[str, Page]
    works: Mapping[str, Work]
    published: str

    def plain(self, text: str) -> str:
        """Return the text with roles, links and footnotes as words; code stays as it is."""
        text = _SPAN.sub(self._span, text)
        text = _PICTURE.sub(lambda found: f"*Picture: {found['words']}*", text)
        text = _LINK.sub(self._link, text)
        return _NOTE.sub(r"(note \1)", _ATTRIBUTES.sub("", text))

    def works_named(self, keys: str) -> list[Work]:
        """Return the works that a list of keys names, in its order."""
        found = (self.works.get(key.strip()) for key in keys.split(","))
        return [one for one in found if one]

    def _span(self, found: re.Match[str]) -> str:
        role, words = found["role"], found["words"]
        if found["dollar"]:
            return r"\$"  # else a notebook takes what follows for mathematics
        if role is None:
            return found[0]
        if role.startswith(("cite", "footcite")):
            return self._cited(role, words)
        targeted = _TARGETED.fullmatch(words)
        shown = " ".join((targeted["words"] if targeted else words).split())
        target = targeted["target"] if targeted else words
        if role == "doc":
            return self._page(self._name(target), shown if targeted else "")
        if role == "ref":
            return shown if targeted else self._section(target)
        return shown

    def _cited(self, role: str, keys: str) -> str:
        found = self.works_named(keys)
        if role.endswith(("t", "ct")):
            told = [f"{one.names} ({one.year})" if one.year else one.names for one in found]
            return plain(" and ".join(told))
        told = [f"{one.names}, {one.year}" if one.year else one.names for one in found]
        return plain(f"({'; '.join(told)})") if told else ""

    def _name(self, target: str) -> str:
        """Return the name of the page that a path from this page leads to."""
        path = target.partition("#")[0].removesuffix(".md").removesuffix(".html")
        beside = posixpath.dirname(self.page.name)
        return posixpath.normpath(posixpath.join("/", beside, path)).lstrip("/")

    def _page(self, name: str, shown: str) -> str:
        """Return the words for a page: a link only where the book is published."""
        page = self.pages.get(name)
        title = shown or plain((page.title if page else None) or name)
        if page and self.published:
            return f"[{title}]({self.published.rstrip('/')}/{name}.html)"
        return title if shown else f"“{title}”"

    def _section(self, label: str) -> str:
        """Return the heading that a label stands before."""
        for page in self.pages.values():
            line = page.labels.get(label)
            if line is not None:
                below = (one.text for one in page.headings if one.line >= line)
                return f"“{plain(next(below, page.title or label))}”"
        return label

    def _link(self, found: re.Match[str]) -> str:
        words, target = found["words"], found["target"]
        if _OUTSIDE.match(target):
            return found[0]
        return words if target.startswith("#") else self._page(self._name(target), words)
