"""The observer's sheet: harmful acts first, then skill, in the levels of WHO's EQUIP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.render.html import element, items, table, text
from alongside.render.observed import HEADS, LEVELS

if TYPE_CHECKING:
    from alongside.model import Checklist, RolePlay
    from alongside.model.course import ChecklistLine


def sheet(play: RolePlay, checklist: Checklist | None) -> str:
    """Return the sheet for whoever watches this role-play."""
    how = items(
        (
            (
                "Look for harmful acts first. One is enough for an H on that line, whatever "
                "else went well."
            ),
            (
                "Then mark each line by what you saw and heard. What you did not see is not "
                "missing; leave it open."
            ),
            "Write down the other person’s words right after a reply that changed something.",
            "The supporter sees this sheet before anybody else does.",
        )
    )
    levels = "; ".join(f"{mark}: {means.lower()}" for mark, means in LEVELS)
    marks = _marks(lines_for(play, checklist)) if checklist else ""
    said = "".join(f'<p class="al-write">Their words, {n}:</p>' for n in ("1", "2", "3"))
    return element(
        "section",
        element("h2", "Sheet for the observer"),
        how,
        element("p", f"{levels}."),
        marks,
        said,
        class_="al-card",
    )


def lines_for(play: RolePlay, checklist: Checklist) -> tuple[ChecklistLine, ...]:
    """Return the lines of its roles that it practises; all of these where it names none."""
    theirs = tuple(one for one in checklist.lines if not one.role or one.role in play.roles)
    return tuple(one for one in theirs if one.outcome in play.outcomes) or theirs


def _marks(lines: tuple[ChecklistLine, ...]) -> str:
    boxes = " ".join(f"☐ {mark}" for mark, _ in LEVELS)
    rows = "".join(
        f'<tr><th scope="row">{text(line.skill)}</th><td>{text(line.harmful)}</td>'
        f"<td>{text(line.basic)}</td><td>{text(line.advanced)}</td><td>{boxes}</td></tr>"
        for line in lines
    )
    return table((*HEADS, "Mark one"), rows, caption="What to mark")
