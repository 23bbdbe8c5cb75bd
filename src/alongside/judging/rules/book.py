"""Rules for the book: its pages and their order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alongside.judging.rules.registry import Found, rule
from alongside.reading.load import CONFIG, TOC, Loaded

_NOT_BUILT = {"design"}
_ROOMS = ("book", "modules", "facilitator_guide")
_OTHER_SOURCES = (".ipynb", ".rst")
_TAKEN = re.compile(r"search|facilitator_guide/(?:answers|handouts|kits|slides)/.+")
"""Pages that the book makes by itself."""


@rule("B102", needs=("_toc.yml",))
def every_page_is_in_the_book(loaded: Loaded) -> Iterator[Found]:
    """Every page of `book/`, `modules/` and `facilitator_guide/` is listed in `_toc.yml`.

    List it, or move it out; a module's `design.md` stays out of the book.
    """
    listed = {entry.path for entry in loaded.toc}
    for file in sorted(loaded.files):
        is_page = file.suffix == ".md" and file.parts[0] in _ROOMS
        built = file.stem not in _NOT_BUILT and file not in loaded.unread
        if is_page and built and file not in listed:
            yield Found(file, 1, f"No line of _toc.yml lists {file}.")


@rule("B103")
def pages_are_named_by_ideas(loaded: Loaded) -> Iterator[Found]:
    """File names are lower-case words and carry no numbers for order.

    Rename the page; `_toc.yml` is the only place where order lives.
    """
    for entry in loaded.toc:
        stem = entry.path.stem
        if re.match(r"^\d", stem) or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", stem):
            yield Found(TOC, entry.line, f"The page is called '{stem}'.")


@rule("B107", needs=("_config.yml",))
def no_page_is_left_out(loaded: Loaded) -> Iterator[Found]:
    """No page that `_toc.yml` lists is left out by `exclude_patterns` in `_config.yml`.

    Take the pattern out, or the page.
    """
    patterns = loaded.config.get("exclude_patterns")
    for at, pattern in enumerate(patterns if isinstance(patterns, list) else ()):
        leaves_out = re.compile(_as_regex(str(pattern)))
        for entry in loaded.toc:
            places = (entry.path, *list(entry.path.parents)[:-1])
            if any(leaves_out.fullmatch(str(one)) for one in places):
                detail = f"'{pattern}' leaves out the page {entry.name}."
                yield Found(CONFIG, ("exclude_patterns", at), detail)


def _as_regex(pattern: str) -> str:
    """Return what Sphinx makes of stars; a pattern in brackets is taken by the letter."""
    whole = re.escape(pattern).replace(r"\*\*", ".*")
    return whole.replace(r"\*", "[^/]*").replace(r"\?", "[^/]")


@rule("B108")
def pages_have_names_of_their_own(loaded: Loaded) -> Iterator[Found]:
    """A page has its name for itself: no other source beside it, none that the book makes.

    Rename one of the two, or take it out.
    """
    for entry in loaded.toc:
        if _TAKEN.fullmatch(entry.name):
            yield Found(TOC, entry.line, f"The book makes a page {entry.name} by itself.")
        for suffix in _OTHER_SOURCES:
            beside = entry.path.with_suffix(suffix)
            if beside in loaded.files:
                yield Found(beside, 1, f"{beside} would be shown in place of {entry.path}.")
