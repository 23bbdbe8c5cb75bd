"""Rules for the evidence page: every number has its source, and no question only good news."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.judging.places import Spot
from alongside.judging.rules.ids import taken
from alongside.judging.rules.registry import Found, rule
from alongside.model.evidence import Evidence, Finding
from alongside.reading.load import EVIDENCE, WORKS, Loaded

GOOD = "better"


def _findings(loaded: Loaded) -> Iterator[tuple[Evidence, int, int, Finding]]:
    if loaded.evidence:
        for at, group in enumerate(loaded.evidence.groups):
            for index, one in enumerate(group.findings):
                yield loaded.evidence, at, index, one


@rule("E101", needs=(str(EVIDENCE), str(WORKS)))
def findings_have_a_source(loaded: Loaded) -> Iterator[Found]:
    """Every finding names a work of `book/sources.bib`.

    Correct the key, or add the work with a note on how much of it was seen.
    """
    for evidence, at, index, one in _findings(loaded):
        if one.source not in loaded.works:
            place = ("groups", at, "findings", index, "source")
            yield Found(evidence, place, f"'{one.source}' is not in the bibliography.")


@rule("E102", needs=(str(EVIDENCE),))
def numbers_agree(loaded: Loaded) -> Iterator[Found]:
    """An interval has two ends and holds its estimate, and the words say what the numbers say.

    Correct the numbers, or what the finding says.
    """
    for evidence, at, index, one in _findings(loaded):
        place = ("groups", at, "findings", index)
        ends = [one.low, one.high]
        if ends.count(None) == 1 or (one.estimate is None and ends != [None, None]):
            yield Found(evidence, place, f"The interval of '{one.id}' lacks a number.")
            continue
        if one.estimate is None or one.low is None or one.high is None:
            continue
        if not one.low <= one.estimate <= one.high:
            yield Found(evidence, place, f"The interval of '{one.id}' leaves out its estimate.")
        elif one.says == GOOD and one.low <= 0:
            detail = f"'{one.id}' says '{GOOD}', and its interval holds no difference."
            yield Found(evidence, (*place, "says"), detail)


@rule("E103", needs=(str(EVIDENCE),))
def no_question_has_only_good_news(loaded: Loaded) -> Iterator[Found]:
    """Each group shows at least one finding that is not simply better.

    Look for the null or mixed result; where none was found, say so in a finding of its own.
    """
    for at, group in enumerate(loaded.evidence.groups if loaded.evidence else ()):
        if all(one.says == GOOD for one in group.findings):
            detail = f"'{group.id}' shows good results only."
            yield Found(loaded.evidence or EVIDENCE, ("groups", at, "findings"), detail)


@rule("E104", needs=(str(EVIDENCE),))
def evidence_ids_stand_once(loaded: Loaded) -> Iterator[Found]:
    """Groups and findings have ids of their own.

    Rename one of the two.
    """
    groups = loaded.evidence.groups if loaded.evidence else ()
    named: list[tuple[Spot, str]] = [
        (("groups", at, "id"), group.id) for at, group in enumerate(groups)
    ]
    named += [
        (("groups", at, "findings", index, "id"), one.id)
        for at, group in enumerate(groups)
        for index, one in enumerate(group.findings)
    ]
    for which, name in taken(name for _, name in named):
        yield Found(loaded.evidence or EVIDENCE, named[which][0], f"The id '{name}' is taken.")
