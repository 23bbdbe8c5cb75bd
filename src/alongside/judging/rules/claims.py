"""A rule for claims on pages: whoever speaks for research names the work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from alongside.judging.rules.registry import Found, rule
from alongside.reading.load import Loaded
from alongside.reading.page_parts import Prose
from alongside.reading.pages import Page

_CLAIM = re.compile(
    r"(?<!what )(?<!the )\b(?:research|studies|science|evidence|experts)\s+"
    r"(?:(?:has|have|clearly|all|also|now)\s+)*"
    r"(?:shows?|shown|says?|tells?|suggests?|proves?|proven|found|finds?|agrees?|confirms?)\b"
    r"|\baccording to (?:experts|research|studies|science)\b"
    r"|\bit is well known that\b"
    r"|\b(?:19|20)\d\d study\b"
    r"|\b(?:\d+(?:\.\d+)? ?(?:%|per cent|percent) of"
    r"|one in (?:three|four|five|six|seven|eight|nine|ten))"
    r" (?:\w+ )?(?:students|people|adults|women|men)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")


@rule("P122", warning=True)
def claims_name_the_work(loaded: Loaded) -> Iterator[Found]:
    """A paragraph that speaks for research cites the work.

    Cite it, say that nobody has found out, or say it as your own view.
    """
    for page in loaded.pages.values():
        cited = {role.line for role in page.roles if role.name.startswith("cite")}
        for paragraph in _paragraphs(page):
            if cited.isdisjoint(one.line for one in paragraph):
                for one in paragraph:
                    if found := _CLAIM.search(_QUOTED.sub("", one.text)):
                        yield Found(page, one.line, f"'{found.group()}' stands without a work.")


def _paragraphs(page: Page) -> Iterator[list[Prose]]:
    """Yield the course's own running text, the lines of a paragraph together."""
    text = [one for one in page.prose if one.kind == "text" and one.voice == "own"]
    starts = [0, *(at for at, (a, b) in enumerate(pairwise(text), 1) if b.line > a.line + 1)]
    for first, end in pairwise([*starts, len(text)]):
        yield text[first:end]
