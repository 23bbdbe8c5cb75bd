"""R2xx: everything written can be met, and nobody is ever stuck."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.model.role_play import RolePlay, Way
from alongside.playing.conditions import Tree, keys, predicate
from alongside.proof.found import Found, Path
from alongside.proof.reads import bits, union
from alongside.proof.study import Study

UNREACHED = "Lead a reply to it, or take it out."


def section_of(role_play: RolePlay, place_id: str) -> str:
    """Return the part of the file in which a turn or ending stands."""
    return "turns" if place_id in role_play.turns else "endings"


def turns_never_reached(study: Study) -> Iterator[Found]:
    """R201: no play reaches the turn."""
    for name in study.role_play.turns:
        if name not in study.graph.at:
            yield Found("R201", ("turns", name), f"No play reaches the turn {name}.", UNREACHED)


def replies_never_offered(study: Study) -> Iterator[Found]:
    """R202: the reply is on offer in no state that a play can reach."""
    met = {(study.graph.turns[node], move.reply) for node, move in study.reply_nodes()}
    for name, turn in study.role_play.turns.items():
        for at, reply in enumerate(turn.replies):
            if name in study.graph.at and (name, at) not in met:
                says = f"{name}.{reply.id} is never on offer."
                path: Path = ("turns", name, "replies", at)
                yield Found("R202", path, says, f"Loosen “{reply.when}”, or take it out.")


def ways_never_taken(study: Study) -> Iterator[Found]:
    """R203: no play takes the way."""
    met = {
        (study.graph.turns[node], move.reply, move.way) for node, move in study.reply_nodes()
    }
    offered = {each[:2] for each in met}
    for name, turn in study.role_play.turns.items():
        for at, reply in enumerate(turn.replies):
            ways = reply.to if isinstance(reply.to, tuple) else ()
            for number, way in enumerate(ways):
                if (name, at) in offered and (name, at, number) not in met:
                    says = (
                        f"Way {number + 1} of {name}.{reply.id}, to {way.to}, is never taken."
                    )
                    path: Path = ("turns", name, "replies", at, "to", number)
                    yield Found("R203", path, says, "Change its condition, or take it out.")


def endings_never_reached(study: Study) -> Iterator[Found]:
    """R204: no play reaches the ending."""
    for name in study.role_play.endings:
        if name not in study.graph.at:
            yield Found(
                "R204", ("endings", name), f"No play reaches the ending {name}.", UNREACHED
            )


def lines_never_heard(study: Study) -> Iterator[Found]:
    """R205: the line is heard in no state that a play can reach."""
    for name, at, tree, states in _conditional_lines(study):
        if not any(predicate(tree)(study.graph.values[node]) for node in states):
            path: Path = (section_of(study.role_play, name), name, "lines", at)
            says = f"Line {at + 1} of {name} is never heard."
            yield Found("R205", path, says, "Change its condition, or take it out.")


def nothing_to_say(study: Study) -> Iterator[Found]:
    """R206: a play reaches a turn where no reply is on offer."""
    for name in study.role_play.turns:
        node = next((n for n in study.graph.at.get(name, []) if not study.graph.moves[n]), None)
        if node is not None:
            says = f"In the turn {name} no reply may be on offer."
            remedy = "Offer at least one reply without a condition."
            yield Found("R206", ("turns", name), says, remedy, study.replies_to(node))


def nothing_heard(study: Study) -> Iterator[Found]:
    """R207: a play reaches a turn or ending where no line is heard."""
    for name, place in study.machine["places"].items():
        if any(tree is None for tree in place["lines"]):
            continue
        tests = [predicate(tree) for tree in place["lines"] if tree is not None]
        for node in study.graph.at.get(name, []):
            if not any(test(study.graph.values[node]) for test in tests):
                path: Path = (section_of(study.role_play, name), name, "lines")
                says = f"In {name} it may be that no line is heard."
                remedy = "Add a line for this case, or one without a condition."
                yield Found("R207", path, says, remedy, study.replies_to(node))
                break


def no_way_open(study: Study) -> Iterator[Found]:
    """R209: after a reply none of its ways is open."""
    told = set()
    for node, move in study.reply_nodes():
        turn = study.graph.turns[node]
        if move.to < 0 and (turn, move.reply) not in told:
            told.add((turn, move.reply))
            reply = study.reply(node, move.reply)
            path: Path = ("turns", turn, "replies", move.reply, "to")
            says = f"After {turn}.{reply.id} it may be that none of its ways is open."
            remedy = "Let the last way stand without a condition."
            yield Found("R209", path, says, remedy, (*study.replies_to(node), reply.id))


def traps(study: Study) -> Iterator[Found]:
    """R208: a play reaches a state from which no ending can be reached, whatever one says."""
    for name in study.role_play.turns:
        nodes = study.graph.at.get(name, [])
        node = next((n for n in nodes if n not in study.can_end), None)
        if node is not None:
            says = f"From the turn {name} there may be no way to any ending."
            remedy = "Lead a reply out of the loop."
            yield Found("R208", ("turns", name), says, remedy, study.replies_to(node))


def conditions_always_true(study: Study) -> Iterator[Found]:
    """R210: a condition holds whenever it is asked, so it does nothing."""
    values = study.graph.values
    remedy = "Leave the condition out, or make it mean something."
    for name, at, tree, nodes in _conditional_lines(study):
        if nodes and all(predicate(tree)(values[node]) for node in nodes):
            path: Path = (section_of(study.role_play, name), name, "lines", at, "when")
            yield Found("R210", path, f"Line {at + 1} of {name} is always heard.", remedy)
    for name, turn in study.role_play.turns.items():
        nodes = study.graph.at.get(name, [])
        for at, reply in enumerate(turn.replies):
            path = ("turns", name, "replies", at)
            offered = [
                node for node in nodes if any(m.reply == at for m in study.graph.moves[node])
            ]
            if reply.when is not None and nodes and len(offered) == len(nodes):
                says = f"{name}.{reply.id} is always on offer."
                yield Found("R210", (*path, "when"), says, remedy)
            ways = reply.to if isinstance(reply.to, tuple) else ()
            yield from _ways_always_open(study, (name, at), ways, offered)


def names_never_read(study: Study) -> Iterator[Found]:
    """R211: no condition reads the meter or fact."""
    machine = study.machine
    read = union(study.reads.own.values()) | union(study.never_reads.values())
    read |= bits(at for _, when in machine["debrief"] for at in keys(when))
    for replies in study.reads.after.values():
        read |= union(asked for _, asked, _ in replies)
    for at, variable in enumerate(machine["variables"]):
        if not read >> at & 1 and variable["kind"] != "chose":
            says = f"No condition reads the {variable['kind']} {variable['name']}."
            remedy = "Let a line, reply, way or debrief question depend on it, or take it out."
            path: Path = (variable["kind"] + "s", variable["name"])
            yield Found("R211", path, says, remedy)


def names_never_changed(study: Study) -> Iterator[Found]:
    """R212: no reply changes the meter or fact."""
    turns = study.role_play.turns.values()
    changed = {name for turn in turns for reply in turn.replies for name in reply.change}
    for section, names in (
        ("meters", study.role_play.meters),
        ("facts", study.role_play.facts),
    ):
        for name in names:
            if name not in changed:
                says = f"No reply changes the {section[:-1]} {name}."
                yield Found(
                    "R212", (section, name), says, "Change it somewhere, or take it out."
                )


REACH = (
    turns_never_reached,
    endings_never_reached,
    replies_never_offered,
    ways_never_taken,
    lines_never_heard,
    nothing_to_say,
    nothing_heard,
    no_way_open,
    traps,
    conditions_always_true,
    names_never_read,
    names_never_changed,
)


REACH_OF_WORDS = (lines_never_heard, nothing_heard, conditions_always_true, names_never_read)
"""Those that depend on who says what."""


def _conditional_lines(study: Study) -> Iterator[tuple[str, int, Tree, list[int]]]:
    for name, place in study.machine["places"].items():
        nodes = study.graph.at.get(name, [])
        for at, tree in enumerate(place["lines"]):
            if tree is not None and nodes:
                yield name, at, tree, nodes


def _ways_always_open(
    study: Study, reply: tuple[str, int], ways: tuple[Way, ...], offered: list[int]
) -> Iterator[Found]:
    """Look at the last way that is ever asked about, whose condition may never fail."""
    turn, at = reply
    taken = [move.way for n in offered for move in study.graph.moves[n] if move.reply == at]
    for number, way in enumerate(ways):
        asked = [each for each in taken if each < 0 or each >= number]
        if way.when is not None and asked and all(each == number for each in asked):
            path: Path = ("turns", turn, "replies", at, "to", number, "when")
            name = study.role_play.turns[turn].replies[at].id
            says = f"Way {number + 1} of {turn}.{name} is open whenever it is asked about."
            yield Found("R210", path, says, "Leave its condition out.")
