"""R306 and R314 to R316: what was done to the other person is owned before a talk ends well."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from alongside.model.role_play import Reply, RolePlay
from alongside.proof.found import Found, Path
from alongside.proof.graph import Move, any_move, backward, forward
from alongside.proof.study import Study

REPAIR = "repair"
"""The skill of a reply that owns a miss and goes back to the other person."""


def repairs(role_play: RolePlay) -> list[str]:
    """Return the replies, as ``turn.reply``, that are strong and practise the skill repair."""
    return [
        f"{turn_id}.{reply.id}"
        for turn_id, turn in role_play.turns.items()
        for reply in turn.replies
        if reply.quality == "strong" and REPAIR in reply.skills
    ]


def harm_without_repair(study: Study) -> Iterator[Found]:
    """R306: after a harmful reply no strong reply is on offer, now or one turn later."""
    strong, moves = study.strong_nodes, study.graph.moves
    for harm in _harms(study):
        for node, to in harm.done:
            if to not in strong and not {each.to for each in moves[to]} & strong:
                says = f"After {harm.name} (harmful) no strong reply is on offer soon."
                remedy = "Offer a repair in the next turn, or in the one after."
                play = (*study.replies_to(node), harm.reply.id)
                yield Found("R306", harm.path, says, remedy, play)
                break


def harm_that_stands(study: Study) -> Iterator[Found]:
    """R314: after a harmful reply a good ending is reached, and that harm was never mended.

    Only the replies mend it that it names itself (``mended_by``); where it names none, any
    repair does, and this is a warning.
    """
    for harm in _harms(study):
        lets_stand = _lets_stand(study, harm.reply)
        unmended = backward(study.graph, study.good_nodes, lets_stand)
        done = next((each for each in harm.done if each[1] in unmended), None)
        if done is None:
            continue
        named = harm.reply.mended_by
        says = f"After {harm.name} (harmful) a play ends well, and nothing mended that."
        remedy = "Let the good ending wait for a repair, or name the repair among the skills."
        if named:
            remedy = (
                "Let the good ending wait for a reply of “mended_by”, or add what mends it."
            )
        after = study.play_without(study.good_nodes, lets_stand, done[1]) or ()
        play = (*study.replies_to(done[0]), harm.reply.id, *after)
        yield Found("R314", harm.path, says, remedy, play, warning=not named)


def mending_out_of_reach(study: Study) -> Iterator[Found]:
    """R315: a reply that is to mend a harm comes after it in no play."""
    for harm in _harms(study):
        if not harm.reply.mended_by:
            continue
        begins = {to for _, to in harm.done}
        later = set().union(*(forward(study.graph, each, any_move) for each in begins))
        met = {
            f"{study.graph.turns[node]}.{study.reply(node, move.reply).id}"
            for node in later
            for move in study.graph.moves[node]
        }
        for at, mend in enumerate(harm.reply.mended_by):
            if mend not in met:
                says = f"{mend} never comes after {harm.name}, so it cannot mend that."
                remedy = "Take it out, or offer it after the harm."
                yield Found("R315", (*harm.path, "mended_by", at), says, remedy)


def harm_without_a_mend(study: Study) -> Iterator[Found]:
    """R316: a harmful reply does not say which replies mend it (warning)."""
    for harm in _harms(study):
        if not harm.reply.mended_by:
            says = f"{harm.name} (harmful) does not say what mends it."
            remedy = "List in “mended_by” the repairs, as turn.reply, that own this very harm."
            yield Found("R316", harm.path, says, remedy, warning=True)


HARM = (harm_that_stands, mending_out_of_reach, harm_without_a_mend)
"""Asked of a role-play, and not of its mutants."""


class _Harm(NamedTuple):
    """A harmful reply, and where it is said."""

    name: str
    path: Path
    reply: Reply
    done: list[tuple[int, int]]
    """(Node where it is said, node it leads to), nearest first."""


def _harms(study: Study) -> Iterator[_Harm]:
    """Yield the harm that some play does; what none comes to, R201 and R202 tell."""
    graph = study.graph
    for turn_id, turn in study.role_play.turns.items():
        for at, reply in enumerate(turn.replies):
            if reply.quality == "harmful":
                path: Path = ("turns", turn_id, "replies", at)
                done = [
                    (node, move.to)
                    for node in graph.at.get(turn_id, [])
                    for move in graph.moves[node]
                    if move.reply == at and move.to >= 0
                ]
                if done:
                    yield _Harm(f"{turn_id}.{reply.id}", path, reply, done)


def _lets_stand(study: Study, harm: Reply) -> Callable[[int, Move], bool]:
    mends = harm.mended_by or repairs(study.role_play)
    owning = {
        (turn_id, at)
        for turn_id, turn in study.role_play.turns.items()
        for at, reply in enumerate(turn.replies)
        if f"{turn_id}.{reply.id}" in mends
    }
    turns = study.graph.turns
    return lambda node, move: (turns[node], move.reply) not in owning
