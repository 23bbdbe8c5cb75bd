"""Rules for facilitator notes: how they begin, and that nobody is put into a pair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alongside.judging.rules.registry import Found, rule
from alongside.reading.load import Loaded

_NOTE_STARTS = ("Say", "Ask", "Do", "Watch for", "If")
_BULLET = re.compile(r"^\s*[-*]\s+(.*)$")
_PAIRS = re.compile(r"\b(?:in|into) pairs\b|\bpair up\b", re.IGNORECASE)


@rule("P112")
def notes_start_with_an_act(loaded: Loaded) -> Iterator[Found]:
    """The bullets of a facilitator note start with Say, Ask, Do, Watch for or If.

    Start with what the facilitator does.
    """
    for page in loaded.pages.values():
        for note in page.notes:
            for offset, line in enumerate(note.body.split("\n")):
                bullet = _BULLET.match(line)
                if bullet and not bullet.group(1).startswith(_NOTE_STARTS):
                    yield Found(
                        page,
                        note.body_line + offset,
                        f"A note starts '{bullet.group(1)[:30]}'.",
                    )


@rule("P118")
def nobody_is_put_into_a_pair(loaded: Loaded) -> Iterator[Found]:
    """Notes set up groups of three or more: in a pair nobody can have a quiet day.

    Write "in threes", and say what the third one does.
    """
    for page in loaded.pages.values():
        for note in page.notes:
            for offset, line in enumerate(note.body.split("\n")):
                if _PAIRS.search(line):
                    detail = f"A note says '{line.strip()[:50]}'."
                    yield Found(page, note.body_line + offset, detail)
