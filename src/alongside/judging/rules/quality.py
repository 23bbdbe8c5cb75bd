"""Rules for what a reply is called: its words, its effect and its meters bear it out."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from alongside.judging.candidates import texts_worth_trying
from alongside.judging.rules.registry import Found, rule
from alongside.judging.rules.role_plays import replies
from alongside.judging.said import QUOTED
from alongside.model import RolePlay, Turn
from alongside.model.role_play import POOR
from alongside.reading.load import Loaded

_STEPS_OUT = {
    "advises": r"\byou(?:['’]d better|(?: really)? should(?!['’]ve| have| know| hear)| ought to"
    r"| must(?! (?:have|be))| had better|['’]ve got to| might want to"
    r"| could (?:always|try|just))\b"
    r"|(?<!would )(?<!if )(?<!else )\byou need to (?!,)"
    r"|(?:^|[.!?…] )you have to\b|\b(?:counselling|therapy|that|it) would help (?:you|if)\b"
    r"|\b(?:what|how) about \w+ing\b"
    r"|\bhave you (?:tried|considered|thought (?:of|about)) (?!so far)"
    r"|\b(?:why don['’]t you|my advice|(?:one|my) tip|if I were you|the best thing"
    r"|the way to go|it would be (?:good|best|better|wise) (?:for you|to|if)"
    r"|what I(?:['’]d| would) do|I(?:['’]d| would)? (?:suggest|recommend|advise|go straight to)"
    r"|tell (?:him|her|them) (?:how you feel|straight)|(?<!if )what you need is)\b"
    r"|(?:^|[.!?…] )(?:Just |Maybe |Perhaps |Then )?(?:talk to|speak (?:to|with)|try \w+ing"
    r"|report|go (?:to|straight)|see a|get (?:your|a|some)|take a|join)\b",
    "takes over": r"\b(?:leave (?!out\b)(?:\w+ ){1,5}(?:to|with) me|at any hour"
    r"|let me (?:talk|speak|handle|fix|sort)|day or night|whatever it takes"
    r"|I(?:['’]ll| will) (?:talk|speak) to (?:him|her|them|your)"
    r"|I(?:['’]ll| will) (?:take care of|handle|sort|fix|deal with|look after)"
    r" (?:it|this|that|everything|you)|(?:call|text|phone|ring|write) me (?:at )?any ?time"
    r"|I(?:['’]ll| will| am|['’]m) always (?:be )?(?:here|there|up))\b",
    "promises": r"\b(?:I promise (?:you|not|that|to)|I swear|just between (?:us|you and me)"
    r"|goes no (?:further|farther)(?![^.?!]*\b(?:but|except|unless|until)\b)"
    r"|stays? (?:here |just |only )?(?:between|with) (?:the two of us|us|you and me)"
    r"(?![^.?!]*\b(?:but|except|unless|until)\b)"
    r"|(?:my )?lips are sealed|take it to (?:my|the) grave"
    r"|(?:won['’]t|will not|never|not) (?:tell|say a word to|breathe a word to)"
    r" (?:a soul|anyone|anybody)|secret (?:is )?safe with"
    r"|(?:nobody|no one) (?:else )?(?:will|['’]ll|needs to|has to) (?:ever )?"
    r"(?:know|hear|find out))\b",
    "soothes": r"\b(?:(?:do not|don['’]t) worry|everything(?:['’]s| is)? (?:will|going to) be"
    r"|(?:it|that|things|this|everything|all|you)(?:['’]ll| will)(?: all)? (?:work out"
    r"|get better|be (?:fine|okay|ok|all right|alright))|no big deal|cheer up|hang in there"
    r"|(?:stay|be) strong|time heals|look back and laugh|for a reason"
    r"|could be (?:(?:so much|much|far|a lot|way) )?worse|count yourself lucky"
    r"|(?:others|other people|people|some) have it (?:much |far |a lot )?(?:harder|worse)"
    r"|it gets better|God (?:has|never)|silver lining"
    r"|you(?:['’]ll| will) (?:ace|do (?:fine|great|well)(?! to\b)|make it(?! to\b)|nail|pass"
    r"(?=[,.!?;]|$| (?:and|easily|it|that|this|with)\b| the (?:course|exam|midterm|test)))"
    r"|at least (?:he|she|they|you|it)|you can trust me)\b",
    "claims to know": r"\bI (?:know|understand) (?:exactly|just|precisely) (?:how|what)\b"
    r"|\bI know (?:how (?:you feel|that feels|it feels)|the feeling)\b"
    r"|\bI['’]ve been (?:exactly |just |right )?where you are\b",
    "asks why": r"\bwhy (?:would|did|are|were|have|has|can['’]t|don['’]t|didn['’]t|won['’]t"
    r"|couldn['’]t|haven['’]t) you\b|\bhow come you\b",
    "hopes for a no": r"\bnot (?:thinking|going|planning|about)\b[^.?!]{0,60},"
    r" (?:are|were|will) you\b",
    "diagnoses or treats": r"\b(?:anxiety|adhd|ptsd|ocd|bpd|bipolar|psycho(?:sis|tic)|trauma"
    r"|borderline|burn-?out|eating disorder|anorexia|bulimia|paranoi\w*|manic|symptoms?"
    r"|disorder|syndrome|depressive|diagnos\w+|melatonin|antidepress\w+|insomnia"
    r"|sleeping (?:pill|tablet)s?"
    r"|(?:sounds like|you seem|you['’]re|you are) (?:\w+ )?(?:depress|traumati)\w+"
    r"|(?:that['’]s|that is|sounds like|having) a panic attack"
    r"|coping (?:skill|mechanism|strateg)\w+|take something for)\b",
}
"""What is no peer's to say, or closes what it should open."""
OUT_OF_ROLE = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _STEPS_OUT.items()}
_SHUT = re.compile(
    r"\b(?:turns? away|turns? (?:his|her|their) back|stops? (?:talking|writing|answering)"
    r"|walks? (?:out|away|off)|storms? (?:out|off)|logs? off|puts? on (?:his|her|their) coat"
    r"|shut(?:s|ting)? (?:down|(?:him|her|them) (?:down|out|up))|rolls? (?:his|her|their) eyes"
    r"|says? nothing more|goes? (?:cold|silent)"
    r"|(?:crosses|folds) (?:his|her|their) arms|sits? further back|pulls? away|backs? away"
    r"|clos(?:es|ed|ing) the door|push(?:es|ed|ing)? (?:him|her|them) away"
    r"|(?:won['’]t|will not) come back|driv(?:es|ing) (?:him|her|them) away|bursts? into tears"
    r"|ignores? you|(?:he|she) hangs up|does(?: not|n['’]t) answer (?:you|any)"
    r"|(?:not |un)helpful"
    r"|gets up (?:and|without a word and) (?:goes|leaves)|harmful|contempt"
    r"|you ignored|ignores (?:what|his|her|their)"
    r"|feels? (?:judged|ignored|attacked))\b",
    re.IGNORECASE,
)
_CLINICAL = re.compile(
    r"\b(?:symptoms?|disorder|screen(?:ed|ing) (?:for|him|her|them)|depression|anxiety|ptsd"
    r"|adhd|ocd|bipolar|psychosis|assess(?:ed|ing) (?:his|her|their) risk)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:a|an|the|this) (?:(strong|strongest|best|excellent|ideal|perfect)|(middling)"
    r"|(weak|harmful|poor|bad|worst)) (?:reply|answer|choice|response)\b"
    r"|\bthis (?:reply|answer|response) is (?:(strong|excellent|ideal|perfect)|(middling)"
    r"|(weak|harmful|poor|bad))\b",
    re.IGNORECASE,
)
_MEANT = (POOR, frozenset({"strong"}), frozenset({"middling"}))
"""What each group of the pattern above says, counted round from the third."""
_OPEN = re.compile(
    r"\b(?:opens? up|leans? (?:in|forward|closer)|tells? you everything|begins? to tell"
    r"|feels? (?:heard|seen|understood)|trusts? you|sits? closer"
    r"|relaxes|relief all|better at once|well done|exactly what (?:he|she|they)|most helpful"
    r"|builds trust|textbook|shows empathy|(?:great|good) (?:choice|job))\b",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    r"\b(?:(?:he|she|(?-i:[A-Z]\w+)) (?:\w+ly )?(?:decides|reali[sz]es|regrets|resents"
    r"|senses|trusts|understands|feels(?! (?:along|around|behind|for|in|through|under)\b))"
    r"|they (?:\w+ly )?(?:decide|reali[sz]e|regret|resent|sense|trust|understand)"
    r"|deep (?:down|inside)|(?:earn|gain|lose|win)s? (?:\w+ )?points?"
    r"|(?:best|right|wrong) thing to (?:do|say))\b",
    re.IGNORECASE,
)
"""What goes on in somebody, or what a marker would say."""
_MARK = re.compile(
    r"\b(?:game over|well done|wrong (?:answer|choice|ending|reply)|you (?:did it|fail|failed"
    r"|ruined|(?:lose|lost|win|won)(?= (?:her|him|it|them|(?-i:[A-Z]))|\W*$)))\b"
    r"|^(?:an? )?(?:(?:big|complete|total) )?(?:fail\w*|success\w*|wrong|you made it)\W*$",
    re.IGNORECASE,
)
"""A mark where an ending has its title; of an exam that was failed it may speak."""
_OFTEN, _FEW = 1 / 3, 2
"""Share and number of poor replies above which a fact only says that words landed badly."""


