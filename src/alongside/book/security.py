"""What a page may load, and what its source may hold.

The policy is sent in a ``<meta>`` since a static host may not let us set headers. It has no
``unsafe-*`` and no hash: nothing of ours is inline. Sources: CSP Level 3; ``docs/decisions/``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from alongside.faults import Fault
from alongside.judging.blocks import INSTEAD
from alongside.judging.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

    from alongside.reading.load import Loaded

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
)

GUARDS = (
    *("B101", "B104", "B105", "B106", "B108"),
    *("P103", "P104", "P108", "P109", "P113", "P120", "P121", "P123", "P130", "P131", "P132"),
)
"""Rules that keep HTML, scripts, other files and unsafe links out of the site; and those for
what Sphinx would stop at, or tell of without a remedy."""

OURS = "alongside"
"""The mark of raw nodes that our own directives made."""

SCHEMES = frozenset({"https", "mailto", "tel", "sms"})
SAFE_LINK = "Link to a page, https:, mailto:, tel: or sms:."


def raw(markup: str) -> nodes.raw:
    """Return HTML of our own as a node that the checks below let pass."""
    return nodes.raw("", markup, format="html", origin=OURS)


class Refused(SphinxDirective):
    """Stands in the place of a directive that a course must not use."""

    has_content = True
    optional_arguments = 100
    final_argument_whitespace = True
    option_spec = None

    def run(self) -> list[nodes.Node]:
        """Report where it stands; show nothing."""
        problem = nodes.problematic("", "", refused=self.name)
        problem.line = self.lineno
        return [problem]


def page_faults(path: PurePosixPath, document: nodes.document) -> Iterator[Fault]:
    """Yield what a page must not hold, from the page as it was understood.

    The second net under ``source_faults``: it sees what MyST sees, with the same codes.

    Args:
        path: The page's file, relative to the course folder.
        document: What the parser made of it.

    """
    for node in document.findall():
        for code, says, remedy in _against(node):
            yield Fault(path, _line(node), code, says, remedy)


def _against(node: nodes.Node) -> Iterator[tuple[str, str, str]]:
    """Yield code, sentence and remedy of what one node must not be."""
    match node:
        case nodes.raw() if node.get("origin") != OURS and not _executed(node):
            says = f"Raw HTML is not shown: {_short(node.astext())}"
            yield "P103", says, "Write it in MyST; % starts a remark."
        case nodes.problematic() if name := node.get("refused"):
            yield "P109", f"The directive {{{name}}} is not used in a course.", INSTEAD[name]
        case nodes.reference():
            scheme = re.match(r"([a-zA-Z][\w+.-]*):", node.get("refuri", ""))
            if scheme and scheme[1].lower() not in SCHEMES:
                yield "P108", f"A link begins with {scheme[1]}:", SAFE_LINK
        case nodes.image() if "//" in node["uri"] or node["uri"].startswith("data:"):
            says = f"A picture is not in the course folder: {_short(node['uri'])}"
            yield "P108", says, "Put the file beside the page."
        case nodes.Text():
            # MyST shows such a link as words; the writer meant a link, so it is told.
            if found := re.search(
                r"\]\(\s*(javascript|vbscript|data)\s*:", node, re.IGNORECASE
            ):
                yield "P108", f"A link begins with {found[1]}:", SAFE_LINK


def source_faults(loaded: Loaded) -> list[Fault]:
    """Return what in the sources must not reach a page, before any page is made.

    These are rules of ``alongside check`` that a build does not wait for a check to hold.
    """
    return sorted(fault for code in GUARDS for fault in RULES[code].faults(loaded))


def _executed(node: nodes.Node) -> bool:
    """Return whether a node is what an executed cell of the book showed."""
    above = node.parent
    while above is not None:
        if isinstance(above, nodes.container) and above.get("nb_element"):
            return True
        above = above.parent
    return False


def _line(node: nodes.Node | None) -> int:
    while node is not None:
        if node.line:
            return int(node.line)
        node = node.parent
    return 0


def _short(words: str, most: int = 60) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most]}…"
