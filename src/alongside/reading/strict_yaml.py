"""Plain values from YAML text, with the line of each, and a fault for all that could mislead.

The values are built straight from the parser's events, so that whatever is refused (aliases,
tags, merge keys, depth, size) is refused before anything is made of it. What an unquoted word
means is said in ``yaml_scalars``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from alongside.faults import Fault
from alongside.reading.text import decoded
from alongside.reading.yaml_builder import Builder, Place, Plain
from alongside.reading.yaml_scalars import UNPRINTABLE, hide_breaks
from alongside.reading.yaml_words import QUOTES, said_plainly

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePosixPath

__all__ = [
    "FAST_LOADER",
    "MAX_BYTES",
    "Document",
    "Place",
    "Plain",
    "nearest_line",
    "read_yaml",
]

MAX_BYTES = 256 * 1024
MAX_FAULTS = 50
"""Faults told of one file; the rest are only counted."""

FAST_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TAB_INDENT = re.compile(r" *\t[ \t]*\S")


@dataclass(frozen=True)
class Document:
    """What one file says.

    Attributes:
        value: The value; means nothing unless ``built``.
        lines: The line of each place, counted from 1: a key's own line, an entry's first line.
        refused: Places that hold something refused; their values mean nothing.
        faults: What was wrong, in the order of the file.
        built: Whether the text was read to its end and ``value`` may be looked at.

    """

    value: Plain
    lines: Mapping[Place, int]
    refused: frozenset[Place]
    faults: tuple[Fault, ...]
    built: bool

    def line(self, place: Place) -> int:
        """Return the line of the place, or of the nearest thing around it."""
        return nearest_line(self.lines, place)


def nearest_line(lines: Mapping[Place, int], place: Place) -> int:
    """Return the line of the place, or of the nearest thing around it that has one."""
    for length in range(len(place), -1, -1):
        found = lines.get(place[:length])
        if found is not None:
            return found
    return 1


def read_yaml(
    data: bytes | str,
    path: PurePosixPath,
    *,
    first_line: int = 1,
    loader: Any = FAST_LOADER,  # noqa: ANN401 - either of PyYAML's parsers
) -> Document:
    """Return what the text says. Never raises, whatever the bytes.

    Args:
        data: The file as it stands on disk, or a part of one.
        path: The file's name in faults.
        first_line: The line on which ``data`` starts in that file.
        loader: The parser; tests compare the C one with the Python one.

    """
    builder = Builder(path, first_line)
    text = _text(data, builder)
    built = text is not None and _walk(text, builder, loader)
    if built and builder.value is None and not builder.faults:
        builder.refuse(first_line, "Y116", "The file is empty.", "Write it, or remove it.")
        built = False
    return Document(
        builder.value,
        builder.lines,
        frozenset(builder.refused),
        _shortened(builder.faults, path),
        built,
    )


def _text(data: bytes | str, builder: Builder) -> str | None:
    """Return the text, or None once a fault says why it cannot be read as text."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    first = builder.first_line
    if len(raw) > MAX_BYTES:
        says = f"The file is larger than {MAX_BYTES // 1024} KB."
        builder.refuse(first, "Y114", says, "Split it into smaller files.")
        return None
    text = decoded(raw, builder.path, first)
    if isinstance(text, Fault):
        builder.faults.append(text)
        return None
    suspect = "\t" in text or UNPRINTABLE.search(text)
    for line, words in enumerate(text.split("\n") if suspect else (), first):
        if UNPRINTABLE.search(words):
            builder.invisible(line)
        if _TAB_INDENT.match(words):
            builder.refuse(line, "Y112", "The line is indented with a tab.", "Use spaces.")
    return None if builder.faults else hide_breaks(text)


def _walk(text: str, builder: Builder, loader: Any) -> bool:  # noqa: ANN401
    """Feed the events to the builder; return whether all were taken."""
    builder.text = tuple(text.split("\n"))
    try:
        return all(builder.take(event) for event in yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        # Where text ends too early, or lacks its colon, what counts is where it began.
        began = re.search("end of stream|expected ':'", str(error.problem))
        mark = (began and error.context_mark) or error.problem_mark or error.context_mark
        line = builder.first_line + (min(mark.line, text.count("\n")) if mark else 0)
        says, remedy = said_plainly(str(error.problem), str(error.context))
        if builder.open_quote:  # a quote that is not closed ends at the next one
            line, (says, remedy) = builder.open_quote, QUOTES
    except (yaml.YAMLError, ValueError, OverflowError):
        # The Python parser lets chr() and int() fail on escapes and % lines out of range.
        line, (says, remedy) = builder.first_line, said_plainly("", "")
    builder.refuse(line, "Y115", says, remedy)
    return False


def _shortened(faults: list[Fault], path: PurePosixPath) -> tuple[Fault, ...]:
    if len(faults) <= MAX_FAULTS:
        return tuple(faults)
    left = len(faults) - MAX_FAULTS
    last = faults[MAX_FAULTS - 1].line
    rest = Fault(
        path, last, "Y117", f"{left:,} more faults in this file.", "Mend the first ones."
    )
    return (*faults[:MAX_FAULTS], rest)
