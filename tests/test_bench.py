"""The bench's figures: ratios pair round by round, and the table says what was not met."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[1] / "bench"


def _part(name):
    spec = spec_from_file_location(f"alongside_bench_{name}", BENCH / f"{name}.py")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


copies, figures = _part("copies"), _part("figures")


def test_the_course_that_is_measured_has_every_file_of_the_real_one():
    own = {path.name for path in BENCH.parent.glob("*.yml")} | {"index.md"}
    assert own <= set(copies.FILES)


def test_a_ratio_compares_each_round_with_itself():
    # The second round was five times slower for both: the machine, not the page.
    assert figures.ratio([10, 50, 11], [10, 50, 10]) == 1


def test_a_ratio_of_rounds_that_do_not_pair_is_refused():
    with pytest.raises(ValueError, match="do not pair"):
        figures.ratio([1.0, 2.0], [1.0])


def test_a_ratio_to_nothing_is_refused():
    with pytest.raises(ValueError, match="cost nothing"):
        figures.ratio([1.0], [0.0])


def test_the_98th_percentile_of_a_hundred_is_the_98th_value():
    assert figures.share(list(range(1, 101)), 98) == 98


def test_the_98th_percentile_of_a_few_is_the_greatest():
    assert figures.share([3, 1, 2], 98) == 3


def test_a_value_at_its_limit_is_met_and_one_above_is_not():
    met = [figures.at_most("page", value, 64, "KB").met for value in (64, 64.1)]

    assert met == [True, False]


def test_the_table_tells_what_is_met_what_is_not_and_what_has_no_goal():
    rows = [
        figures.at_most("weight", 54.26, 64, "KB", "7 requests"),
        figures.at_most("build", 1.5, 1.3, "×"),
        figures.at_most("console errors", 0, 0, ""),
        figures.noted("plans", "3.1 s"),
        figures.missing("H5P", "at least 2.50 ×", "it is not on npm"),
    ]

    assert figures.goal_table(rows).splitlines() == [
        "| what | goal | measured |  |",
        "| --- | --- | --- | --- |",
        "| weight | at most 64.0 KB | 54.3 KB (7 requests) | met |",
        "| build | at most 1.30 × | 1.50 × | **not met** |",
        "| console errors | at most 0 | 0 | met |",
        "| plans | none set | 3.1 s | – |",
        "| H5P | at least 2.50 × | not measured here: it is not on npm | – |",
    ]


def test_a_bar_in_a_cell_does_not_make_a_column():
    assert figures.table(["a"], [["x|y\nz"]]).splitlines()[-1] == "| x\\|y z |"
