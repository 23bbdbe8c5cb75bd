"""Expected paths as YAML, to be pasted under ``rules`` of a role-play and read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from alongside.model.role_play import Expect

_NOT_WORDS = {"true", "false", "null"}
"""Slugs that YAML would not read as words."""


def written(rules: Iterable[Expect]) -> str:
    """Return the paths as the ``expect`` list of a role-play, indented as in ``rules``."""
    lines = ["  expect:"]
    for rule in rules:
        lines += (
            f"    {'  ' if number else '- '}{line}" for number, line in enumerate(_lines(rule))
        )
    return "\n".join(lines) + "\n"


def _lines(rule: Expect) -> Iterator[str]:
    yield f"id: {_word(rule.id)}"
    yield f"replies: {_row(rule.replies)}"
    yield f"ends: {_word(rule.ends)}"
    state = ", ".join(f"{_word(name)}: {_value(value)}" for name, value in rule.state.items())
    if state:
        yield f"state: {{{state}}}"
    for key, texts in (("hears", rule.hears), ("never_hears", rule.never_hears)):
        if texts:
            yield f"{key}:"
            yield from (f"  - {json.dumps(text, ensure_ascii=False)}" for text in texts)
    if rule.never_offers:
        yield f"never_offers: {_row(rule.never_offers)}"
    if rule.asks is not None:
        yield f"asks: {_row(rule.asks)}"
    yield f"why: {json.dumps(rule.why, ensure_ascii=False)}"


def _row(words: Iterable[str]) -> str:
    return f"[{', '.join(_word(word) for word in words)}]"


def _value(value: str | bool) -> str:  # noqa: FBT001 - a value, not a switch
    return _word(value) if isinstance(value, str) else str(value).lower()


def _word(word: str) -> str:
    return f'"{word}"' if word in _NOT_WORDS else word
