"""One build of the site: the hooks between Sphinx and the rest of the package."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from sphinx.errors import SphinxError
from sphinx.util import logging

from alongside.book import editions, kits, security
from alongside.book.dates import last_changed
from alongside.book.nav import contents
from alongside.book.page import HELP, Page, SiteFacts
from alongside.faults import Fault
from alongside.reading import current
from alongside.render import assets, campus
from alongside.render import course as course_html
from alongside.render.html import text as escape
from alongside.render.lessons import asked_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from alongside.book.nav import Contents
    from alongside.model import RolePlay

LICENCE = "https://opensource.org/license/mit"
PAGE_FILES = frozenset({".py", ".html", ".css", ".js", ".toml", ".svg", ".yml"})
NOT_ON_PAGES = frozenset({"cli", "mutants", "templates"})
"""Rooms of the package that no page comes from."""
log = logging.getLogger(__name__)


class CourseFaultsError(SphinxError):
    """The course has faults; its text is their list, one a line."""

    category = "The course has faults"


def package_hash() -> str:
    """Return a hash of the package as far as pages come from it: a new one reads all again."""
    made = sha256()
    root = Path(str(files("alongside")))
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        if path.suffix in PAGE_FILES and name.parts[0] not in NOT_ON_PAGES:
            made.update(name.as_posix().encode() + path.read_bytes())
    return made.hexdigest()[:16]


def config_inited(_app: Sphinx, config: Config) -> None:
    """Note the package's hash, so that a new version of it rebuilds the book."""
    config.alongside_package = package_hash()
    config.html_static_path = []  # Jupyter Book would publish a folder _static of the course


def builder_inited(app: Sphinx) -> None:
    """Judge what the course is made of before a page is read; stop at a fault."""
    if found := faults_of_source(Path(app.srcdir)):
        raise CourseFaultsError("\n".join(str(fault) for fault in found))


def faults_of_source(source: Path) -> list[Fault]:
    """Return what keeps a course from being built: unreadable files, unsafe sources."""
    loaded = current.refreshed(source)
    unreadable = [fault for fault in loaded.faults if not fault.warning]
    return unreadable or security.source_faults(loaded)


def doctree_read(app: Sphinx, document: nodes.document) -> None:
    """Report what a page must not hold; with warnings as errors the build fails."""
    path = PurePosixPath(app.env.doc2path(app.env.docname, base=False))
    for fault in security.page_faults(path, document):
        log.warning("%s", fault, type="alongside", subtype=fault.code)


