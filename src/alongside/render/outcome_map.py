"""Where each outcome of a module is taught, practised and assessed, as a table of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.judging.coverage import Coverage
from alongside.render.html import element, link, table, text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

HEADS = ("You will be able to", "Taught", "Practised", "Assessed")
SEEN = "seen by an observer"


def outcome_map(
    rows: Iterable[Coverage],
    pages: Mapping[str, str],
    titles: Mapping[str, str],
    exercises: Collection[str],
    address: Callable[[str], str | None],
) -> str:
    """Return the table.

    Args:
        rows: The outcomes with what serves each.
        pages: Id of a question, role-play or checklist line → name of its page.
        titles: Name of a page → its title.
        exercises: Names of the pages that are a role-play or an exercise in a group.
        address: Name of a page → its address from here.

    """

    def names(ids: Iterable[str]) -> list[str]:
        found = dict.fromkeys(pages.get(one, one) for one in ids)
        return [name for name in found if name in titles]

    def row(one: Coverage) -> str:
        practised, assessed = names(one.practised), names(one.assessed)
        # An exercise names its outcomes too; it counts as teaching where no other page does.
        named = names(one.taught)
        taught = [name for name in named if name not in exercises] or named
        cells = "".join(
            element("td", _links(found, titles, address) + after)
            for found, after in ((taught, ""), (practised, ""), (assessed, _seen(one)))
        )
        return element("tr", element("th", text(one.outcome.can), scope="row") + cells)

    body = "".join(row(one) for one in rows)
    return table(HEADS, body)


def _seen(row: Coverage) -> str:
    return f" ({SEEN})" if row.outcome.doing else ""


def _links(
    names: Sequence[str], titles: Mapping[str, str], address: Callable[[str], str | None]
) -> str:
    return ", ".join(link(address(name) or "#", titles[name]) for name in names) or "not yet"
