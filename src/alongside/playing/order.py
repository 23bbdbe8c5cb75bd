"""The order in which a trainee meets the replies of a turn, wherever they are shown."""

from __future__ import annotations

import hashlib

from alongside.model.role_play import Reply, RolePlay


def reply_order(play: RolePlay, turn: str) -> tuple[Reply, ...]:
    """Return the replies of a turn in an order made from ids and the author's ``shuffle``.

    Writers tend to put the strong reply first; the order must not tell, and must be the same
    on paper, without scripts and in the player.
    """

    def chance(reply: Reply) -> bytes:
        return hashlib.sha256(f"{play.shuffle}/{play.id}/{turn}/{reply.id}".encode()).digest()

    return tuple(sorted(play.turns[turn].replies, key=chance))
