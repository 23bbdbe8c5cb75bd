"""R217: parts of conditions that change nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from operator import itemgetter

from alongside.playing.conditions import keys, predicate, without_one
from alongside.playing.machine import conditions_of
from alongside.proof.found import Found, Path
from alongside.proof.ready import Values, outcome
from alongside.proof.study import Study


def idle_parts(study: Study) -> Iterator[Found]:
    """R217: a part of a condition changes nothing, wherever it is asked (warning).

    What changes nothing as a whole, or never holds, is told by other rules.
    """
    remedy = "Leave it out, make it mean something, or say in “waive” why it stays."
    for path, text in conditions_of(study.role_play):
        parts = path[0] != "rules" and any(without_one(text, study.known))
        for part in _idle(study, text, _asked_in(study, path, text)) if parts else ():
            says = f"In “{text}” the part “{part}” changes nothing."
            yield Found("R217", path, says, remedy, warning=True)


def _idle(study: Study, text: str, states: Collection[Values]) -> Iterator[str]:
    """Yield the parts of a condition that can all be left out together."""
    holds = _answers(study, text, states)
    if all(holds) or not any(holds):
        return
    for part, rest in without_one(text, study.known):
        if _answers(study, rest, states) == holds:
            yield part
            yield from _idle(study, rest, states)
            return


def _answers(study: Study, text: str, states: Iterable[Values]) -> list[bool]:
    test = predicate(study.tree(text))
    return [test(values) for values in states]


def _asked_in(study: Study, path: Path, text: str) -> Collection[Values]:
    """Return the states in which the condition is asked, each that differs for it once."""
    return _differing(_reaching(study, path), keys(study.tree(text)))


def _reaching(study: Study, path: Path) -> Iterable[Values]:
    """Return the values with which plays come to the condition at this path."""
    match path:
        case ("debrief", int(at), *_):
            carried, ends = study.ended(keys(study.machine["debrief"][at][1]))
            return [carried.values(stand) for stand in ends]
        case ("turns", str(turn), "replies", int(at), "to", int(way), *_):
            return _after(study, turn, at, way)
    return _at(study, str(path[1]))


def _after(study: Study, turn: str, at: int, way: int) -> Iterator[Values]:
    """Yield the values after a reply, where no way before this one is open."""
    written, reply = study.machine["places"][turn]["replies"][at], study.ready[turn].replies[at]
    read = frozenset[int]().union(
        keys(written["when"]), *(keys(when) for when, _ in written["ways"])
    )
    for before in _differing(_at(study, turn), read):
        if reply.when is None or reply.when(before):
            values, taken = outcome(reply, before)
            if taken < 0 or taken >= way:
                yield tuple(values)


def _at(study: Study, place: str) -> Iterator[Values]:
    return (study.graph.values[node] for node in study.graph.at.get(place, []))


def _differing(states: Iterable[Values], read: Collection[int]) -> Collection[Values]:
    """Return the states that differ in what is read, each once."""
    seen = itemgetter(*read)
    return {seen(one): one for one in states}.values()
