"""How a trainee fills in a question."""

from __future__ import annotations


def question(page, name, quiz="one"):
    return page.locator(f"#q-listening-{quiz}-{name}")


def option(form, name):
    return form.locator(f"[data-option={name}]")


def press(form, name):
    form.get_by_role("button", name=name, exact=True).click()


def rate(form, **places):
    for name, place in places.items():
        option(form, name).locator(f"[value='{place}']").check()


def match(form, **labels):
    for name, label in labels.items():
        option(form, name).locator("select").select_option(label)


def put_in_order(form, *wanted):
    """Move the steps up, one by one, until they stand as wanted."""
    for place, name in enumerate(wanted):
        up = option(form, name).get_by_text("Move up", exact=True)
        while True:
            now = form.locator("[data-option]").evaluate_all(
                "all => all.map(e => e.dataset.option)"
            )
            if now.index(name) <= place:
                break
            up.click()
