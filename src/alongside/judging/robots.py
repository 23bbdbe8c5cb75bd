"""Test-wise robots: readers who know nothing and pass by the looks of the options.

Each robot takes one look: the longest option, the shortest, or one between them; the first, the
last, or one between them; the one that shares most words with the prompt; those without words
like "always". Item-writing flaws let such readers pass (Tarrant and Ware 2008; Rush 2016), and
writers like to hide the key in the middle (Attali and Bar-Hillel 2003).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

MARGIN = 0.10
"""How far above chance a robot may come, as a share of the credit."""

ABSOLUTE = re.compile(
    r"\b(?:always|never|must|only|every|every(?:body|one|thing)|nobody|no one|nothing|all|none"
    r"|absolutely|completely|impossible)\b",
    re.IGNORECASE,
)
"""Words that leave no exception: test-wise readers pass them by."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    "the and you your that this with for was are not but have has had her his they them their "
    "she what how from about can will would could just one all out who when which".split()
)


@dataclass(frozen=True)
class Looks:
    """What a robot sees of a question: the prompt, and each option with the credit it earns."""

    prompt: str
    options: tuple[tuple[str, float], ...]

    @property
    def chance(self) -> float:
        """Return the credit a blind guess earns on average, 0 to 1."""
        return sum(credit for _, credit in self.options) / len(self.options)


Robot = Callable[[Looks], float]


def longest(looks: Looks) -> float:
    """Return the credit of the longest option; ties are shared."""
    return _mean_of_best(looks, len)


def shortest(looks: Looks) -> float:
    """Return the credit of the shortest option: whoever evens out long keys overdoes it."""
    return _mean_of_best(looks, lambda text: -len(text))


def first(looks: Looks) -> float:
    """Return the credit of the option written first."""
    return looks.options[0][1]


def middling(looks: Looks) -> float:
    """Return the mean credit of the options that are neither longest nor shortest."""
    lengths = [len(text) for text, _ in looks.options]
    return _mean([c for t, c in looks.options if min(lengths) < len(t) < max(lengths)], looks)


def last(looks: Looks) -> float:
    """Return the credit of the option written last."""
    return looks.options[-1][1]


def between(looks: Looks) -> float:
    """Return the mean credit of the options that are written neither first nor last."""
    return _mean([credit for _, credit in looks.options[1:-1]], looks)


def echo(looks: Looks) -> float:
    """Return the credit of the option that shares most words with the prompt."""
    asked = _content(looks.prompt)
    return _mean_of_best(looks, lambda text: len(asked & _content(text)))


def soft(looks: Looks) -> float:
    """Return the credit of the options with the fewest words such as "always"."""
    return _mean_of_best(looks, lambda text: -len(ABSOLUTE.findall(text)))


ROBOTS: dict[str, Robot] = {
    "longest": longest,
    "shortest": shortest,
    "first": first,
    "shares words": echo,
    "passes absolutes by": soft,
    "last": last,
    "a middle place": between,
    "a middle length": middling,
}


@dataclass(frozen=True)
class Score:
    """What one robot earned over a set of questions, beside blind chance; shares of 1."""

    robot: str
    earned: float
    chance: float

    @property
    def beats_chance(self) -> bool:
        """Return whether it came more than the margin above chance."""
        return self.earned > self.chance + MARGIN


def scores(questions: Sequence[Looks]) -> tuple[Score, ...]:
    """Return each robot's mean credit over the questions; nothing where there are none."""
    if not questions:
        return ()
    chance = sum(looks.chance for looks in questions) / len(questions)
    return tuple(
        Score(name, sum(map(robot, questions)) / len(questions), chance)
        for name, robot in ROBOTS.items()
    )


def _content(text: str) -> frozenset[str]:
    return frozenset(m.group().lower() for m in _WORD.finditer(text)) - _COMMON


def _mean_of_best(looks: Looks, key: Callable[[str], int]) -> float:
    most = max(key(text) for text, _ in looks.options)
    return _mean([credit for text, credit in looks.options if key(text) == most], looks)


def _mean(earned: Sequence[float], looks: Looks) -> float:
    """Return the mean of the credits; chance where the robot finds no option of its kind."""
    return sum(earned) / len(earned) if earned else looks.chance
