"""The Sphinx extension: our theme, directives and policy. Thin: it asks the other rooms."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from alongside import __version__
from alongside.book import directives, editions, guide, kits, security, site, used
from alongside.book.translator import AlongsideTranslator
from alongside.judging.blocks import INSTEAD

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything with Sphinx."""
    app.add_html_theme("alongside", str(files("alongside") / "theme"))
    app.set_translator("html", AlongsideTranslator)
    app.add_config_value("alongside_package", "", "env", [str])
    # Jupyter Book always sets this for an extension that we leave out.
    app.add_config_value("comments_config", {}, "html")
    for name, directive in {**directives.DIRECTIVES, **guide.DIRECTIVES}.items():
        app.add_directive(name, directive)
    for name in INSTEAD:
        app.add_directive(name, security.Refused, override=True)
    app.connect("config-inited", site.config_inited)
    app.connect("config-inited", editions.config_inited)
    app.connect("builder-inited", site.builder_inited)
    app.connect("env-get-outdated", used.outdated)
    app.connect("env-purge-doc", used.purge)
    app.connect("env-merge-info", used.merge)
    app.connect("source-read", editions.source_read)
    app.connect("doctree-read", site.doctree_read)
    app.connect("env-updated", site.env_updated)
    app.connect("write-started", site.write_started)
    app.connect("html-page-context", site.page_context)
    app.connect("html-collect-pages", site.forget_words)
    app.connect("html-collect-pages", kits.collect_pages)
    app.connect("build-finished", site.build_finished)
    app.connect("build-finished", editions.build_finished)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": False}
