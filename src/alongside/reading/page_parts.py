"""What a page is made of: values only, each with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from alongside.model.base import Slug, Text, Value
from alongside.model.course import Depth

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePosixPath

Voice = Literal["own", "persona", "avoid"]
"""Whose words: the course's own, a persona's, or shown as what to avoid.

A persona speaks in a blockquote, in the lines of a role-play and in options that do not work.
"""

Kind = Literal["text", "heading", "cell", "term"]
"""Where words stand: in running text, a heading, a cell of a table, a term to be defined."""

NOTE = "facilitator-note"
"""The directive that only the facilitator guide renders."""
READS_FILES = frozenset({"include", "literalinclude", "raw", "eval-rst", "csv-table"})
"""Directives that can bring a file, or text that nobody checks, into a page."""
_TITLED = re.compile(r"(.+?)\s*<(.*?)>", re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")


class FrontMatter(Value):
    """What may stand at the top of a page between two lines of three dashes."""

    minutes: Annotated[int, Field(ge=1, le=240)] | None = None
    """Stated minutes of a lesson."""
    outcomes: tuple[Slug, ...] = ()
    """Outcomes that this lesson teaches."""
    roles: tuple[Slug, ...] = ()
    """Roles whose part of the module it is; none: everybody's."""
    depth: Literal["full"] | None = None
    """``full``: asked only of a track that takes the module in full."""
    content_note: Text | None = None
    """What heavy matter comes."""
    jupytext: dict[str, Any] | None = None
    """Only on pages with code cells."""
    kernelspec: dict[str, Any] | None = None
    """Only on pages with code cells."""
    reads: tuple[str, ...] = ()
    """Files of the course that its code cells show; none named: any of them."""

    def asked_of(self, role: str, depth: Depth) -> bool:
        """Return whether a track of that role asks for the page at that depth of its module."""
        return self.depth in {None, depth} and (not self.roles or role in self.roles)


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the page's title."""

    level: int
    text: str
    line: int


@dataclass(frozen=True)
class Directive:
    """A directive as written.

    Attributes:
        name: ``quiz``.
        argument: What follows the name on its line.
        options: The lines ``:key: value`` under it.
        option_lines: The line of each option.
        body: The text inside, options left out.
        body_line: The line on which the body starts.
        line: The line that opens it.
        end_line: The line that closes it.
        inside: Names of the directives around it, outermost first.

    """

    name: str
    argument: str
    options: Mapping[str, str]
    option_lines: Mapping[str, int]
    body: str
    body_line: int
    line: int
    end_line: int
    inside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Prose:
    """The plain words of one line, markup and code left out.

    Attributes:
        line: The line in the file.
        text: The words.
        voice: Whose words they are.
        kind: Where they stand.
        inside: Names of the directives around them, outermost first.

    """

    line: int
    text: str
    voice: Voice
    kind: Kind
    inside: tuple[str, ...] = ()

    @property
    def for_trainees(self) -> bool:
        """Whether it stands on the trainee's page, and not in a facilitator note."""
        return NOTE not in self.inside


@dataclass(frozen=True)
class Link:
    """A link or an image, with the words that name it."""

    text: str
    target: str
    line: int
    image: bool = False


@dataclass(frozen=True)
class RoleUse:
    """Words in an inline role, such as ``{term}`active listening```."""

    name: str
    content: str
    line: int

    @property
    def title(self) -> str:
        """The words before ``<target>``, where it has words of its own."""
        found = _TITLED.fullmatch(self.content)
        return found[1] if found else ""

    @property
    def target(self) -> str:
        """What it names: between its angle brackets, where it has them."""
        found = _TITLED.fullmatch(self.content)
        return found[2] if found else self.content


@dataclass(frozen=True)
class RawHtml:
    """HTML that would go into the page as it stands."""

    line: int
    text: str


@dataclass(frozen=True)
class Page:
    """One page of the book.

    Attributes:
        path: The file, relative to the course folder.
        text: All of it, with plain line ends.
        front: Its front matter, empty where it has none or a broken one.
        front_lines: The line of each key of the front matter.
        headings, directives, prose, links, roles, raw_html: In the order of the page.
        labels: Names that other pages can refer to → line.

    """

    path: PurePosixPath
    text: str
    front: FrontMatter
    front_lines: Mapping[tuple[str | int, ...], int]
    headings: tuple[Heading, ...]
    directives: tuple[Directive, ...]
    prose: tuple[Prose, ...]
    links: tuple[Link, ...]
    roles: tuple[RoleUse, ...]
    raw_html: tuple[RawHtml, ...]
    labels: Mapping[str, int]
    headless: bool = False
    """Whether it has front matter that could not be read."""

    @property
    def name(self) -> str:
        """The page as the table of contents names it: its path without ``.md``."""
        return str(self.path.with_suffix(""))

    @property
    def title(self) -> str | None:
        """The words of its first heading of level 1."""
        return next((one.text for one in self.headings if one.level == 1), None)

    @property
    def words(self) -> int:
        """How many words a trainee reads: no code, options or facilitator notes."""
        return sum(word_count(one.text) for one in self.prose if one.for_trainees)

    @property
    def notes(self) -> tuple[Directive, ...]:
        """Its facilitator notes."""
        return self.named(NOTE)

    @property
    def includes(self) -> tuple[Directive, ...]:
        """Directives that bring in a file, or text that nobody checks."""
        return tuple(
            one
            for one in self.directives
            if one.name in READS_FILES or {"file", "url"} & one.options.keys()
        )

    def named(self, *names: str) -> tuple[Directive, ...]:
        """Return its directives of these names, in the order of the page."""
        if len(names) == 1:
            return self._by_name.get(names[0], ())
        return tuple(one for one in self.directives if one.name in names)

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Directive, ...]]:
        found: dict[str, tuple[Directive, ...]] = {}
        for one in self.directives:
            found[one.name] = (*found.get(one.name, ()), one)
        return found


def placed(option: str) -> list[str]:
    """Return the ids that a ``:questions:`` option names."""
    return [name for name in re.split(r"[\s,]+", option) if name]


def word_count(text: str) -> int:
    """Return how many words the text has; words joined by a hyphen count once."""
    return len(_WORD.findall(text))
