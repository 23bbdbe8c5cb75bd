"""The booklet of a role-play: every turn, reply, ending and debrief question, in words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from alongside.playing.conditions import keys, parse, vocabulary
from alongside.playing.machine import conditions_of
from alongside.playing.order import reply_order
from alongside.render import role_play_words as words
from alongside.render.html import paragraphs
from alongside.render.html import text as escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alongside.model.role_play import (
        Debrief,
        Ending,
        Person,
        Reply,
        RolePlay,
        SpokenLine,
        Turn,
        Way,
    )


class Booklet:
    """Renders the parts of one role-play that are read with or without a script."""

    def __init__(self, play: RolePlay, skills: Mapping[str, str], note_href: str = "") -> None:
        self.play = play
        self.note_href = note_href
        self.skills = skills
        self.number = {
            place: number for number, place in enumerate((*play.turns, *play.endings), 1)
        }
        known = vocabulary(play)
        self.asked = {
            key for _, when in conditions_of(play) for key in keys(parse(when, known))
        }

    def intro(self) -> str:
        """Return what a trainee reads first: the content note, the setting, the people."""
        play = self.play
        people = "".join(_person(person) for person in play.people.values())
        return (
            '<details class="al-intro" open><summary>Before you start</summary>'
            f"{self._note()}"
            f'<div class="al-setting">{paragraphs(play.setting)}<dl>{people}</dl>'
            f"<p>{words.CHANNELS[play.channel]}. About {play.minutes} minutes."
            " You can stop at any time.</p></div></details>"
        )

    def _note(self) -> str:
        """Return the content note, or where on the page it stands already."""
        if self.note_href:
            link = f'<a href="{escape(self.note_href)}">at the top of this page</a>'
            return f'<p class="al-note-above">What it is about stands {link}.</p>'
        note = paragraphs(self.play.content_note)
        about = "<p><strong>What this is about</strong></p>"
        return f'<div class="al-note">{about}{note}</div>'

    def pages(self) -> str:
        """Return the numbered turns and endings, and the debrief."""
        turns = (self._turn(key, turn) for key, turn in self.play.turns.items())
        endings = (self._ending(key, ending) for key, ending in self.play.endings.items())
        return (
            f'<div class="al-booklet">{self._how()}{self._pencil()}{"".join(turns)}'
            f"{''.join(endings)}{self._debrief()}</div>"
        )

    def _how(self) -> str:
        return (
            f'<p class="al-how">Begin at {self._link(self.play.start)}. Choose a reply, open'
            " what it does, mark what it tells you to mark, then go to the number that it"
            " names.</p>"
        )

    def _pencil(self) -> str:
        """Return what to mark by pencil: where each meter stands, and what has happened."""
        play = self.play
        tracks = "".join(self._track(key) for key in play.meters)
        facts = _list(
            (f"<li>{_BOX}{escape(fact)}</li>" for fact in play.facts.values()),
            ' class="al-ticks"',
        )
        if not tracks and not facts:
            return ""
        title = f"rp-{play.id}-pencil"  # ids that start with the play's own are of places
        return (
            f'<section class="al-pencil" aria-labelledby="{title}">'
            f'<h4 id="{title}">Keep track with a pencil</h4>{tracks}{facts}</section>'
        )

    def _track(self, key: str) -> str:
        meter = self.play.meters[key]
        levels = (
            f"<li>{_BOX}{escape(words.spoken(level))}"
            f"{' (start here)' if level == meter.start else ''}</li>"
            for level in meter.levels
        )
        name = escape(words.capital(words.meter_name(self.play, key)))
        about = escape(meter.about.rstrip("."))
        return f"<p><strong>{name}</strong>: {about}. From worst to best:</p>" + _list(
            levels, ' class="al-levels"', "ol"
        )

    def _link(self, place: str) -> str:
        """Return the link to a turn, or to an ending without giving its title away."""
        turn = self.play.turns.get(place)
        number = self.number[place]
        title = f"{number}. {turn.title}" if turn else f"{number}, an ending"
        return f'<a href="#{self.play.id}--{place}">{escape(title)}</a>'

    def _turn(self, key: str, turn: Turn) -> str:
        replies = (self._reply(key, reply) for reply in reply_order(self.play, key))
        return (
            self._opening("turn", key, turn.title, " data-help" if turn.help else "")
            + self._help_note(turn)
            + self._lines(turn.lines)
            + '<p class="al-ask">What do you say?</p>'
            + _list(replies, ' class="al-replies"', "ol")
            + "</section>"
        )

    def _ending(self, key: str, ending: Ending) -> str:
        flags = f' data-kind="{ending.kind}"{" data-help" if ending.help else ""}'
        return (
            self._opening("ending", key, ending.title, flags)
            + self._help_note(ending)
            + self._lines(ending.lines)
            + f'<p class="al-kind">{words.KINDS[ending.kind]}</p>'
            + _LATE.get(ending.kind, "")
            + f'<p class="al-go"><a href="#rp-{self.play.id}-debrief">Now look back</a></p>'
            + "</section>"
        )

    def _opening(self, kind: str, key: str, title: str, flags: str) -> str:
        place = f"{self.play.id}--{key}"
        return (
            f'<section class="al-{kind}" id="{place}" data-{kind}="{key}"{flags}'
            f' aria-labelledby="{place}-title"><h4 id="{place}-title">'
            f'<span class="al-number">{self.number[key]}. </span>{escape(title)}</h4>'
        )

    def _help_note(self, place: Turn | Ending) -> str:
        if not place.help:
            return ""
        link = f'<a href="#rp-{self.play.id}-help">The help card</a>'
        return f'<p class="al-help-note">{link} belongs to this moment.</p>'

    def _lines(self, lines: Iterable[SpokenLine]) -> str:
        inner = "".join(self._line(number, line) for number, line in enumerate(lines))
        return f'<div class="al-lines">{inner}</div>'

    def _line(self, number: int, line: SpokenLine) -> str:
        person = self.play.people.get(line.who or "")
        name = person.name if person else "You"
        who = f'<span class="al-who">{escape(name)}:</span> ' if line.who else ""
        manner = (
            f'<span class="al-manner">({escape(line.manner)})</span> ' if line.manner else ""
        )
        before = self._condition(line.when, "If") + who + manner
        speaker = f' data-who="{line.who}"' if line.who else ""
        said = paragraphs(line.says, first=before)
        return f'<div class="al-line" data-line="{number}"{speaker}>{said}</div>'

    def _condition(self, when: str | None, start: str) -> str:
        if not when:
            return ""
        told = escape(words.condition(self.play, self.number, when))
        return f'<span class="al-if">{start} {told}:</span> '

    def _reply(self, turn: str, reply: Reply) -> str:
        said = _classed(reply.text, "al-say")
        condition = self._condition(reply.when, "Only if")
        return (
            f'<li data-reply="{reply.id}" data-quality="{reply.quality}">{condition}{said}'
            "<details><summary>What this does</summary>"
            f"{self._outcome(turn, reply)}</details></li>"
        )

    def _outcome(self, turn: str, reply: Reply) -> str:
        better = f"Words to try: “{reply.better}”" if reply.better else ""
        skills = [
            f"<span>{escape(self.skills.get(key, words.spoken(key)))}</span>"
            for key in reply.skills
        ]
        marks = (f"Mark: {step}." for step in words.steps(self.play, turn, reply, self.asked))
        return (
            _classed(reply.effect, "al-effect")
            + f'<p class="al-verdict">{words.VERDICTS[reply.quality]}</p>'
            + _classed(reply.feedback, "al-why")
            + _classed(better, "al-better")
            + (f'<p class="al-skills">Skills: {words.joined(skills)}.</p>' if skills else "")
            + "".join(f'<p class="al-to-mark">{escape(mark)}</p>' for mark in marks)
            + self._ways(reply.to)
        )

    def _ways(self, to: str | tuple[Way, ...]) -> str:
        if isinstance(to, str):
            return f'<p class="al-go">Go to {self._link(to)}.</p>'
        return "".join(self._way(way, first=way is to[0]) for way in to)

    def _way(self, way: Way, *, first: bool) -> str:
        go = "go" if way.when else "Go" if first else "Otherwise go"
        condition = self._condition(way.when, "If")
        return f'<p class="al-go">{condition}{go} to {self._link(way.to)}.</p>'

    def _debrief(self) -> str:
        """Return the questions for afterwards, by phase, in the order of the phases."""
        order = tuple(words.PHASES)
        questions = sorted(self.play.debrief, key=lambda asked: order.index(asked.phase))
        phases = "".join(
            f'<div class="al-phase"><h5>{words.PHASES[phase]}</h5>'
            f"{_list(map(self._question, asked))}</div>"
            for phase, asked in groupby(questions, key=lambda asked: asked.phase)
        )
        place = f"rp-{self.play.id}-debrief"
        return (
            f'<section class="al-debrief" id="{place}" aria-labelledby="{place}-title">'
            f'<h4 id="{place}-title">Looking back</h4>{phases}'
            '<p class="al-write">One line you will use this week:</p></section>'
        )

    def _question(self, asked: Debrief) -> str:
        return (
            f'<li data-debrief="{asked.id}">'
            f"{self._condition(asked.when, 'If')}{escape(asked.ask)}</li>"
        )


_LATE = {
    kind: f'<p class="al-kind al-late"><span class="al-if">{words.LATE_IF}</span> {said}</p>'
    for kind, said in (("good", words.LATE), ("mixed", words.MUCH_MISSED))
}
_BOX = '<span class="al-box" aria-hidden="true">☐</span> '


def _classed(text: str, name: str) -> str:
    return paragraphs(text).replace("<p>", f'<p class="{name}">')


def _list(items: Iterable[str], attributes: str = "", tag: str = "ul") -> str:
    inner = "".join(items)
    return f"<{tag}{attributes}>{inner}</{tag}>" if inner else ""


def _person(person: Person) -> str:
    pronouns = f" ({person.pronouns})" if person.pronouns else ""
    return f"<dt>{escape(person.name + pronouns)}</dt><dd>{escape(person.about)}</dd>"
