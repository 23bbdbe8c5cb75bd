"""Small changes to a frozen role-play, each giving a new one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from alongside.model.role_play import Ending, Reply, RolePlay, Turn, Way
from alongside.proof.transcript import place

Place = Turn | Ending
T = TypeVar("T")


def places(role_play: RolePlay) -> Iterator[tuple[str, Place]]:
    """Return every turn, then every ending, by name."""
    yield from role_play.turns.items()
    yield from role_play.endings.items()


def replies(role_play: RolePlay) -> Iterator[tuple[str, int, Reply]]:
    """Return (turn, number from 0, reply) for every reply."""
    for turn_id, turn in role_play.turns.items():
        for at, reply in enumerate(turn.replies):
            yield turn_id, at, reply


def ways(reply: Reply) -> tuple[Way, ...]:
    """Return the ways of a reply that has several; none where it leads to one place."""
    return reply.to if isinstance(reply.to, tuple) else ()


def with_place(role_play: RolePlay, name: str, **update: Any) -> RolePlay:  # noqa: ANN401
    """Return the role-play with a turn or ending changed."""
    section = "turns" if name in role_play.turns else "endings"
    group = getattr(role_play, section)
    return role_play.model_copy(
        update={section: {**group, name: group[name].model_copy(update=update)}}
    )


def with_reply(
    role_play: RolePlay,
    turn: str,
    at: int,
    **update: Any,  # noqa: ANN401
) -> RolePlay:
    """Return the role-play with one reply changed."""
    old = role_play.turns[turn].replies
    return with_place(role_play, turn, replies=put(old, at, old[at].model_copy(update=update)))


def with_line(
    role_play: RolePlay,
    name: str,
    at: int,
    **update: Any,  # noqa: ANN401
) -> RolePlay:
    """Return the role-play with one line changed."""
    old = place(role_play, name).lines
    return with_place(role_play, name, lines=put(old, at, old[at].model_copy(update=update)))


def put(values: tuple[T, ...], at: int, value: T) -> tuple[T, ...]:
    """Return the values with one replaced."""
    return (*values[:at], value, *values[at + 1 :])


def without(values: tuple[T, ...], at: int) -> tuple[T, ...]:
    """Return the values with one left out."""
    return (*values[:at], *values[at + 1 :])
