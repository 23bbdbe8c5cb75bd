"""Rules for the words of a role-play, which no play through it can prove or disprove."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from alongside.judging.candidates import texts_worth_trying
from alongside.judging.places import Path
from alongside.judging.rules.pages import HEAVY
from alongside.judging.rules.registry import Found, rule
from alongside.judging.similar import read_as, words
from alongside.model import Reply, RolePlay, Turn
from alongside.model.role_play import YOU, SpokenLine
from alongside.proof.quoted import IN_QUOTES
from alongside.reading.load import Loaded

IN_DANGER = re.compile(
    r"\b(?:kill(?:ing)? myself|kms|ended my life|(?:hurt|cut|harm|burn)(?:ting|ing|ed)? myself"
    r"|(?:started|been|back to) cutting|cutting again|end(?:ing)? it(?: all\b|$|[.!?,])"
    r"|(?:end(?:ing)?|tak(?:e|ing)) my (?:own )?life"
    r"|(?:I (?:just )?want to|wanna|I['’]d like to) (?:die|disappear|be dead|stop existing)"
    r"|I(?:['’]m| am) suicidal|I[^.?!]{0,20} think(?:ing)? (?:of|about) suicide"
    r"|better off (?:dead|without me)|(?:happier|fine|better) without me"
    r"|better (?:off )?if I (?:was|were|wasn['’]?t|weren['’]?t) (?:dead|gone|here|around|alive)"
    r"|(?:don['’]?t|do not) want to (?:live|be alive|wake up|exist|be here any ?more)"
    r"|(?:did not|didn['’]?t|never|not) wake up (?:any ?more|again|tomorrow)"
    r"|hope (?:that )?I (?:do not|don['’]?t|never|will not|won['’]?t) wake up"
    r"|if I (?:did not|didn['’]?t|never) (?:wake up|woke up|exist)|wish I (?:was|were) dead"
    r"|wish I (?:wouldn['’]?t|would not|didn['’]?t|could not) (?:wake|exist)"
    r"|I can(?:['’]?t|not) go on|life (?:is not|isn['’]?t) worth"
    r"|no (?:reason|point) (?:to|in|of) (?:liv(?:e|ing)|go(?:ing)? on)"
    r"|(?:any|much|no) point (?:in|of|to) (?:me |my )?being (?:alive|around|here|in it|there)"
    r"(?! (?:at|before|by|early|for|if|on|so|this|today|tonight|until|when|with|without)\b)"
    r"|want (?:it|this|everything) (?:all )?to (?:be over|stop|end)\b|a way forward any ?more"
    r"|took (?:a bunch|a lot|all|too many|the whole)\b[^.?!]{0,25}(?:pills|tablets|meds)"
    r"|won['’]?t make it to|(?:don['’]?t|do not) think I(?:['’]ll| will) (?:make it|be here)"
    r"|thinking about (?:death|dying|killing)|rather be dead|if I (?:was|were) (?:gone|dead)"
    r"|wrote (?:\w+ )?letters?\b[^.?!]{0,25}\b(?:after|gone)|(?:hits?|beats?) me"
    r"|(?:want to|going to|gonna) (?:kill|stab|shoot) (?:him|her|them|my|some|every)\w*"
    r"|point (?:of|in) (?:living|being alive)|goodbye (?:letters?|notes?)|overdos\w+"
    r"|won['’]?t be (?:here|around|alive) (?:tomorrow|next|much|any))\b",
    re.IGNORECASE,
)
"""Words of somebody who may be in danger now; what is told of long ago is not meant."""
_NO_DANGER = re.compile(r"\b(?:nobody|no one)\b[^.]{0,30}\bin danger\b", re.IGNORECASE)
_PHASES = ("reactions", "description", "analysis", "summary")


@rule("R801")
def feedback_quotes_what_is_there(loaded: Loaded) -> Iterator[Found]:
    """Feedback quotes words that are said in its role-play.

    Quote the reply as it now reads, or take the quotation marks away.
    """
    for play in loaded.role_plays.values():
        there = _running(said_in(play))
        for reply, path in replies(play):
            for quote in IN_QUOTES.findall(reply.feedback):
                if not _quoted_from(there, quote):
                    says = f"“{quote}” is quoted, and nobody says it."
                    yield Found(play, (*path, "feedback"), says)


@rule("R804")
def strong_replies_need_no_better(loaded: Loaded) -> Iterator[Found]:
    """A strong reply has no better words to try.

    Correct the quality, or take `better` out.
    """
    for play in loaded.role_plays.values():
        for reply, path in replies(play):
            if reply.quality == "strong" and reply.better:
                yield Found(play, (*path, "better"), f"'{reply.id}' is called strong.")


@rule("R805")
def content_notes_name_what_is_heavy(loaded: Loaded) -> Iterator[Found]:
    """A role-play that speaks of suicide, self-harm or assault names it in its content note.

    Name it in `content_note`, with the way round it; where there is risk, promise no safety.
    """
    worth = texts_worth_trying(loaded, HEAVY, IN_DANGER)
    for play in loaded.role_plays.values():
        said = " / ".join(text for text in said_in(play) if text in worth)
        found = HEAVY.search(said) or IN_DANGER.search(said)
        if found and not HEAVY.search(play.content_note):
            yield Found(play, ("content_note",), f"'{found.group()}' comes without a warning.")
        safe = _NO_DANGER.search(play.content_note)
        if safe and any(turn.risk for turn in play.turns.values()):
            says = f"'{safe.group()}' is said, and a turn has `risk: true`."
            yield Found(play, ("content_note",), says)


@rule("R806")
def danger_is_marked_as_risk(loaded: Loaded) -> Iterator[Found]:
    """A turn in which somebody speaks of dying, hurting or being hurt has risk and help.

    Set `risk: true`, and `help: true` so that the help card opens.
    """
    for play in loaded.role_plays.values():
        for turn_id, turn in play.turns.items():
            for at, line in enumerate(turn.lines):
                marked = (turn.risk and turn.help) or line.who == YOU
                found = None if marked else IN_DANGER.search(line.says)
                if found:
                    place = ("turns", turn_id, "lines", at, "says")
                    lacks = "help" if turn.risk else "risk"
                    says = f"'{found.group()}' is said in a turn without `{lacks}: true`."
                    yield Found(play, place, says)


@rule("R807")
def what_is_told_apart_by_its_words_differs(loaded: Loaded) -> Iterator[Found]:
    """No two people, turns, titles, endings, replies or debrief questions read the same.

    Rewrite one of them.
    """
    for play in loaded.role_plays.values():
        debrief = [(("debrief", at, "ask"), one.ask) for at, one in enumerate(play.debrief)]
        for named in (
            [(("people", key, "name"), one.name) for key, one in play.people.items()],
            [(("turns", key, "title"), one.title) for key, one in play.turns.items()],
            [(("endings", key, "title"), one.title) for key, one in play.endings.items()],
            [(("turns", key, "lines"), _lines_of(turn)) for key, turn in play.turns.items()],
            [((*path, "text"), reply.text) for reply, path in replies(play)],
            debrief,
        ):
            met: set[tuple[str, ...]] = set()
            for place, text in named:
                if read_as(text) in met:
                    yield Found(play, place, f"'{text[:60]}' stands there twice.")
                met.add(read_as(text))


@rule("R808")
def a_debrief_goes_from_feeling_to_keeping(loaded: Loaded) -> Iterator[Found]:
    """A debrief begins with reactions, ends with a summary, and keeps the order of phases.

    Sort the questions: reactions, description, analysis, summary.
    """
    for play in loaded.role_plays.values():
        phases = [_PHASES.index(each.phase) for each in play.debrief]
        whole = phases[0] == 0 and phases[-1] == len(_PHASES) - 1
        if phases != sorted(phases) or not whole:
            order = ", ".join(dict.fromkeys(each.phase for each in play.debrief))
            yield Found(play, ("debrief",), f"The order is: {order}.")


@rule("R809")
def words_not_to_be_heard_are_there_to_hear(loaded: Loaded) -> Iterator[Found]:
    """Words that an expected path must not hear stand in some line.

    Write them as the line now reads, or take them out: as they are, they guard nothing.
    """
    for play in loaded.role_plays.values():
        lines = [" ".join(line.says.split()) for line in _lines(play)]
        for at, path in enumerate(play.rules.expect):
            for index, wanted in enumerate(path.never_hears):
                if not any(" ".join(wanted.split()) in line for line in lines):
                    place = ("rules", "expect", at, "never_hears", index)
                    yield Found(play, place, f"Rule {path.id}: no line has “{wanted}”.")


@rule("R810")
def steps_fit_the_meter(loaded: Loaded) -> Iterator[Found]:
    """A reply moves a meter by no more steps than it has.

    Write fewer steps.
    """
    for play in loaded.role_plays.values():
        for reply, path in replies(play):
            for name, meter in play.meters.items():
                steps = abs(reply.change.get(name, 0))
                if steps >= len(meter.levels):
                    says = f"{name} moves by {steps}, and has {len(meter.levels) - 1} steps."
                    yield Found(play, (*path, "change", name), says)


@rule("R811")
def feedback_speaks_of_its_own_reply(loaded: Loaded) -> Iterator[Found]:
    """Feedback that quotes another reply of its turn quotes its own reply as well.

    Move it to the reply that it speaks of, or quote the words of this one.
    """
    for play in loaded.role_plays.values():
        heard = _running(line.says for line in _lines(play))
        for reply, path in replies(play):
            quotes = IN_QUOTES.findall(reply.feedback)
            own = _running((reply.text, reply.effect, reply.better or ""))
            if any(_quoted_from(own, quote) for quote in quotes):
                continue
            beside = (one for one in play.turns[str(path[1])].replies if one is not reply)
            others = _running(one.text for one in beside)
            for quote in quotes:
                if _quoted_from(others, quote) and not _quoted_from(heard, quote):
                    says = f"“{quote}” is another reply's, and nothing of this one is quoted."
                    yield Found(play, (*path, "feedback"), says)
                    break


def _running(texts: Iterable[str]) -> str:
    """Return the words of several texts in one string, to look for quotations in."""
    return "".join(f" {' '.join(words(text))} /" for text in texts)


def _quoted_from(run: str, quote: str) -> bool:
    """Return whether each stretch of the quotation stands there; “…” parts stretches."""
    return all(f" {' '.join(words(stretch))}" in run for stretch in quote.split("…"))


def replies(play: RolePlay) -> Iterator[tuple[Reply, Path]]:
    """Yield every reply with its path."""
    for turn_id, turn in play.turns.items():
        for at, reply in enumerate(turn.replies):
            yield reply, ("turns", turn_id, "replies", at)


def _lines_of(turn: Turn) -> str:
    return " / ".join(line.says for line in turn.lines)


def _lines(play: RolePlay) -> Iterator[SpokenLine]:
    for turn in play.turns.values():
        yield from turn.lines
    for ending in play.endings.values():
        yield from ending.lines


def leads_to(reply: Reply) -> set[str]:
    """Return the turns and endings to which a reply may lead."""
    return {reply.to} if isinstance(reply.to, str) else {way.to for way in reply.to}


def said_in(play: RolePlay) -> Iterator[str]:
    """Yield what is said and done in it, on every path."""
    yield play.setting
    yield from (turn.title for turn in play.turns.values())
    yield from (line.says for line in _lines(play))
    for reply, _ in replies(play):
        yield from (reply.text, reply.effect, reply.better or "")
