"""R30x: what a role-play must teach: mistakes can be mended, care is never skipped."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.model.role_play import POOR
from alongside.proof.found import Found, Path
from alongside.proof.graph import Move
from alongside.proof.study import Study


def doors_that_close(study: Study) -> Iterator[Found]:
    """R301: after one weak or harmful reply no good ending can be reached any more."""
    told = set()
    for node, move in study.reply_nodes():
        turn = study.graph.turns[node]
        reply = study.reply(node, move.reply)
        poor = reply.quality in POOR
        if poor and move.to not in study.can_good and (turn, move.reply) not in told:
            told.add((turn, move.reply))
            path: Path = ("turns", turn, "replies", move.reply, "to")
            says = f"After {turn}.{reply.id} ({reply.quality}) no good ending can be reached."
            remedy = "Lead it to a turn where it can be mended."
            yield Found("R301", path, says, remedy, (*study.replies_to(node), reply.id))


def no_good_ending(study: Study) -> Iterator[Found]:
    """R302: no play reaches a good ending."""
    if not study.good_nodes:
        remedy = "Give at least one ending the kind “good”, and a way to it."
        yield Found("R302", ("endings",), "No play reaches a good ending.", remedy)


def good_by_poor_replies_only(study: Study) -> Iterator[Found]:
    """R303: a good ending is reached by weak and harmful replies alone."""

    def poor(node: int, move: Move) -> bool:
        return study.reply(node, move.reply).quality in POOR

    replies = study.play_without(study.good_nodes, poor)
    if replies is not None:
        says = "Weak and harmful replies alone reach a good ending."
        yield Found("R303", ("endings",), says, "Ask for a better reply on this path.", replies)


def good_without_a_strong_reply(study: Study) -> Iterator[Found]:
    """R304: a good ending is reached without one strong reply."""

    def not_strong(node: int, move: Move) -> bool:
        return study.reply(node, move.reply).quality != "strong"

    replies = study.play_without(study.good_nodes, not_strong)
    if replies is not None:
        says = "A good ending is reached without one strong reply."
        remedy = "Let this path need a strong reply before the good ending."
        yield Found("R304", ("endings",), says, remedy, replies)


def missed_by_strong_replies_only(study: Study) -> Iterator[Found]:
    """R313: a missed ending is reached by strong replies alone, or comes after no other."""
    endings = study.role_play.endings
    missed = {
        node
        for name, each in endings.items()
        if each.kind == "missed"
        for node in study.graph.at.get(name, [])
    }

    def strong(node: int, move: Move) -> bool:
        return study.reply(node, move.reply).quality == "strong"

    replies = study.play_without(missed, strong)
    if replies is not None:
        says = "Strong replies alone reach a missed ending."
        remedy = "Lead this path to a better ending, or correct a quality."
        yield Found("R313", ("endings",), says, remedy, replies)
    before: dict[str, set[str]] = {}
    for node, move in study.reply_nodes():
        if move.to in missed:
            qualities = before.setdefault(study.graph.turns[move.to], set())
            qualities.add(study.reply(node, move.reply).quality)
    for name, qualities in before.items():
        if qualities == {"strong"}:
            says = f"Only strong replies lead into the missed ending {name}."
            remedy = "Lead a poor reply there, or give the ending another kind."
            yield Found("R313", ("endings", name), says, remedy)


def risk_without_help(study: Study) -> Iterator[Found]:
    """R305: after a turn with risk a play ends without the help card having opened."""
    role_play, graph = study.role_play, study.graph
    shown = {name for name, turn in role_play.turns.items() if turn.help} | {
        name for name, each in role_play.endings.items() if each.help
    }
    ends = {node for node in study.end_nodes if graph.turns[node] not in shown}

    def helpless(_: int, move: Move) -> bool:
        return graph.turns[move.to] not in shown

    for name, turn in role_play.turns.items():
        for node in graph.at.get(name, []) if turn.risk and not turn.help else []:
            replies = study.play_without(ends, helpless, node)
            if replies is not None:
                says = f"After the turn {name} (risk) a play may end without the help card."
                remedy = "Set help: true on it, or on every turn or ending that follows."
                play = (*study.replies_to(node), *replies)
                yield Found("R305", ("turns", name), says, remedy, play)
                break


def nothing_better(study: Study) -> Iterator[Found]:
    """R307: a reply that is not strong has no better words to try."""
    for turn_id, turn in study.role_play.turns.items():
        for at, reply in enumerate(turn.replies):
            if reply.quality != "strong" and reply.better is None:
                says = f"{turn_id}.{reply.id} ({reply.quality}) has no “better”."
                path: Path = ("turns", turn_id, "replies", at)
                yield Found("R307", path, says, "Add the words one could try instead.")


def nothing_strong(study: Study) -> Iterator[Found]:
    """R308: a play reaches a turn where no strong reply is on offer (warning)."""
    strong = study.strong_nodes
    for name in study.role_play.turns:
        nodes = study.graph.at.get(name, [])
        node = next((each for each in nodes if each not in strong), None)
        if node is not None:
            says = f"In the turn {name} it may be that no strong reply is on offer."
            remedy = "Offer one, or say in “waive” why not."
            replies = study.replies_to(node)
            yield Found("R308", ("turns", name), says, remedy, replies, warning=True)


def nothing_tempting(study: Study) -> Iterator[Found]:
    """R309: more than a third of the turns have no middling reply (warning)."""
    turns = study.role_play.turns
    without = [
        name
        for name, turn in turns.items()
        if all(reply.quality != "middling" for reply in turn.replies)
    ]
    if len(without) * 3 > len(turns):
        names = ", ".join(without)
        says = f"{len(without)} of {len(turns)} turns have no middling reply: {names}."
        remedy = "Add replies that a kind, clever person would really choose."
        yield Found("R309", ("turns",), says, remedy, warning=True)


TEACHING = (
    no_good_ending,
    doors_that_close,
    good_by_poor_replies_only,
    good_without_a_strong_reply,
    risk_without_help,
    nothing_better,
    nothing_strong,
    nothing_tempting,
)

TEACHING_OF_ENDS = (missed_by_strong_replies_only,)
"""Asked of a role-play, and not of its mutants."""
