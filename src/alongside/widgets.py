"""Activities that are live in a notebook: the HTML and the script of the site, and traits.

::

    from alongside import evidence, quiz, role_play

    evidence("does-peer-support-help")    # a table with pictures, from evidence.yml
    asked = quiz("active-listening", "active-listening-name-the-move")
    asked                    # shows it
    asked.answers            # {"active-listening-name-the-move": "reflection"}
    asked.answers = {}       # and the page shows it unanswered

A trainee's own words never come to Python: they stay in the page that they were typed into.
"""

from __future__ import annotations

import json
import os
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import anywidget
import traitlets as t

from alongside.model import OwnWords
from alongside.playing import machine
from alongside.reading.course_folder import VARIABLE, course_folder
from alongside.reading.current import refreshed
from alongside.reading.load import CAMPUS, COURSE, EVIDENCE
from alongside.render import assets, campus, questions
from alongside.render import role_play as role_plays
from alongside.render.evidence import picture

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import PurePosixPath

    from alongside.model import Bank, Course
    from alongside.model.evidence import Group
    from alongside.model.role_play import RolePlay as Play
    from alongside.reading.load import Loaded

LISTED = 8
"""Names that an error lists before it leaves the rest out."""


class CourseError(t.TraitError):
    """What a notebook asks for is not there; the text says what to do."""

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows: the sentence, and no page of program text."""
        return [str(self)]


class _Told:
    """A trait that refuses a value of a wrong kind in one sentence: it tells what it takes."""

    name: str | None
    help: str

    def error(self, *_refused: object, **_why: object) -> NoReturn:
        raise CourseError(f"{self.name!r} takes {self.help}.")

    element_error = error


class _ToldDict(_Told, t.Dict):
    pass


class _ToldList(_Told, t.List):  # type: ignore[type-arg]
    pass


class _Activity(anywidget.AnyWidget):
    """What both kinds share: HTML that Python makes, and a name to be printed by."""

    _esm = assets.notebook_script()
    _css = assets.notebook_style()
    html = t.Unicode(read_only=True).tag(sync=True)

    def __init__(self, html: str, called: str) -> None:
        super().__init__()
        self.set_trait("html", html)
        self._called = called

    def __repr__(self) -> str:
        return self._called

    def _repr_mimebundle_(self, **wishes: Any) -> tuple[dict[str, Any], dict[str, Any]]:  # noqa: ANN401
        """Return the live view, and the HTML for places where nothing is live."""
        found = super()._repr_mimebundle_(**wishes) or ({}, {})
        shown, facts = found
        return {**shown, "text/html": self.html}, facts


class Quiz(_Activity):
    """Some questions of a bank.

    Attributes:
        answers: Question id → answer, of those answered. To change it, set it anew.
        credit: Question id → 0 to 1, of those checked on the page and not changed since.

    """

    answers = _ToldDict(
        key_trait=t.Unicode(), help='question ids with answers, such as {"one-id": "an-option"}'
    ).tag(sync=True)
    credit = _ToldDict(
        key_trait=t.Unicode(), value_trait=t.Float(), help="question ids with numbers, 0 to 1"
    ).tag(sync=True)

    def __init__(self, html: str, called: str, asked: Sequence[str]) -> None:
        """Take the ids of the questions that can be answered from Python."""
        self._asked = tuple(asked)
        super().__init__(html, called)

    @t.validate("answers")
    def _only_what_is_asked(self, proposal: t.Bunch) -> dict[str, Any]:
        answers: dict[str, Any] = proposal["value"]
        for one in answers:
            if one not in self._asked:
                raise _no_such("question", one, self._asked, "here to be answered")
        try:
            json.dumps(answers, allow_nan=False)
        except (TypeError, ValueError, RecursionError):
            told = "An answer is an id, a number, a list or a dictionary of these."
            raise CourseError(f"The page cannot be sent this answer. {told}") from None
        return answers


class RolePlay(_Activity):
    """One branching conversation.

    Attributes:
        path: The ids of the replies so far. To change it, set it anew.

    """

    path = _ToldList(
        t.Unicode(), help='a list of reply ids, such as ["one-reply", "another"]'
    ).tag(sync=True)

    def __init__(self, html: str, called: str, play: Play) -> None:
        """Take the role-play, to follow the path in Python as the page does."""
        self._machine = machine.compiled(play)
        super().__init__(html, called)

    @t.validate("path")
    def _only_what_is_offered(self, proposal: t.Bunch) -> list[str]:
        path: list[str] = proposal["value"]
        self._played(path)
        return path

    @property
    def ending(self) -> str | None:
        """The id of the ending that the path has come to, or None within the conversation."""
        return machine.ending(self._machine, self._played(self.path))

    @property
    def state(self) -> dict[str, str | bool]:
        """How things stand: each meter's level and each fact, by name."""
        values = self._played(self.path).values
        known = zip(self._machine["variables"], values, strict=True)
        return {
            one["name"]: one["levels"][value] if one["kind"] == "meter" else bool(value)
            for one, value in known
            if one["kind"] != "chose"
        }

    def _played(self, path: Sequence[str]) -> machine.State:
        state = machine.start(self._machine)
        for said in path:
            offered = machine.replies_offered(self._machine, state)
            if said not in offered:
                raise _no_such("reply", said, offered, f"at {state.turn!r}")
            state = machine.take(self._machine, state, said) or state
        return state


