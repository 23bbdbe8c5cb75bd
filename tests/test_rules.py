"""Each rule catches the fault it is there for, and leaves a sound course alone."""

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from alongside.judging.blocks import KNOWN_DIRECTIVES
from alongside.judging.rules import RULES
from alongside.reading.load import load_course
from breaking import BANK, GOOD

SMALL = {"K101"}
"""What the tiny course is too fictional for."""
LARGE = {"Q302", "Q303", "Q304"}
"""What takes more than an edit to break."""


def dated(text):
    """The text with each DAYS_AGO(n) as a day."""
    today = datetime.now(UTC).date()
    return re.sub(
        r"DAYS_AGO\((-?\d+)\)", lambda m: str(today - timedelta(days=int(m.group(1)))), text
    )


BROKEN = yaml.safe_load((GOOD.parent / "broken.yml").read_text("utf-8"))


@pytest.fixture
def course(tmp_path):
    """A copy of the good course that a test may break."""
    return Path(shutil.copytree(GOOD, tmp_path / "course"))


def break_it(course, edits):
    for edit in edits:
        path = course / edit["file"]
        put = dated(edit["put"]) * edit.get("times", 1)
        if "find" not in edit:
            path.write_text(put, "utf-8")
            continue
        text = path.read_text("utf-8")
        assert edit["find"] in text, f"{path.name} does not say {edit['find']!r} any more"
        path.write_text(text.replace(edit["find"], put, 1), "utf-8")


def add_questions_whose_key_is_longest_and_last(course):
    """Eight questions more: the longest and last option is best in all of them."""
    one = """  - id: active-listening-more-{n}
    type: single
    prompt: Person {n} says number {n}, as people do. What now?
    outcomes: [active-listening-classify]
    level: understand
    options:
      - {{id: a, text: "Say {n} a", feedback: "Reason {n}: the first, in full words."}}
      - {{id: b, text: "Say {n} b", feedback: "Reason {n}: the next, in full words."}}
      - {{id: c, text: "Say {n} c!", correct: true, feedback: "Reason {n}: third, in words."}}
"""
    with (course / BANK).open("a", encoding="utf-8") as bank:
        bank.writelines(one.format(n=n) for n in range(8))


@pytest.mark.parametrize("code", sorted(RULES))
def test_each_rule_catches_its_broken_example(code, course):
    if code in LARGE:
        add_questions_whose_key_is_longest_and_last(course)
    else:
        break_it(course, BROKEN[code])

    found = list(RULES[code].faults(load_course(course)))

    assert {fault.code for fault in found} == {code}
    assert all(fault.says.endswith(".") for fault in found)
    assert all(fault.remedy.endswith(".") for fault in found)


def test_a_module_without_owner_or_day_of_review_is_warned_about_twice(course):
    data = course / "course.yml"
    lines = data.read_text("utf-8").splitlines(keepends=True)
    keys = ("    owner: ", "    review_due: ")
    data.write_text("".join(line for line in lines if not line.startswith(keys)), "utf-8")

    found = list(RULES["C116"].faults(load_course(course)))

    assert [fault.warning for fault in found] == [True, True]
    assert "names no owner" in found[0].says
    assert "names no day of review" in found[1].says


def test_a_written_module_is_told_of_all_it_lacks_at_once(course):
    break_it(course, BROKEN["C109"])

    (fault,) = RULES["C109"].faults(load_course(course))

    assert "lacks pages, a bank, a checklist" in fault.says


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("tab-set", "`tab-set`. Use headings: tab sets hide text from readers and printers."),
        ("list-table", "`list-table`. Write a Markdown table."),
        ("danger", "`danger`. Use `important` or `warning`."),
        ("toctree", "`toctree`. List the pages in `_toc.yml`."),
        ("carousel", "`carousel`."),
    ],
)
def test_a_directive_that_the_book_cannot_show_is_told_with_what_to_use(course, name, says):
    page = "modules/active-listening/saying-it-back.md"
    break_it(course, [{"file": page, "find": "Then wait.", "put": f":::{{{name}}}\n:::"}])

    (fault,) = RULES["P109"].faults(load_course(course))

    assert fault.says == f"This book cannot show the directive {says}"


