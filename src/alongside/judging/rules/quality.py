"""Rules for what a reply is called: its words, its effect and its meters bear it out."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from alongside.judging.rules.registry import Found, rule
from alongside.judging.rules.role_plays import POOR, QUOTED, replies
from alongside.model import RolePlay, Turn
from alongside.reading.load import Loaded

_STEPS_OUT = {
    "advises": r"\byou(?:['’]d better|(?: really)? should(?!['’]ve| have| know| hear)| ought to"
    r"| must(?! (?:have|be))| had better)\b|(?<!would )(?<!if )(?<!else )\byou need to (?!,)"
    r"|\b(?:why don['’]t you|have you (?:tried|thought (?:of|about)) (?!so far)|my advice"
    r"|if I were you|I(?:['’]d| would)? (?:suggest|recommend|advise)"
    r"|you could (?:always|try|just))\b",
    "takes over": r"\b(?:leave (?:it|that|this|everything) (?:all )?to me|at any hour"
    r"|I(?:['’]ll| will) (?:take care of|handle|sort|fix|deal with|look after)"
    r" (?:it|this|that|everything|you)|(?:call|text|phone|ring|write) me (?:at )?any ?time"
    r"|day or night|whatever it takes|I(?:['’]ll| will) always be (?:here|there))\b",
    "promises": r"\b(?:I promise (?:you|not|that|to)|I swear|just between (?:us|you and me)"
    r"|(?:won['’]t|will not|never|not) tell (?:a soul|anyone|anybody)"
    r"|(?:nobody|no one) (?:else )?(?:will|['’]ll|needs to|has to) (?:ever )?"
    r"(?:know|hear|find out)|secret (?:is )?safe with)\b",
    "soothes": r"\b(?:(?:do not|don['’]t) worry|everything(?:['’]s| is)? (?:will|going to) be"
    r"|(?:it|that|things|this|everything|all|you)(?:['’]ll| will)(?: all)? (?:work out"
    r"|get better|be (?:fine|okay|ok|all right|alright))|no big deal|cheer up"
    r"|(?:stay|be) strong)\b",
    "asks why": r"\bwhy (?:would|did|are|were|have|has|can['’]t|don['’]t|didn['’]t|won['’]t"
    r"|couldn['’]t|haven['’]t) you\b",
    "hopes for a no": r"\bnot (?:thinking|going|planning|about)\b[^.?!]{0,60},"
    r" (?:are|were|will) you\b",
    "diagnoses or treats": r"\b(?:anxiety|adhd|ptsd|ocd|bpd|bipolar|psycho(?:sis|tic)|trauma"
    r"|borderline|burn-?out|eating disorder|anorexia|bulimia|paranoi\w*|manic|symptoms?"
    r"|disorder|syndrome|diagnos\w+|melatonin|antidepress\w+|sleeping (?:pill|tablet)s?"
    r"|coping (?:skill|mechanism|strateg)\w+|take something for)\b",
}
"""What is no peer's to say, or closes what it should open."""
_OUT = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _STEPS_OUT.items()}
_SHUT = re.compile(
    r"\b(?:turns? away|turns? (?:his|her|their) back|stops? (?:talking|writing|answering)"
    r"|walks? (?:out|away|off)|storms? (?:out|off)|logs? off|puts? on (?:his|her|their) coat"
    r"|shut(?:s|ting)? (?:down|(?:him|her|them) (?:down|out|up))|rolls? (?:his|her|their) eyes"
    r"|says? nothing more|goes? cold|sits? further back|pulls? away|backs? away"
    r"|clos(?:es|ed|ing) the door|push(?:es|ed|ing)? (?:him|her|them) away"
    r"|(?:won['’]t|will not) come back|driv(?:es|ing) (?:him|her|them) away)\b",
    re.IGNORECASE,
)
_CLINICAL = re.compile(
    r"\b(?:symptoms?|disorder|screen(?:ed|ing) (?:for|him|her|them)|depression|anxiety|ptsd"
    r"|adhd|ocd|bipolar|psychosis|assess(?:ed|ing) (?:his|her|their) risk)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:a|an|the|this) (?:(strong|strongest|best|excellent|ideal|perfect)|(middling)"
    r"|(weak|harmful|poor|bad|worst)) (?:reply|answer|choice|response)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:opens? up|leans? (?:in|forward|closer)|tells? you everything|begins? to tell"
    r"|(?:he|she|they) feels? (?:heard|seen|understood|safe)|trusts? you|sits? closer)\b",
    re.IGNORECASE,
)
_OFTEN, _FEW = 1 / 3, 2
"""Share and number of poor replies above which a fact only says that words landed badly."""


