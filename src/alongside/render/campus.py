"""The campus profile as HTML: how to get help, and the limits of confidentiality.

A number is always written out, as text and as a link, so that it serves on paper, without
scripts and on a telephone that is not the one the page is read on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from alongside.render.html import element, items, link, text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from alongside.model import Campus, Contact, HelpLine

NORTH_AMERICAN = 12
"""Characters of ``+1`` and ten digits."""
NOT_FILLED = "Not filled in yet. Ask your coordinator."
KINDS: dict[str, str] = {
    "emergency": "If somebody’s life is in danger now",
    "crisis": "To talk with somebody now, day or night",
    "campus": "On your campus",
    "community": "Other lines",
}


def spoken_number(number: str) -> str:
    """Return a number as people write it: ``+18773573197`` is 1-877-357-3197."""
    if number.startswith("+1") and len(number) == NORTH_AMERICAN:
        return f"1-{number[2:5]}-{number[5:8]}-{number[8:]}"
    return number


def help_now(campus: Campus) -> str:
    """Return the body of the page *Get help now*."""
    parts = [_at_once(campus), element("p", text(_where(campus)), class_="al-where")]
    for kind, heading in KINDS.items():
        lines = [line for line in campus.lines if line.kind == kind]
        inside = "".join(_line(line) for line in lines)
        if kind == "campus":
            inside += _contacts(campus.contacts)
        if inside:
            parts.append(_section(f"help-{kind}", heading, inside))
    if campus.escalation:
        steps = items((text(step) for step in campus.escalation), ordered=True)
        heading = "If you are worried about somebody you support"
        parts.append(_section("help-escalation", heading, steps))
    return element("div", *parts, class_="al-help")


def help_card(campus: Campus, help_href: str) -> str:
    """Return the few lines that open beside a role-play: danger, day and night, all the rest.

    Args:
        campus: The profile.
        help_href: Address of the page *Get help now*; empty where it is out of reach.

    """
    words = "All the ways to get help"
    more = element("p", link(help_href, words)) if help_href else ""
    return element("div", _at_once(campus), more, class_="al-help-card")


def printed_line(campus: Campus) -> str:
    """Return one line of help for the end of a printed page."""
    told = []
    for line in campus.lines:
        if line.kind in ("emergency", "crisis"):
            ways = [f"call {spoken_number(line.call)}"] if line.call else []
            ways += [f"text {spoken_number(line.text)}"] if line.text else []
            told.append(f"{line.name}: {', '.join(ways)}." if ways else f"{line.name}.")
    return text("Get help now. " + " ".join(told))


def limits(campus: Campus) -> str:
    """Return the limits of confidentiality, each with the date somebody confirmed it."""
    rows = (
        element("p", text(limit.says)) + _checked(limit.checked, limit.source, "by your campus")
        for limit in campus.limits
    )
    return items(rows, class_="al-limits") or element("p", NOT_FILLED)


def _at_once(campus: Campus) -> str:
    """Return the numbers alone: on a phone, what is told of one line fills the screen."""
    rows = (
        f"<strong>{KINDS[kind]}:</strong> {text(line.name)}{_reach(line)}"
        for kind in ("emergency", "crisis")
        for line in campus.lines
        if line.kind == kind
    )
    return items(rows, class_="al-at-once")


def _where(campus: Campus) -> str:
    if campus.name:
        return f"For {campus.name}. Lines for {campus.place}."
    return f"Lines for {campus.place}. No campus has filled in its own contacts yet."


def _section(anchor: str, heading: str, inside: str) -> str:
    title = element("h2", text(heading), id=f"{anchor}-title")
    return element("section", title, inside, id=anchor, aria_labelledby=f"{anchor}-title")


def _line(line: HelpLine) -> str:
    title = f"help-line-{line.id}"
    facts = [
        ("For", line.who_for),
        ("Hours", line.hours),
        ("Cost", line.cost),
        ("Languages", line.languages),
        ("What happens", line.what_happens),
        ("Police", line.police or "We do not know when police may become involved."),
    ]
    return element(
        "section",
        element("h3", text(line.name), id=title),
        _reach(line),
        _facts(facts),
        _checked(line.checked, line.source, "at the source"),
        class_=f"al-help-line al-help-{line.kind}",
        aria_labelledby=title,
    )


def _reach(line: HelpLine) -> str:
    """Return the ways to reach a line as links that say their number."""
    ways = []
    if line.call:
        ways.append(link(f"tel:{line.call}", f"Call {spoken_number(line.call)}"))
    if line.text:
        word = f" the word {line.text_word}" if line.text_word else ""
        to = " to" if word else ""
        ways.append(link(f"sms:{line.text}", f"Text{word}{to} {spoken_number(line.text)}"))
    for address, does in ((line.chat, "Chat at"), (line.web, "Open")):
        if address:
            host = (urlsplit(address).hostname or address).removeprefix("www.")
            ways.append(link(address, f"{does} {host}", rel="noreferrer"))
    return items(ways, class_="al-reach")


def _contacts(contacts: tuple[Contact, ...]) -> str:
    return "".join(_contact(one) for one in contacts)


def _contact(contact: Contact) -> str:
    title = f"help-contact-{contact.id}"
    heading = element("h3", text(contact.role), id=title)
    if contact.name is None:
        inside = element("p", NOT_FILLED, class_="al-missing")
    else:
        ways = []
        if contact.call:
            ways.append(link(f"tel:{contact.call}", f"Call {spoken_number(contact.call)}"))
        if contact.email:
            ways.append(link(f"mailto:{contact.email}", f"Write to {contact.email}"))
        facts = [("Who", contact.name), ("Where", contact.where), ("Hours", contact.hours)]
        inside = items(ways, class_="al-reach") + _facts(facts)
    return element("section", heading, inside, class_="al-help-line", aria_labelledby=title)


def _facts(facts: Sequence[tuple[str, str | None]]) -> str:
    rows = (
        element("div", element("dt", text(name)), element("dd", text(told)))
        for name, told in facts
        if told
    )
    return element("dl", *rows, class_="al-facts")


def _checked(checked: date | None, source: str | None, where: str) -> str:
    if checked is None:
        told = f"Not verified yet: nobody has confirmed this {where}."
    else:
        told = f"Last confirmed {where} on {checked.isoformat()}."
    # The words come first, so that a reader who stops here has heard whether to trust it.
    shown = f" {link(source, 'Source', rel='noreferrer')}" if source else ""
    state = "al-checked" if checked else "al-checked al-unverified"
    return element("p", text(told), shown, class_=state)
