"""The pieces of the player: every fixed word that the script shows, in one ``<template>``.

The script writes no words of its own. It copies these pieces and the booklet's texts, so a
translation or a better wording needs no change in a script. Without scripts a template shows
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.render.html import text as escape

if TYPE_CHECKING:
    from alongside.model.role_play import RolePlay


_TITLE = '<span data-slot="title"></span>'
_CONTINUE = "Continue from here, and let go of what I said then and after"


def player_parts(play: RolePlay) -> str:
    """Return the template; each piece is found by its ``data-part``."""
    rp = f"rp-{play.id}"
    return (
        '<template class="al-parts">'
        f"{_frame(rp)}{_start(rp)}{_pause()}{_talk(rp)}{_what_if(rp)}"
        f"{_meters(play)}{_debrief(rp)}{_messages()}</template>"
    )


def _button(do: str, label: str, part: str = "") -> str:
    named = f' data-part="{part}"' if part else ""
    return f'<button type="button" data-do="{do}"{named}>{label}</button>'


def _frame(rp: str) -> str:
    controls = (
        _button("back", "Back")
        + _button("again", "Start again")
        + _button("pause", "Pause")
        + _button("help", "Get help")
    )
    return (
        '<p class="al-trouble" role="status" data-part="trouble"></p>'
        '<p class="al-status" role="status" data-part="status"></p>'
        # What is added here is read once, by the focus that follows; hence not live.
        '<div class="al-log" role="log" aria-live="off" aria-label="The talk so far"'
        ' data-part="log"><ol></ol></div>'
        '<div class="al-now" data-part="now"></div>'
        f'<div class="al-choices" role="group" aria-labelledby="{rp}-now" data-part="choices">'
        "</div>"
        '<div data-part="back"></div>'
        '<div class="al-controls" role="group" aria-label="Your controls" data-part="controls">'
        f"{controls}</div>"
    )


def _start(rp: str) -> str:
    def choice(value: str, label: str) -> str:
        return (
            f'<span><input type="radio" name="{rp}-feedback" id="{rp}-{value}"'
            f' value="{value}" autocomplete="off">'
            f'<label for="{rp}-{value}">{label}</label></span>'
        )

    return (
        # Several role-plays may share a page: each group bears its talk's title too.
        '<div class="al-start" data-part="start">'
        f'<fieldset aria-labelledby="{rp}-feedback {rp}-title">'
        f'<legend id="{rp}-feedback">Feedback</legend>'
        f"{choice('go', 'as I go')} {choice('end', 'only at the end')}</fieldset>"
        f"<p>{_button('start', 'Start')} {_button('resume', 'Go on where you stopped')}</p>"
        "</div>"
    )


def _pause() -> str:
    leave = _button("again", "Leave for now")
    return (
        '<div class="al-paused" data-part="paused"><h4 tabindex="-1">Paused</h4>'
        "<p>It is fine to stop. Nothing is lost: you can go on from here, now or later, or not"
        " at all. You do not have to finish this talk to finish the course.</p>"
        f"<p>{_button('awake', 'Go on')} {_button('help', 'Get help')} {leave}</p></div>"
    )


def _talk(rp: str) -> str:
    return (
        f'<h4 id="{rp}-now" tabindex="-1" data-part="turn">Turn '
        f'<span data-slot="number"></span>. {_TITLE}</h4>'
        f'<h4 id="{rp}-now" tabindex="-1" data-part="ending">The end. {_TITLE}</h4>'
        f'<h4 id="{rp}-now" tabindex="-1" data-part="after">{_TITLE}</h4>'
        '<p class="al-help-note" data-part="help-note">The help card is open below.</p>'
        '<li class="al-entry" data-part="entry"></li>'
        '<div class="al-you" data-part="you"><p><span class="al-who">You:</span> '
        '<span data-slot="said"></span></p></div>' + _button("go", "Go on", part="go")
    )


def _what_if(rp: str) -> str:
    at = f'<span class="al-apart">, at “{_TITLE}”</span>'
    return (
        '<p class="al-aside" data-part="if-button">'
        f"{_button('if', f'What if I had said …{at}')}</p>"
        f'<h4 id="{rp}-now" tabindex="-1" data-part="if">What if you had said something else at'
        f" “{_TITLE}”?</h4>"
        f'<h4 id="{rp}-now" tabindex="-1" data-part="if-said">If you had said this</h4>'
        '<p class="al-then" data-part="then">What would have come next:</p>'
        + _button("continue", _CONTINUE, part="continue")
        + _button("other", "Try other words", part="other")
        + _button("home", "Back to my talk, as it was", part="home")
    )


def _meters(play: RolePlay) -> str:
    def meter(key: str) -> str:
        return (
            f'<span class="al-meter">{escape(play.meters[key].about.rstrip("."))}:'
            ' <span class="al-from"><span class="al-was"></span> '
            '<span aria-hidden="true">→</span><span class="al-apart"> to</span></span>'
            ' <strong class="al-is"></strong></span>'
        )

    meters = " ".join(meter(key) for key in play.meters)
    none = "" if play.meters else " hidden"
    return f'<p class="al-meters" data-part="meters"{none}>{meters}</p>'


def _debrief(rp: str) -> str:
    return (
        '<table class="al-table" data-part="skills"><caption>Skills you used</caption><thead>'
        '<tr><th scope="col">Skill</th><th scope="col">Replies</th></tr></thead><tbody></tbody>'
        "</table>"
        '<details class="al-moments" data-part="look">'
        "<summary>Moments worth another look</summary><ul></ul></details>"
        '<details class="al-moments" data-part="landed"><summary>What landed, and why</summary>'
        "<ul></ul></details>" + '<div class="al-week" data-part="keep">'
        f'<p><label for="{rp}-line">One line you will use this week</label></p>'
        f'<textarea id="{rp}-line" rows="2" autocomplete="off"'
        f' aria-describedby="{rp}-line-note"></textarea>'
        f'<p id="{rp}-line-note">What you write stays on this page only. It is not kept and'
        " goes nowhere.</p></div>"
    )


def _messages() -> str:
    return (
        '<span data-part="resumed">You are back where you stopped.</span>'
        '<span data-part="changed">This role-play has changed since you were here. Your talk is'
        " kept as far as it still plays.</span>"
    )