@rule("R812", warning=True)
def strong_replies_stay_in_the_role(loaded: Loaded) -> Iterator[Found]:
    """No strong reply or better words advise, take over, promise, soothe, ask why or diagnose.

    Reflect, ask, or ask permission first; or correct the quality.
    """
    for play in loaded.role_plays.values():
        for reply, path in replies(play):
            part = "text" if reply.quality == "strong" else "better"
            for name, pattern in _OUT.items():
                if found := pattern.search(getattr(reply, part) or ""):
                    says = f"'{found.group().strip()}' {name}, where good words are shown."
                    yield Found(play, (*path, part), says, play.waive)
            if found := _CLINICAL.search(QUOTED.sub("", reply.feedback)):
                says = f"'{found.group()}' judges somebody's health."
                yield Found(play, (*path, "feedback"), says, play.waive)


@rule("R813", warning=True)
def what_comes_back_fits_the_quality(loaded: Loaded) -> Iterator[Found]:
    """A strong reply does not shut somebody out, nor a poor one open them up.

    Mend the effect, the feedback or the quality, whichever is mistaken.
    """
    for play in loaded.role_plays.values():
        for reply, path in replies(play):
            sign = _SHUT if reply.quality == "strong" else _OPEN
            for part in ("effect", "feedback") if reply.quality != "middling" else ():
                if found := sign.search(getattr(reply, part)):
                    says = f"'{found.group()}' is said of a reply called {reply.quality}."
                    yield Found(play, (*path, part), says, play.waive)


@rule("R814")
def feedback_keeps_to_the_quality(loaded: Loaded) -> Iterator[Found]:
    """Feedback that names a quality names the one of its reply.

    Mend the feedback or the quality, whichever is mistaken.
    """
    for play in loaded.role_plays.values():
        for reply, path in replies(play):
            if found := _CALLED.search(reply.feedback):
                strong, middling, _ = found.groups()
                meant = {"strong"} if strong else {"middling"} if middling else POOR
                if reply.quality not in meant:
                    says = f"'{found.group()}' is said of a reply called {reply.quality}."
                    yield Found(play, (*path, "feedback"), says)


@rule("R803", warning=True)
def meters_follow_the_quality(loaded: Loaded) -> Iterator[Found]:
    """Strong replies raise meters most; none only lowers them, no poor one only raises them.

    Turn the change round, correct the quality, or let a fact of its own show what it costs.
    """
    for play in loaded.role_plays.values():
        worn = _worn_facts(play)
        for reply, path in replies(play):
            steps = [change for name, change in reply.change.items() if name in play.meters]
            costs = any(reply.change.get(fact) for fact in play.facts if fact not in worn)
            lowered, raised = bool(steps) and max(steps) < 0, bool(steps) and min(steps) > 0
            says = None
            if reply.quality == "strong" and lowered:
                says = "A strong reply only lowers meters."
            elif reply.quality in POOR and raised and not costs:
                says = f"A {reply.quality} reply only raises meters."
            elif reply.quality != "strong" and sum(steps) > _most(
                play, play.turns[str(path[1])]
            ):
                says = f"A {reply.quality} reply raises meters more than any strong one here."
            if says:
                yield Found(play, (*path, "change"), says, play.waive)


def _most(play: RolePlay, turn: Turn) -> int:
    """Return by how much the best strong reply of the turn raises meters."""
    return max(
        (
            sum(steps for name, steps in reply.change.items() if name in play.meters)
            for reply in turn.replies
            if reply.quality == "strong"
        ),
        default=sys.maxsize,
    )


def _worn_facts(play: RolePlay) -> frozenset[str]:
    """Return the facts that so many poor replies set that they are no cost of one of them."""
    poor = [reply for reply, _ in replies(play) if reply.quality in POOR]
    sets = {fact: sum(bool(reply.change.get(fact)) for reply in poor) for fact in play.facts}
    return frozenset(
        fact for fact, times in sets.items() if times > max(_FEW, _OFTEN * len(poor))
    )
