"""A misfit between a file and its model, and what a writer calls the thing it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alongside.reading.strict_yaml import Place, Plain

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
_KEYED = frozenset({"endings", "facts", "meters", "people", "turns"})
"""Keys whose own keys are names that the writer gives."""
_LONGEST = 60


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


def name_of(whole: Plain, place: Place) -> str:
    """Return what a writer calls the thing at the place, such as "Option `tired`"."""
    here: Any = whole
    name = "The file"
    container: str | int = "entry"
    for step in place:
        here = here[step]
        if isinstance(here, dict):
            name = _named(name, container, step, here)
        container = step if isinstance(step, str) else container
    return name


def _named(around: str, container: str | int, step: str | int, here: dict[str, Any]) -> str:
    if isinstance(step, int):
        own = here.get("id", here.get("module", here.get("file")))
        title = f"`{short(own)}`" if isinstance(own, str) else f"number {step + 1}"
        return f"{_one(str(container))} {title}"
    if container in _KEYED:
        return f"{_one(str(container))} `{short(step)}`"
    return f"`{step}`" if around == "The file" else f"{around}: `{short(step)}`"


def _one(container: str) -> str:
    return _ONE.get(container, container.removesuffix("s").replace("_", " ").capitalize())


def subject_of(misfit: Misfit) -> str:
    """Return the words that open the sentence: the key, and in what."""
    keyed = [number for number, step in enumerate(misfit.place) if isinstance(step, str)]
    if not keyed:
        return "The file"
    key, last = misfit.place[keyed[-1]], misfit.place[-1]
    owner = name_of(misfit.whole, misfit.place[: keyed[-1]])
    what = f"the key `{short(str(key))}`" if misfit.is_key else f"`{short(str(key))}`"
    what += f" (entry {last + 1})" if isinstance(last, int) else ""
    return what[0].upper() + what[1:] if owner == "The file" else f"{owner}: {what}"


def short(text: str) -> str:
    """Return the text, cut where it would flood a line."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
