"""Rules for the tracks of the roles."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.judging.rules.ids import taken
from alongside.judging.rules.registry import Found, rule
from alongside.reading.load import COURSE, Loaded

_DEPTHS = ("self-study", "core", "full")


@rule("C106")
def tracks_name_modules(loaded: Loaded) -> Iterator[Found]:
    """Every stop of a track and every upgrade names a module, once a track.

    Use the id of a module, and name it once.
    """
    if loaded.course is None:
        return
    known = {module.id for module in loaded.course.modules}
    for at, role in enumerate(loaded.course.roles):
        for index, stop in enumerate(role.track):
            if stop.module not in known:
                place = ("roles", at, "track", index, "module")
                yield Found(COURSE, place, f"There is no module '{stop.module}'.")
        for index, one in taken(stop.module for stop in role.track):
            place = ("roles", at, "track", index, "module")
            yield Found(COURSE, place, f"'{one}' stands twice on this track.")
    for at, upgrade in enumerate(loaded.course.upgrades):
        if upgrade.module not in known:
            yield Found(
                COURSE, ("upgrades", at, "module"), f"There is no module '{upgrade.module}'."
            )


@rule("C107")
def floors_are_no_deeper_than_tracks(loaded: Loaded) -> Iterator[Found]:
    """The floor of a stop asks no more than the track itself.

    Lower the floor or deepen the stop.
    """
    for at, role in enumerate(loaded.roles):
        for index, stop in enumerate(role.track):
            if stop.floor and _DEPTHS.index(stop.floor) > _DEPTHS.index(stop.depth):
                yield Found(
                    COURSE,
                    ("roles", at, "track", index, "floor"),
                    f"The floor of '{stop.module}' is {stop.floor}, its depth {stop.depth}.",
                )


@rule("C118")
def tracks_have_what_their_modules_need(loaded: Loaded) -> Iterator[Found]:
    """A track has every module that one of its modules needs.

    Add it to the track, or drop the need.
    """
    needs = {module.id: module.needs for module in loaded.modules}
    for at, role in enumerate(loaded.roles):
        there = {stop.module for stop in role.track}
        for index, stop in enumerate(role.track):
            for need in needs.get(stop.module, ()):
                if need not in there:
                    place = ("roles", at, "track", index, "module")
                    yield Found(COURSE, place, f"'{stop.module}' needs '{need}'.")


@rule("C114")
def the_course_is_whole(loaded: Loaded) -> Iterator[Found]:
    """Every module is on the track of at least one role.

    Add it to a track, or drop it.
    """
    used = {stop.module for role in loaded.roles for stop in role.track}
    for at, module in enumerate(loaded.modules):
        if module.id not in used:
            yield Found(COURSE, ("modules", at, "id"), f"No role takes '{module.id}'.")
