"""Builds plain values from the events of a YAML parser; refuses before anything is made."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from alongside.faults import Fault
from alongside.reading.yaml_scalars import UNPRINTABLE, plain_scalar, show_breaks

if TYPE_CHECKING:
    from pathlib import PurePosixPath

Place = tuple[str | int, ...]
"""The way to a value: keys and indices from the top of the file."""
Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]
Event = Any
"""An event of PyYAML, whose C parser has no types."""

MAX_NODES = 20_000
MAX_DEPTH = 40
_CUT = re.compile(r"\s*#")
_CUT_AFTER_A_WORD = re.compile(r"\s*#\d")
"""A remark after one word is usual; "Room #5" holds none."""
_GOES_ON = re.compile(r"\s*[^\s,\]}#'\"]")


@dataclass
class Open:
    """A list or mapping that is still being filled."""

    place: Place
    value: list[Plain] | dict[str, Plain]
    key: str | None = None

    def next_place(self) -> Place:
        """Return the place of the value that comes next."""
        last = len(self.value) if self.key is None else self.key
        return (*self.place, last)

    def put(self, value: Plain) -> None:
        """Keep the value at its place."""
        if isinstance(self.value, list):
            self.value.append(value)
        elif self.key is not None:
            self.value[self.key] = value
            self.key = None


@dataclass
class Builder:
    """Takes events one by one; holds the value, the lines and the faults so far."""

    path: PurePosixPath
    first_line: int
    text: tuple[str, ...] = ()
    """The lines that are being read, to see what follows a value."""
    value: Plain = None
    lines: dict[Place, int] = field(default_factory=dict)
    refused: set[Place] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    stack: list[Open] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0
    to_skip: int = 0
    skipped_depth: int = 0
    open_quote: int = 0
    """The line of the text in quotes that was read last, where more words follow it; else 0."""

    def refuse(self, line: int, code: str, says: str, remedy: str) -> None:
        """Keep a fault."""
        self.faults.append(Fault(self.path, line, code, says, remedy))

    def invisible(self, line: int) -> None:
        """Refuse a character that no page can show."""
        says = "The text holds an invisible or a control character."
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

    def _entry(self, event: Event, top: Open | None) -> None:
        place = top.next_place() if top else ()
        self.lines.setdefault(place, self._line(event))
        value = self._value(event, place)
        if top:
            top.put(value)
        else:
            self.value = value
        if isinstance(value, list | dict):
            self.stack.append(Open(place, value))

    def _key(self, event: Event, top: Open) -> None:
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
        elif event.style == '"' and UNPRINTABLE.search(key):  # only escapes can bring one in
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
        tagged = getattr(event, "tag", None) is not None  # an alias has no such field
        if not (event.anchor or tagged):
            return
        alias = isinstance(event, yaml.AliasEvent)
        line = self._line(event)
        if place is not None:
            self.refused.add(place)
        if alias:
            says = "An alias (`*name`) is used."
            remedy = "Write the words out again; text that starts with * needs quotes."
            self.refuse(line, "Y101", says, remedy)
        elif event.anchor:
            says = "An anchor (`&name`) is used."
            self.refuse(line, "Y102", says, "Remove it; text that starts with & needs quotes.")
        if tagged:
            says = "A tag (`!name`) is used."
            self.refuse(line, "Y103", says, "Remove it; text that starts with ! needs quotes.")

    def _value(self, event: Event, place: Place) -> Plain:
        self._marks(event, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return []
        if isinstance(event, yaml.MappingStartEvent):
            return {}
        if isinstance(event, yaml.AliasEvent):
            return None
        text = show_breaks(event.value)
        if not event.style:
            self._cut_short(event)
            return plain_scalar(text)
        if event.style in {"'", '"'}:
            goes_on = _GOES_ON.match(self._rest(event))
            self.open_quote = self._line(event) if goes_on else 0
        if event.style == '"' and UNPRINTABLE.search(text):  # the same
            self.invisible(self._line(event))
            self.refused.add(place)
        return text

    def _cut_short(self, event: Event) -> None:
        """Refuse words without quotes that a # ends: what follows may have been meant."""
        cut = _CUT if " " in event.value else _CUT_AFTER_A_WORD
        if cut.match(self._rest(event)):
            says = "Text without quotes ends at a #, and the rest of the line is lost."
            remedy = "Put the text in quotes, or the remark on a line of its own."
            self.refuse(int(event.end_mark.line) + self.first_line, "Y118", says, remedy)

    def _rest(self, event: Event) -> str:
        """Return what stands behind the value on its last line."""
        end = event.end_mark
        return self.text[end.line][end.column :] if end.line < len(self.text) else ""
