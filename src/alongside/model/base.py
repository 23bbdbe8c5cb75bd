"""What every value of the course shares: frozen, strict, no unknown keys."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=80)
]
"""A lower-case kebab name that is kept for ever: progress and citations hang on it."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
"""Plain words. A blank line starts a new paragraph; no markup of any kind is read."""

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{3}$")]
"""The code of a rule, such as ``Q101``."""


class Value(BaseModel):
    """The base of every value: frozen, strict about types, closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Waivable(Value):
    """A value some of whose warnings its writer may answer with a reason."""

    waive: dict[Code, Text] = {}
    """Rule code → the reason why the rule does not hold here."""
