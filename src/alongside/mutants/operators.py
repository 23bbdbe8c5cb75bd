"""The fixed list of operators: what a slip of the pen could do to a role-play.

Every mutant is a role-play that the loader would accept in shape (no turn left with one reply,
no turn without lines). Its name is stable: it is made of ids and of numbers counted from 1, and
stands in a role-play's ``equivalent`` list if it changes nothing that anybody could meet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from alongside.model.role_play import RolePlay
from alongside.mutants.edits import (
    places,
    put,
    replies,
    ways,
    with_line,
    with_place,
    with_reply,
    without,
)
from alongside.playing.conditions import words


@dataclass(frozen=True)
class Mutant:
    """A role-play with one slip in it."""

    name: str
    role_play: RolePlay


@dataclass(frozen=True)
class Conditional:
    """Something with a condition: how it is called, and how the condition is replaced."""

    called: str
    when: str
    replaced: Callable[[str | None], RolePlay]


def mutants(role_play: RolePlay) -> tuple[Mutant, ...]:
    """Return every mutant, in a fixed order, each under a name of its own."""
    found: dict[str, Mutant] = {}
    for operator in OPERATORS:
        for name, mutant in operator(role_play):
            found.setdefault(name, Mutant(name, mutant))
    return tuple(found.values())


Mutants = Iterator[tuple[str, RolePlay]]


def retarget(role_play: RolePlay) -> Mutants:
    """Lead a reply or a way to the next place of the file, or back to the start."""
    order = [name for name, _ in places(role_play)]
    for turn, at, reply in replies(role_play):
        who = f"{turn}.{reply.id}"
        if isinstance(reply.to, str):
            for to in _elsewhere(order, reply.to, role_play.start):
                yield f"retarget {who} to {to}", with_reply(role_play, turn, at, to=to)
        for number, way in enumerate(ways(reply)):
            for to in _elsewhere(order, way.to, role_play.start):
                changed = put(ways(reply), number, way.model_copy(update={"to": to}))
                name = f"retarget way {number + 1} of {who} to {to}"
                yield name, with_reply(role_play, turn, at, to=changed)


def swap_targets(role_play: RolePlay) -> Mutants:
    """Swap where two replies that stand together lead."""
    for turn_id, turn in role_play.turns.items():
        for at, (one, two) in enumerate(zip(turn.replies, turn.replies[1:], strict=False)):
            if one.to != two.to:
                swapped = with_reply(role_play, turn_id, at, to=two.to)
                name = f"swap targets of {turn_id}.{one.id} and {turn_id}.{two.id}"
                yield name, with_reply(swapped, turn_id, at + 1, to=one.to)


def drop_replies(role_play: RolePlay) -> Mutants:
    """Leave a reply out, where at least two stay."""
    for turn, at, reply in replies(role_play):
        old = role_play.turns[turn].replies
        if len(old) > 2:  # noqa: PLR2004 - a turn needs two replies
            changed = with_place(role_play, turn, replies=without(old, at))
            yield f"drop reply {turn}.{reply.id}", changed


def drop_ways(role_play: RolePlay) -> Mutants:
    """Leave a way out, where at least one stays."""
    for turn, at, reply in replies(role_play):
        for number in range(len(ways(reply))) if len(ways(reply)) > 1 else ():
            changed = with_reply(role_play, turn, at, to=without(ways(reply), number))
            yield f"drop way {number + 1} of {turn}.{reply.id}", changed


def drop_conditions(role_play: RolePlay) -> Mutants:
    """Let a condition always hold."""
    for each in _conditionals(role_play):
        yield f"drop when of {each.called}", each.replaced(None)


def negate_conditions(role_play: RolePlay) -> Mutants:
    """Turn a condition round."""
    for each in _conditionals(role_play):
        yield f"negate when of {each.called}", each.replaced(f"not ({each.when})")


def shift_levels(role_play: RolePlay) -> Mutants:
    """Move a level in a condition one up or one down."""
    for each in _conditionals(role_play):
        for number, begin, end, level in _other_levels(role_play, each.when):
            when = each.when[:begin] + level + each.when[end:]
            yield f"shift level {number} to {level} in {each.called}", each.replaced(when)


def change_changes(role_play: RolePlay) -> Mutants:
    """Drop, flip or double what a reply changes."""
    for turn, at, reply in replies(role_play):
        who = f"{turn}.{reply.id}"
        for name, amount in reply.change.items():
            left = {key: value for key, value in reply.change.items() if key != name}
            yield f"drop {name} in {who}", with_reply(role_play, turn, at, change=left)
            flipped = not amount if isinstance(amount, bool) else -amount
            changed = {**reply.change, name: flipped}
            yield f"flip {name} in {who}", with_reply(role_play, turn, at, change=changed)
            if not isinstance(amount, bool):
                changed = {**reply.change, name: amount * 2}
                name_of_it = f"double {name} in {who}"
                yield name_of_it, with_reply(role_play, turn, at, change=changed)


def swap_lines(role_play: RolePlay) -> Mutants:
    """Swap the words of two variants that stand together."""
    for name, place in places(role_play):
        for at, (one, two) in enumerate(zip(place.lines, place.lines[1:], strict=False)):
            if one.when and two.when and one.when != two.when:
                swapped = with_line(role_play, name, at, when=two.when)
                changed = with_line(swapped, name, at + 1, when=one.when)
                yield f"swap lines {at + 1} and {at + 2} of {name}", changed


def drop_lines(role_play: RolePlay) -> Mutants:
    """Leave a line out, where at least one stays."""
    for name, place in places(role_play):
        for at in range(len(place.lines)) if len(place.lines) > 1 else ():
            left = without(place.lines, at)
            yield f"drop line {at + 1} of {name}", with_place(role_play, name, lines=left)


def change_starts(role_play: RolePlay) -> Mutants:
    """Begin one turn later, or with a meter one level higher or lower."""
    turns = list(role_play.turns)
    later = turns[(turns.index(role_play.start) + 1) % len(turns)]
    yield f"start at {later}", role_play.model_copy(update={"start": later})
    for name, meter in role_play.meters.items():
        for level in _beside(meter.levels, meter.start):
            changed = {**role_play.meters, name: meter.model_copy(update={"start": level})}
            yield f"start {name} at {level}", role_play.model_copy(update={"meters": changed})


OPERATORS = (
    retarget,
    swap_targets,
    drop_replies,
    drop_ways,
    drop_conditions,
    negate_conditions,
    shift_levels,
    change_changes,
    swap_lines,
    drop_lines,
    change_starts,
)


def _elsewhere(order: list[str], target: str, start: str) -> list[str]:
    following = order[(order.index(target) + 1) % len(order)]
    return [to for to in dict.fromkeys((following, start)) if to != target]


def _beside(levels: tuple[str, ...], level: str) -> list[str]:
    at = levels.index(level)
    return [levels[beside] for beside in (at - 1, at + 1) if 0 <= beside < len(levels)]


def _other_levels(role_play: RolePlay, when: str) -> Iterator[tuple[int, int, int, str]]:
    """Return (number from 1, begin, end, level beside it) for every level it names."""
    number, past = 0, 0
    read = words(when)
    for before, word in enumerate(read):
        meter = role_play.meters.get(word.text)
        # A meter may have a level of its own name: a word read as a level is not a meter too.
        if meter is None or before < past or (before and read[before - 1].text == "chose"):
            continue
        following = read[before + 1].text if before + 1 < len(read) else ""
        past = before + (4 if following == "at" else 3)
        level = read[past - 1]
        number += 1
        for other in _beside(meter.levels, level.text):
            yield number, level.position, level.position + len(level.text), other


def _conditionals(role_play: RolePlay) -> Iterator[Conditional]:
    yield from _conditional_lines(role_play)
    yield from _conditional_replies(role_play)
    for at, question in enumerate(role_play.debrief):
        if question.when is not None:

            def replaced(when: str | None, at: int = at) -> RolePlay:
                changed = role_play.debrief[at].model_copy(update={"when": when})
                return role_play.model_copy(
                    update={"debrief": put(role_play.debrief, at, changed)}
                )

            yield Conditional(f"debrief {question.id}", question.when, replaced)


def _conditional_lines(role_play: RolePlay) -> Iterator[Conditional]:
    for name, place in places(role_play):
        for at, line in enumerate(place.lines):
            if line.when is not None:

                def replaced(when: str | None, name: str = name, at: int = at) -> RolePlay:
                    return with_line(role_play, name, at, when=when)

                yield Conditional(f"line {at + 1} of {name}", line.when, replaced)


def _conditional_replies(role_play: RolePlay) -> Iterator[Conditional]:
    for turn, at, reply in replies(role_play):
        who = f"{turn}.{reply.id}"
        if reply.when is not None:

            def offered(when: str | None, turn: str = turn, at: int = at) -> RolePlay:
                return with_reply(role_play, turn, at, when=when)

            yield Conditional(f"reply {who}", reply.when, offered)
        for number, way in enumerate(ways(reply)):
            if way.when is not None:

                def led(
                    when: str | None, turn: str = turn, at: int = at, number: int = number
                ) -> RolePlay:
                    old = ways(role_play.turns[turn].replies[at])
                    way = old[number].model_copy(update={"when": when})
                    return with_reply(role_play, turn, at, to=put(old, number, way))

                yield Conditional(f"way {number + 1} of {who}", way.when, led)
