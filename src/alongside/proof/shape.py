"""R6xx: the shape of a role-play that is shipped: long, alive, no quiz in disguise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alongside.playing.conditions import predicate
from alongside.proof.found import Found
from alongside.proof.robots import (
    PLACES,
    SIGNS,
    TRICKS,
    chance_of_good,
    given_away,
    robot_of_good,
)
from alongside.proof.study import Study

TURNS = 12
ENDINGS = 3
GOOD_REPLIES = 5
LIVING_TURNS = 3
FORKS = 2
FURTHER = 2
"""Steps for which the two sides of a fork stay apart."""
MARGIN = 0.10
"""A robot may beat chance by this much."""
SIGN_MARGIN = 0.30
"""And one that looks for a sign inside replies by this much: people do ask when they listen."""
SHUFFLES = 100
"""Orders that are tried before a fault names one."""
_FEW = 5
"""Turns that a fault names."""
MEANING = {
    **{place: f"the {place} reply" for place in PLACES},
    "middle": "a reply in a middle place",
    "longest": "the longest reply",
    "shortest": "the shortest reply",
    "echo": "the reply that shares most words with what was just said",
    "asking": "a reply with a question mark",
    "telling": "a reply without a question mark",
    "calm": "a reply without an exclamation mark",
    "or": "a reply with an “or” in it",
    "sentences": "the reply of most sentences",
}


def too_few_turns(study: Study) -> Iterator[Found]:
    """R601: there are fewer than twelve turns."""
    count = len(study.role_play.turns)
    if count < TURNS:
        says = f"There are too few turns: {count}."
        yield Found("R601", ("turns",), says, f"Write at least {TURNS}.")


def too_few_endings(study: Study) -> Iterator[Found]:
    """R602: there are fewer than three endings."""
    count = len(study.role_play.endings)
    if count < ENDINGS:
        says = f"There are too few endings: {count}."
        yield Found("R602", ("endings",), says, f"Write at least {ENDINGS}.")


def good_too_soon(study: Study) -> Iterator[Found]:
    """R603: a good ending is reached by fewer than five replies."""
    if study.good_nodes:
        replies = study.replies_to(min(study.good_nodes))
        if len(replies) < GOOD_REPLIES:
            says = f"A good ending is reached by {len(replies)} replies."
            remedy = f"Let the shortest good path take at least {GOOD_REPLIES}."
            yield Found("R603", ("endings",), says, remedy, replies)


def too_few_living_turns(study: Study) -> Iterator[Found]:
    """R604: fewer than three turns have lines that depend on how things stand."""
    living = [name for name in study.role_play.turns if _lives(study, name)]
    if len(living) < LIVING_TURNS:
        names = f" ({', '.join(living)})" if living else ""
        says = (
            f"Too few turns have lines that depend on how things stand: {len(living)}{names}."
        )
        remedy = f"Give lines a “when” in at least {LIVING_TURNS} turns."
        yield Found("R604", ("turns",), says, remedy)


def too_few_forks(study: Study) -> Iterator[Found]:
    """R605: fewer than two forks stay apart for more than two turns."""
    apart = forks(study)
    if len(apart) < FORKS:
        names = f" ({', '.join(apart)})" if apart else ""
        says = f"Too few forks stay apart for more than two turns: {len(apart)}{names}."
        remedy = f"Let two replies of at least {FORKS} turns lead to stretches of their own."
        yield Found("R605", ("turns",), says, remedy)


def robots_do_well(study: Study) -> Iterator[Found]:
    """R606: a trick of taking tests beats chance by more than ten points."""
    remedy = "change the lengths or the words of some replies."
    for robot, says in _beaten(study, TRICKS, MARGIN):
        yield Found("R606", ("turns",), says, _where(study, robot) + remedy)


def signs_do_well(study: Study) -> Iterator[Found]:
    """R607: a sign inside replies beats chance by more than thirty points.

    Whole plays are followed, for five signs: a few turns that matter are enough. R830 of the
    judging room weighs all turns alike, for every word and mark. Each finds what the other lets
    through.
    """
    remedy = "give the sign to other replies too, or take it from some strong ones."
    for robot, says in _beaten(study, SIGNS, SIGN_MARGIN):
        yield Found("R607", ("turns",), says, _where(study, robot) + remedy)


def places_do_well(study: Study) -> Iterator[Found]:
    """R608: taking always what is shown in one place beats chance by more than ten points.

    Where turns are few, luck alone may decide, and R601 has asked for more.
    """
    if len(study.role_play.turns) < TURNS:
        return
    told = [says for _, says in _beaten(study, PLACES, MARGIN)]
    remedy = _other_order(study) if told else ""
    for says in told:
        yield Found("R608", ("turns",), says, remedy)


def _other_order(study: Study) -> str:
    """Return the remedy: the first ``shuffle`` with which no place does well."""
    for number in range(SHUFFLES):
        other = Study(study.role_play.model_copy(update={"shuffle": number}), study.budget)
        other.graph = study.graph  # the order changes nothing that can be reached
        if not any(_beaten(other, PLACES, MARGIN)):
            return f"Write “shuffle: {number}” above “turns”; then no place does."
    return "No “shuffle” mends it: let fewer ways lead to good endings."


def _where(study: Study, robot: str) -> str:
    turns = given_away(study, robot)[:_FEW]
    return f"In {', '.join(turns)}: " if turns else "Where that is a strong one, "


def _beaten(study: Study, robots: Iterable[str], margin: float) -> Iterator[tuple[str, str]]:
    """Yield each robot that does better than chance by the margin, and how well it does."""
    shares = {robot: robot_of_good(study, robot) for robot in robots}
    if max(shares.values()) <= margin:
        return
    chance = chance_of_good(study)
    for robot, share in shares.items():
        if share > chance + margin:
            says = (
                f"Choosing always {MEANING[robot]} reaches a good ending in {share:.0%} of"
                f" plays; chance does in {chance:.0%}."
            )
            yield robot, says


def forks(study: Study) -> list[str]:
    """Return the turns from which two replies lead to stretches that stay apart."""
    nexts = _next_turns(study)
    stretches = {name: _stretch(nexts, name) for name in nexts}
    return [
        name
        for name, targets in nexts.items()
        if any(
            one < two and _apart(stretches[one], stretches[two])
            for one in targets
            for two in targets
        )
    ]


SHAPE = (
    too_few_turns,
    too_few_endings,
    good_too_soon,
    too_few_living_turns,
    too_few_forks,
)
SHAPE_OF_LINES = (too_few_living_turns,)
"""Those that depend on when a line is heard."""
SHAPE_OF_WORDS = (robots_do_well, signs_do_well, places_do_well)
"""Those that read the words of replies, or their order."""


def _lives(study: Study, name: str) -> bool:
    nodes = study.graph.at.get(name, [])
    for tree in study.machine["places"][name]["lines"]:
        if (
            tree is not None
            and len({predicate(tree)(study.graph.values[n]) for n in nodes}) > 1
        ):
            return True
    return False


def _next_turns(study: Study) -> dict[str, set[str]]:
    """Return turn → the turns that some play enters from it."""
    turns = study.role_play.turns
    found: dict[str, set[str]] = {name: set() for name in turns}
    for node, move in study.reply_nodes():
        if move.to >= 0 and study.graph.turns[move.to] in turns:
            found[study.graph.turns[node]].add(study.graph.turns[move.to])
    return found


def _stretch(nexts: dict[str, set[str]], name: str) -> list[set[str]]:
    """Return the turns first met after 0, 1, … further steps."""
    rings = [{name}]
    met = {name}
    for _ in range(FURTHER):
        ring = {to for each in rings[-1] for to in nexts[each]} - met
        rings.append(ring)
        met |= ring
    return rings


def _apart(one: list[set[str]], two: list[set[str]]) -> bool:
    """Return whether both go on for that long, and share no turn."""
    lasting = bool(one[-1]) and bool(two[-1])
    return lasting and not set().union(*one) & set().union(*two)