@rule("R812", warning=True)
def strong_replies_stay_in_the_role(loaded: Loaded) -> Iterator[Found]:
    """No strong reply or better words advise, take over, promise, soothe, ask why or diagnose.

    Reflect, ask, or ask permission first; or correct the quality.
    """
    worth = {name: texts_worth_trying(loaded, each) for name, each in OUT_OF_ROLE.items()}
    clinical = texts_worth_trying(loaded, _CLINICAL)
    for play in loaded.role_plays.values():
        for reply, path in replies(play):
            part = "text" if reply.quality == "strong" else "better"
            good = getattr(reply, part) or ""
            for name, pattern in OUT_OF_ROLE.items():
                if good in worth[name] and (found := pattern.search(good)):
                    says = f"'{found.group().strip()}' {name}, where good words are shown."
                    yield Found(play, (*path, part), says, play.waive)
            told = QUOTED.sub("", reply.feedback) if reply.feedback in clinical else ""
            if found := _CLINICAL.search(told):
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
                if found := sign.search(QUOTED.sub("", getattr(reply, part))):
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
                quality = (found.lastindex or 1) % len(_MEANT)
                if reply.quality not in _MEANT[quality]:
                    says = f"'{found.group()}' is said of a reply called {reply.quality}."
                    yield Found(play, (*path, "feedback"), says)


