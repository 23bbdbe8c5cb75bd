"""Styles and scripts of the site: which files, in which order, and how they are made small."""

from __future__ import annotations

import re
from hashlib import sha256
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

import rcssmin
import rjsmin

if TYPE_CHECKING:
    from collections.abc import Mapping

KIND_SCRIPTS: Mapping[str, str] = MappingProxyType(
    {
        "single": "question-choice.js",
        "multiple": "question-choice.js",
        "true-false": "question-choice.js",
        "best": "question-choice.js",
        "ordering": "question-ordering.js",
        "matching": "question-matching.js",
        "rate": "question-matching.js",
        "dial": "question-dial.js",
        "reflect": "question-reflect.js",
        "gauge": "question-gauge.js",
        "ideas": "question-ideas.js",
        "plan": "question-plan.js",
    }
)
"""Type of question → the script that knows how it differs from others."""

COUNT = "question-words.js"
COUNTED = ("reflect", "plan")
"""Types with boxes that have a friendly limit, and the script that counts."""

BUNDLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "core.js": ("core.js",),
        **{name: (name,) for name in KIND_SCRIPTS.values()},
        **{f"question-{kind}.js": (COUNT, f"question-{kind}.js") for kind in COUNTED},
        "questions.js": ("question-tell.js", "question.js", "questions.js"),
        "role-play.js": (
            "machine.js",
            "role-play-talk.js",
            "role-play-moments.js",
            "role-play.js",
        ),
    }
)
"""Script of the site → the files of ``static/`` joined in it; pages load them in this order."""

ACTIVITY_SCRIPTS: tuple[str, ...] = tuple(
    dict.fromkeys(name for joined in BUNDLES.values() for name in joined)
)

PRACTICE_STYLE = "practice.css"
WITH_PRACTICE_STYLE = frozenset({"dial", "reflect", "ideas", "plan"})
"""Types of question that look like nothing else."""

ACTIVITY_STYLES: tuple[str, ...] = ("questions.css", PRACTICE_STYLE, "role-play.css")

NOTEBOOK_SCRIPT, NOTEBOOK_STYLE = "door.js", "door.css"
"""Files of ``static/`` that notebooks get after those of the activities."""

SITE_FILES: tuple[str, ...] = (
    "theme.css",
    "search.css",
    "session.css",
    "kits.css",
    "groups.js",
    "observed.css",
    "observed.js",
    "room.js",
    "session.js",
    "early.js",
    "site.js",
    "before-search.js",
    "search.js",
    "favicon.svg",
)
"""Files of ``theme/static/``; each is sent by itself, to the pages that need it."""


PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        'class="al-session"': ("session.css", "session.js"),
        "<alongside-observed": ("core.js", "observed.css", "observed.js"),
        "<alongside-groups": ("groups.js",),
        # Before the player, which would else keep what the room plays.
        "<alongside-room": ("room.js",),
        "al-kit-booklet": ("role-play.css",),
        'class="al-card': ("kits.css",),
        'class="al-slide"': ("kits.css",),
        'class="al-room"': ("kits.css",),
        'class="al-handout"': ("kits.css",),
        'class="highlight': ("pygments.css",),
    }
)
"""What stands in a page's HTML → the files that it needs beside those of its questions."""

_KIND = re.compile(r'<form class="al-question"[^>]* data-type="([a-z-]+)"')
_ROLE_PLAY = "<alongside-role-play"


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


def activity_files() -> dict[str, str]:
    """Return the scripts and sheets of the activities, made small, by their names."""
    parts = {**BUNDLES, **{name: (name,) for name in ACTIVITY_STYLES}}
    return {
        name: small(name, "\n".join(_source("static", part) for part in joined))
        for name, joined in parts.items()
    }


def files_for(body: str) -> list[str]:
    """Return the scripts and sheets that what stands in a page's HTML needs, in order."""
    types = set(_KIND.findall(body))
    kinds = {KIND_SCRIPTS[kind] for kind in types}
    wanted = {"core.js", *kinds} if kinds or _ROLE_PLAY in body else set()
    if kinds:
        wanted |= {"questions.js", "questions.css"}
    if types & WITH_PRACTICE_STYLE:
        wanted.add(PRACTICE_STYLE)
    if _ROLE_PLAY in body:
        wanted |= {"role-play.js", "role-play.css"}
    for part, names in PARTS.items():
        wanted |= set(names) if part in body else set()
    others = dict.fromkeys(name for names in PARTS.values() for name in names)
    order = dict.fromkeys((*ACTIVITY_STYLES, "core.js", *others, *BUNDLES))
    return [name for name in order if name in wanted]


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
    made |= activity_files()
    return {name: words.encode() for name, words in made.items()}


def fingerprint(content: bytes) -> str:
    """Return the short hash that makes a changed file a new address."""
    return sha256(content).hexdigest()[:8]
