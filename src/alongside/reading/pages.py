"""Pages as values: front matter, headings, directives, prose with its voice, links; lines."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from alongside.faults import Fault
from alongside.reading.page_parts import (
    Directive,
    FrontMatter,
    Heading,
    Link,
    Page,
    Prose,
    RawHtml,
    RoleUse,
    word_count,
)
from alongside.reading.page_scan import scan
from alongside.reading.shapes import shape
from alongside.reading.strict_yaml import read_yaml
from alongside.reading.text import decoded
from alongside.reading.yaml_scalars import UNPRINTABLE

if TYPE_CHECKING:
    from pathlib import PurePosixPath

__all__ = [
    "MAX_PAGE_BYTES",
    "Directive",
    "FrontMatter",
    "Heading",
    "Link",
    "Page",
    "Prose",
    "RawHtml",
    "RoleUse",
    "read_page",
    "word_count",
]

MAX_PAGE_BYTES = 256 * 1024
MAX_LINES = 20_000
_FENCE = re.compile(r"-{3,}[ \t]*")


def read_page(data: bytes | str, path: PurePosixPath) -> tuple[Page | None, tuple[Fault, ...]]:
    """Return the page and its faults; None where it is not text at all. Never raises."""
    text, faults = _text(data, path)
    if text is None:
        return None, tuple(faults)
    head, body = _split(text)
    front, front_lines, headless = FrontMatter(), {}, head is None
    if head is None:
        says = "The front matter starts here and is never closed."
        faults.append(Fault(path, 1, "Y401", says, "Close it with a line of three dashes."))
    elif head.strip():
        document = read_yaml(head, path, first_line=2)
        shaped, misfits = shape(FrontMatter, document, path)
        front, front_lines = shaped or front, dict(document.lines)
        headless = shaped is None
        faults += [*document.faults, *misfits]
    found = scan(body, path)
    if found.breaks and front.jupytext is None and not headless:
        says = "A line of +++ parts the cells of a page with code, and this page has none."
        found.fault(found.breaks[0], "Y412", says, "Take it out.")
    page = Page(
        path=path,
        text=text,
        front=front,
        front_lines=MappingProxyType(front_lines),
        headings=tuple(found.headings),
        directives=tuple(found.directives),
        prose=tuple(found.prose),
        links=tuple(found.links),
        roles=tuple(found.roles),
        raw_html=tuple(found.raw_html),
        labels=MappingProxyType({name: lines[0] for name, lines in found.marks.items()}),
        headless=headless,
    )
    return page, tuple(sorted([*faults, *found.faults]))


def _text(data: bytes | str, path: PurePosixPath) -> tuple[str | None, list[Fault]]:
    """Return the text with plain line ends, without what no page can show."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > MAX_PAGE_BYTES or raw.count(b"\n") > MAX_LINES:
        says = f"The page is larger than {MAX_PAGE_BYTES // 1024} KB or {MAX_LINES:,} lines."
        return None, [Fault(path, 0, "Y114", says, "Split it into lessons.")]
    text = decoded(raw, path)
    if isinstance(text, Fault):
        return None, [text]
    bad = UNPRINTABLE.search(text)
    if bad is None:
        return text, []
    line = 1 + text.count("\n", 0, bad.start())
    says = "The text holds an invisible or a control character."
    return UNPRINTABLE.sub(" ", text), [Fault(path, line, "Y111", says, "Remove it.")]


def _split(text: str) -> tuple[str | None, str]:
    """Return front matter (None if it is not closed) and the page with it blanked out."""
    lines = text.split("\n")
    if not _FENCE.fullmatch(lines[0]):
        return "", text
    for number, line in enumerate(lines[1:], 1):
        if _FENCE.fullmatch(line):
            blank = [""] * (number + 1)
            return "\n".join(lines[1:number]), "\n".join([*blank, *lines[number + 1 :]])
    return None, "\n" + text.partition("\n")[2]
