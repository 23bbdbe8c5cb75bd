"""What the YAML parser found wrong, in words for someone who has never met a parser."""

from __future__ import annotations

QUOTES = (
    "Text in quotes is not closed, or goes on after its closing quote.",
    "Close it with the same kind of quote, or write the text after `>-` on lines of its own.",
)
_COLON = (
    "Text without quotes holds a colon and a space, or a key stands where none can.",
    "Put the text in quotes or on lines of its own after `>-`, and check the indent.",
)
_INDENT = (
    "This line does not line up with the lines it belongs to.",
    "Indent it with spaces exactly as its neighbours.",
)
_BRACKETS = (
    "A list or map in brackets is not closed, or lacks a comma.",
    "Close the bracket, or write each entry on a line of its own after a dash.",
)
_START = (
    "Text starts with a character that means something else in YAML.",
    "Put the text in quotes.",
)

_KNOWN: tuple[tuple[str, tuple[str, str]], ...] = (
    ("mapping values are not allowed", _COLON),
    ("quoted scalar", QUOTES),
    ("unexpected end of stream", QUOTES),
    ("block scalar", (
        "Something stands after a | or a >.",
        "Begin the text on the next line; text that starts with | or > needs quotes.",
    )),
    ("escape", (
        "A backslash in double quotes starts something that does not exist.",
        "Use single quotes, or write the backslash twice.",
    )),
    ("cannot start any token", _START),
    ("flow mapping", _BRACKETS),
    ("flow node", _BRACKETS),
    ("flow sequence", _BRACKETS),
    ("expected ',' or", _BRACKETS),
    ("sequence entries are not allowed", (
        "Text starts with a dash, or a list starts on the line of its key.",
        "Put the text in quotes, or begin the list on the next line.",
    )),
    ("mapping keys are not allowed", _START),
    ("<block end>", _INDENT),
    ("block mapping", _INDENT),
    ("block collection", _INDENT),
    ("expected key", _INDENT),
    ("'-' indicator", _INDENT),
    ("could not find expected ':'", (
        "A line of text stands where a key and a colon should.",
        "Write `key: text`, or indent the line as part of the text above.",
    )),
    ("anchor", _START),
    ("alias", _START),
    ("tag", _START),
)  # fmt: skip
_OTHER = (
    "The file cannot be read as YAML from here on.",
    "Check quotes, colons and indents on this line and the one before.",
)


def said_plainly(problem: str, context: str) -> tuple[str, str]:
    """Return a sentence and a remedy for what the parser says."""
    for said in (problem, context):
        for sign, words in _KNOWN:
            if sign in said:
                return words
    return _OTHER
