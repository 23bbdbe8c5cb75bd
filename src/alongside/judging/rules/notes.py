"""Rules for facilitator notes: how they begin, and that nobody is put into a pair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alongside.judging.places import Source, Spot
from alongside.judging.rules.registry import Found, rule
from alongside.judging.said import everything
from alongside.reading.load import Loaded

_NOTE_STARTS = ("Say", "Ask", "Do", "Watch for", "If")
_BULLET = re.compile(r"^\s*[-*]\s+(.*)$")
_PAIRS = re.compile(
    r"\b(?:in|into) (?:pairs|twos)\b|\bpair up\b|\b(?:find a partner|partner up)\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:everybody|everyone|each (?:person|one|of them)|all of them|they|people)"
    r" (?:must|has to|have to|needs? to) (?:disclose|open up|share|speak|tell)\b"
    r"|\b(?:have|make|force|push) (?:everybody|everyone|them|each person|people)"
    r" (?:disclose|open up|share|speak|tell)\b",
    re.IGNORECASE,
)


@rule("P112")
def notes_start_with_an_act(loaded: Loaded) -> Iterator[Found]:
    """A facilitator note is bullets that start with Say, Ask, Do, Watch for or If.

    Start with what the facilitator does.
    """
    for page in loaded.pages.values():
        for note in page.notes:
            for offset, line in enumerate(note.body.split("\n")):
                bullet = _BULLET.match(line)
                begun = bullet.group(1) if bullet else line
                # Lines that are set in go on with the bullet above.
                goes_on = not bullet and line[:1] in {"", " ", "\t"}
                if not goes_on and not (bullet and begun.startswith(_NOTE_STARTS)):
                    yield Found(page, note.body_line + offset, f"A note starts '{begun[:30]}'.")


@rule("P118")
def nobody_is_put_into_a_pair(loaded: Loaded) -> Iterator[Found]:
    """Notes and run sheets set up groups of three or more: in a pair nobody can be quiet.

    Write "in threes", and say what the third one does.
    """
    for thing, place, text in _leading(loaded):
        if _PAIRS.search(text):
            yield Found(thing, place, f"It says '{text.strip()[:50]}'.")


@rule("P128")
def nobody_is_made_to_tell(loaded: Loaded) -> Iterator[Found]:
    """No note or run sheet makes people share or tell.

    Ask, say that one may pass, and have something smaller or made up at hand.
    """
    for thing, place, text in _leading(loaded):
        if found := _MADE.search(text):
            yield Found(thing, place, f"It says '{found.group()}'.")


def _leading(loaded: Loaded) -> Iterator[tuple[Source, Spot, str]]:
    """Yield every line of the notes and every text of the run sheets."""
    for page in loaded.pages.values():
        for note in page.notes:
            for offset, line in enumerate(note.body.split("\n")):
                yield page, note.body_line + offset, line
    for said in everything(loaded):
        if said.kind == "run sheet":
            yield said.thing, said.place, said.text
