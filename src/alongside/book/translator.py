"""How Sphinx's nodes become HTML where its own way would break a promise of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

if TYPE_CHECKING:
    from docutils.nodes import Element


class AlongsideTranslator(HTML5Translator):
    """Sphinx's translator without inline styles, and with tables that scroll by themselves."""

    def visit_table(self, node: Element) -> None:
        """Wrap the table: on a phone the table scrolls, never the page."""
        node["classes"] = [one for one in node["classes"] if one != "colwidths-given"]
        if "colwidths-auto" not in node["classes"]:
            node["classes"].append("colwidths-auto")  # else docutils writes style="width: …"
        self.body.append('<div class="al-scroll">')
        super().visit_table(node)

    def depart_table(self, node: Element) -> None:
        """Close the table and its wrapper."""
        super().depart_table(node)
        self.body.append("</div>\n")

    def visit_image(self, node: Element) -> None:
        """Write the picture without inline sizes; the sheet keeps it inside its column."""
        for key in ("width", "height", "scale"):
            node.attributes.pop(key, None)
        node["loading"] = "lazy"
        super().visit_image(node)

    def visit_entry(self, node: Element) -> None:
        """Say of a heading cell what it heads; an empty corner is a cell that heads nothing."""
        row, at = node.parent, len(self.body)
        heads = isinstance(row.parent, nodes.thead)
        if heads and row.column == 0 and not node.astext().strip():
            row.parent.parent.stubs[0] = 1  # what stands below it names its row
        super().visit_entry(node)
        if heads and not node.astext().strip():
            node.clear()
            self.body[at:], self.context[-1] = ["<td>"], "</td>\n"
        elif self.body[at].startswith("<th"):
            self.body[at] = f'<th scope="{"col" if heads else "row"}"{self.body[at][3:]}'

    def visit_citation(self, node: Element) -> None:
        """Write sources as a list: the role docutils gives them was taken out of ARIA."""
        if not isinstance(node.previous_sibling(), nodes.citation):
            self.body.append('<ul class="citation-list">\n')
        self.body.append(self.starttag(node, "li", CLASS="citation"))

    def depart_citation(self, node: Element) -> None:
        """Close the source, and the list after the last one."""
        self.body.append("</li>\n")
        if not isinstance(node.next_node(descend=False, siblings=True), nodes.citation):
            self.body.append("</ul>\n")

    def visit_footnote(self, node: Element) -> None:
        """Write footnotes as plain blocks: asides would each be a landmark without a name."""
        if not isinstance(node.previous_sibling(), nodes.footnote):
            self.body.append('<div class="footnote-list">\n')
        self.body.append(self.starttag(node, "div", CLASS="footnote", role="doc-footnote"))

    def depart_footnote(self, node: Element) -> None:
        """Close the note, and the block after the last one."""
        self.body.append("</div>\n")
        if not isinstance(node.next_node(descend=False, siblings=True), nodes.footnote):
            self.body.append("</div>\n")
