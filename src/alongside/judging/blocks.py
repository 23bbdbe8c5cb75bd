"""The directives and roles of pages: those that the theme and the rules know, no others."""

from __future__ import annotations

KNOWN_ROLES = frozenset("cite:p cite:t doc ref sub sup term".split())
KNOWN_DIRECTIVES = frozenset(
    "admonition avoid bibliography checklist code-cell facilitator-note facilitator-notes "
    "figure glossary groups-of-three help-now image important kits limits modules note "
    "outcome-map outcomes quiz role-play run-sheet scoreboard seealso tip tracks "
    "warning".split()
)

FILLED = frozenset(
    "bibliography checklist facilitator-notes groups-of-three help-now kits limits modules "
    "outcome-map outcomes quiz role-play run-sheet scoreboard tracks".split()
)
"""Directives whose words come from the book's data."""
BARE = frozenset(
    "bibliography groups-of-three help-now limits modules scoreboard tracks".split()
)
"""Those that are asked for nothing besides."""
OPTIONS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        "admonition important note seealso tip warning".split(), frozenset({"class", "name"})
    ),
    **dict.fromkeys(
        "avoid checklist facilitator-note facilitator-notes groups-of-three help-now kits "
        "limits modules outcome-map outcomes role-play scoreboard tracks".split(),
        frozenset(),
    ),
    "bibliography": frozenset({"all", "cited", "notcited"}),
    "quiz": frozenset({"questions"}),
    "run-sheet": frozenset({"sheet"}),
}
"""Directives whose options are ours to judge → those that they have."""
INSTEAD: dict[str, str] = {
    "include": "Write the text here, or link to the page that holds it.",
    "literalinclude": "Copy the lines into a code block.",
    "raw": "Write it in MyST, or ask for a directive.",
    "eval-rst": "Write it in MyST.",
    "csv-table": "Write a Markdown table.",
    "list-table": "Write a Markdown table.",
    "table": "Write a Markdown table.",
    "math": "Say it in words: mathematics would load a script from another host.",
    "role": "Use the roles that exist.",
    "default-role": "Use the roles that exist.",
    "container": "Use an admonition.",
    "class": "Use an admonition.",
    "attention": "Use `important` or `warning`.",
    "caution": "Use `important` or `warning`.",
    "danger": "Use `important` or `warning`.",
    "error": "Use `important` or `warning`.",
    "hint": "Use `tip`.",
    "tab-set": "Use headings: tab sets hide text from readers and printers.",
    "dropdown": "Use a heading: what is folded away is not printed.",
    "rubric": "Use a heading.",
    "epigraph": "Begin each line with > as a quotation.",
    "code-block": "Write it between two lines of three backticks.",
    "contents": "Leave it out: every page lists its headings.",
    "toctree": "List the pages in `_toc.yml`.",
    "versionadded": "Say it in a sentence.",
    "only": "Say it for everybody, or leave it out.",
}
"""Directives that open a file, write HTML as it comes, hide text or have no looks of ours →
what to do instead."""
