"""Rules for what the book fills or runs: directives, the glossary, cells of code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from alongside.judging.blocks import BARE, FILLED
from alongside.judging.rules.links import GLOSSARY
from alongside.judging.rules.registry import Found, rule
from alongside.reading.load import Loaded
from alongside.reading.page_parts import Directive


@rule("P130")
def what_the_book_fills_has_no_words(loaded: Loaded) -> Iterator[Found]:
    """A directive that the book fills from its data has no words of the page in it.

    Take them out, or put them above it.
    """
    for page in loaded.pages.values():
        for one in page.named(*FILLED):
            if one.body.strip():
                yield Found(page, one.body_line, f"`{one.name}` holds words.")
            if one.argument and one.name in BARE:
                yield Found(page, one.line, f"`{one.name}` is not asked for anything by name.")


@rule("P131")
def terms_have_meanings(loaded: Loaded) -> Iterator[Found]:
    """The glossary has each term once, and below it, further in, what it means.

    Indent the meaning by two spaces, and keep one of two terms.
    """
    for page in loaded.pages.values():
        for glossary in page.named(GLOSSARY):
            for line, detail in _against(glossary):
                yield Found(page, line, detail)


def _against(glossary: Directive) -> Iterator[tuple[int, str]]:
    """Yield line and sentence of what no reader could look up."""
    terms: Counter[str] = Counter()
    above = ""
    for number, line in enumerate([*glossary.body.split("\n"), ""], glossary.body_line):
        if line[:1].isspace() and line.strip():
            if not above and not terms:
                yield number, "A meaning stands before the first term."
            above = ""
        elif line.strip():
            above = line.strip()
            terms[above.lower()] += 1
            if terms[above.lower()] == 2:  # noqa: PLR2004
                yield number, f"'{above[:40]}' is explained twice."
        elif above:
            yield number - 1, f"'{above[:40]}' has no meaning below it."
            above = ""


@rule("P132")
def cells_are_run(loaded: Loaded) -> Iterator[Found]:
    """A page with a code cell says which program runs it.

    Copy `jupytext:` and `kernelspec:` from the top of `book/evidence.md`.
    """
    for page in loaded.pages.values():
        if not (page.headless or (page.front.jupytext and page.front.kernelspec)):
            for one in page.named("code-cell"):
                yield Found(page, one.line, "The code cell would be shown and not run.")
