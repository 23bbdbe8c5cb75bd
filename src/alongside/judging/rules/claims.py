"""A rule for claims: whoever speaks for research names the work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alongside.judging.candidates import worth_trying
from alongside.judging.paragraphs import paragraphs
from alongside.judging.places import Spot
from alongside.judging.rules.registry import Found, rule
from alongside.judging.said import QUOTED
from alongside.reading.load import Loaded
from alongside.reading.pages import Page

_CLAIM = re.compile(
    r"(?<!what )(?<!the )(?<!these )\b(?:research(?:ers)?|studies|science|scientists|surveys?"
    r"|psychologists|evidence|experts|meta-analys[ie]s)\s+"
    r"(?:(?:has|have|clearly|all|also|now)\s+)*(?:shows?|shown|says?|tells?|suggests?"
    r"|proves?|proved|proven|discovered|found|finds?|agrees?|confirms?)\b"
    r"|\b(?:scientifically|clinically) (?:proven|shown)\b|\bmeta-analysis of \d"
    r"|\bhas been (?:proved|proven|shown) (?:many times |(?:again|time) and again )?that\b"
    r"|\b(?:twice|three times|four times) as likely\b"
    r"|\baccording to (?:experts|research|studies|science)\b"
    r"|\bit is well known that\b"
    r"|\b(?:19|20)\d\d study\b"
    r"|\b(?:(?:\d+(?:\.\d+)?|\w+(?:een|ty)(?:-\w+)?) ?(?:%|per cent|percent) of"
    r"|(?:one|two|three|four) (?:in|out of) (?:three|four|five|six|seven|eight|nine|ten))"
    r" (?:\w+ )?(?:students|people|adults|women|men)\b"
    r"|\d ?(?:%|per ?cent\b)"
    r"|(?-i:\b[A-Z]\w+(?: et al\.?| and [A-Z]\w+)?,? )\((?:19|20)\d\d\)"
    r"|\((?-i:[A-Z])\w+(?: et al\.?| and \w+)?,? (?:19|20)\d\d\)",
    re.IGNORECASE,
)
_TELLING = {"prompt", "hint", "feedback", "effect", "setting"}


@rule("P122", warning=True)
def claims_name_the_work(loaded: Loaded) -> Iterator[Found]:
    """A paragraph or a question that speaks for research cites the work.

    Cite it, say that nobody has found out, or say it as your own view; in a bank, let the page
    that cites it say it.
    """
    lines: dict[str, set[Spot]] = {}
    for said in worth_trying(loaded, _CLAIM.pattern):
        if isinstance(said.thing, Page):
            lines.setdefault(said.thing.name, set()).add(said.place)
        elif said.kind in _TELLING and (told := _claim(said.text)):
            yield Found(said.thing, said.place, f"'{told}' stands without a work.")
    for name, worth in lines.items():
        page = loaded.pages[name]
        cited = {role.line for role in page.roles if role.name.startswith("cite")}
        for paragraph in paragraphs(page):
            if cited.isdisjoint(one.line for one in paragraph):
                for one in paragraph:
                    if one.line in worth and (told := _claim(one.text)):
                        yield Found(page, one.line, f"'{told}' stands without a work.")


def _claim(text: str) -> str | None:
    """Return what a text says for research in its own words."""
    found = _CLAIM.search(QUOTED.sub("", text))
    return found.group() if found else None
