"""The paper kit of a role-play: cards for who plays, a sheet for who watches, the booklet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.model.role_play import YOU
from alongside.playing import machine
from alongside.render import role_play_words as words
from alongside.render.html import element, items, paragraphs, table, text
from alongside.render.kits.observer_sheet import sheet
from alongside.render.role_play_booklet import Booklet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from alongside.model import Checklist, RolePlay
    from alongside.model.role_play import Meter, Reply

EXAMPLES = 3
"""Moments that an actor's card quotes: enough to find the voice, few enough to remember."""


def kit(
    play: RolePlay,
    checklist: Checklist | None,
    skills: Mapping[str, str],
    outcomes: Mapping[str, str],
    aid: str,
) -> str:
    """Return the kit, one thing to hand out after the other.

    Args:
        play: The role-play.
        checklist: The observed checklist of its module, if there is one.
        skills: Skill id → its name.
        outcomes: Outcome id → its words.
        aid: The help card of the role-play; a booklet has it where a moment points to it.

    """
    helps = [place.help for place in play.turns.values()]
    helps += [place.help for place in play.endings.values()]
    booklet = element(
        "div",
        aid if any(helps) else "",
        Booklet(play, skills).pages(),
        class_="al-role-play al-kit-booklet",
    )
    return "".join(
        (
            _how(play),
            *(_actor(play, key) for key in _played(play)),
            _supporter(play, outcomes),
            sheet(play, checklist),
            element("h2", "The talk as a booklet"),
            element("h3", "Turns and endings"),
            booklet,
        )
    )


def _how(play: RolePlay) -> str:
    lines = (
        (
            f"Three people: one is {text(_names(play))}, one supports, one watches. More "
            "people watch too. Change places until everybody has done each, or passed."
        ),
        (
            "Read the note on what it is about aloud. Whoever would rather not play, watches; "
            "nobody says why."
        ),
        (
            "Two minutes to read the cards, five to talk, four to look back. The booklet is "
            "for a group that would rather choose replies together than speak freely."
        ),
        "Anybody says “pause” and everybody stops. Afterwards each says their own name.",
    )
    note = element("div", paragraphs(play.content_note), class_="al-note")
    return f"<h2>How to use it</h2>{items(lines)}<h3>What it is about</h3>{note}"


def _names(play: RolePlay) -> str:
    return words.joined([play.people[key].name for key in _played(play)], "or")


def _played(play: RolePlay) -> list[str]:
    """Return the people whom somebody acts, the one it is about first."""
    return [key for key in play.people if key != YOU]


def _card(title: str, *inside: str) -> str:
    return element("section", element("h2", text(title)), *inside, class_="al-card")


def _actor(play: RolePlay, key: str) -> str:
    person, first = play.people[key], key == _played(play)[0]
    pronouns = f" ({text(person.pronouns)})" if person.pronouns else ""
    meters = items(_stands(play, one, meter) for one, meter in play.meters.items())
    return _card(
        f"Card for {person.name}",
        f"<p><strong>You are {text(person.name)}</strong>{pronouns}. {text(person.about)}</p>",
        _opening(play, key),
        _told("What the other person has been told", paragraphs(play.setting)),
        _told("How you stand with them", meters if first else ""),
        _told("What you may hear, and what it does", _examples(play) if first else ""),
        "<p>Do not make it hard, and do not make it easy. Let good words reach you, late or "
        "soon, and if something lands badly, show it and stay.</p>",
    )


def _told(heading: str, inside: str) -> str:
    return f"<h3>{heading}</h3>{inside}" if inside else ""


def _opening(play: RolePlay, key: str) -> str:
    compiled = machine.compiled(play)
    heard = machine.lines_shown(compiled, machine.start(compiled))
    lines = [play.turns[play.start].lines[at] for at in heard]
    said = [f"<p>“{text(line.says)}”</p>" for line in lines if line.who == key]
    return _told("You begin, in these words or in yours", "".join(said))


def _stands(play: RolePlay, key: str, meter: Meter) -> str:
    levels = ", then ".join(words.spoken(level) for level in meter.levels)
    name = words.capital(words.meter_name(play, key))
    return (
        f"<strong>{text(name)}</strong>: {text(meter.about.rstrip('.'))}. It goes from "
        f"{text(levels)}. You begin at {text(words.spoken(meter.start))}."
    )


def _examples(play: RolePlay) -> str:
    rows = "".join(_example(good, poor) for good, poor in _moments(play))
    if not rows:
        return ""
    return table(("If you hear something like", "Then"), rows, caption="What you may hear")


def _moments(play: RolePlay) -> Sequence[tuple[Reply, Reply]]:
    """Return a reply that helps and one that does not, for turns spread over the talk."""
    pairs = []
    for turn in play.turns.values():
        by_quality = {reply.quality: reply for reply in reversed(turn.replies)}
        poor = by_quality.get("weak") or by_quality.get("middling")
        if poor and "strong" in by_quality:
            pairs.append((by_quality["strong"], poor))
    step = max(1, len(pairs) // EXAMPLES)
    return pairs[::step][:EXAMPLES]


def _example(*replies: Reply) -> str:
    return "".join(
        f"<tr><td>“{text(reply.text)}”</td><td>{text(reply.effect)}</td></tr>"
        for reply in replies
    )


def _supporter(play: RolePlay, outcomes: Mapping[str, str]) -> str:
    aims = items(text(outcomes[one]) for one in play.outcomes if one in outcomes)
    return _card(
        "Card for the supporter",
        paragraphs(play.people[YOU].about) if YOU in play.people else "",
        _told("What you know", paragraphs(play.setting)),
        f"<p>{words.CHANNELS[play.channel]}. About five minutes.</p>",
        _told("What this talk practises", aims),
        "<p>You need not do it well. A poor reply can be mended, and mending is practice too. "
        "You may stop, ask the other two for words, and go on.</p>",
    )
