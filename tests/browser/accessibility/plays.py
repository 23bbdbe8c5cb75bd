"""Every moment a role-play can show, each with a shortest path of replies that leads there."""

from __future__ import annotations

import json
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from alongside.playing import machine as engine

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from alongside.playing.machine import Machine, State

Path = tuple[str, ...]


class Moments(NamedTuple):
    """What a trainee can meet, told apart by what is on the page, not by hidden values."""

    views: dict[tuple, Path]
    """(turn, lines heard, replies offered) → replies so far."""
    outcomes: dict[tuple[str, str], Path]
    """(turn, reply) → replies so far, this one the last."""
    by_quality: dict[str, Path]
    """Quality → replies so far, the last of that quality."""
    endings: dict[str, Path]
    """Kind of ending → replies."""


def machine_of(page: Page, name: str) -> Machine:
    """Return the machine that a page carries for one role-play."""
    return json.loads(page.locator(f"#rp-{name} .al-machine").text_content() or "")


def shortest(machine: Machine) -> dict[State, Path]:
    """Return each state that can be reached, with a shortest way to it."""
    first = engine.start(machine)
    paths: dict[State, Path] = {first: ()}
    waiting = deque([first])
    while waiting:
        state = waiting.popleft()
        for reply in engine.replies_offered(machine, state):
            following = engine.take(machine, state, reply)
            if following not in paths:
                paths[following] = (*paths[state], reply)
                waiting.append(following)
    return paths


def moments(machine: Machine) -> Moments:
    """Return every moment, each by a shortest way."""
    found = Moments({}, {}, {}, {})
    for state, path in shortest(machine).items():
        offered = tuple(engine.replies_offered(machine, state))
        view = (state.turn, tuple(engine.lines_shown(machine, state)), offered)
        found.views.setdefault(view, path)
        place = machine["places"][state.turn]
        if not offered:
            found.endings.setdefault(place["kind"], path)
        quality = {reply["id"]: reply["quality"] for reply in place["replies"]}
        for reply in offered:
            found.outcomes.setdefault((state.turn, reply), (*path, reply))
            found.by_quality.setdefault(quality[reply], (*path, reply))
    return found
