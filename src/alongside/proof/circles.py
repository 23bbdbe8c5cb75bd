"""R216: every talk comes to an end, also that of somebody who does not want it to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from alongside.proof.found import Found
from alongside.proof.study import Study


def circles(study: Study) -> Iterator[Found]:
    """R216: a play can go round for ever: the same turn again, with everything as it was.

    There is a way out; R208 tells where there is none.
    """
    endless = _endless(study)
    if not endless:
        return
    node, replies = _circle(study, endless)
    turn = study.graph.turns[node]
    says = (
        f"From the turn {turn} one can go round for ever:"
        f" {', '.join(replies)}, and all is as it was."
    )
    remedy = f"Offer a reply only once, as in “when: not chose {turn}.{replies[0]}”."
    yield Found("R216", ("turns", turn), says, remedy, (*study.replies_to(node), *replies))


def _endless(study: Study) -> set[int]:
    """Return the nodes from which a play need not stop, though it can."""
    before: dict[int, list[int]] = defaultdict(list)
    onward = dict.fromkeys(_where_one_may_come_again(study), 0)
    for node in onward:
        for move in study.graph.moves[node]:
            if move.to in onward:
                before[move.to].append(node)
                onward[node] += 1
    stopping = [node for node, moves in onward.items() if not moves]
    while stopping:
        node = stopping.pop()
        del onward[node]
        for each in before[node]:
            onward[each] -= 1
            if not onward[each]:
                stopping.append(each)
    return set(onward)


def _where_one_may_come_again(study: Study) -> Iterator[int]:
    """Yield the nodes of turns that replies lead back to: few, and no circle is elsewhere."""
    nexts = {
        turn: {to for _, _, targets in study.reads.after[turn] for to in targets}
        for turn in study.role_play.turns
    }
    for turn in study.role_play.turns:
        later, waiting = set[str](), [turn]
        while waiting:
            new = nexts.get(waiting.pop(), set()) - later
            later |= new
            waiting.extend(new)
        if turn in later:
            yield from (node for node in study.graph.at.get(turn, []) if node in study.can_end)


def _circle(study: Study, endless: set[int]) -> tuple[int, tuple[str, ...]]:
    """Return a node to which a play can come back, and the shortest round of replies."""
    node, met = min(endless), set[int]()
    while node not in met:
        met.add(node)
        node = next(move.to for move in study.graph.moves[node] if move.to in endless)
    rounds = [
        (study.reply(node, move.reply).id, *back)
        for move in study.graph.moves[node]
        if move.to in endless
        and (back := study.play_without([node], lambda *_: True, move.to)) is not None
    ]
    return node, min(rounds, key=len)
