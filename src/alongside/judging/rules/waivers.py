"""The rule for waivers: each must still be needed, so that they never pile up."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.judging.rules.asked import asked
from alongside.judging.rules.registry import RULES, Found, rule
from alongside.model import Bank
from alongside.reading.load import Loaded


@rule("Q116")
def waivers_are_needed(loaded: Loaded) -> Iterator[Found]:
    """A waiver stands only where its rule would speak.

    Delete the waiver: a fault is mended, and what has healed needs no excuse.
    """
    waiving = [at for at in asked(loaded) if at.question.waive]
    spoken = _spoken(loaded) if waiving else frozenset()
    for at in waiving:
        for code in at.question.waive:
            if (at.bank.module, at.index, code) not in spoken:
                known = RULES.get(code)
                fault = known is not None and not known.warning
                says = (
                    "is a fault, and only warnings are waived"
                    if fault
                    else "has nothing to say here"
                )
                yield at.found(f"{code} {says}.", "waive", code)


def _spoken(loaded: Loaded) -> frozenset[tuple[str, int | str, str]]:
    """Return (module, number of the question, code) where a rule speaks, waived or not."""
    return frozenset(
        (found.thing.module, found.place[1], code)
        for code, known in RULES.items()
        if known.warning and (code.startswith("Q2") or code == "L102")
        for found in known.check(loaded)
        if isinstance(found.thing, Bank) and isinstance(found.place, tuple)
    )
