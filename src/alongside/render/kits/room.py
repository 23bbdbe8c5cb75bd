"""A role-play for a room: one screen, votes by hand, a log that nobody keeps.

It is the player that trainees know, in large type, inside an element whose script adds the
counting of hands and the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.render.html import element, link
from alongside.render.role_play import role_play

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from alongside.model import RolePlay

COURSE = "room"
"""Takes the place of the course's id: what a room plays is no trainee's answer."""


def room(
    play: RolePlay,
    skills: Mapping[str, str],
    help_href: str,
    help_card: str,
    address: Callable[[str], str],
) -> str:
    """Return the page's body.

    Args:
        play: The role-play.
        skills: Skill id → its name.
        help_href: The page that says how to get help now.
        help_card: The help card, ready-made.
        address: Document name → its address from here.

    """
    shown = role_play(play, COURSE, help_href, help_card, skills=skills)
    how = (
        "<h2>How to use it</h2><p>Read the talk aloud, two voices. Ask for hands on each "
        "reply, type how many, "
        "and press the reply that the room wants to try. Hands are the room’s, and nobody’s "
        "own. Where scripts are off, choose in the booklet below.</p>"
    )
    paper = link(address(f"facilitator_guide/kits/{play.id}"), "The same on paper")
    log = (
        '<section class="al-room-log" aria-labelledby="al-room-log" hidden>'
        '<h2 id="al-room-log">What the room said</h2>'
        '<p class="al-room-none">Nothing yet. It stays on this screen until you close it.</p>'
        "<ol hidden></ol></section>"
        '<template><label class="al-hands"><span class="al-hands-for">Hands for <span></span>'
        '</span> <input type="number" min="0" max="999" inputmode="numeric" autocomplete="off">'
        "</label></template>"
    )
    return element("div", how, f"<p>{paper}</p>") + element(
        "alongside-room", shown, log, class_="al-room"
    )
