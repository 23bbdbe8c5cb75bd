"""Rules for what a page would show wrongly: loose signs, blocks without words, hidden work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alongside.judging.rules.registry import Found, rule
from alongside.reading.load import Loaded
from alongside.reading.page_parts import NOTE

_LOOSE = re.compile(
    r"\*\*|\]\[|\]\(|\[\[|\[\^|\^\[|~~|:::|[{}`]|&#?\w+;|(?<![\w*])[*_](?=\w)"
    r"|^(?:[•·‣◦|]|\.\. [\w-]+::|\$\$|#+(?=[^\W\d])|##|:[\w-]+:|<{7}|={7})"
)
"""Marks of Markdown, or letters for a mark, that the book's parser left among the words; and
those that git leaves where two people changed the same lines."""
_TELEPHONE = re.compile(r"\b\d{3}[-.\s]\d{3}[-.\s]\d{4}\b|(?<=\w)@\w[\w-]*\.\w+")
_LINES = ("mailto:", "sms:", "tel:")
_WORDY = ("admonition", "avoid", "important", "note", "seealso", "tip", "warning", NOTE)
_ACTIVITIES = ("checklist", "quiz", "role-play")


@rule("P124")
def no_marks_are_left_over(loaded: Loaded) -> Iterator[Found]:
    """What is written as markup is markup: no loose stars, brackets or bullets are shown.

    Close what was opened, define the note or the link, and begin an entry of a list with `-`.
    """
    for page in loaded.pages.values():
        for prose in page.prose:
            if found := _LOOSE.search(prose.text):
                yield Found(page, prose.line, f"'{found.group()}' is shown as it stands.")


@rule("P125")
def activities_are_in_the_open(loaded: Loaded) -> Iterator[Found]:
    """No activity stands in a facilitator note or among the words to avoid.

    Place it on the page itself: trainees do not see the note.
    """
    for page in loaded.pages.values():
        for one in page.named(*_ACTIVITIES):
            if {NOTE, "avoid"} & set(one.inside):
                detail = f"'{one.name} {one.argument}' stands inside '{one.inside[-1]}'."
                yield Found(page, one.line, detail)


@rule("P126")
def blocks_have_words(loaded: Loaded) -> Iterator[Found]:
    """A box or a note has words in it, and an `admonition` a title as well.

    Write them, or take out the block.
    """
    for page in loaded.pages.values():
        for one in page.named(*_WORDY):
            titled = one.name == "admonition"
            if not (one.body.strip() or (one.argument and not titled)):
                yield Found(page, one.line, f"`{one.name}` is empty.")
            if titled and not one.argument:
                yield Found(page, one.line, "`admonition` has no title behind it.")


@rule("P127")
def lines_to_call_stand_in_the_profile(loaded: Loaded) -> Iterator[Found]:
    """No page has a telephone number or an e-mail address of its own.

    Put it into the campus profile, which is dated and checked, and link to *Get help now*.
    """
    for page in loaded.pages.values():
        for prose in page.prose:
            if found := _TELEPHONE.search(prose.text):
                yield Found(page, prose.line, f"'{found.group()}' goes stale unseen.")
        for link in page.links:
            if link.target.lower().startswith(_LINES) and not _TELEPHONE.search(link.text):
                yield Found(page, link.line, f"'{link.target}' goes stale unseen.")
