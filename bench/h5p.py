"""H5P's question set and branching scenario, with what our own page holds.

The player comes from npm. No registry of packages has H5P's content types, so the bench
measures those that it is given: ``h5p_libraries`` says where it looks for them.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import peers
from copies import Plain, cleared, written
from h5p_libraries import LIBRARIES, MissingError, Shelf
from pages import Target
from twelve import answers

from alongside.model import Reply, RolePlay

HERE = Path(__file__).parent
TURNS, REPLIES = 12, 3
"""How much of a role-play its branching scenario holds, from the beginning."""
THE_END = -1
"""What H5P calls the first screen of its endings."""


@dataclass(frozen=True)
class Kind:
    """A content type, and how it is measured.

    Attributes:
        name: What it is, in the tables.
        path: The folder of its page.
        main: Its library.
        part: The library of what it is made of.
        spec: Selectors of its questions.

    """

    name: str
    path: str
    main: str
    part: str
    spec: Mapping[str, str]


QUESTION_SET = Kind(
    "H5P question set",
    "question-set",
    "H5P.QuestionSet",
    "H5P.MultiChoice",
    {
        "frame": "iframe.h5p-iframe",
        "question": ".h5p-multichoice",
        "option": ".h5p-answer",
        "check": ".h5p-theme-check, .h5p-question-check-answer",
        "feedback": ".h5p-feedback-text",
    },
)
SCENARIO = Kind(
    "H5P branching scenario",
    "branching-scenario",
    "H5P.BranchingScenario",
    "H5P.BranchingQuestion",
    {
        "frame": "iframe.h5p-iframe",
        "question": ".h5p-branching-scenario",
        "option": ".h5p-branching-question-alternative",
        "feedback": "#h5p-feedback-content-content",
        "before": ".h5p-start-button",
    },
)


def pages(
    work: Path, questions: Iterable[Plain], play: RolePlay
) -> tuple[list[Target], Mapping[str, str]]:
    """Write H5P's pages where its libraries are there.

    Returns:
        The pages; and for each kind the library that shows it, or why it has no page.

    """
    site, shelf = work / "h5p", Shelf(work / LIBRARIES)
    cleared(site)
    targets: list[Target] = []
    told: dict[str, str] = {}
    for kind, content in (
        (QUESTION_SET, partial(question_set, list(questions))),
        (SCENARIO, partial(branching_scenario, play)),
    ):
        try:
            told[kind.name] = _page(site, shelf, kind, content)
            _player(work / "h5p-player", site / "player")
        except (MissingError, OSError) as why:
            told[kind.name] = str(why)
        else:
            targets.append(Target(kind.name, site, f"{kind.path}/index.html", kind.spec))
    return targets, told


def _page(site: Path, shelf: Shelf, kind: Kind, content: Callable[[str], Plain]) -> str:
    """Write a page with its libraries; return the one that shows it, with its full version."""
    main, part = shelf.newest(kind.main), shelf.newest(kind.part)
    loaded = shelf.with_needs([main, part])
    for each in loaded:
        to = site / "libraries" / str(each).replace(" ", "-")
        shutil.copytree(each.folder, to, dirs_exist_ok=True)
    package = {
        "title": kind.name,
        "language": "en",
        "mainLibrary": main.name,
        "embedTypes": ["iframe"],
        "license": "U",
        "preloadedDependencies": [each.asked for each in loaded],
    }
    written(site / kind.path / "h5p.json", json.dumps(package))
    written(site / kind.path / "content/content.json", json.dumps(content(str(part))))
    written(site / kind.path / "index.html", _html(kind))
    return f"{main}.{main.version[2]}"


def _html(kind: Kind) -> str:
    """Return a page that embeds content as the player's manual has it: in a frame."""
    options = {
        "h5pJsonPath": f"/{kind.path}",
        "librariesPath": "/libraries",
        "frameJs": "/player/frame.bundle.js",
        "frameCss": "/player/styles/h5p.css",
    }
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<title>{kind.name}</title><link rel="icon" href="data:,">'
        f'<meta name="viewport" content="width=device-width"></head><body><h1>{kind.name}</h1>'
        '<div id="h5p"></div><script src="/player/main.bundle.js"></script>'
        f'<script>new H5PStandalone.H5P(document.getElementById("h5p"), {json.dumps(options)})'
        "</script></body></html>\n"
    )


def _player(installed: Path, to: Path) -> None:
    """Copy the player to a site; installs it once for each lock file."""
    lock, stamp = HERE / "package-lock.json", installed / "lock"
    if not (stamp.is_file() and stamp.read_bytes() == lock.read_bytes()):
        cleared(installed)
        installed.mkdir(parents=True)
        for file in (HERE / "package.json", lock):
            shutil.copy(file, installed)
        quiet = ("--no-audit", "--no-fund", "--loglevel=error")
        peers.run("npm", "ci", "--ignore-scripts", *quiet, "--prefix", installed)
        shutil.copy(lock, stamp)
    shutil.copytree(installed / "node_modules/h5p-standalone/dist", to, dirs_exist_ok=True)


def question_set(questions: Iterable[Plain], library: str) -> Plain:
    """Return our questions as a question set, its own words and settings left as they are."""
    asked = []
    for each in questions:
        options = [
            {
                "text": f"<div>{escape(text)}</div>",
                "correct": right,
                "tipsAndFeedback": {"chosenFeedback": f"<div>{escape(why)}</div>"},
            }
            for text, why, right in answers(each)
        ]
        value = {"question": f"<p>{escape(each['prompt'])}</p>", "answers": options}
        asked.append(_sub(each["id"], "Multiple Choice", library, value))
    return {"introPage": {"showIntroPage": False}, "questions": asked}


def branching_scenario(play: RolePlay, library: str) -> Plain:
    """Return the beginning of a role-play as a branching scenario.

    It has neither meters nor facts: every turn says what it says whatever came before, and a
    reply leads where it leads if no condition holds.
    """
    ids = [play.start, *(id_ for id_ in play.turns if id_ != play.start)][:TURNS]
    places = {id_: n for n, id_ in enumerate(ids)}
    content = []
    for id_ in ids:
        turn = play.turns[id_]
        said = "".join(f"<p>{escape(line.says)}</p>" for line in turn.lines if not line.when)
        replies = [
            {
                "text": escape(reply.text),
                "nextContentId": places.get(_leads(reply), THE_END),
                "feedback": {
                    "title": escape(reply.effect),
                    "subtitle": f"<p>{escape(reply.feedback)}</p>",
                },
            }
            for reply in turn.replies[:REPLIES]
        ]
        value = {"branchingQuestion": {"question": said, "alternatives": replies}}
        content.append({"type": _sub(id_, "Branching Question", library, value)})
    title, setting = escape(play.title), escape(play.setting)
    return {
        "branchingScenario": {
            "startScreen": {"startScreenTitle": title, "startScreenSubtitle": setting},
            "content": content,
            "endScreens": [{"endScreenTitle": title, "contentId": THE_END}],
        }
    }


def _leads(reply: Reply) -> str:
    return reply.to if isinstance(reply.to, str) else reply.to[-1].to


def _sub(name: str, kind: str, library: str, value: Plain) -> Plain:
    """Return content within content; it needs an id that looks like a random one."""
    meta = {"contentType": kind, "license": "U", "title": name}
    return {
        "library": library,
        "params": value,
        "subContentId": str(uuid5(NAMESPACE_URL, name)),
        "metadata": meta,
    }
