"""The scoreboard as a table, from the rows that ``alongside check`` prints too."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.judging.scoreboard import Row
from alongside.render.html import element, text


def scoreboard(rows: Iterable[Row]) -> str:
    """Return the rows as a table; what is not as it should be says so in words."""
    head = "".join(
        element("th", text(words), scope="col") for words in ("What", "State", "Fine?")
    )
    body = "".join(
        f'<tr><th scope="row">{text(row.what)}</th><td>{text(row.says)}</td>'
        f"<td>{'yes' if row.fine else 'not yet'}</td></tr>"
        for row in rows
    )
    caption = "<caption>The state of the course, counted when this page was built</caption>"
    table = f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return element("div", table, class_="al-scroll al-scoreboard")
