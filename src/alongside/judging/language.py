"""Words that hurt or mislead: where the course says them, and what to say instead.

The rules stand in ``language.yml`` with their reasons and self-tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import TypeAdapter

from alongside.judging.needles import seen
from alongside.model.base import Slug, Text, Value
from alongside.reading.page_parts import Voice

Severity = Literal["block", "warn"]

_STEPS: dict[Severity, Severity | None] = {"block": "warn", "warn": None}
_AROUND = 60  # characters beside a hit in which `unless` is looked for


class Term(Value):
    """One rule of ``language.yml``."""

    id: Slug
    group: Slug
    severity: Severity
    strict: bool = False
    pattern: Text
    unless: Text | None = None
    why: Text
    prefer: Text
    bad: tuple[Text, ...]
    ok: tuple[Text, ...]


@dataclass(frozen=True)
class Hit:
    """A term found in a text: at which character, as which words, how grave."""

    term: Term
    start: int
    words: str
    severity: Severity


@cache
def terms() -> tuple[Term, ...]:
    """Return every term, in the order of the file."""
    text = files("alongside.judging").joinpath("language.yml").read_text("utf-8")
    # The file is ours and ships with the package: a plain loader is enough here.
    rules = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))["rules"]  # noqa: S506
    return TypeAdapter(tuple[Term, ...]).validate_python([_frozen(rule) for rule in rules])


def _frozen(rule: dict[str, object]) -> dict[str, object]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in rule.items()}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def hits(text: str, voice: Voice = "own") -> Iterator[Hit]:
    """Yield every term that stands in the text, as grave as it is in that voice."""
    for term in terms():
        yield from hits_of(term, text, voice)


def hits_of(term: Term, text: str, voice: Voice) -> Iterator[Hit]:
    """Yield the term wherever it stands in the text, as grave as it is in that voice."""
    severity = _severity(term, voice)
    if severity is None:
        return
    text = seen(text)
    for match in _compiled(term.pattern).finditer(text):
        around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        if not (term.unless and _compiled(term.unless).search(around)):
            yield Hit(term, match.start(), match.group(), severity)


def _severity(term: Term, voice: Voice) -> Severity | None:
    """Return how grave the term is in that voice; ``None`` where it is left alone."""
    if term.strict or voice == "own":
        return term.severity
    return _STEPS[term.severity] if voice == "persona" else None
