"""The notebook edition: each page of a module as a notebook whose activities are live.

The course goes in, the bytes of notebooks come out, always the same for the same course.
Facilitator notes are not carried over. The format is nbformat 4.5.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from alongside.notebooks.inline import Words
from alongside.notebooks.markdown import Piece, Reader
from alongside.notebooks.values import one_line_of_help, plain
from alongside.notebooks.works import Works
from alongside.reading.loaded import WORKS
from alongside.render.lessons import asked_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from alongside.reading.load import Loaded

ROOM = "modules/"
"""The folder whose pages have a notebook edition."""
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
OPEN = "In the course folder, `make lab` opens every lesson like this one."
RUN = "Choose *Run*, then *Run All Cells*, and the activities below come to life."
_FRONT = re.compile(r"-{3,}[ \t]*\n.*?\n-{3,}[ \t]*(?:\n|$)", re.DOTALL)
_CITED = re.compile(r"(?:foot)?cite")
_HEADING = re.compile(r"^(?=## )", re.MULTILINE)


def has_notebook(page: str) -> bool:
    """Return whether a page, by its name, has a notebook edition."""
    return page.startswith(ROOM)


def notebooks(loaded: Loaded, wanted: Container[str] | None = None) -> dict[str, bytes]:
    """Return each notebook by its path, such as ``modules/active-listening/index.ipynb``.

    Reads one file of the course again: the loader keeps only the keys of the works cited.

    Args:
        loaded: The course.
        wanted: The pages whose notebooks are made; all where it is not given.

    """
    config = loaded.config.get("sphinx")
    inner = config.get("config") if isinstance(config, dict) else None
    published = inner.get("html_baseurl") if isinstance(inner, dict) else None
    cited = Works(cited_works(loaded))
    names = [name for name in loaded.pages if has_notebook(name)]
    made = {}
    for name, after in zip(names, [*names[1:], ""], strict=False):
        if wanted is not None and name not in wanted:
            continue
        words = Words(loaded.pages[name], loaded.pages, cited, str(published or ""))
        cells = [*_before(loaded, words), *_page(loaded, words), *_after(loaded, words, after)]
        made[f"{name}.ipynb"] = _written(cells)
    return made


def cited_works(loaded: Loaded) -> str:
    """Return the text of the bibliography; nothing where it cannot be read."""
    try:
        return (loaded.folder / WORKS).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _page(loaded: Loaded, words: Words) -> Iterator[Piece]:
    """Yield the page itself: the words between two activities are joined."""
    page = words.page
    said: list[str] = []
    for piece in Reader(loaded, words).pieces(_FRONT.sub("", page.text, count=1)):
        if piece.code:
            yield from _parts(said)
            yield piece
            said = []
        elif piece.text.strip():
            said.append(piece.text)
    yield from _parts(said)


def _parts(said: Iterable[str]) -> Iterator[Piece]:
    """Yield one cell for the words under each heading."""
    whole = re.sub(r"\n{3,}", "\n\n", "\n\n".join(said))
    parts = [whole] if "```" in whole else _HEADING.split(whole)
    yield from (Piece(part.strip("\n")) for part in parts if part.strip())


def _before(loaded: Loaded, words: Words) -> Iterator[Piece]:
    """Yield what the notebook is, how to open it, what to know first, and what it imports."""
    page, title = words.page, loaded.course.title if loaded.course else "the course"
    named = {"quiz": "quiz", "role-play": "role_play"}
    used = [name for kind, name in named.items() if page.named(kind)]
    told = [
        f"*The notebook edition of a page from {plain(title)}.* {OPEN} {RUN if used else ''}"
    ]
    if page.front.minutes:
        asked = asked_of(page.front, loaded.course)
        told.append(f"About {page.front.minutes} minutes{f', {asked}' if asked else ''}.")
    if page.front.content_note:
        note = " ".join(page.front.content_note.split())
        told.append(
            f"**Before you begin:** {plain(note)} You can stop, skip a part or come back."
        )
    if loaded.campus:
        told.append(f"**Help:** {one_line_of_help(loaded.campus)}")
    yield Piece("\n\n".join(part.strip() for part in told))
    if used:
        yield Piece(f"from alongside import {', '.join(used)}", code=True)


def _after(loaded: Loaded, words: Words, after: str) -> Iterator[Piece]:
    """Yield the works that the page cites, and which notebook comes next."""
    keys = (role.content for role in words.page.roles if _CITED.match(role.name))
    cited = dict.fromkeys(work for each in keys for work in words.works_named(each))
    if cited:
        listed = "\n".join(f"- {work.listed}" for work in cited)
        yield Piece(f"## Sources named here\n\n{listed}")
    if after and (page := loaded.pages[after]):
        file = f"{after.rsplit('/', 1)[-1]}.ipynb"
        yield Piece(f"Next: *{plain(page.title or after)}*, in `{file}`.")


def _written(pieces: Iterable[Piece]) -> bytes:
    cells = [_cell(piece, f"cell-{number}") for number, piece in enumerate(pieces, 1)]
    whole = {"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}
    return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _cell(piece: Piece, name: str) -> dict[str, Any]:
    kind = "code" if piece.code else "markdown"
    lines = piece.text.splitlines(keepends=True)
    cell: dict[str, Any] = {"cell_type": kind, "id": name, "metadata": {}, "source": lines}
    return {**cell, "execution_count": None, "outputs": []} if piece.code else cell
