"""Reads the words of one paragraph, heading or cell: prose, links, roles, raw HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from alongside.faults import Fault
from alongside.reading.page_parts import Directive, Heading, Link, Prose, RawHtml, RoleUse

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from markdown_it.token import Token

    from alongside.reading.page_parts import Kind, Voice

_SILENT_ROLES = ("cite", "footcite", "math", "raw", "code", "sub-ref", "download")


@dataclass
class Scan:
    """What was found on one page so far."""

    path: PurePosixPath
    headings: list[Heading] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    roles: list[RoleUse] = field(default_factory=list)
    raw_html: list[RawHtml] = field(default_factory=list)
    marks: dict[str, list[int]] = field(default_factory=dict)
    """Name that can be referred to → the lines on which it stands."""
    notes: dict[str, list[int]] = field(default_factory=dict)
    """Footnote → the lines on which it is written."""
    noted: set[str] = field(default_factory=set)
    """Footnotes that the text refers to."""
    addresses: list[tuple[str, int]] = field(default_factory=list)
    """Addresses of links that were given before, with the line of the second."""
    breaks: list[int] = field(default_factory=list)
    """Lines of `+++`, which part the cells of a page with code."""
    faults: list[Fault] = field(default_factory=list)
    references: dict[str, Any] = field(default_factory=dict)

    def fault(self, line: int, code: str, says: str, remedy: str) -> None:
        """Keep a fault."""
        self.faults.append(Fault(self.path, line, code, says, remedy))


@dataclass(frozen=True)
class Around:
    """Where a text stands: its first line, the directives around it, whose words it holds."""

    first_line: int = 1
    inside: tuple[str, ...] = ()
    voice: Voice = "own"


@dataclass
class _Line:
    """The words of the line that is being read, and of the link it may stand in."""

    number: int
    words: list[str] = field(default_factory=list)
    link: tuple[str, int] | None = None
    link_words: list[str] = field(default_factory=list)

    def add(self, words: str) -> None:
        """Add words to the line, and to the link if one is open."""
        self.words.append(words)
        self.link_words.append(words)


def read_inline(token: Token, found: Scan, around: Around, kind: Kind) -> None:
    """Add what the inline token holds to what was found on the page."""
    line = _Line(around.first_line)
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            if child.type == "hardbreak":
                _tell_broken(line.number, found)
            _end_line(line, found, around, kind)
            line.number += 1
            line.link_words.append(" ")
        elif child.type in {"text", "text_special"}:
            line.add(child.content)
        elif child.type == "myst_role":
            role = RoleUse(str(child.meta["name"]), child.content, line.number)
            found.roles.append(role)
            line.add(_shown(role))
        elif child.type == "link_open":
            line.link = (str(child.attrGet("href") or ""), line.number)
            line.link_words.clear()
        elif child.type == "link_close" and line.link is not None:
            target, number = line.link
            found.links.append(Link("".join(line.link_words).strip(), target, number))
            line.link = None
        else:
            _keep(child, found, line)
    _end_line(line, found, around, kind)


def _keep(child: Token, found: Scan, line: _Line) -> None:
    """Keep what adds no words to the line."""
    if child.type == "footnote_ref":
        found.noted.add(str(child.meta["label"]))
    elif child.type == "html_inline":
        found.raw_html.append(RawHtml(line.number, child.content))
        line.number += child.content.count("\n")
    elif child.type == "image":
        target = str(child.attrGet("src") or "")
        found.links.append(Link(child.content, target, line.number, image=True))


def _tell_broken(line: int, found: Scan) -> None:
    says = "The line ends in two spaces or a backslash, which breaks it."
    remedy = "Take them out, or leave an empty line for a new paragraph."
    found.fault(line, "Y408", says, remedy)


def _end_line(line: _Line, found: Scan, around: Around, kind: Kind) -> None:
    words = "".join(line.words).strip()
    if words:
        found.prose.append(Prose(line.number, words, around.voice, kind, around.inside))
    line.words.clear()


def _shown(role: RoleUse) -> str:
    """Return the words a role shows: none for a citation, else its title or its target."""
    return "" if role.name.startswith(_SILENT_ROLES) else role.title or role.content
