"""Rules for one question at a time: its key and its shape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from alongside.judging.rules.asked import Asked, asked, choices, labels, parts
from alongside.judging.rules.outcomes import outcome_ids
from alongside.judging.rules.registry import Found, rule
from alongside.judging.similar import read_as
from alongside.model import (
    BestQuestion,
    DialQuestion,
    KeySource,
    MatchingQuestion,
    MultipleQuestion,
    OrderingQuestion,
    OwnWords,
    Question,
    RateQuestion,
    SingleQuestion,
)
from alongside.reading.load import Loaded

_PANEL = re.compile(
    r"\b(?:panel of|our panel|the panel|panell?ists?|experts"
    r"|(?:peers|people|students|supporters|trainers) (?:whom )?we (?:asked|polled))\b",
    re.IGNORECASE,
)


@rule("Q101")
def one_option_is_correct(loaded: Loaded) -> Iterator[Found]:
    """A single question has exactly one correct option.

    Mark one option `correct: true`, and no other.
    """
    for at in asked(loaded, SingleQuestion):
        correct = sum(option.correct for option in at.question.options)
        if correct != 1:
            yield at.found(f"{at.id} has {correct or 'no'} correct options.")


@rule("Q102")
def some_options_are_right_and_some_wrong(loaded: Loaded) -> Iterator[Found]:
    """A multiple question has at least one right and one wrong option.

    Mark what is right with `correct: true` and leave at least one option unmarked.
    """
    for at in asked(loaded, MultipleQuestion):
        correct = sum(option.correct for option in at.question.options)
        if not 0 < correct < len(at.question.options):
            yield at.found(
                f"{at.id} has {correct} of {len(at.question.options)} options right."
            )


@rule("Q103")
def no_two_options_read_the_same(loaded: Loaded) -> Iterator[Found]:
    """No two options of a question read the same.

    Rewrite one of them, or drop it.
    """
    for at in asked(loaded):
        seen: dict[tuple[str, ...], str] = {}
        for choice in (*choices(at.question), *labels(at.question), *parts(at.question)):
            before = seen.setdefault(read_as(choice.text), choice.id)
            if before != choice.id:
                yield at.found(f"'{choice.id}' reads the same as '{before}'.", *choice.path)


@rule("Q105")
def ids_begin_with_the_module(loaded: Loaded) -> Iterator[Found]:
    """A question's id begins with its module's slug and stands once in the course.

    Rename the id; ids are for ever, so never give one to another question.
    """
    first: dict[str, Asked[Question]] = {}
    for at in asked(loaded):
        if not at.id.startswith(f"{at.bank.module}-"):
            yield at.found(f"The id '{at.id}' does not begin with '{at.bank.module}-'.", "id")
        before = first.setdefault(at.id, at)
        if before is not at:
            file, line = loaded.where(before.bank, *before.path, "id")
            yield at.found(f"The id '{at.id}' is taken in {file}:{line}.", "id")


@rule("Q106")
def option_ids_are_unique(loaded: Loaded) -> Iterator[Found]:
    """The ids inside a question are unique.

    Rename one of the two.
    """
    for at in asked(loaded):
        for offered in (choices(at.question), labels(at.question), parts(at.question)):
            for name, times in Counter(choice.id for choice in offered).items():
                if times > 1:
                    yield at.found(f"The id '{name}' is used {times} times.")


@rule("Q107")
def orders_are_permutations(loaded: Loaded) -> Iterator[Found]:
    """Every order in `also_right` names each step once, and is an order of its own.

    List the ids of all steps, each once; leave out the order in which they are written.
    """
    for at in asked(loaded, OrderingQuestion):
        steps = tuple(step.id for step in at.question.steps)
        known = {steps}
        for index, order in enumerate(at.question.also_right):
            named = f"'{', '.join(order)}'"
            if sorted(order) != sorted(steps):
                yield at.found(f"{named} is no order of the steps.", "also_right", index)
            elif order in known:
                yield at.found(f"{named} stands there already.", "also_right", index)
            known.add(order)


@rule("Q108")
def labels_exist(loaded: Loaded) -> Iterator[Found]:
    """Every item of a matching question names a label of that question.

    Use the id of one of its `labels`.
    """
    for at in asked(loaded, MatchingQuestion):
        known = {label.id for label in at.question.labels}
        for index, item in enumerate(at.question.items):
            if item.label not in known:
                yield at.found(f"There is no label '{item.label}'.", "items", index, "label")


@rule("Q109")
def one_option_is_best(loaded: Loaded) -> Iterator[Found]:
    """A best question or a dial has exactly one option with credit 1, and one without any.

    Give full credit to one option, half credit to what helps in part, none to the rest.
    """
    for at in asked(loaded):
        if isinstance(at.question, BestQuestion | DialQuestion):
            earned = [choice.credit for choice in choices(at.question)]
            if earned.count(1) != 1:
                yield at.found(f"{at.id} has {earned.count(1)} options with credit 1.")
            if all(earned):
                yield at.found(f"Every option of {at.id} earns something.")


@rule("Q110")
def keys_use_both_sides_of_the_scale(loaded: Loaded) -> Iterator[Found]:
    """The responses of a rate question lie on both sides of the scale.

    Add a response from the missing side, or a reader who rates all alike gets full marks.
    """
    for at in asked(loaded, RateQuestion):
        keys = [response.key for response in at.question.responses]
        if not min(keys) <= 2 < max(keys):  # noqa: PLR2004 - 1 and 2 are the lower side
            yield at.found(f"All responses of {at.id} lie on one side of the scale.")


@rule("Q111")
def a_panel_has_a_file(loaded: Loaded) -> Iterator[Found]:
    """A key by a panel names the committed data file of that panel.

    Commit the panel's data and name it in `panel`, or say `method: authors`.
    """
    for at in asked(loaded):
        source: KeySource | None = getattr(at.question, "key_source", None)
        if source is None:
            continue
        if source.method != "panel":
            if found := _PANEL.search(source.reasons):
                detail = f"The authors' reasons speak of '{found.group()}'."
                yield at.found(detail, "key_source", "reasons")
        elif not source.panel or PurePosixPath(source.panel) not in loaded.files:
            yield at.found("The key claims a panel, and no data file is there.", "key_source")


@rule("Q112", needs=("book/sources.bib",))
def key_sources_stand_in_the_bibliography(loaded: Loaded) -> Iterator[Found]:
    """Every source of a key stands in `book/sources.bib`.

    Use a key of the bibliography, or add the work there.
    """
    for at in asked(loaded):
        source = getattr(at.question, "key_source", None)
        for name in source.sources if source else ():
            if name not in loaded.works:
                yield at.found(f"'{name}' is not in book/sources.bib.", "key_source", "sources")


@rule("Q113")
def own_words_are_practice(loaded: Loaded) -> Iterator[Found]:
    """A reflect, gauge, ideas or plan question is practice, since nobody sees or scores it.

    Write `use: practice`.
    """
    for at in asked(loaded, OwnWords):
        if at.question.use != "practice":
            yield at.found(f"{at.id} is said to assess.", "use")


@rule("Q115", needs=("course.yml",))
def question_outcomes_exist(loaded: Loaded) -> Iterator[Found]:
    """Every outcome a question names is an outcome of its module, named once.

    Use an id from `course.yml`.
    """
    for at in asked(loaded):
        known = outcome_ids(loaded, at.bank.module)
        for index, name in enumerate(at.question.outcomes):
            if name not in known:
                yield at.found(f"There is no outcome '{name}'.", "outcomes", index)
            elif name in at.question.outcomes[:index]:
                yield at.found(f"The outcome '{name}' is named twice.", "outcomes", index)
