"""The notebook edition beside the built pages, and cells of the book that show activities."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from alongside.book import made
from alongside.book.used import stamp, stamps
from alongside.notebooks import cited_works, has_notebook, notebooks
from alongside.reading import current

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from alongside.reading.pages import Page

FOLDER = "notebooks"
"""Where in the built site the notebooks are."""
AHEAD = 5
"""Before a live view, which myst-nb would take first (10), and which needs other hosts."""
_CELL = re.compile(r"^`{3,}\{code-cell\}[^\n]*\n", re.MULTILINE)


def config_inited(_app: Sphinx, config: Config) -> None:
    """Let executed cells show the HTML of an activity, and load nothing from other hosts."""
    html_first = ["html", "text/html", AHEAD]
    config.nb_mime_priority_overrides = [*config.nb_mime_priority_overrides, html_first]
    config.nb_ipywidgets_js = {}


def source_read(app: Sphinx, name: str, source: list[str]) -> None:
    """Mark code cells with the state of what they read: the cache knows only their own text."""
    if not _CELL.search(source[0]):
        return
    loaded = current.loaded(Path(app.srcdir))
    state = sha256(app.config.alongside_package.encode())
    page = loaded.pages.get(name)
    named = {PurePosixPath(one) for one in page.front.reads} if page else set()
    for file in sorted(one for one in loaded.files if one.suffix == ".yml"):
        if named and file not in named:
            continue
        path = loaded.folder / file
        app.env.note_dependency(str(path))
        state.update(str(file).encode() + path.read_bytes())
    mark = f":alongside_state: {state.hexdigest()[:12]}\n"
    source[0] = _CELL.sub(lambda found: found[0] + mark, source[0])


def outdated(env: BuildEnvironment) -> set[str]:
    """Return the pages whose notebooks would differ from those of the last build.

    A notebook holds its page, the names of other pages, and little of the course besides.
    """
    loaded = current.loaded(Path(env.srcdir))
    known = stamps(loaded)
    named = [(name, _named(page)) for name, page in loaded.pages.items()]
    listed = [known[f"checklist {name}"] for name in loaded.checklists]
    of_all = (env.config.alongside_package, known["course"], known["campus"], named, listed)
    shared = stamp(repr((of_all, env.config.html_baseurl, cited_works(loaded))))
    of_pages = {n: shared + known[f"page {n}"] for n in loaded.pages if has_notebook(n)}
    return made.outdated(env, "notebooks", of_pages)


def _named(page: Page) -> list[str]:
    """Return what a link to the page can name or show: headings and labels, as they stand."""
    headings = [(one.line, one.text) for one in page.headings]
    return [
        name
        for _, name in sorted([*headings, *((at, name) for name, at in page.labels.items())])
    ]


def build_finished(app: Sphinx, problem: Exception | None) -> None:
    """Write the notebooks into the site; sweep what older builds left."""
    if problem or app.builder.name != "html":
        return
    folder, loaded = Path(app.outdir) / FOLDER, current.loaded(Path(app.srcdir))
    there = {name: folder / f"{name}.ipynb" for name in loaded.pages if has_notebook(name)}
    for path in sorted(folder.rglob("*.ipynb")):
        if path not in there.values():
            path.unlink()
    new: set[str] = app.builder.alongside_notebooks  # type: ignore[attr-defined]
    wanted = {name for name, path in there.items() if name in new or not path.is_file()}
    for name, content in notebooks(loaded, wanted).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
