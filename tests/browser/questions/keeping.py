"""What a browser keeps of a question, and what of it is on the screen."""

from __future__ import annotations

import json

from questions.asking import question

PUT_ASIDE = "A saved answer could not be read."
KEY = "alongside:test:q:listening-one-reflection"


def choose(page, name="centre", of="reflection"):
    question(page, of).locator(f"input[value='{name}']").check()


def kept(page, key=KEY):
    raw = page.evaluate("key => localStorage.getItem(key)", key)
    return None if raw is None else json.loads(raw)


def keep(page, value, key=KEY):
    """Store a value as text and load the page again."""
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, value])
    page.reload()


def chosen(page, of="reflection"):
    return (
        question(page, of).locator("input:checked").evaluate_all("all => all.map(i => i.value)")
    )


def order(page, of="reflection"):
    parts = question(page, of).locator("fieldset").first.locator("[data-option]")
    return parts.evaluate_all("all => all.map(part => part.dataset.option)")
