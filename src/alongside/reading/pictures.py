"""Pictures drawn as SVG: they may hold shapes and words, and nothing that acts or asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from alongside.faults import Fault

if TYPE_CHECKING:
    from pathlib import PurePosixPath

MAX_PICTURE_BYTES = 512 * 1024
_ACTING = frozenset({"script", "handler", "foreignobject", "iframe", "object", "embed"})
_ADDRESSES = frozenset({"href", "src", "base"})
_HERE = re.compile(
    r"#|data:image/(?:png|jpeg|gif|webp)[;,]|(?!//)[\w./%-]+(?:#.*)?$", re.DOTALL
)
"""What may be named: a part of the picture, pixels inside it, a file beside it."""
_ELSEWHERE = re.compile(r"@import|url\((?!\s*[\"']?\s*#)|\\", re.IGNORECASE)
"""What looks may not say; a backslash could hide any of it."""
_SAFE = "Draw it again without, or export it as “plain SVG”, or use a PNG."


def picture_faults(data: bytes, path: PurePosixPath) -> tuple[Fault, ...]:
    """Return what the picture must not hold, line by line. Never raises."""
    if len(data) > MAX_PICTURE_BYTES:
        says = f"The picture is larger than {MAX_PICTURE_BYTES // 1024} KB."
        return (Fault(path, 0, "Y114", says, "Make it simpler, or use a PNG."),)
    return tuple(_Reading(path).faults_of(data))


class _Reading:
    """Reads one picture, tag by tag; resolves and follows nothing."""

    def __init__(self, path: PurePosixPath) -> None:
        self.path = path
        self.found: list[Fault] = []
        self.open: list[str] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._begun
        self.parser.EndElementHandler = lambda _name: self.open.pop()
        self.parser.CharacterDataHandler = self._words
        self.parser.ProcessingInstructionHandler = lambda name, _rest: self._tell(f"<?{name}")
        self.parser.EntityDeclHandler = lambda name, *_rest: self._tell(f"the entity '{name}'")

    def faults_of(self, data: bytes) -> list[Fault]:
        """Return what was found."""
        try:
            self.parser.Parse(data, True)  # noqa: FBT003 - all of it
        except (expat.ExpatError, ValueError, LookupError) as error:
            line = getattr(error, "lineno", 0)
            says = "The picture is not SVG that can be read to its end."
            self.found.append(Fault(self.path, line, "Y602", says, "Export it again."))
        return self.found

    def _tell(self, what: str) -> None:
        line = self.parser.CurrentLineNumber
        says = f"The picture holds {what}."
        self.found.append(Fault(self.path, line, "Y601", says, _SAFE))

    def _begun(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        self.open.append(name)
        if name in _ACTING:
            self._tell(f"<{name}>")
        for key, value in attributes.items():
            if _refused(key, value):
                self._tell(f'{key}="{" ".join(value.split())[:40]}" in <{name}>')

    def _words(self, words: str) -> None:
        if "style" in self.open and _ELSEWHERE.search(words):
            self._tell("a style that asks for something elsewhere")


def _local(name: str) -> str:
    """Return a name without its namespace, as every browser compares it."""
    return name.rpartition(":")[2].lower()


def _refused(key: str, value: str) -> bool:
    """Return whether an attribute acts, or names something that is not in the picture."""
    name = _local(key)
    if name.startswith("on"):
        return True
    if name in _ADDRESSES:
        return not _HERE.match(re.sub(r"\s", "", value) or "#")
    # An animation may write an address, or an event, once the picture is there.
    if name == "attributename":
        return _local(value) in _ADDRESSES or _local(value).startswith("on")
    # Names with a colon say nothing of looks; drawing programs keep paths of theirs in them.
    return ":" not in key and _ELSEWHERE.search(value) is not None
