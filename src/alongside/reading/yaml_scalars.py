"""What an unquoted word in YAML means, and which characters no text may hold.

YAML 1.2 core, narrowed: ``true``, ``false``, ``null`` and plain decimal numbers. All else
(``no``, ``on``, ``012``, ``1_000``, ``09:30``, ``2024-01-02``, ``~``, ``1e3``) is text.
"""

from __future__ import annotations

import re

WORDS: dict[str, bool | None] = {
    "": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_BEGINS_NUMBER = frozenset("+-0123456789")
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_TELEPHONE = re.compile(r"\+[0-9]{7,}")

UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U000dfffd"
    "\U000e0000-\U000efffd\U000f0000-\U0010fffd]"
    "|[\xad\u200b\u202a-\u202e\u2060-\u206f\ufeff]"
)
"""Control characters, lone surrogates and the codes that Unicode keeps for no character; then
what nobody sees and what turns the direction of writing: with these, words pass that no rule
can read, and pages show something else than the file. Joiners stay: some scripts need them."""

# YAML 1.1 parsers break lines at these three; YAML 1.2 and every editor do not. They travel
# through the parser as codes that no text may hold.
_HIDDEN = (("\x85", "\U000efffe"), ("\u2028", "\U000effff"), ("\u2029", "\U000dffff"))


def plain_scalar(word: str) -> str | int | float | bool | None:
    """Return what the unquoted word means; a plus and seven digits is a telephone number."""
    if word in WORDS:
        return WORDS[word]
    if word[0] not in _BEGINS_NUMBER:
        return word
    if _TELEPHONE.fullmatch(word):
        return word
    if _WHOLE.fullmatch(word):
        return int(word)
    if _DECIMAL.fullmatch(word):
        return float(word)
    return word


def hide_breaks(text: str) -> str:
    """Return the text with the odd line breaks swapped for codes that pass the parser."""
    for real, hidden in _HIDDEN:
        text = text.replace(real, hidden)
    return text


def show_breaks(text: str) -> str:
    """Return the text with its odd line breaks put back."""
    if text.isascii():
        return text
    for real, hidden in _HIDDEN:
        text = text.replace(hidden, real)
    return text
