"""What stands on a page once at most, or not at its edge: names, notes, lines of dashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it.token import Token

    from alongside.reading.page_inline import Around, Scan

_ONE_OF_TWO = "Keep one of the two."


def tell_names(found: Scan) -> None:
    """Keep a fault for each mark or note that stands twice, and each note nobody refers to."""
    marks: dict[str, list[int]] = {}
    for name, lines in found.marks.items():
        marks.setdefault(name.lower(), []).extend(lines)
    _tell_twice(marks, "mark `({})=`", found)
    _tell_twice(found.notes, "footnote `[^{}]`", found)
    for name, lines in found.notes.items():
        if name not in found.noted:
            says = f"No words refer to the footnote `[^{name[:40]}]`."
            found.fault(lines[0], "Y410", says, "Refer to it, or take it out.")
    seen: set[str] = set()
    for name, line in found.addresses:
        if name not in seen:
            seen.add(name)
            says = f"The address of `[{name[:40]}]` is given twice."
            found.fault(line, "Y409", says, _ONE_OF_TWO)


def _tell_twice(names: Mapping[str, list[int]], what: str, found: Scan) -> None:
    for name, lines in names.items():
        first, *more = sorted(lines)
        if more:
            says = f"The {what.format(name[:40])} stands twice: first on line {first}."
            found.fault(more[0], "Y409", says, _ONE_OF_TWO)


def tell_transitions(tokens: Sequence[Token], found: Scan, around: Around) -> None:
    """Keep a fault for a line of dashes that parts nothing."""
    blocks = [one for one in tokens if one.level == 0 and one.nesting >= 0]
    for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        if block.type != "hr" or around.inside:
            continue
        edge = before is None or before.type in {"heading_open", "hr"} or after is None
        if edge and block.map:
            says = "A line of dashes or stars stands at the edge of a part, and parts nothing."
            found.fault(around.first_line + block.map[0], "Y411", says, "Take it out.")