def test_every_directive_that_a_page_may_use_is_listed_for_writers():
    guide = (GOOD.parents[2] / "CONTRIBUTING.md").read_text("utf-8")

    assert [name for name in sorted(KNOWN_DIRECTIVES) if f"{{{name}}}" not in guide] == []


def test_an_image_from_elsewhere_is_told_to_come_into_the_course(course):
    page = "modules/active-listening/saying-it-back.md"
    image = "![A tree](https://example.org/tree.png)"
    break_it(course, [{"file": page, "find": "[practice](practice.md)", "put": image}])

    (fault,) = RULES["P108"].faults(load_course(course))

    assert "keep the image beside the page" in fault.remedy


def test_a_good_result_whose_interval_holds_no_difference_is_not_called_better(course):
    break_it(course, [{"file": "evidence.yml", "find": "low: 0.1", "put": "low: -0.1"}])

    (fault,) = RULES["E102"].faults(load_course(course))

    assert "its interval holds no difference" in fault.says


def test_a_line_that_must_be_checked_is_not_warned_about_as_well(course):
    break_it(course, BROKEN["K104"])

    assert list(RULES["K103"].faults(load_course(course))) == []


@pytest.mark.parametrize(("key", "said"), [("harmful", 0), ("basic", 1), ("advanced", 1)])
def test_only_the_harmful_line_of_a_checklist_may_say_what_hurts(course, key, said):
    path = course / "modules/active-listening/checklist.yml"
    text = path.read_text("utf-8")
    words = f"    {key}: Says that somebody committed suicide."
    path.write_text(re.sub(rf"^    {key}: .*$", words, text, flags=re.MULTILINE), "utf-8")

    assert len(list(RULES["L101"].faults(load_course(course)))) == said


def test_no_placeholder_ships_in_the_harmful_line_either(course):
    checklist = "modules/active-listening/checklist.yml"
    break_it(course, [{"file": checklist, "find": "Talks over", "put": "TODO over"}])

    assert [one.code for one in RULES["P105"].faults(load_course(course))] == ["P105"]


def test_every_rule_has_a_broken_example():
    assert set(BROKEN) | LARGE == set(RULES)


def test_the_good_course_breaks_no_rule_it_is_big_enough_for():
    loaded = load_course(GOOD)

    found = [
        str(fault)
        for rule in RULES.values()
        for fault in rule.faults(loaded)
        if fault.code not in SMALL
    ]

    assert found == []


@pytest.mark.parametrize(
    ("code", "before"), [("Q203", "    use: practice\n"), ("Q210", "    steps:\n")]
)
def test_a_waiver_with_a_reason_silences_its_warning(course, code, before):
    break_it(course, BROKEN[code])
    waiver = f"    waive: {{{code}: It is so on purpose.}}\n{before}"
    break_it(course, [{"file": BANK, "find": before, "put": waiver}])

    loaded = load_course(course)

    assert list(RULES[code].faults(loaded)) == []
    assert list(RULES["Q116"].faults(loaded)) == []


@pytest.mark.parametrize("code", ["Q103", "Q120"])
def test_signs_that_are_no_words_do_not_read_the_same(course, code):
    scale = "scale: [Not at all, A little, Quite a bit, Very much]"
    answers = {
        scale: 'scale: ["★", "★★", "★★★", "★★★★"]',
        "text: A pile of work, and no way into it yet.": "text: 🙂",
        "text: Most people in this term are behind with something.": "text: 🙁",
    }
    break_it(course, [{"file": BANK, "find": old, "put": new} for old, new in answers.items()])

    assert list(RULES[code].faults(load_course(course))) == []


def test_a_fault_names_file_and_line(course):
    break_it(course, BROKEN["Q104"])

    fault = next(RULES["Q104"].faults(load_course(course)))

    line = (course / BANK).read_text("utf-8").split("\n")[fault.line - 1]
    assert (str(fault.path), line.strip()) == (BANK, "feedback: Correct!")