@rule("R829", needs=("course.yml",))
def skills_are_named_as_they_are_shown(loaded: Loaded) -> Iterator[Found]:
    """Feedback that calls a reply a skill names one of its `skills`; a poor reply shows none.

    Mend the feedback, the `skills` or the quality, whichever is mistaken.
    """
    skills = loaded.course.skills if loaded.course else ()
    called = {skill.name.lower(): skill.id for skill in skills}
    pattern = re.compile(
        r"(?:^|[.!?:] |\b(?:is|was|shows|makes) )(?:an?|this|your) (?:\w+,? ){0,2}?"
        rf"({'|'.join(map(re.escape, called))})\b(?! (?:can|could|might|needs|would)\b)",
        re.IGNORECASE,
    )
    for play in loaded.role_plays.values() if called else ():
        for reply, path in replies(play):
            for found in pattern.finditer(QUOTED.sub("", reply.feedback)):
                shown = reply.skills if reply.quality not in POOR else ()
                if called[found[1].lower()] not in shown:
                    says = f"'{found.group().strip(' .:?!')}' is said of {reply.id}, "
                    says += f"a {reply.quality} reply without it."
                    yield Found(play, (*path, "feedback"), says)


@rule("R828", warning=True)
def effects_show_what_one_could_see(loaded: Loaded) -> Iterator[Found]:
    """An effect is what one could see or hear; neither it nor an ending's title gives marks.

    Write what the person does or says; what may be behind it belongs in the feedback.
    """
    for play in loaded.role_plays.values():
        for reply, path in replies(play):
            if found := _UNSEEN.search(QUOTED.sub("", reply.effect)):
                says = f"'{found.group()}' cannot be seen."
                yield Found(play, (*path, "effect"), says, play.waive)
        for name, ending in play.endings.items():
            if found := _MARK.search(ending.title):
                says = f"'{found.group()}' gives a mark."
                yield Found(play, ("endings", name, "title"), says, play.waive)


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
