"""Plain values from YAML text, with the line of each, and a fault for all that could mislead.

The values are built straight from the parser's events, so that whatever is refused (aliases,
tags, merge keys, depth, size) is refused before anything is made of it. What an unquoted word
means is said in ``yaml_scalars``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from alongside.faults import Fault
from alongside.yaml_scalars import UNPRINTABLE, hide_breaks, plain_scalar, show_breaks
from alongside.yaml_words import said_plainly

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePosixPath

Place = tuple[str | int, ...]
"""The way to a value: keys and indices from the top of the file."""
Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]
Event = Any
"""An event of PyYAML, whose C parser has no types."""

MAX_BYTES = 256 * 1024
MAX_NODES = 20_000
MAX_DEPTH = 40
MAX_FAULTS = 50
"""Faults told of one file; the rest are only counted."""

FAST_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)


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
    builder = _Builder(path, first_line)
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


def _text(data: bytes | str, builder: _Builder) -> str | None:
    """Return the text, or None once a fault says why it cannot be read as text."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    first = builder.first_line
    if len(raw) > MAX_BYTES:
        says = f"The file is larger than {MAX_BYTES // 1024} KB."
        return builder.refuse(first, "Y114", says, "Split it into smaller files.")
    try:
        text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        line = first + raw.count(b"\n", 0, error.start)
        return builder.refuse(
            line, "Y113", "The file is not UTF-8 text.", "Save it again as UTF-8."
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for found in UNPRINTABLE.finditer(text):
        builder.invisible(first + text.count("\n", 0, found.start()))
    for found in _TAB_INDENT.finditer(text):
        line = first + text.count("\n", 0, found.start())
        builder.refuse(line, "Y112", "The line is indented with a tab.", "Use spaces.")
    return None if builder.faults else hide_breaks(text)


def _walk(text: str, builder: _Builder, loader: Any) -> bool:  # noqa: ANN401
    """Feed the events to the builder; return whether all were taken."""
    try:
        return all(builder.take(event) for event in yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = builder.first_line + (min(mark.line, text.count("\n")) if mark else 0)
        says, remedy = said_plainly(str(error.problem), str(error.context))
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
        path, last, "Y117", f"{left:,} more faults of this kind.", "Mend the first ones."
    )
    return (*faults[:MAX_FAULTS], rest)


@dataclass
class _Open:
    """A list or mapping that is still being filled."""

    place: Place
    value: list[Plain] | dict[str, Plain]
    key: str | None = None

    def next_place(self) -> Place:
        last = len(self.value) if self.key is None else self.key
        return (*self.place, last)

    def put(self, value: Plain) -> None:
        if isinstance(self.value, list):
            self.value.append(value)
        elif self.key is not None:
            self.value[self.key] = value
            self.key = None


@dataclass
class _Builder:
    """Takes events one by one; holds the value, the lines and the faults so far."""

    path: PurePosixPath
    first_line: int
    value: Plain = None
    lines: dict[Place, int] = field(default_factory=dict)
    refused: set[Place] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0
    to_skip: int = 0
    skipped_depth: int = 0

    def refuse(self, line: int, code: str, says: str, remedy: str) -> None:
        self.faults.append(Fault(self.path, line, code, says, remedy))

    def invisible(self, line: int) -> None:
        says = "The text holds a control character, which no page can show."
        self.refuse(line, "Y111", says, "Remove it.")

    def take(self, event: Event) -> bool:
        """Take one event; return False where reading must stop."""
        if isinstance(event, yaml.NodeEvent):
            return self._within_limits(event) and self._node(event)
        if isinstance(event, yaml.DocumentStartEvent):
            return self._document(event)
        if isinstance(event, yaml.CollectionEndEvent):
            if self.skipped_depth:
                self.skipped_depth -= 1
            else:
                self.stack.pop()
        return True

    def _document(self, event: Event) -> bool:
        self.documents += 1
        if event.version or event.tags:
            says = "The file has a line that starts with %."
            self.refuse(self._line(event), "Y107", says, "Remove that line.")
        if self.documents > 1:
            says = "A second document starts here."
            remedy = "Keep one document in a file: remove the line of three dashes."
            self.refuse(self._line(event), "Y106", says, remedy)
        return self.documents == 1

    def _line(self, event: Event) -> int:
        return int(event.start_mark.line) + self.first_line

    def _within_limits(self, event: Event) -> bool:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            says = f"The file holds more than {MAX_NODES:,} values."
            self.refuse(self._line(event), "Y105", says, "Split it into smaller files.")
            return False
        deep = len(self.stack) + self.skipped_depth >= MAX_DEPTH
        if deep and isinstance(event, yaml.CollectionStartEvent):
            says = f"Lists and keys are nested more than {MAX_DEPTH} deep."
            self.refuse(self._line(event), "Y104", says, "Write it flatter.")
            return False
        return True

    def _node(self, event: Event) -> bool:
        starts = isinstance(event, yaml.CollectionStartEvent)
        top = self.stack[-1] if self.stack else None
        if self.skipped_depth:
            self.skipped_depth += starts
        elif self.to_skip:
            self.to_skip -= 1
            self.skipped_depth += starts
        elif top is not None and isinstance(top.value, dict) and top.key is None:
            self._key(event, top)
        else:
            self._entry(event, top)
        return True

    def _entry(self, event: Event, top: _Open | None) -> None:
        place = top.next_place() if top else ()
        self.lines.setdefault(place, self._line(event))
        value = self._value(event, place)
        if top:
            top.put(value)
        else:
            self.value = value
        if isinstance(value, list | dict):
            self.stack.append(_Open(place, value))

    def _key(self, event: Event, top: _Open) -> None:
        """Take a key; one that is refused has its value skipped."""
        line = self._line(event)
        self._marks(event, None)
        self.to_skip = 1
        if not isinstance(event, yaml.ScalarEvent):
            self.skipped_depth += isinstance(event, yaml.CollectionStartEvent)
            says = "A key is not a plain word."
            self.refuse(line, "Y110", says, "Write keys as words: `title: …`.")
            return
        key = show_breaks(event.value)
        place = (*top.place, key)
        if key == "<<":
            says = "A merge key (`<<`) is used."
            self.refuse(line, "Y109", says, "Write the keys out in full.")
        elif UNPRINTABLE.search(key):
            self.invisible(line)
        elif place in self.lines:
            both = f"on line {self.lines[place]} and on line {line}"
            says = f"The key `{key[:60]}` is written twice: {both}."
            self.refuse(line, "Y108", says, "Keep one of the two.")
            self.refused.add(place)
        else:
            self.to_skip = 0
            self.lines[place] = line
            top.key = key

    def _marks(self, event: Event, place: Place | None) -> None:
        """Refuse an alias, an anchor or a tag on the node."""
        line, before = self._line(event), len(self.faults)
        if isinstance(event, yaml.AliasEvent):
            says = "An alias (`*name`) is used."
            remedy = "Write the words out again; text that starts with * needs quotes."
            self.refuse(line, "Y101", says, remedy)
        elif event.anchor:
            says = "An anchor (`&name`) is used."
            self.refuse(
                line, "Y102", says, "Remove it; text that starts with & needs quotes."
            )
        if getattr(event, "tag", None) is not None:
            says = "A tag (`!name`) is used."
            self.refuse(
                line, "Y103", says, "Remove it; text that starts with ! needs quotes."
            )
        if place is not None and len(self.faults) > before:
            self.refused.add(place)

    def _value(self, event: Event, place: Place) -> Plain:
        self._marks(event, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return []
        if isinstance(event, yaml.MappingStartEvent):
            return {}
        if isinstance(event, yaml.AliasEvent):
            return None
        text = show_breaks(event.value)
        if UNPRINTABLE.search(text):
            self.invisible(self._line(event))
            self.refused.add(place)
        return text if event.style else plain_scalar(text)
