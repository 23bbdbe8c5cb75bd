"""The works that the book cites, as words: what stands in a sentence, and in a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pybtex.database import parse_string
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pybtex.database import Entry

ALL_NAMED = 2
"""Authors up to whom a sentence names all."""


@dataclass(frozen=True)
class Work:
    """One work.

    Attributes:
        names: "Weger et al."; who made it, or its title.
        year: "2014", or nothing.
        listed: One line for a list: everybody, year, title, where to find it.

    """

    names: str
    year: str
    listed: str


class Works(Mapping[str, Work]):
    """Key → work, read and put into words when one is asked for: a page cites few, or none."""

    def __init__(self, bib: str) -> None:
        """Take a bibliography; one that is not BibTeX, as other rooms report, has no works."""
        self._bib = bib
        self._told: dict[str, Work] = {}

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        try:
            entries: Mapping[str, Entry] = parse_string(self._bib, "bibtex").entries
        except PybtexError:
            return {}
        return entries

    def __getitem__(self, key: str) -> Work:
        """Return a work."""
        if key not in self._told:
            self._told[key] = _work(self._entries[key])
        return self._told[key]

    def __iter__(self) -> Iterator[str]:
        """Yield the keys."""
        return iter(self._entries)

    def __len__(self) -> int:
        """Return how many works there are."""
        return len(self._entries)


def _work(entry: Entry) -> Work:
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    names = [_plain(" ".join(one.prelast_names + one.last_names)) for one in people]
    title, year = _field(entry, "title"), _field(entry, "year")
    where = _field(entry, "journal") or _field(entry, "publisher")
    doi = _field(entry, "doi")
    address = f"https://doi.org/{doi}" if doi else _field(entry, "url")
    who = _joined(names) + (f" ({year})" if year else "")
    parts = [f"{who}." if who else "", f"*{title}*.", f"{where}." if where else ""]
    listed = " ".join(part for part in [*parts, f"<{address}>" if address else ""] if part)
    return Work(_short(names) or title, year, listed)


def _short(names: Sequence[str]) -> str:
    return _joined(names) if len(names) <= ALL_NAMED else f"{names[0]} et al."


def _joined(names: Sequence[str]) -> str:
    *front, last = names or [""]
    return f"{', '.join(front)} and {last}" if front else last


def _field(entry: Entry, name: str) -> str:
    return _plain(entry.fields.get(name, ""))


def _plain(latex: str) -> str:
    return str(Text.from_latex(latex))
