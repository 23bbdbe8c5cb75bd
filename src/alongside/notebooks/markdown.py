"""A page of the course in the plain Markdown of notebooks, with its activities as code."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alongside.notebooks import values
from alongside.reading.page_parts import NOTE, placed
from alongside.reading.page_scan import scan
from alongside.render.lessons import lessons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alongside.notebooks.inline import Words
    from alongside.reading.load import Loaded
    from alongside.reading.page_parts import Directive

WIDE = 88
"""Characters of a line of code."""
_BOXES = frozenset(
    "admonition attention caution danger dropdown error hint important margin note seealso"
    " sidebar tip topic warning".split()
)
_TITLES = {"seealso": "See also", "avoid": "To avoid"}
_TITLED = frozenset({"admonition", "dropdown", "margin", "sidebar", "topic"})
_CODE = frozenset({"code", "code-block", "sourcecode"})
_WEB_ONLY = frozenset({"bibliography", "outcome-map", "scoreboard", "tracks"})
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_SILENT = re.compile(r"%|\+\+\+|\([\w.:-]+\)=\s*$")
_DEFINITION = re.compile(r":[ \t]+(?=\S)")
_NOTE_BELOW = re.compile(r"\[\^([\w-]+)\]:\s*")


@dataclass(frozen=True)
class Piece:
    """Words, or the code of one cell."""

    text: str
    code: bool = False


@dataclass(frozen=True)
class Reader:
    """Reads one page.

    Attributes:
        loaded: The course.
        words: What words mean on this page.

    """

    loaded: Loaded
    words: Words

    def pieces(self, text: str) -> Iterator[Piece]:
        """Yield the page's words and code in their order, facilitator notes left out."""
        lines = text.split("\n")
        done = 0
        for one in scan(text, self.words.page.path).directives:
            if not one.inside:
                yield Piece(self.markdown(lines[done : one.line - 1]))
                yield from self.directive(one)
                done = one.end_line
        yield Piece(self.markdown(lines[done:]))

    def directive(self, one: Directive) -> Iterator[Piece]:
        """Yield what a directive is in a notebook."""
        if one.name in {NOTE, "facilitator-notes"}:
            return
        if one.name == "quiz":
            ids = placed(one.options.get("questions", ""))
            yield Piece(call("quiz", one.argument, *ids), code=True)
        elif one.name == "role-play":
            yield Piece(call("role_play", one.argument), code=True)
        elif one.name == "code-cell":
            yield Piece(one.body.strip(), code=True)
        elif one.name in _CODE:
            yield Piece(f"```{one.argument}\n{one.body}\n```")
        elif one.name in _BOXES or one.name == "avoid":
            yield from self._box(one)
        elif (shown := self._value(one)) is not None:
            yield Piece(shown)
        else:
            title = one.options.get("alt") or one.argument
            yield Piece(f"**{values.plain(title)}**" if title else "")
            yield from self.pieces(one.body)

    def markdown(self, lines: Sequence[str]) -> str:
        """Return lines of a page, none of them a directive's, as Markdown."""
        done: list[str] = []
        prose: list[str] = []
        fence = ""
        for line in lines:
            mark = _FENCE.match(line)
            if fence:
                done.append(line)
                fence = "" if mark and mark[1].startswith(fence) else fence
            elif mark:
                done += [self._prose(prose), line]
                prose, fence = [], mark[1]
            else:
                prose.append(line)
        return "\n".join([*done, self._prose(prose)]).strip("\n")

    def _prose(self, lines: Iterable[str]) -> str:
        kept = [line for line in lines if not _SILENT.match(line)]
        return self.words.plain("\n".join(_defined(kept)))

    def _box(self, one: Directive) -> Iterator[Piece]:
        """Yield a box as a quotation with a bold title; its code comes after it."""
        title = _TITLES.get(one.name, one.name.capitalize())
        body = one.body
        if one.argument and one.name in _TITLED:
            title = one.argument
        elif one.argument:
            body = f"{one.argument}\n\n{body}"
        inside = list(self.pieces(body))
        said = "\n\n".join(piece.text for piece in inside if piece.text and not piece.code)
        shown = f"**{self.words.plain(title)}**\n\n{said}".strip()
        yield Piece("\n".join(f"> {line}".rstrip() for line in shown.split("\n")))
        yield from (piece for piece in inside if piece.code)

    def _value(self, one: Directive) -> str | None:
        """Return what a directive shows of the course's values; None where it shows none."""
        course, campus = self.loaded.course, self.loaded.campus
        listed = self.loaded.checklists.get(one.argument)
        modules = {module.id: module for module in course.modules} if course else {}
        shown = None
        if one.name == "outcomes" and course and one.argument in modules:
            parts = values.lessons(lessons(self.loaded, one.argument))
            shown = f"{values.outcomes(modules[one.argument], course)}\n\n{parts}"
        elif one.name == "checklist" and listed:
            shown = values.checklist(listed)
        elif one.name == "modules" and course:
            shown = values.modules(course, self.loaded.pages)
        elif one.name == "limits" and campus:
            shown = values.limits(campus)
        elif one.name == "help-now" and campus:
            shown = values.help_now(campus)
        elif one.name in _WEB_ONLY:
            shown = "*This part is on the web page.*"
        return shown


def call(name: str, *arguments: str) -> str:
    """Return a call as code, over several lines where one would be too long."""
    written = [json.dumps(one, ensure_ascii=False) for one in arguments]
    line = f"{name}({', '.join(written)})"
    if len(line) <= WIDE:
        return line
    return "\n".join([f"{name}(", *(f"    {one}," for one in written), ")"])


def _defined(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines with definitions as lists under bold terms, which notebooks can show."""
    term: str | None = None
    inside = False
    for line in lines:
        definition = _DEFINITION.match(line)
        if definition and (inside or term):
            if term:
                yield from ("", f"**{term.strip().replace('**', '')}**", "")
            term, inside = None, True
            yield f"- {line[definition.end() :]}"
            continue
        if term is not None:
            yield term
        term = None
        inside = inside and (not line.strip() or line.startswith("  "))
        if line.strip() and not inside and not line.startswith((" ", "\t")):
            term = _NOTE_BELOW.sub(r"Note \1: ", line)
        else:
            yield line
    if term is not None:
        yield term
