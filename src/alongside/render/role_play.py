"""A role-play as one complete page: a numbered "turn to" booklet that a script makes live.

Everything a trainee can meet stands in the HTML, in words, so that paper, a screen reader
without scripts and the player say the same. The player only shows and hides what is here.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from alongside.playing import machine
from alongside.render.html import data
from alongside.render.html import text as escape
from alongside.render.role_play_booklet import Booklet
from alongside.render.role_play_parts import player_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alongside.model.role_play import RolePlay


def role_play(  # noqa: PLR0913 - a page needs its links
    play: RolePlay,
    course_id: str,
    help_href: str = "#",
    help_card_html: str = "",
    *,
    note_href: str = "",
    skills: Mapping[str, str] | None = None,
) -> str:
    """Return the HTML of a role-play.

    Args:
        play: What its writer wrote.
        course_id: Begins the names under which the browser keeps the path.
        help_href: The page that says how to get help now.
        help_card_html: The help card, ready-made, safe and without ids; "Get help" opens it
            in place.
        note_href: Where the page itself gives the content note; without it, the role-play does.
        skills: Skill id → its name; an id without a name is read as words.

    """
    booklet = Booklet(play, skills or {}, note_href)
    rp = f"rp-{play.id}"
    return (
        f'<alongside-role-play class="al-role-play" id="{rp}" data-role-play="{play.id}"'
        f' data-course="{escape(course_id)}" data-hash="{content_hash(play)}"'
        f' role="region" aria-labelledby="{rp}-title">'
        f'<h3 id="{rp}-title" tabindex="-1">{escape(play.title)}</h3>'
        f"{booklet.intro()}"
        f"{aid(play, help_href, help_card_html)}"
        f"{booklet.pages()}"
        f"{player_parts(play)}"
        f'<script type="application/json" class="al-machine">{data(machine.compiled(play))}'
        "</script></alongside-role-play>"
    )


def content_hash(play: RolePlay) -> str:
    """Return twelve hex digits that change whenever anything in the role-play does."""
    return hashlib.sha256(play.model_dump_json().encode()).hexdigest()[:12]


def aid(play: RolePlay, href: str, card: str) -> str:
    """Return the help card of a role-play, to which moments of danger point."""
    rp = f"rp-{play.id}"
    inner = card or f'<p><a href="{escape(href)}">Get help now</a></p>'
    return (
        f'<section class="al-aid" id="{rp}-help" aria-labelledby="{rp}-help-title">'
        f'<h4 id="{rp}-help-title" tabindex="-1">Help, for you or for somebody else</h4>'
        f"{inner}"
        '<p class="al-script-only">'
        '<button type="button" data-do="close">Close this card</button></p>'
        "</section>"
    )
