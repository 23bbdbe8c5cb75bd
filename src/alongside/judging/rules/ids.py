"""Ids that somebody else has already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def taken(ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield (place in the list, id) for each id that stands further up as well."""
    seen: set[str] = set()
    for at, one in enumerate(ids):
        if one in seen:
            yield at, one
        seen.add(one)
