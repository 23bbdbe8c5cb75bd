"""How Sphinx's nodes become HTML where its own way would break a promise of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.writers.html5 import HTML5Translator

if TYPE_CHECKING:
    from docutils import nodes


class AlongsideTranslator(HTML5Translator):
    """Sphinx's translator without inline styles, and with tables that scroll by themselves."""

    def visit_table(self, node: nodes.Element) -> None:
        """Wrap the table: on a phone the table scrolls, never the page."""
        node["classes"] = [one for one in node["classes"] if one != "colwidths-given"]
        if "colwidths-auto" not in node["classes"]:
            node["classes"].append("colwidths-auto")  # else docutils writes style="width: …"
        self.body.append('<div class="al-scroll">')
        super().visit_table(node)

    def depart_table(self, node: nodes.Element) -> None:
        """Close the table and its wrapper."""
        super().depart_table(node)
        self.body.append("</div>\n")

    def visit_image(self, node: nodes.Element) -> None:
        """Write the picture without inline sizes; the sheet keeps it inside its column."""
        for key in ("width", "height", "scale"):
            node.attributes.pop(key, None)
        node["loading"] = "lazy"
        super().visit_image(node)