def quiz(bank: str, *question_ids: str) -> Quiz:
    """Return some questions of a bank, live; without ids, all of them.

    Raises:
        CourseError: No course is in reach, or it has no such bank or question.

    """
    loaded, course = _course()
    found = loaded.banks.get(str(bank))
    if found is None:
        file = f"quizzes/{bank}.yml"
        raise _unread(loaded, file) or _no_such("bank", bank, loaded.banks, "in this course")
    chosen = _chosen(found, question_ids)
    html = questions.quiz(chosen, found, course.id)
    asked = [one.id for one in chosen if not isinstance(one, OwnWords)]
    return Quiz(html, _call("quiz", bank, *question_ids), asked)


def role_play(role_play_id: str) -> RolePlay:
    """Return a role-play, live.

    Raises:
        CourseError: No course is in reach, or it has no such role-play.

    """
    loaded, course = _course()
    found = loaded.role_plays.get(str(role_play_id))
    if found is None:
        file = f"role_plays/{role_play_id}.yml"
        names = loaded.role_plays
        raise _unread(loaded, file) or _no_such(
            "role-play", role_play_id, names, "in this course"
        )
    if loaded.campus is None:
        raise _unread(loaded, CAMPUS) or CourseError("The course has no campus.yml.")
    skills = {skill.id: skill.name for skill in course.skills}
    card = campus.help_card(loaded.campus, "")
    html = role_plays.role_play(found, course.id, help_card_html=card, skills=skills)
    return RolePlay(html, _call("role_play", role_play_id), found)


class Picture:
    """Findings of ``evidence.yml`` that a notebook shows as a table with pictures."""

    def __init__(self, group: Group) -> None:
        self._group = group

    def __repr__(self) -> str:
        return _call("evidence", self._group.id)

    def _repr_html_(self) -> str:
        return picture(self._group)


def evidence(group: str) -> Picture:
    """Return the findings on one question.

    Args:
        group: Its id in ``evidence.yml``.

    Raises:
        CourseError: There is no such group, or the file cannot be read; the text says which.

    """
    loaded, _ = _course()
    groups = {one.id: one for one in loaded.evidence.groups} if loaded.evidence else {}
    if str(group) not in groups:
        raise _unread(loaded, EVIDENCE) or _no_such("group", group, groups, f"in {EVIDENCE}")
    return Picture(groups[group])


def _course() -> tuple[Loaded, Course]:
    """Return the course as it stands on disk now: an edited bank is shown as edited."""
    named = os.environ.get(VARIABLE)
    folder = course_folder(Path.cwd(), named)
    if folder is None:
        where = f"in {named}" if named else f"in {Path.cwd()} or above it"
        raise CourseError(
            f"There is no course.yml {where}. Open the notebook from the course folder with "
            f"`make lab`, or set {VARIABLE} to the folder that holds course.yml."
        )
    loaded = refreshed(folder)
    if loaded.course is None:
        raise _unread(loaded, COURSE) or CourseError(f"{folder / COURSE} cannot be read.")
    return loaded, loaded.course


def _chosen(bank: Bank, ids: Sequence[str]) -> list[Any]:
    by_id = {question.id: question for question in bank.questions}
    for one in ids:
        if str(one) not in by_id:
            raise _no_such("question", one, by_id, f"in the bank {bank.module!r}")
    return [by_id[one] for one in dict.fromkeys(ids)] or list(bank.questions)


def _unread(loaded: Loaded, file: PurePosixPath | str) -> CourseError | None:
    """Return the first fault of a file that is there and gave no value."""
    faults = [one for one in loaded.faults if str(one.path) == str(file) and not one.warning]
    return CourseError(str(faults[0])) if faults else None


def _no_such(what: str, name: object, names: Collection[str], where: str) -> CourseError:
    close = get_close_matches(str(name), names, n=1)
    if close:
        help_on = f"Did you mean {close[0]!r}?"
    elif names:
        listed = ", ".join(list(names)[:LISTED]) + (", …" if len(names) > LISTED else "")
        help_on = f"There are: {listed}."
    else:
        help_on = "There are none."
    return CourseError(f"There is no {what} {str(name)[:80]!r} {where}. {help_on}")


def _call(name: str, *arguments: str) -> str:
    return f"{name}({', '.join(repr(one) for one in arguments)})"
