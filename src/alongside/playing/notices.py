"""What a notice sees in a trainee's own words; the twin of ``static/question-reflect.js``.

Words are whole words, case-blind, accents and typographic quotes made plain. A short form
counts as the word it begins with ("I'm" holds "I"), but for "n't", which turns it round.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alongside.model import Notice

_PLAIN = str.maketrans("‘’‚‛“”„‟`´", "''''\"\"\"\"''")


def applies(notice: Notice, words: str) -> bool:
    """Return whether the notice is for these words; never for none at all."""
    if not words.strip():
        return False
    if notice.finds:
        return _any(notice.finds, words)
    return bool(notice.misses) and not _any(notice.misses or (), words)


def _any(wanted: Iterable[str], words: str) -> bool:
    plain = _folded(words)
    return any(_pattern(one).search(plain) for one in wanted)


@cache
def _pattern(wanted: str) -> re.Pattern[str]:
    """Return what finds one word, phrase or sign in folded words."""
    plain = _folded(wanted).strip()
    inside = r"\s+".join(map(re.escape, plain.split()))
    before = r"(?:^|[^\w'])'*" if re.match(r"\w", plain) else ""
    after = r"(?!\w|'t(?!\w))" if re.search(r"\w$", plain) else ""
    return re.compile(before + inside + after)


def _folded(words: str) -> str:
    parted = unicodedata.normalize("NFD", words.translate(_PLAIN).lower())
    return "".join(one for one in parted if unicodedata.category(one) != "Mn")
