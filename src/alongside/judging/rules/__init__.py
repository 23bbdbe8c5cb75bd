"""The rules of the course, one small function each; the registry holds them all."""

from alongside.judging.rules import (
    book,
    campus,
    cues,
    curriculum,
    evidence,
    front_matter,
    notes,
    own_words,
    pages,
    questions,
    same,
    sessions,
    time,
    tracks,
    waivers,
    wording,
)
from alongside.judging.rules.registry import FAMILIES, RULES, Found, Rule

__all__ = [
    "FAMILIES",
    "RULES",
    "Found",
    "Rule",
    "book",
    "campus",
    "cues",
    "curriculum",
    "evidence",
    "front_matter",
    "notes",
    "own_words",
    "pages",
    "questions",
    "same",
    "sessions",
    "time",
    "tracks",
    "waivers",
    "wording",
]
