"""Bring questions and role-plays into each of their states, as a trainee would."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from accessibility import plays

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Locator, Page

QUESTION_STATES = ("empty", "hint", "error", "wrong", "right", "again")
QUALITIES = ("strong", "middling", "weak", "harmful")
MOMENTS = (
    "start",
    "turn",
    *QUALITIES,
    "paused",
    "help",
    "what-if",
    "tried",
    "ending",
    "debrief",
)

# ---------------------------------------------------------------- questions


def questions(page: Page) -> list[Locator]:
    """Return the forms of a page, one for each question."""
    names = page.locator(".al-question").evaluate_all("all => all.map(e => e.id)")
    return [page.locator(f"#{name}") for name in names]


def key(form: Locator):
    told = form.evaluate(
        "e => e.closest('alongside-quiz').querySelector('.al-key').textContent"
    )
    return json.loads(told).get(form.get_attribute("data-question"))


def _option(form: Locator, name: str) -> Locator:
    return form.locator(f"[data-option='{name}']")


def put_in_order(form: Locator, wanted: Sequence[str]) -> None:
    """Move the steps up, one by one, until they stand as wanted."""
    standing = "all => all.map(e => e.dataset.option)"
    for place, name in enumerate(wanted):
        while form.locator("[data-option]").evaluate_all(standing).index(name) > place:
            _option(form, name).locator("[data-move='-1']").click()


def _choose(form: Locator, key: dict, *, right: bool) -> None:
    best = (max if right else min)(key, key=key.get)
    _option(form, best).locator("input").check()


def _choose_several(form: Locator, key: dict, *, right: bool) -> None:
    for name, fits in key.items():
        _option(form, name).locator("input").set_checked(bool(fits) is right)


def _match(form: Locator, key: dict, *, right: bool) -> None:
    labels = sorted(set(key.values()))
    for name, label in key.items():
        other = next(each for each in labels if each != label)
        _option(form, name).locator("select").select_option(label if right else other)


def _rate(form: Locator, key: dict, *, right: bool) -> None:
    for name, place in key.items():
        wanted = place if right else (1 if place > 2 else 4)
        _option(form, name).locator(f"[value='{wanted}']").check()


def _order(form: Locator, key: list, *, right: bool) -> None:
    # Both ways, so that a step moves whatever the shuffle gave.
    for wanted in (key[0][::-1], key[0]) if right else (key[0], key[0][::-1]):
        put_in_order(form, wanted)


def _write(form: Locator, _key: object, **_: bool) -> None:
    form.locator("textarea").fill("You carried that alone, and it was a lot.")


def _feel(form: Locator, _key: object, *, right: bool) -> None:
    for part in form.locator("[data-option]").all():
        part.locator(f"[value='{1 if right else 4}']").check()


def _gather(form: Locator, _key: object, **_: bool) -> None:
    for line in form.locator("[type=text]").locator("visible=true").all():
        line.fill("Turn the chair a little")


def _plan(form: Locator, _key: object, **_: bool) -> None:
    for box in form.locator("textarea").all():
        box.fill("Kim, on Mondays")


OWN = frozenset({"reflect", "gauge", "ideas", "plan"})
"""Types whose answer is the trainee's own: no result is right or wrong."""
_ANSWERS = {
    "single": _choose,
    "true-false": _choose,
    "best": _choose,
    "multiple": _choose_several,
    "matching": _match,
    "rate": _rate,
    "ordering": _order,
    "dial": _choose,
    "reflect": _write,
    "gauge": _feel,
    "ideas": _gather,
    "plan": _plan,
}


def answer(form: Locator, *, right: bool) -> None:
    """Answer one question rightly, or as wrongly as it can be."""
    _ANSWERS[form.get_attribute("data-type")](form, key(form), right=right)


def bring_question(form: Locator, state: str) -> None:
    """Bring a fresh question into a state."""
    check = form.locator("[data-do=check]")
    if state == "hint":
        for summary in form.locator(".al-hint summary").all():
            summary.click()
    elif state == "error":
        check.click()
    elif state != "empty":
        answer(form, right=state == "right")
        check.click()
        if state == "again" and form.locator("[data-do=retry]").is_visible():
            form.locator("[data-do=retry]").click()
        elif form.locator(".al-answer:not([open]) summary").count():
            form.locator(".al-answer summary").click()


def bring_questions(page: Page, state: str) -> None:
    """Bring every question of a fresh page into a state."""
    for form in questions(page):
        bring_question(form, state)


# ---------------------------------------------------------------- role-plays


class Talk:
    """One role-play on a page."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name
        self.selector = f"#rp-{name}"
        self.root = page.locator(self.selector)
        self.machine = plays.machine_of(page, name)
        self.moments = plays.moments(self.machine)

    def press(self, do: str, value: str = "") -> None:
        """Press a button of the player."""
        chosen = f'[data-do="{do}"]' + (f'[value="{value}"]' if value else "")
        self.root.locator(chosen).locator("visible=true").first.click()

    def stand(self, path: Sequence[str]) -> None:
        """Stand where these replies lead, before the next one is given."""
        told = self.root.evaluate(
            "(each, path) => { each.path = path; return each.path }", list(path)
        )
        assert told == list(path), f"{self.name} offers no such replies."

    def say(self, path: Sequence[str]) -> None:
        """Give the last of these replies, and stay with what it did."""
        self.stand(path[:-1])
        self.press("say", path[-1])

    def bring(self, moment: str) -> None:
        """Bring a fresh role-play to one of the kinds of moments."""
        if moment != "start":
            self.press("start")
            self.go_on_to(moment)

    def go_on_to(self, moment: str) -> None:
        """Go on from the first turn to one of the kinds of moments."""
        found = self.moments
        if moment in found.by_quality:
            self.say(found.by_quality[moment])
        elif moment in ("paused", "help"):
            self.press({"paused": "pause"}.get(moment, moment))
        elif moment in ("what-if", "tried"):
            self.say(found.by_quality["middling"])
            self.press("if", "0")
            if moment == "tried":
                self.root.locator('[data-do="try"]').first.click()
        elif moment in ("ending", "debrief"):
            self.stand(found.endings["good"])
            if moment == "debrief":
                self.look_back()
        else:
            assert moment == "turn", f"{self.name} has no {moment} reply."

    def look_back(self) -> None:
        """Open whatever the debrief of an ending folds away."""
        for summary in self.root.locator(".al-debrief summary").all():
            if summary.is_visible():
                summary.click()


def talks(page: Page) -> list[Talk]:
    """Return the role-plays of a page."""
    names = page.locator("alongside-role-play").evaluate_all("all => all.map(e => e.id)")
    return [Talk(page, name.removeprefix("rp-")) for name in names]


def open_talk(page: Page, address: str, name: str = "", has: Sequence[str] = ()) -> Talk:
    """Open a page and leave one role-play on it: the others cost the engines minutes.

    Take the one of that name, or the first whose replies have all these qualities.
    """
    page.goto(address)
    talk = next(
        each
        for each in talks(page)
        if name in ("", each.name) and set(has) <= each.moments.by_quality.keys()
    )
    page.evaluate(
        "kept => document.querySelectorAll(`alongside-role-play:not(${kept})`)"
        ".forEach(each => each.remove())",
        talk.selector,
    )
    return talk
