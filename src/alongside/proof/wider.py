"""R21x that need more remembered: changes and levels of meters, and the debrief."""

from __future__ import annotations

from collections.abc import Iterator

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
    # A change is all that moves a meter, and `wide` keeps it until the last one.
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
    graph, variables = study.wide, study.machine["variables"]
    for node, moves in enumerate(graph.moves):
        turn = graph.turns[node]
        for move in moves:
            for at, steps in study.machine["places"][turn]["replies"][move.reply]["change"]:
                if variables[at]["kind"] == "meter":
                    before = graph.values[node][at]
                    after = min(max(before + steps, 0), variables[at]["top"])
                    yield (turn, move.reply, at), before, after


def debrief_never_asked(study: Study) -> Iterator[Found]:
    """R214: no play is asked the debrief question (R210 where every play is)."""
    for at, (tree, graph) in study.asking.items():
        ends = [node for name in study.role_play.endings for node in graph.at.get(name, [])]
        test = predicate(tree)
        asked = sum(test(graph.values[node]) for node in ends)
        name = study.role_play.debrief[at].id
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
    graph = study.remembering(frozenset[int]().union(*(keys(tree) for tree in trees)))
    tests = [predicate(tree) for tree in trees if tree is not None]
    for name in study.role_play.endings:
        for node in graph.at.get(name, []):
            if not any(test(graph.values[node]) for test in tests):
                says = f"A play that ends in {name} may be asked no debrief question."
                replies = study.replies_to(node, graph)
                yield Found("R215", ("debrief",), says, "Add one without a condition.", replies)
                break


WIDER = (changes_always_lost, debrief_never_asked, endings_without_debrief)
