"""How a trainee fills in the activities, and what the page then holds."""

from __future__ import annotations

import json

NAMES = ("shorter", "dial", "gauge", "ideas", "plan")
OWN = ("shorter", "gauge", "ideas", "plan")
STATEMENTS = ("carry", "dread", "asleep", "alone")


def form_of(page, name):
    return page.locator(f"#q-active-listening-{name}")


def check(form):
    form.locator("[data-do=check]").click()


def result(form):
    return form.locator(".al-result")


def rate(page, *places):
    for name, value in zip(STATEMENTS, places, strict=True):
        page.locator(f"#active-listening-gauge--{name}--{value}").check()


def fill(page, name, words="sleep, and quiet"):
    """Answer one of the activities in a way that says these words somewhere."""
    form = form_of(page, name)
    if name == "gauge":
        rate(page, 1, 2, 3, 4)
    elif name == "ideas":
        for at, line in enumerate((words, "two", "three")):
            form.locator("input[type=text]").nth(at).fill(line)
    else:
        form.locator("textarea").first.fill(words)
    return form


def kept(page, name):
    key = f"alongside:test:q:active-listening-{name}"
    raw = page.evaluate("key => localStorage.getItem(key)", key)
    return None if raw is None else json.loads(raw)


def keep(form):
    form.get_by_label("Keep on this device").check()


def answered(form):
    """What stands in the controls of a form."""
    return form.locator("fieldset").first.evaluate(
        "f => [...f.querySelectorAll('input, textarea, select')]"
        ".map(e => e.type === 'radio' ? e.checked : e.type === 'checkbox' ? 0 : e.value)"
    )


def shown_lines(form):
    lines = form.locator("input[type=text]").all()
    return [line.input_value() for line in lines if line.is_visible()]
