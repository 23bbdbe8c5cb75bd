"""Conditions read as they are written, and say plainly what they cannot read."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.playing.conditions import (
    ConditionFault,
    Vocabulary,
    evaluate,
    keys,
    parse,
    predicate,
    rekeyed,
    without_one,
)

KNOWN = Vocabulary(
    meters=(("trust", ("closed", "guarded", "open")),),
    facts=("asked", "told"),
    replies=("opening.fix", "opening.reflect"),
)
CLOSED = {"trust": 0, "asked": 0, "told": 0, "opening.fix": 0}
OPEN = {"trust": 2, "asked": 1, "told": 0, "opening.fix": 1}


def holds(text, state):
    return evaluate(parse(text, KNOWN), state)


@pytest.mark.parametrize(
    ("text", "closed", "opened"),
    [
        ("trust at least guarded", False, True),
        ("trust at most guarded", True, False),
        ("trust above guarded", False, True),
        ("trust below guarded", True, False),
        ("trust is closed", True, False),
        ("asked", False, True),
        ("not asked", True, False),
        ("chose opening.fix", False, True),
        ("not (asked and told)", True, True),
        ("asked or told", False, True),
        ("told and asked or trust is closed", True, False),
        ("trust is closed or told and asked", True, False),
        ("not asked or told", True, False),
    ],
)
def test_a_condition_holds_where_its_words_hold(text, closed, opened):
    assert (holds(text, CLOSED), holds(text, OPEN)) == (closed, opened)


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("trist at least open", 0, "Did you mean “trust”?"),
        ("trust at least opem", 15, "Did you mean “open”?"),
        ("trust at leest open", 9, "at most"),
        ("trust open", 6, "at least"),
        ("asked and chose opening.fx", 16, "Did you mean “opening.fix”?"),
        ("asked and", 9, "Go on with"),
        ("(asked", 6, "“)”"),
        ("(asked told)", 7, "“)”"),
        ("asked told", 6, "“and” or “or”"),
        ("", 0, "Go on with"),
        ("trust is trust is open", 9, "There are: closed, guarded, open."),
        (")", 0, "asked"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place_and_a_remedy(text, position, words):
    with pytest.raises(ConditionFault) as caught:
        parse(text, KNOWN)
    assert caught.value.position == position
    assert words in str(caught.value)


def test_above_the_last_level_never_holds():
    assert not holds("trust above open", OPEN)


def test_a_condition_knows_what_it_reads():
    assert keys(parse("asked and (trust is open or not chose opening.fix)", KNOWN)) == {
        "asked",
        "trust",
        "opening.fix",
    }


ATOMS = st.sampled_from(
    ["trust at least guarded", "trust is open", "asked", "told", "chose opening.fix"]
)
CONDITIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        inner.map(lambda one: f"not ({one})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}) and ({two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}) or ({two[1]})"),
    ),
    max_leaves=6,
)
NAMES = ["trust", "asked", "told", "opening.fix"]


@given(CONDITIONS, st.tuples(st.integers(0, 2), *[st.integers(0, 1)] * 3))
def test_every_form_of_a_condition_gives_the_same_answer(text, values):
    tree = parse(text, KNOWN)
    by_name = evaluate(tree, dict(zip(NAMES, values, strict=True)))
    placed = rekeyed(tree, {name: at for at, name in enumerate(NAMES)})
    assert evaluate(json.loads(json.dumps(placed)), values) == by_name
    assert predicate(placed)(values) == by_name


@given(st.text(alphabet="()abo nrtsude.", max_size=40))
def test_any_text_is_read_or_refused_with_a_place_and_nothing_else(text):
    with contextlib.suppress(ConditionFault):
        assert keys(parse(text, KNOWN))
        return
    with pytest.raises(ConditionFault) as caught:
        parse(text, KNOWN)
    assert 0 <= caught.value.position <= len(text)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("asked", {}),
        ("not asked", {}),
        ("asked and told", {"asked": "told", "told": "asked"}),
        ("asked or not told", {"asked": "not told", "not told": "asked"}),
        (
            "asked and (told or trust is open)",
            {
                "asked": "(told or trust is open)",
                "(told or trust is open)": "asked",
                "told": "asked and (trust is open)",
                "trust is open": "asked and (told)",
            },
        ),
        (
            "trust at least open or asked and not told",
            {
                "trust at least open": "asked and not told",
                "asked and not told": "trust at least open",
                "asked": "trust at least open or not told",
                "not told": "trust at least open or asked",
            },
        ),
    ],
)
def test_each_part_that_is_joined_can_be_left_out_the_widest_first(text, left):
    found = list(without_one(text, KNOWN))

    assert found == list(left.items())
    for _, rest in found:
        parse(rest, KNOWN)
