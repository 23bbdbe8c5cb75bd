"""Styles and scripts of the site: which files, in which order, and how they are made small."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files

import rcssmin
import rjsmin

ACTIVITY_SCRIPTS: tuple[str, ...] = (
    "core.js",
    "question-tell.js",
    "question-choice.js",
    "question-ordering.js",
    "question-matching.js",
    "question-reflect.js",
    "question.js",
    "questions.js",
    "machine.js",
    "role-play-talk.js",
    "role-play-moments.js",
    "role-play.js",
)
"""Files of ``static/`` that make ``activities.js``, in the order they are joined."""

ACTIVITY_STYLES: tuple[str, ...] = ("questions.css", "role-play.css")

NOTEBOOK_SCRIPT, NOTEBOOK_STYLE = "door.js", "door.css"
"""Files of ``static/`` that notebooks get after those of the activities."""

SITE_FILES: tuple[str, ...] = (
    "theme.css",
    "search.css",
    "early.js",
    "site.js",
    "before-search.js",
    "search.js",
    "favicon.svg",
)
"""Files of ``theme/static/``; each is sent by itself, to the pages that need it."""


def _source(folder: str, name: str) -> str:
    return files("alongside").joinpath(folder, name).read_text(encoding="utf-8")


def small(name: str, source: str) -> str:
    """Return a script or sheet without comments and white space; anything else as it is.

    rjsmin does not know a template literal inside another: tests/test_assets.py tells.
    """
    if name.endswith(".js"):
        return str(rjsmin.jsmin(source))
    return str(rcssmin.cssmin(source)) if name.endswith(".css") else source


def activity_script() -> str:
    """Return all activity scripts as one classic script."""
    return small("a.js", "\n".join(_source("static", name) for name in ACTIVITY_SCRIPTS))


def activity_style() -> str:
    """Return all activity styles as one sheet."""
    return small("a.css", "\n".join(_source("static", name) for name in ACTIVITY_STYLES))


def notebook_script() -> str:
    """Return what anywidget loads: a module that defines our elements once for each page."""
    joined = f'if(!customElements.get("alongside-role-play")){{{activity_script()}}}'
    return f"{joined}\n{small(NOTEBOOK_SCRIPT, _source('static', NOTEBOOK_SCRIPT))}"


def notebook_style() -> str:
    """Return all styles of the activities, fitted to the notebook's own colours."""
    return f"{activity_style()}\n{small(NOTEBOOK_STYLE, _source('static', NOTEBOOK_STYLE))}"


def site_files(facts: str) -> dict[str, bytes]:
    """Return every own file of ``_static/`` by its name.

    Args:
        facts: JSON for ``site.js``: what it knows of the course, such as the tracks.

    """
    made = {name: small(name, _source("theme/static", name)) for name in SITE_FILES}
    made["site.js"] = f"globalThis.AlongsideSite={facts};\n{made['site.js']}"
    made["activities.js"] = activity_script()
    made["activities.css"] = activity_style()
    return {name: words.encode() for name, words in made.items()}


def fingerprint(content: bytes) -> str:
    """Return the short hash that makes a changed file a new address."""
    return sha256(content).hexdigest()[:8]