def env_updated(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Ask for every page again when what all pages show has changed, such as a title."""
    if app.builder.name != "html":
        return []
    facts, made = _facts(app, env)
    shown = sha256(repr(facts).encode()).hexdigest()
    changed = getattr(env, "alongside_shown", None) != shown
    env.alongside_shown = shown  # type: ignore[attr-defined]
    known, days = getattr(env, "alongside_days", {}), _days(app, env)
    env.alongside_days = days  # type: ignore[attr-defined]
    app.builder.alongside_facts = facts  # type: ignore[attr-defined]
    app.builder.alongside_files = made  # type: ignore[attr-defined]
    app.builder.alongside_kits = kits.outdated(app, env, shown)  # type: ignore[attr-defined]
    app.builder.alongside_notebooks = editions.outdated(env)  # type: ignore[attr-defined]
    return sorted(one for one in days if changed or known.get(one) != days[one])


def _days(app: Sphinx, env: BuildEnvironment) -> dict[str, str]:
    """Return page → the day its text was last changed, in words, or nothing."""
    found = last_changed(Path(app.srcdir))
    return {page: found.get(env.doc2path(page, base=False), "") for page in env.found_docs}


def _contents(app: Sphinx, env: BuildEnvironment) -> Contents:
    titles = {name: title.astext() for name, title in env.titles.items()}
    return contents(env.external_site_map, titles, tuple(app.config.source_suffix))  # type: ignore[attr-defined]


def _facts(app: Sphinx, env: BuildEnvironment) -> tuple[SiteFacts, dict[str, bytes]]:
    values = current.loaded(Path(app.srcdir))
    assert values.course is not None  # noqa: S101 - builder_inited saw to it
    assert values.campus is not None  # noqa: S101 - the same
    listed = _contents(app, env)
    pages = {entry.page for entry in listed.pages()}
    known = course_html.site_facts(values.course, pages)
    made = assets.site_files(json.dumps(known, ensure_ascii=False, sort_keys=True))
    prints = {name: assets.fingerprint(content) for name, content in made.items()}
    help_line = campus.printed_line(values.campus) if HELP in pages else ""
    kept = course_html.kept(values.course)
    asked = {name: asked_of(one.front, values.course) for name, one in values.pages.items()}
    site = str(app.config.html_title)
    return (
        SiteFacts(site, values.course.id, listed, prints, LICENCE, help_line, kept, asked),
        made,
    )


def write_started(app: Sphinx, builder: Builder) -> None:
    """Put our files where Sphinx copies static files from; sweep what older builds left."""
    if builder.name != "html":
        return
    folder = Path(app.doctreedir) / "alongside-static"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in builder.alongside_files.items():  # type: ignore[attr-defined]
        (folder / name).write_bytes(content)
    app.config.html_static_path.append(str(folder))
    _sweep(Path(app.outdir) / "_static", keep=set())


def page_context(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], document: nodes.document
) -> None:
    """Give the templates what they show."""
    if app.builder.name != "html":
        return
    facts = app.builder.alongside_facts  # type: ignore[attr-defined]
    pathto = context["pathto"]
    view = Page(facts, page, pathto, lambda path: pathto(path, 1))
    if document is not None:
        body = context["body"]
        if ' style="' in body:
            path = PurePosixPath(app.env.doc2path(page, base=False))
            says = "The page holds an inline style, which its policy forbids."
            fault = Fault(
                path, 0, "P103", says, "Write it in Markdown; looks come from the theme."
            )
            log.warning("%s", fault, type="alongside", subtype=fault.code)
        front = app.env.metadata.get(page, {})
        title, toc = app.env.titles[page].astext(), context.get("toc", "")
        view.fill(title, body, front, toc, _plays(app, page))
        view.changed = app.env.alongside_days[page]  # type: ignore[attr-defined]
    elif made := context.get("alongside_kit"):
        view.fill(made.title, f"<h1>{escape(made.title)}</h1>{made.body(pathto)}", {}, "")
    context["al"] = view


def _plays(app: Sphinx, page: str) -> list[RolePlay]:
    """Return the role-plays of a page, in their order."""
    loaded = current.loaded(Path(app.srcdir))
    named = loaded.pages[page].named("role-play") if page in loaded.pages else ()
    found = (loaded.role_plays.get(one.argument) for one in named)
    return [play for play in found if play]


def forget_words(app: Sphinx) -> list[Any]:
    """Drop words that no page has any more: Sphinx takes their pages, and keeps the words."""
    if app.builder.name == "html":
        index = app.builder.indexer  # type: ignore[attr-defined]
        for words in (index._mapping, index._title_mapping):  # noqa: SLF001 - no public way
            for word in [one for one, pages in words.items() if not pages]:
                del words[word]
    return []  # no pages of ours


def build_finished(app: Sphinx, problem: Exception | None) -> None:
    """Remove pages that are no longer in the book, so that old and new builds are the same."""
    if problem or app.builder.name != "html":
        return
    out = Path(app.outdir)
    names = {f"{page}.html" for page in app.env.found_docs} | {"search.html"}
    names |= {f"{made.page}.html" for made in kits.linked(app)}
    for path in sorted(out.rglob("*.html")):
        if path.relative_to(out).as_posix() not in names:
            path.unlink()
    _sweep(out / "_images", keep=_image_names(app))
    for folder in sorted((one for one in out.rglob("*") if one.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _image_names(app: Sphinx) -> set[str]:
    return {name for _pages, name in app.env.images.values()}


def _sweep(folder: Path, keep: set[str]) -> None:
    """Remove the files of a folder but those named."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        if path.is_file() and path.name not in keep:
            path.unlink()
