"""The notebook edition beside the built pages, and cells of the book that show activities."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from alongside.notebooks import notebooks
from alongside.reading import current

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config

FOLDER = "notebooks"
"""Where in the built site the notebooks are."""
HTML_BUILDERS = ("html", "dirhtml", "singlehtml")
AHEAD = 5
"""Before a live view, which myst-nb would take first (10), and which needs other hosts."""
_CELL = re.compile(r"^`{3,}\{code-cell\}[^\n]*\n", re.MULTILINE)


def config_inited(_app: Sphinx, config: Config) -> None:
    """Let executed cells show the HTML of an activity, and load nothing from other hosts."""
    html_first = [[builder, "text/html", AHEAD] for builder in HTML_BUILDERS]
    config.nb_mime_priority_overrides = [*config.nb_mime_priority_overrides, *html_first]
    config.nb_ipywidgets_js = {}


def source_read(app: Sphinx, name: str, source: list[str]) -> None:
    """Mark code cells with the state of what they read: the cache knows only their own text."""
    if not _CELL.search(source[0]):
        return
    loaded = current.loaded(Path(app.srcdir))
    made = sha256(app.config.alongside_package.encode())
    page = loaded.pages.get(name)
    named = {PurePosixPath(one) for one in page.front.reads} if page else set()
    for file in sorted(one for one in loaded.files if one.suffix == ".yml"):
        if named and file not in named:
            continue
        path = loaded.folder / file
        app.env.note_dependency(str(path))
        made.update(str(file).encode() + path.read_bytes())
    state = f":alongside_state: {made.hexdigest()[:12]}\n"
    source[0] = _CELL.sub(lambda found: found[0] + state, source[0])


def build_finished(app: Sphinx, problem: Exception | None) -> None:
    """Write the notebooks into the site; sweep what older builds left."""
    if problem or app.builder.name != "html":
        return
    write(Path(app.outdir) / FOLDER, notebooks(current.loaded(Path(app.srcdir))))


def write(folder: Path, made: Mapping[str, bytes]) -> None:
    """Make a folder hold these files and no other notebook."""
    for path in sorted(folder.rglob("*.ipynb")):
        if path.relative_to(folder).as_posix() not in made:
            path.unlink()
    for name, content in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)
