"""Pictures drawn as SVG: they may hold shapes and words, and nothing that acts or asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from alongside.faults import Fault

if TYPE_CHECKING:
    from pathlib import PurePosixPath

MAX_PICTURE_BYTES = 512 * 1024
_ACTING = frozenset({"script", "foreignobject"})
_ADDRESSES = frozenset({"href", "base"})
_PIXELS = r"data:image/(?:png|jpe?g|gif|webp)[;,]"
_HERE = re.compile(rf"#|{_PIXELS}|(?!//)[\w./%-]+(?:#.*)?$")
"""What may be named: a part of the picture, pixels inside it, a file beside it."""
_ELSEWHERE = re.compile(
    r"@import|\b(?:image|image-set|src)\(|\\"
    rf"|url\((?!\s*[\"']?\s*(?:#|{_PIXELS}|data:(?:font/|application/(?:x-)?font)))",
    re.IGNORECASE,
)
"""What looks may not say; a backslash could hide any of it."""
_HTML = "http://www.w3.org/1999/xhtml"
"""The namespace whose elements act in a picture as they do in a page."""
_KNOWN = ("utf-8", "us-ascii")
"""Encodings in which a browser is sure to read what we have read."""
_PUBLIC = "-//W3C//DTD SVG "
"""How the public DOCTYPEs of SVG begin; those of XHTML would teach a browser more entities."""
_SAFE = (
    "Draw it again without, or export it as “plain SVG” (in Illustrator: without its editing "
    "capabilities), or use a PNG."
)


def picture_faults(data: bytes, path: PurePosixPath) -> tuple[Fault, ...]:
    """Return what the picture must not hold, line by line. Never raises."""
    if len(data) > MAX_PICTURE_BYTES:
        says = f"The picture is larger than {MAX_PICTURE_BYTES // 1024} KB."
        return (Fault(path, 0, "Y114", says, "Make it simpler, or use a PNG."),)
    return tuple(_Reading(path).faults_of(data))


class _UnclearError(Exception):
    """What stands above the picture could give any meaning to what comes next."""


class _Reading:
    """Reads one picture, tag by tag; resolves and follows nothing."""

    def __init__(self, path: PurePosixPath) -> None:
        self.path = path
        self.found: list[Fault] = []
        self.open: list[str] = []
        self.style: list[str] = []
        self.parser = expat.ParserCreate()
        self.parser.XmlDeclHandler = self._declared
        self.parser.StartDoctypeDeclHandler = self._typed
        self.parser.StartElementHandler = self._begun
        self.parser.EndElementHandler = self._ended
        self.parser.CharacterDataHandler = self._words
        self.parser.ProcessingInstructionHandler = self._instructed
        self.parser.SkippedEntityHandler = lambda name, _: self._tell(f"&{name};")

    def faults_of(self, data: bytes) -> list[Fault]:
        """Return what was found."""
        try:
            self.parser.Parse(data, True)  # noqa: FBT003 - all of it
        except _UnclearError:
            pass
        except expat.ExpatError as error:
            says = "The picture is not SVG that can be read to its end."
            self.found.append(Fault(self.path, error.lineno, "Y602", says, "Export it again."))
        return self.found

    def _tell(self, what: str) -> None:
        line = self.parser.CurrentLineNumber
        says = f"The picture holds {what}."
        self.found.append(Fault(self.path, line, "Y601", says, _SAFE))

    def _declared(self, _version: str, encoding: str | None, _alone: int) -> None:
        if encoding and encoding.lower() not in _KNOWN:
            says = f"The picture is written in {encoding}."
            self.found.append(Fault(self.path, 1, "Y602", says, "Export it again as UTF-8."))
            raise _UnclearError

    def _typed(self, _root: str, _system: str | None, public: str | None, own: int) -> None:
        # Declarations of its own may name entities that grow, or give any tag an attribute.
        if own or not (public or _PUBLIC).startswith(_PUBLIC):
            self._tell("a DOCTYPE with declarations" if own else f"the DOCTYPE “{public}”")
            raise _UnclearError

    def _instructed(self, name: str, _rest: str) -> None:
        if name == "xml-stylesheet":  # no browser hears any other
            self._tell(f"<?{name}")

    def _begun(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        if name in _ACTING or "style" in self.open:
            self._tell(f"<{name}>")
        self.open.append(name)
        for key, value in attributes.items():
            if _refused(key, value):
                self._tell(f'{key}="{" ".join(value.split())[:40]}" in <{name}>')

    def _words(self, words: str) -> None:
        if "style" in self.open:
            self.style.append(words)

    def _ended(self, _tag: str) -> None:
        # Only whole: a remark or `&#105;` inside a word parts it for us, for no browser.
        if self.open.pop() == "style":
            if _ELSEWHERE.search("".join(self.style)):
                self._tell("a style that asks for something elsewhere")
            self.style.clear()


def _local(name: str) -> str:
    """Return a name without its prefix, in small letters: no spelling is to slip through."""
    return name.strip().rpartition(":")[2].lower()


def _refused(key: str, value: str) -> bool:
    """Return whether an attribute acts, or names something that is not in the picture."""
    if value == _HTML:
        return True
    name = _local(key)
    if name in _ADDRESSES:
        return not _HERE.match(re.sub(r"\s", "", value) or "#")
    # An animation may write an address, or an event, once the picture is there.
    if name == "attributename":
        return _local(value) in _ADDRESSES or _local(value).startswith("on")
    # The rest says nothing of looks; drawing programs keep names and paths of theirs in it.
    if ":" in key or name.startswith(("aria-", "data-")):
        return False
    return name.startswith("on") or _ELSEWHERE.search(value) is not None
