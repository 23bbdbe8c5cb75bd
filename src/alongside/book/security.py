"""What a page may load, and what its source may hold.

The policy is sent in a ``<meta>`` since a static host may not let us set headers. It has no
``unsafe-*`` and no hash: nothing of ours is inline. Sources: CSP Level 3; ``docs/decisions/``.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from alongside.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
)

OURS = "alongside"
"""The mark of raw nodes that our own directives made."""

SCHEMES = frozenset({"https", "mailto", "tel", "sms", ""})

REFUSED: dict[str, str] = {
    "include": "Write the text here, or link to the page that holds it.",
    "literalinclude": "Copy the lines into a code block.",
    "raw": "Write it in MyST, or ask for a directive.",
    "eval-rst": "Write it in MyST.",
    "csv-table": "Write a list-table.",
    "math": "Say it in words: mathematics would load a script from another host.",
    "role": "Use the roles that exist.",
    "default-role": "Use the roles that exist.",
    "container": "Use an admonition.",
    "class": "Use an admonition.",
    "tab-set": "Use headings: tab sets hide text from readers and printers.",
    "only": "Say it for everybody, or leave it out.",
}
"""Directives that open a file, write HTML as it comes, or hide text → what to do instead."""


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

    Args:
        path: The page's file, relative to the course folder.
        document: What the parser made of it.

    """
    for node in document.findall(nodes.raw):
        if node.get("origin") != OURS and not _executed(node):
            says = f"Raw HTML is not shown: {_short(node.astext())}"
            yield Fault(path, _line(node), "B201", says, "Write it in MyST; % starts a remark.")
    for node in document.findall(nodes.problematic):
        if name := node.get("refused"):
            says = f"The directive {{{name}}} is not used in a course."
            yield Fault(path, _line(node), "B202", says, REFUSED[name])
    for node in document.findall(nodes.reference):
        scheme = re.match(r"([a-zA-Z][\w+.-]*):", node.get("refuri", ""))
        if scheme and scheme[1].lower() not in SCHEMES:
            says = f"A link begins with {scheme[1]}:"
            yield Fault(path, _line(node), "B203", says, "Link to a page, https:, tel: or sms:.")
    for node in document.findall(nodes.image):
        if "//" in node["uri"] or node["uri"].startswith("data:"):
            says = f"A picture is not in the course folder: {_short(node['uri'])}"
            yield Fault(path, _line(node), "B204", says, "Put the file beside the page.")
    for node in document.findall(nodes.Text):
        if found := re.search(r"\]\(\s*(javascript|vbscript|data)\s*:", str(node), re.I):
            says = f"A link begins with {found[1]}:"
            yield Fault(path, _line(node), "B203", says, "Link to a page, https:, tel: or sms:.")


def config_faults(config: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield marks of HTML in the names that ``_config.yml`` gives to the book.

    Args:
        config: The plain values of ``_config.yml``.

    """
    for key in ("title", "author", "copyright"):
        if re.search(r"[<>]|&\w+;", str(config.get(key) or "")):
            says = f"{key} holds HTML, which every page would show."
            yield Fault(PurePosixPath("_config.yml"), 0, "B101", says, "Write plain words.")


def _executed(node: nodes.Node) -> bool:
    """Return whether a node is what an executed cell of the book showed."""
    above = node.parent
    while above is not None:
        if isinstance(above, nodes.container) and above.get("nb_element"):
            return True
        above = above.parent
    return False


def _line(node: nodes.Node) -> int:
    while node is not None:
        if node.line:
            return int(node.line)
        node = node.parent
    return 0


def _short(words: str, most: int = 60) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most]}…"
