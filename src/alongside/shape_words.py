"""Misfits between a file and its model, in a writer's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from alongside.model.base import Code, Slug
from alongside.model.campus import Number, Url

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from alongside.strict_yaml import Place, Plain

Words = tuple[str, str]
"""A sentence and its remedy."""


@dataclass(frozen=True)
class Misfit:
    """One thing in which a file does not fit its model.

    Attributes:
        kind: The error's type in pydantic.
        place: Where in the file.
        whole: The value of the whole file.
        value: What stands at the place.
        context: What pydantic adds: limits, what was expected.
        is_key: Whether the key at the place is meant, not its value.

    """

    kind: str
    place: Place
    whole: Plain
    value: Plain
    context: Mapping[str, Any]
    is_key: bool

    @property
    def is_about_type(self) -> bool:
        """Whether it only says that another kind of value is needed."""
        return self.kind.endswith("_type")

    @property
    def is_caused_by_entries(self) -> bool:
        """Whether pydantic counts too few only because entries had faults of their own."""
        least = self.context.get("min_length")
        counted = isinstance(self.value, list) and isinstance(least, int)
        return self.kind == "too_short" and counted and len(self.value) >= least  # type: ignore[arg-type,operator]


_ONE = {
    "also_right": "Order",
    "always_possible": "Rule",
    "checklist": "Line",
    "debrief": "Debrief question",
    "equivalent": "Mutant",
    "escalation": "Step",
    "expect": "Rule",
    "must_pass": "Rule",
    "never": "Rule",
    "people": "Person",
    "replies": "Reply",
    "to": "Way",
    "track": "Stop",
}
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
        "Write + and the country's code, like \"+18773573197\", or a short code, like \"988\".",
    ),
    Url.__metadata__[0].pattern: (  # type: ignore[attr-defined]
        "is not a full https address",
        "Write the whole address, starting with https://.",
    ),
}


def name_of(whole: Plain, place: Place) -> str:
    """Return what a writer calls the thing at the place: ``Option `tired` ``."""
    here: Any = whole
    name = "The file"
    for number, step in enumerate(place):
        here = here[step]
        if isinstance(here, dict) and (isinstance(step, int) or "id" not in here):
            around = next((s for s in reversed(place[:number]) if isinstance(s, str)), "entry")
            if isinstance(step, int):
                own = here.get("id", here.get("name"))
                title = f"`{own}`" if isinstance(own, str) else f"number {step + 1}"
                name = f"{_one(around)} {title}"
            else:
                name = f"{_one(around)} `{step}`" if number else f"`{step}`"
    return name


def _one(container: str) -> str:
    return _ONE.get(container, container.removesuffix("s").replace("_", " ").capitalize())


def _subject(misfit: Misfit) -> str:
    """Return the words that open the sentence: the key, and in what."""
    place = misfit.place
    if not place:
        return "The file"
    key = next(step for step in reversed(place) if isinstance(step, str)) if any(
        isinstance(step, str) for step in place
    ) else ""
    at = max((n for n, step in enumerate(place) if isinstance(step, str)), default=0)
    index = place[-1]
    count = f" (entry {index + 1})" if isinstance(index, int) else ""
    owner = name_of(misfit.whole, place[:at])
    what = f"The key `{_short(key)}`" if misfit.is_key else f"`{_short(key)}`{count}"
    return what if owner == "The file" else f"{owner}: {what}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


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
    return f"{name_of(whole, place)} has no {listed}.", "Add it." if len(keys) == 1 else "Add them."


def unknown_words(misfit: Misfit, allowed: Sequence[str]) -> tuple[str, str, str, str]:
    """Return code, sentence, remedy and the key that was probably meant."""
    key = str(misfit.place[-1])
    owner = name_of(misfit.whole, misfit.place[:-1])
    close = get_close_matches(key, allowed, n=1, cutoff=0.6)
    says = f"{owner} has an unknown key `{_short(key)}`."
    if close:
        return "Y202", says, f"Did you mean `{close[0]}`?", close[0]
    listed = ", ".join(f"`{one}`" for one in allowed)
    return "Y202", says, f"Remove it; the keys here are {listed}.", ""


def words_of(misfit: Misfit) -> tuple[str, str, str]:
    """Return code, sentence and remedy for any other misfit."""
    subject, kind, context = _subject(misfit), misfit.kind, misfit.context
    if kind in _KINDS:
        return _type_words(subject, misfit)
    if kind in {"literal_error", "union_tag_invalid", "union_tag_not_found"}:
        return _choice_words(subject, misfit)
    if kind in {"too_short", "too_long"}:
        return _count_words(subject, misfit)
    if kind == "string_too_short":
        return "Y205", f"{subject} is empty.", "Write the text."
    if kind == "string_too_long":
        most, held = context["max_length"], len(str(misfit.value))
        return "Y205", f"{subject} has {held:,} characters.", f"Keep it to {most:,}."
    if kind == "string_pattern_mismatch":
        says, remedy = _FORMS.get(
            context["pattern"], ("does not have the form it needs", "Look at its neighbours.")
        )
        return "Y206", f"{subject} {says}.", remedy
    if kind in {"greater_than_equal", "less_than_equal"}:
        limit = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
        return "Y208", f"{subject} must be {limit}.", "Change the number."
    if kind.startswith("date"):
        return "Y209", f"{subject} is not a date.", "Write it like 2026-05-01, or null."
    if kind == "value_error":
        return "Y211", f"{subject}: {context['error']}.", "Change it."
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
        subject = f"{name_of(misfit.whole, misfit.place)}: `type`"
        written = str(misfit.context["tag"])
    listed = ", ".join(allowed)
    close = get_close_matches(str(written), allowed, n=1)
    remedy = f"Did you mean {close[0]}?" if close else f"Write one of: {listed}."
    if len(allowed) == 1 and not close:
        remedy = f"Write {allowed[0]}."
    return "Y207", f"{subject} must be one of: {listed}.", remedy


def _count_words(subject: str, misfit: Misfit) -> tuple[str, str, str]:
    held = len(misfit.value) if isinstance(misfit.value, list | dict) else 0
    has = "has 1 entry" if held == 1 else f"has {held:,} entries"
    if misfit.kind == "too_short":
        return "Y204", f"{subject} {has}.", f"Write at least {misfit.context['min_length']}."
    return "Y204", f"{subject} {has}.", f"Keep at most {misfit.context['max_length']}."
