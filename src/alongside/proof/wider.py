"""R21x that need more remembered: changes and levels of meters, and the debrief."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from alongside.playing.conditions import keys, predicate
from alongside.proof.found import Found, Path
from alongside.proof.study import Study


def changes_always_lost(study: Study) -> Iterator[Found]:
    """R213: a meter is changed only where it already stands at its limit."""
    felt: set[tuple[str, int, int]] = set()
    wanted: set[tuple[str, int, int]] = set()
    for change, before, after in _meter_changes(study):
        wanted.add(change)
        if after != before:
            felt.add(change)
    for turn, number, at in sorted(wanted - felt):
        name = study.machine["variables"][at]["name"]
        reply = study.role_play.turns[turn].replies[number]
        path: Path = ("turns", turn, "replies", number, "change", name)
        says = f"{turn}.{reply.id} changes {name} only where it is already at its limit."
        yield Found("R213", path, says, "Take the change out, or give the meter room.")


def levels_never_reached(study: Study) -> Iterator[Found]:
    """R219: no play brings the meter to the level (warning)."""
    meters = study.role_play.meters.items()
    # A change is all that moves a meter.
    met = {(study.key_of[name], meter.levels.index(meter.start)) for name, meter in meters}
    met |= {(at, after) for (_, _, at), _, after in _meter_changes(study)}
    for name, meter in meters:
        for index, level in enumerate(meter.levels):
            if (study.key_of[name], index) not in met:
                path: Path = ("meters", name, "levels")
                says = f"No play brings {name} to {level}."
                remedy = "Take the level out, or give the meter room."
                yield Found("R219", path, says, remedy, warning=True)


def _meter_changes(study: Study) -> Iterator[tuple[tuple[str, int, int], int, int]]:
    """Yield (turn, reply, meter) with its level before and after, wherever one is changed."""
    for at, variable in enumerate(study.machine["variables"]):
        if variable["kind"] == "meter":
            steps = _steps(study, at)
            for turn, number, before in _moving(study, at, steps):
                after = min(max(before + steps[turn][number], 0), variable["top"])
                yield (turn, number, at), before, after


def _steps(study: Study, meter: int) -> dict[str, dict[int, int]]:
    """Return, for each turn that changes the meter, its replies that do, with their steps."""
    found: dict[str, dict[int, int]] = {}
    for turn, place in study.machine["places"].items():
        for number, reply in enumerate(place["replies"]):
            for at, steps in reply["change"]:
                if at == meter:
                    found.setdefault(turn, {})[number] = steps
    return found


def _moving(
    study: Study, meter: int, steps: Mapping[str, Collection[int]]
) -> set[tuple[str, int, int]]:
    """Return (turn, reply, level) wherever a reply that changes the meter is on offer."""
    turns, moves = study.graph.turns, study.graph.moves
    carried = study.carrying([meter], steps)
    return {
        (turns[stand[0]], move.reply, carried.value(stand, meter))
        for stand in carried.came
        if turns[stand[0]] in steps
        for move in moves[stand[0]]
        if move.reply in steps[turns[stand[0]]]
    }


def debrief_never_asked(study: Study) -> Iterator[Found]:
    """R214: no play is asked the debrief question (R210 where every play is)."""
    for at, (name, tree) in enumerate(study.machine["debrief"]):
        if tree is None:
            continue
        carried, ends = study.ended(keys(tree))
        test = predicate(tree)
        asked = sum(test(carried.values(stand)) for stand in ends)
        path: Path = ("debrief", at, "when")
        if not asked:
            says = f"No play is asked the debrief question {name}."
            yield Found("R214", path, says, "Change its condition, or take it out.")
        elif asked == len(ends):
            says = f"Every play is asked the debrief question {name}."
            yield Found("R210", path, says, "Leave its condition out.")


def endings_without_debrief(study: Study) -> Iterator[Found]:
    """R215: a play comes to an ending and is asked nothing."""
    trees = [tree for _, tree in study.machine["debrief"]]
    if any(tree is None for tree in trees):
        return
    tests = [predicate(tree) for tree in trees if tree is not None]
    read = frozenset[int]().union(*map(keys, trees))
    carried = study.carrying(read, study.role_play.endings)
    for name in study.role_play.endings:
        for stand in carried.differing([name], read):
            values = carried.values(stand)
            if not any(test(values) for test in tests):
                says = f"A play that ends in {name} may be asked no debrief question."
                replies = study.named(carried.path(stand))
                remedy = "Add one without a condition."
                yield Found("R215", ("debrief",), says, remedy, replies)
                break


WIDER = (changes_always_lost, debrief_never_asked, endings_without_debrief)
