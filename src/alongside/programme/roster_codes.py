"""The codes of faults found in a roster, for the list that ``alongside rules`` prints."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROSTER_CODES: Mapping[str, str] = MappingProxyType(
    {
        "S101": "A roster is a file that can be read.",
        "S102": "A roster holds at most 8 MB, 20,000 people and 40 columns.",
        "S103": "A roster is UTF-8 text.",
        "S104": "No control characters, and none that turn the direction of writing.",
        "S105": "A roster is not empty.",
        "S106": "A roster names at least one person.",
        "S107": "A roster is CSV from end to end.",
        "S108": "The columns id, name, role and cohort stand once each.",
        "S109": "A cell holds at most 200 characters.",
        "S110": "Each person has an id of their own; capitals make no difference.",
        "S111": "An id is made of letters, digits, dots, dashes and underlines.",
        "S112": "Each row has a name.",
        "S113": "A role is the id or the name of a role in course.yml.",
        "S114": "A row has no more cells than the first row, and more than one.",
        "S115": "(warning) A roster holds nothing that plans do not need.",
    }
)
