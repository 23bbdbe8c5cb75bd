"""The scoreboard as a table, from the rows that ``alongside check`` prints too."""

from __future__ import annotations

from collections.abc import Collection

from alongside.judging.scoreboard import Row
from alongside.render.html import element, table, text


def scoreboard(rows: Collection[Row]) -> str:
    """Return the rows as a table, folded under a line that says how many are as they should be.

    What is not as it should be says so in words.
    """
    body = "".join(
        f'<tr><th scope="row">{text(row.what)}</th><td>{text(row.says)}</td>'
        f"<td>{'yes' if row.fine else 'not yet'}</td></tr>"
        for row in rows
    )
    caption = "The state of the course, counted when this page was built"
    heads = ("What", "State", "Fine?")
    fine = sum(row.fine for row in rows)
    told = f"{fine} of {len(rows)} counts are as they should be"
    inside = table(heads, body, caption=caption, class_="al-scroll al-scoreboard")
    return element("details", element("summary", told), inside, class_="al-counts")
