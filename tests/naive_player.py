"""Tiny random role-plays, and a naive player that tries every path of them."""

import json
from itertools import count

from hypothesis import strategies as st

from alongside.model import RolePlay
from alongside.model.role_play import Way
from alongside.playing.conditions import evaluate, parse, vocabulary

LEVELS = ["low", "mid", "high"]
TURNS = ["a", "b", "c"]
POOR = {"weak", "harmful"}
ENDS = {"good": "good", "poor": "missed"}
WORDS = {"text": "Hm.", "effect": "Waits.", "feedback": "Fine.", "better": "Go on?"}
WHEN = st.sampled_from(
    [None] * 4
    + [
        "mood at least mid",
        "mood is low",
        "told",
        "not told",
        "chose a.x",
        "mood above mid or chose b.y",
        "not (told and mood is high)",
        "told and chose a.x",
    ]
)


def with_when(data, when):
    return data if when is None else data | {"when": when}


@st.composite
def replies(draw):
    found = []
    for reply_id in ("x", "y"):
        places = st.sampled_from([*TURNS, *ENDS])
        ways = [
            with_when({"to": draw(places)}, draw(WHEN)) for _ in range(draw(st.integers(1, 2)))
        ]
        change = {}
        if draw(st.booleans()):
            change["mood"] = draw(st.sampled_from([-1, 1, 2]))
        if draw(st.booleans()):
            change["told"] = draw(st.booleans())
        quality = draw(st.sampled_from(["strong", "middling", "weak", "harmful"]))
        reply = {"id": reply_id, **WORDS, "quality": quality, "change": change, "to": ways}
        if draw(st.booleans()):
            reply["skills"] = ["repair"]
        if draw(st.booleans()):
            reply["feedback"] = f"“Line 0 of {draw(places)}” fits."
        found.append(with_when(reply, draw(WHEN)))
    return found


def repairing(reply):
    return reply["quality"] == "strong" and "skills" in reply


@st.composite
def role_plays(draw):
    def lines(name):
        return [
            with_when({"says": f"Line {n} of {name}."}, draw(WHEN))
            for n in range(draw(st.integers(1, 2)))
        ]

    turns = {
        name: {
            "title": name,
            "lines": lines(name),
            "replies": draw(replies()),
            "risk": draw(st.booleans()),
            "help": draw(st.booleans()),
        }
        for name in TURNS
    }
    said = {f"{name}.{each['id']}": each for name in TURNS for each in turns[name]["replies"]}
    repairs = [name for name, each in said.items() if repairing(each)]
    for each in said.values():
        if each["quality"] == "harmful" and repairs:
            each["mended_by"] = draw(st.lists(st.sampled_from(repairs), unique=True))
    endings = {
        name: {"kind": kind, "title": name, "lines": lines(name), "help": draw(st.booleans())}
        for name, kind in ENDS.items()
    }
    debrief = [
        with_when({"id": f"d{n}", "phase": "reactions", "ask": "How?"}, draw(WHEN))
        for n in range(3)
    ]
    rules = {
        "never": [{"id": "n", "at": "good", "when": draw(WHEN) or "told", "why": "So."}],
        "always_possible": [{"id": "p", "goal": "good", "from": ["b"], "why": "So."}],
        "must_pass": [{"id": "m", "to": "good", "through": "c", "why": "So."}],
    }
    data = {
        "format": 1,
        "id": "tiny",
        "title": "Tiny",
        "module": "tiny",
        "outcomes": ["tiny"],
        "channel": "text",
        "minutes": 1,
        "content_note": "None.",
        "setting": "Here.",
        "people": {},
        "meters": {"mood": {"about": "Mood.", "levels": LEVELS, "start": "mid"}},
        "facts": {"told": "Told."},
        "start": "a",
        "turns": turns,
        "endings": endings,
        "debrief": debrief,
        "rules": rules,
    }
    return RolePlay.model_validate_json(json.dumps(data))


class Naive:
    """Plays on the values themselves: nothing is compiled, reduced or kept small.

    A state is (turn, mood, told, every reply ever chosen).
    """

    def __init__(self, play):
        self.play = play
        self.known = vocabulary(play)
        self.states = [("a", 1, 0, frozenset())]
        self.steps = {}
        for at in count():
            if at == len(self.states):
                break
            state = self.states[at]
            self.steps[state] = list(self.moves(state))
            for *_, after in self.steps[state]:
                if after is not None and after not in self.states:
                    self.states.append(after)

    def holds(self, when, state):
        if when is None:
            return True
        _, mood, told, chosen = state
        names = {reply: int(reply in chosen) for reply in self.known.replies}
        return evaluate(parse(when, self.known), names | {"mood": mood, "told": told})

    def taken(self, state):
        """The replies on offer, each with how things stand before a way is looked for."""
        turn, mood, told, chosen = state
        for reply in self.play.turns[turn].replies if turn in self.play.turns else ():
            if self.holds(reply.when, state):
                higher = min(max(mood + int(reply.change.get("mood", 0)), 0), 2)
                truth = int(reply.change.get("told", told))
                yield reply, (turn, higher, truth, chosen | {f"{turn}.{reply.id}"})

    def moves(self, state):
        for reply, then in self.taken(state):
            ways = reply.to if isinstance(reply.to, tuple) else (Way(to=reply.to),)
            way = next((n for n, w in enumerate(ways) if self.holds(w.when, then)), None)
            yield reply, way, None if way is None else (ways[way].to, *then[1:])

    def place(self, state):
        return self.play.turns.get(state[0]) or self.play.endings[state[0]]

    def ends(self, state):
        return state[0] in self.play.endings

    def met(self, begin, allowed=lambda _reply, _after: True):
        """Every state on any path from here over allowed steps."""
        found = [begin]
        for state in found:
            for reply, _, after in self.steps[state]:
                if after is not None and after not in found and allowed(reply, after):
                    found.append(after)
        return found

    def reaches_good(self, state):
        return any(each[0] == "good" for each in self.met(state))
