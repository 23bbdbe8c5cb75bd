"""What studies found as a table with a picture in each row; the picture says nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.render.html import element, table, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alongside.model.evidence import Finding, Group

WIDE, HIGH = 200, 24
"""Units of one row's picture."""
MARGIN = 8
NUMBERS = "A difference of 0.2 is often called small, 0.5 middling and 0.8 large."


def picture(group: Group) -> str:
    """Return the group's findings: words and numbers, and where a number was given, a mark."""
    axis = _Axis(group.findings)
    rows = "".join(_row(one, axis) for one in group.findings)
    heads = ("Compared", "Found", "As a picture", "What it does not show")
    caption = text(group.title) + element("small", _key(axis))
    return table(heads, rows, caption=caption, class_="al-scroll al-evidence")


class _Axis:
    """Where a difference lies between the least and the greatest of a group."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        found = [0.0]
        for one in findings:
            found += [n for n in (one.low, one.estimate, one.high) if n is not None]
        self.low, self.high = min(found), max(found)

    def at(self, difference: float) -> str:
        span = (self.high - self.low) or 1
        return f"{MARGIN + (WIDE - 2 * MARGIN) * (difference - self.low) / span:.1f}"


def _key(axis: _Axis) -> str:
    return (
        "The upright line is no difference; right of it the first of the two did better. "
        f"{NUMBERS} Each picture runs from {_number(axis.low)} to {_number(axis.high)}. "
        "A filled dot: the interval leaves no difference out. A ring: the interval holds it. "
        "A diamond: we saw no interval."
    )


def _row(one: Finding, axis: _Axis) -> str:
    size = f"<br><small>{text(one.size)}</small>" if one.size else ""
    return (
        f'<tr id="found-{text(one.id)}"><th scope="row">{text(one.compared)}'
        f"<br><small>{text(one.told)}</small></th>"
        f"<td><strong>{text(one.says)}</strong>{_numbers(one)}{size}</td>"
        f'<td class="al-picture">{_mark(one, axis)}</td>'
        f"<td>{text(one.does_not_show)}</td></tr>"
    )


def _numbers(one: Finding) -> str:
    if one.estimate is None:
        return "<br>no number was given"
    told = _number(one.estimate)
    if one.low is not None and one.high is not None:
        told += f", between {_number(one.low)} and {_number(one.high)}"
    return f"<br>{told}"


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def _mark(one: Finding, axis: _Axis) -> str:
    """Return the row's picture; nothing for it where no number was given."""
    zero, middle = axis.at(0), HIGH // 2
    drawn = f'<line class="al-none-line" x1="{zero}" x2="{zero}" y1="0" y2="{HIGH}"/>'
    if one.estimate is not None:
        at = axis.at(one.estimate)
        if one.low is not None and one.high is not None:
            drawn += (
                f'<line class="al-span" x1="{axis.at(one.low)}" x2="{axis.at(one.high)}"'
                f' y1="{middle}" y2="{middle}"/>'
            )
            clear = one.low > 0 or one.high < 0
            drawn += (
                f'<circle class="{"al-dot" if clear else "al-ring"}" cx="{at}" cy="{middle}"'
                ' r="5"/>'
            )
        else:
            x = float(at)
            points = f"{x - 5:.1f},{middle} {x:.1f},{middle - 6} {x + 5:.1f},{middle}"
            drawn += f'<polygon class="al-ring" points="{points} {x:.1f},{middle + 6}"/>'
    return (
        f'<svg viewBox="0 0 {WIDE} {HIGH}" aria-hidden="true" focusable="false">{drawn}</svg>'
    )
