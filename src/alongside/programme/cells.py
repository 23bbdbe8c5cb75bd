"""Cells of a table that a spreadsheet will open.

A cell that begins with ``=`` or its like runs as a formula there (CWE-1236; OWASP ASVS 5.0,
1.2.10). On the way out such a cell gets an apostrophe in front; on the way in it comes off, so
that what was written is read again.
"""

from __future__ import annotations

import unicodedata

_FORMULA = frozenset("=+-@\t\r\n\0'")
_UNSEEN = frozenset("\ufeff\u200b\u200c\u200d\u2060\u00ad")


def guarded(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if _could_run(cell) else cell


def unguarded(cell: str) -> str:
    """Return the cell as it was before ``guarded``."""
    return cell[1:] if cell.startswith("'") and _could_run(cell[1:]) else cell


def _could_run(cell: str) -> bool:
    seen = cell.lstrip("".join(_UNSEEN) + " ")
    return unicodedata.normalize("NFKC", seen[:1])[:1] in _FORMULA if seen else False
