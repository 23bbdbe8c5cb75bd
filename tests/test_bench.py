"""The bench's figures: ratios pair round by round, and the table says what was not met."""

import json
from pathlib import Path

import copies
import figures
import h5p
import h5p_libraries
import pages
import pytest
import sites

import courses

BENCH = Path(__file__).parents[1] / "bench"


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


def test_a_value_at_its_least_is_met_and_one_below_is_not():
    met = [figures.at_least("H5P", value, 2.5, "×").met for value in (2.5, 2.49)]

    assert met == [True, False]


QUESTION = {
    "id": "q-1",
    "type": "single",
    "prompt": "Is 1 < 2?",
    "options": [
        {"text": "Yes", "correct": True, "feedback": "It is."},
        {"text": "No", "feedback": "Count again."},
    ],
}


def test_an_h5p_question_has_our_prompt_options_and_feedback():
    made = h5p.question_set([QUESTION], "H5P.MultiChoice 1.16")["questions"][0]

    assert made["library"] == "H5P.MultiChoice 1.16"
    assert made["params"]["question"] == "<p>Is 1 &lt; 2?</p>"
    assert [
        (one["text"], one["correct"], one["tipsAndFeedback"]["chosenFeedback"])
        for one in made["params"]["answers"]
    ] == [
        ("<div>Yes</div>", True, "<div>It is.</div>"),
        ("<div>No</div>", False, "<div>Count again.</div>"),
    ]


@pytest.fixture
def play():
    """Return a role-play of forty turns, whose lines and ways have conditions."""
    return courses.long_role_play()


def test_an_h5p_branching_scenario_is_the_first_twelve_turns_of_a_role_play(play):
    made = h5p.branching_scenario(play, "H5P.BranchingQuestion 1.0")
    content = made["branchingScenario"]["content"]
    turns = [one["type"]["params"]["branchingQuestion"] for one in content]

    assert [turn["question"] for turn in turns] == [f"<p>Word {n}.</p>" for n in range(12)]
    assert turns[0]["alternatives"][0] == {
        "text": "A kind word, number 0.",
        "nextContentId": 1,
        "feedback": {
            "title": "Sam hears number 0 as kind.",
            "subtitle": "<p>It was kind, and number 0.</p>",
        },
    }
    leads = [[reply["nextContentId"] for reply in turn["alternatives"]] for turn in turns]
    assert leads[-3:] == [[10, 11, 10], [11, -1, 11], [-1, -1, -1]]


def _library(folder, name, *needs):
    named = {"machineName": name, "majorVersion": 1, "minorVersion": 0}
    wanted = [{**named, "machineName": each} for each in needs]
    facts = {**named, "patchVersion": 3, "preloadedDependencies": wanted}
    copies.written(folder / name / "library.json", json.dumps(facts))


def test_an_h5p_library_brings_all_that_it_loads_once(tmp_path):
    _library(tmp_path, "Set", "Question", "Font")
    _library(tmp_path, "Question", "Font")
    _library(tmp_path, "Font")
    _library(tmp_path, "Unused")
    shelf = h5p_libraries.Shelf(tmp_path)

    loaded = shelf.with_needs([shelf.newest("Set")])

    assert sorted(map(str, loaded)) == ["Font 1.0", "Question 1.0", "Set 1.0"]


def test_h5p_without_its_libraries_has_no_page_and_says_what_is_missing(tmp_path, play):
    targets, told = h5p.pages(tmp_path, [QUESTION], play)

    missing = "npm has H5P's player only, and h5p-libraries has no H5P."
    assert targets == []
    assert told == {
        "H5P question set": f"{missing}QuestionSet",
        "H5P branching scenario": f"{missing}BranchingScenario",
    }


def test_h5p_with_half_its_libraries_says_what_loads_the_other_half(tmp_path, play):
    _library(tmp_path / "h5p-libraries", "H5P.QuestionSet", "H5P.Video")
    _library(tmp_path / "h5p-libraries", "H5P.MultiChoice")

    _, told = h5p.pages(tmp_path, [QUESTION], play)

    assert told["H5P question set"] == (
        "H5P.QuestionSet 1.0 loads H5P.Video 1.0, which is not in h5p-libraries"
    )


def _h5p_rows(*theirs):
    def seen(*slow):
        return sites.Seen(
            [], [pages.Visit(pages.Sent({}), None, ms, 0, (), (), ()) for ms in slow]
        )

    told = {
        "H5P question set": "H5P.QuestionSet 1.21.13",
        "H5P branching scenario": "not there",
    }
    ours = {sites.OURS: seen(1000, 1100), sites.CONVERSATION: seen(1000, 1000)}
    rows = sites.h5p_rows({**ours, "H5P question set": seen(*theirs)}, told)
    return [(row.what, row.goal, row.measured, row.met) for row in rows]


def test_h5p_is_compared_to_ours_where_it_is_there_and_named_where_it_is_not():
    assert _h5p_rows(3000, 3300) == [
        (
            "slow: first answer, H5P question set to ours",
            "at least 2.50 ×",
            "3.00 × (3,150 ms to 1,050 ms; H5P.QuestionSet 1.21.13)",
            True,
        ),
        (
            "slow: first reply, H5P branching scenario to ours",
            "at least 1.50 ×",
            "not measured here: not there",
            None,
        ),
    ]


def test_h5p_that_did_not_answer_in_every_round_is_no_ratio():
    _, _, measured, met = _h5p_rows(3000, None)[0]

    assert met is None
    assert (
        measured == "not measured here: H5P.QuestionSet 1.21.13 did not answer in every round"
    )
