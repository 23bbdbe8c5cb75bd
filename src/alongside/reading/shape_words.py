"""Misfits between a file and its model, in a writer's words."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from alongside.model.base import Code, Slug
from alongside.model.campus import Number, Url
from alongside.reading.misfits import Misfit, name_of, short, subject_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alongside.reading.strict_yaml import Place, Plain

Words = tuple[str, str]
"""A sentence and its remedy."""


_KINDS = {
    "string_type": "text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "date_type": "a date such as 2026-05-01",
}
_FORMS: dict[str, Words] = {
    Slug.__metadata__[0].pattern: (  # type: ignore[attr-defined]
        "is not a name of lower-case words joined by hyphens",
        "Write it like `active-listening`.",
    ),
    Code.__metadata__[0].pattern: (  # type: ignore[attr-defined]
        "is not the code of a rule",
        "Write a capital letter and three digits, like `Q101`.",
    ),
    Number.__metadata__[0].pattern: (  # type: ignore[attr-defined]
        "is not a telephone number that every phone can dial",
        'Write + and the country\'s code, like "+18773573197", or a short code, like "988".',
    ),
    Url.__metadata__[0].pattern: (  # type: ignore[attr-defined]
        "is not a full https address",
        "Write the whole address, starting with https://.",
    ),
}


def _called(value: Plain) -> str:
    """Return what kind of thing the value is."""
    if value is None:
        return "is empty"
    for kind, words in (
        (bool, "is true or false"), (int | float, "is a number"), (str, "is text"),
        (list, "is a list"),
    ):  # fmt: skip
        if isinstance(value, kind):
            return words
    return "has keys of its own"


def newer_words() -> Words:
    """Return what to say of a file made for a newer version."""
    return (
        "The file is made for a newer version of Alongside.",
        "Upgrade Alongside, then check again.",
    )


def missing_words(whole: Plain, place: Place, keys: Sequence[str]) -> Words:
    """Return what to say of keys that must be there and are not."""
    listed = ", ".join(f"`{key}`" for key in keys)
    remedy = "Add it." if len(keys) == 1 else "Add them."
    return f"{name_of(whole, place)} has no {listed}.", remedy


def unknown_words(misfit: Misfit, allowed: Sequence[str]) -> tuple[str, str, str, str]:
    """Return code, sentence, remedy and the key that was probably meant."""
    key = str(misfit.place[-1])
    owner = name_of(misfit.whole, misfit.place[:-1])
    close = get_close_matches(key, allowed, n=1, cutoff=0.6)
    says = f"{owner} has an unknown key `{short(key)}`."
    if close:
        return "Y202", says, f"Did you mean `{close[0]}`?", close[0]
    if " " in key and misfit.value is None:
        remedy = "A comma inside {…} ended the text before it: put that whole text in quotes."
        return "Y202", says, remedy, ""
    listed = ", ".join(f"`{one}`" for one in allowed)
    return "Y202", says, f"Remove it; the keys here are {listed}.", ""


def words_of(misfit: Misfit) -> tuple[str, str, str]:
    """Return code, sentence and remedy for any other misfit."""
    subject, kind = subject_of(misfit), misfit.kind
    if kind in _KINDS:
        return _type_words(subject, misfit)
    if kind in {"literal_error", "union_tag_invalid", "union_tag_not_found"}:
        return _choice_words(subject, misfit)
    if kind in {"too_short", "too_long"}:
        return _count_words(subject, misfit)
    if kind.startswith("string_"):
        return _text_words(subject, misfit)
    return _number_words(subject, misfit)


def _text_words(subject: str, misfit: Misfit) -> tuple[str, str, str]:
    if misfit.kind == "string_too_short":
        return "Y205", f"{subject} is empty.", "Write the text."
    if misfit.kind == "string_too_long":
        most = misfit.context["max_length"]
        held = len(str(misfit.place[-1] if misfit.is_key else misfit.value))
        return "Y205", f"{subject} has {held:,} characters.", f"Keep it to {most:,}."
    says, remedy = _FORMS.get(
        str(misfit.context.get("pattern")),
        ("does not have the form it needs", "Write it like its neighbours."),
    )
    return "Y206", f"{subject} {says}.", remedy


def _number_words(subject: str, misfit: Misfit) -> tuple[str, str, str]:
    context = misfit.context
    if "ge" in context or "le" in context:
        limit = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
        return "Y208", f"{subject} must be {limit}.", "Change the number."
    if misfit.kind.startswith("date"):
        return "Y209", f"{subject} is not a date.", "Write it like 2026-05-01, or null."
    if misfit.kind == "value_error":
        return "Y211", f"{subject} does not fit: {context['error']}.", "Change it."
    return "Y211", f"{subject} cannot be read.", "Compare it with the schema."


def _type_words(subject: str, misfit: Misfit) -> tuple[str, str, str]:
    needed = _KINDS[misfit.kind]
    says = f"{subject} must be {needed}, but {_called(misfit.value)}."
    remedy = f"Write {needed}."
    if misfit.value is None:
        remedy = f"Write {needed} after the colon, or remove the key."
    elif misfit.kind == "string_type" and isinstance(misfit.value, bool | int | float):
        remedy = "Put it in quotes."
    elif misfit.kind == "tuple_type":
        remedy = "Write each entry on a line of its own after a dash."
    return "Y203", says, remedy


def _choice_words(subject: str, misfit: Misfit) -> tuple[str, str, str]:
    if misfit.kind == "union_tag_not_found":
        return "Y201", *missing_words(misfit.whole, misfit.place, ["type"])
    expected = str(misfit.context.get("expected", misfit.context.get("expected_tags", "")))
    allowed = re.findall(r"'([^']*)'", expected) or [expected]
    written = misfit.value
    if misfit.kind == "union_tag_invalid":
        written = str(misfit.context["tag"])
    listed = ", ".join(allowed)
    close = get_close_matches(str(written), allowed, n=1)
    remedy = f"Did you mean {close[0]}?" if close else f"Write one of: {listed}."
    if len(allowed) == 1:
        return "Y207", f"{subject} must be {listed}.", f"Write {listed}."
    return "Y207", f"{subject} must be one of: {listed}.", remedy


def _count_words(subject: str, misfit: Misfit) -> tuple[str, str, str]:
    held = len(misfit.value) if isinstance(misfit.value, list | dict) else 0
    has = "has 1 entry" if held == 1 else f"has {held:,} entries"
    if misfit.kind == "too_short":
        return "Y204", f"{subject} {has}.", f"Write at least {misfit.context['min_length']}."
    return "Y204", f"{subject} {has}.", f"Keep at most {misfit.context['max_length']}."
