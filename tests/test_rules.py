"""Each rule catches the fault it is there for, and leaves a sound course alone."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from alongside.load import load_course
from alongside.rules import RULES

GOOD = Path(__file__).parent / "courses" / "good"
BANK = "quizzes/active-listening.yml"
LESSON = "modules/active-listening/saying-it-back.md"
PRACTICE = "modules/active-listening/practice.md"
CRISIS = "campus/example.yml"
TODAY = datetime.now(UTC).date()
SMALL = {"C110", "K101"}
"""What the tiny course is too small or too fictional for."""


def day(back):
    return (TODAY - timedelta(days=back)).isoformat()


BROKEN = {
    "Q101": [(BANK, "Friday.\n", "Friday.\n        correct: true\n")],
    "Q102": [(BANK, "        correct: true\n        feedback: Noor may", "        feedback: Noor may"),
             (BANK, "        correct: true\n        feedback: It follows", "        feedback: It follows")],
    "Q103": [(BANK, "Is it your supervisor who makes it hard?", "How has it been, for you")],
    "Q104": [(BANK, "It gives back what Sam means, and Sam can correct it.", "Correct!")],
    "Q105": [(BANK, "id: active-listening-lab", "id: listening-lab")],
    "Q106": [(BANK, "id: everyone", "id: plan")],
    "Q107": [(BANK, "[hear, welcome, reflect]", "[hear, welcome, welcome]")],
    "Q108": [(BANK, "label: advice", "label: order")],
    "Q109": [(BANK, "credit: 0.5", "credit: 1")],
    "Q110": [(BANK, "key: 2", "key: 3"), (BANK, "key: 1", "key: 4")],
    "Q111": [(BANK, "method: authors", "method: panel")],
    "Q112": [(BANK, "sources: [rogers-farson-1957]", "sources: [nobody-1900]")],
    "Q113": [(BANK, "    use: practice\n    model_answer", "    model_answer")],
    "Q114": [(BANK, "Kind and true, though", "Option B is better, though")],
    "Q115": [(BANK, "outcomes: [active-listening-reflect]", "outcomes: [validation-name]")],
    "Q116": [(BANK, "    level: understand\n    use: practice\n", "    level: understand\n    use: practice\n    waive: {Q203: It asks for the exception.}\n")],
    "Q201": [(BANK, "A pile of work, and no way into it yet.", "A pile of work in front of you, three of them, and no way at all to be seen into any one of them so far, however you look at it.")],
    "Q202": [(BANK, "Most people in this term are behind with something.", "All of the above.")],
    "Q203": [(BANK, "Which reply is a reflection?", "Which reply is not advice?")],
    "Q204": [(BANK, "You could begin", "You must always begin"), (BANK, "Most people", "Everyone always")],
    "Q205": [(BANK, "A pile of work, and no way into it yet.", "Three labs, none started, and the table.")],
    "Q206": [(BANK, "Put the parts of a first minute in order.", "Put in order.")],
    "Q207": [(BANK, "Which kind of reply is each of these?", "Each of these replies is called a")],
    "Q208": [(BANK, "How has it been for you?", "3 hours"), (BANK, "Is it your supervisor who makes it hard?", "1 hour"), (BANK, 'What is in that "I suppose"?', "2 hours"), (BANK, "Do they keep you past your hours?", "4 hours")],
    "Q301": [(BANK, "A pile of work, and no way into it yet.", "A pile of work that is now far higher than you can see over, so it seems to me."), (BANK, "I'm here. What's going on?", "I'm here with you for as long as it takes you to find the words. What is it that is going on tonight?")],
    "Q302": "many keys that are longest",
    "Q401": [(BANK, "How well does each response keep the door open?", 'Sam drops a bag on the table. "Three labs are due and I have started none." Which reply is a reflection?'), (BANK, 'A student says, "Forget it, it is stupid."\n', "\n")],
    "Q402": [(BANK, "Kind and true, though it lets the moment pass.", "It gives back what Sam means, and Sam can correct it.")],
    "Q403": [(BANK, "Nothing is stupid, go on, tell me.", "You could begin with the shortest one and hand that in on Friday.")],
    "P101": [(LESSON, "minutes: 6\n", "")],
    "P102": [(LESSON, "outcomes: [active-listening-classify,", "outcomes: [validation-name,")],
    "P103": [(LESSON, "Then wait.", "<b>Then</b> wait.")],
    "P104": [(LESSON, "Then wait.", "```{include} ../../../secret.md\n```")],
    "P105": [(LESSON, "Then wait.", "TODO: say more.")],
    "P106": [(LESSON, "[practice](practice.md)", "[here](practice.md)")],
    "P107": [(LESSON, "Then wait.", "![](picture.png)")],
    "P108": [(LESSON, "[practice](practice.md)", "[a page](http://example.org)")],
    "P109": [(LESSON, "Then wait.", ":::{tab-set}\n:::")],
    "P110": [(LESSON, "Then wait.", "- [ ] Then wait.")],
    "P111": [(LESSON, "Then wait.", "Some students think about suicide.")],
    "P112": [(LESSON, "- Ask: Which", "- Remember: Which")],
    "P113": [(PRACTICE, "{role-play} late-lab", "{role-play} early-lab")],
    "P114": [(LESSON, "active-listening-lab, ", "")],
    "P115": [(LESSON, "Then wait.", "### Then wait")],
    "L101": [(LESSON, "Then wait.", "Just calm down.")],
    "L102": [(LESSON, "Then wait.", "He suffers from depression.")],
    "L201": [(LESSON, "Then wait.", "Institutional accountability necessitates comprehensive interdisciplinary consultation regarding organisational responsibilities. " * 15)],
    "L202": [(LESSON, "Then wait.", "Institutional accountability necessitates comprehensive interdisciplinary consultation regarding organisational responsibilities. " * 15)],
    "T101": [(LESSON, "minutes: 6", "minutes: 30")],
    "T102": [("course.yml", "self_study: 18", "self_study: 60")],
    "T103": [("role_plays/late-lab.yml", "minutes: 5", "minutes: 30")],
    "T104": [(LESSON, "Then wait.", "You wait a while for them.\n\n" * 400)],
    "K101": [(CRISIS, "name: Emergency services", "name: Help")],
    "K102": [(CRISIS, "checked: null", f"checked: {day(-3)}")],
    "K103": [(CRISIS, "checked: null", f"checked: {day(100)}")],
    "K104": [(CRISIS, "checked: null", f"checked: {day(200)}")],
    "K105": [(CRISIS, '    call: "911"\n', "")],
    "K106": [(CRISIS, "kind: emergency", "kind: campus")],
    "K107": [(CRISIS, "id: crisis", "id: emergency")],
    "B101": [("_config.yml", "title: A tiny course", 'title: "<script>alert(1)</script>"')],
    "B102": [("modules/active-listening/lost.md", None, "# Lost\n")],
    "B103": [("_toc.yml", "active-listening/practice", "active-listening/02-practice"), ("modules/active-listening/02-practice.md", None, "# Practice\n")],
    "C101": [(LESSON, "outcomes: [active-listening-classify, ", "outcomes: [")],
    "C102": [(BANK, "    use: practice\n    hints", "    hints")],
    "C103": [("modules/active-listening/checklist.yml", "outcome: active-listening-reflect", "outcome: active-listening-classify")],
    "C104": [("course.yml", "id: validation-name", "id: name-it")],
    "C105": [("course.yml", "needs: [active-listening]", "needs: [boundaries]")],
    "C106": [("course.yml", "{module: validation, depth: core}", "{module: boundaries, depth: core}")],
    "C107": [("course.yml", "depth: self-study, floor: self-study", "depth: self-study, floor: full")],
    "C108": [("course.yml", "id: open-question", "id: reflection")],
    "C109": [("course.yml", "status: planned", "status: written")],
    "C110": [(BANK, "title: Questions", "title: Few questions")],
    "C111": [("modules/active-listening/checklist.yml", "module: active-listening", "module: listening"), ("course.yml", "id: active-listening\n", "id: attending\n")],
    "C112": [("modules/active-listening/checklist.yml", "outcome: active-listening-reflect", "outcome: validation-name")],
    "C113": [("role_plays/late-lab.yml", "roles: [peer-listener]", "roles: [dean]")],
    "C114": [("course.yml", "      - {module: validation, depth: core}\n", "")],
    "C115": [("course.yml", "upgrades:", "human_checks:\n  - {id: read, what: Read by a peer, done: null}\nupgrades:")],
}  # fmt: skip


@pytest.fixture
def course(tmp_path):
    """A copy of the good course that a test may break."""
    return Path(shutil.copytree(GOOD, tmp_path / "course"))


def break_it(course, edits):
    for name, old, new in edits:
        path = course / name
        if old is None:
            path.write_text(new, "utf-8")
            continue
        text = path.read_text("utf-8")
        assert old in text, f"{name} does not say {old!r} any more"
        path.write_text(text.replace(old, new, 1), "utf-8")


def add_questions_whose_key_is_longest(course):
    """Six questions more: longest is best in all of them."""
    one = """  - id: active-listening-more-{n}
    type: single
    prompt: Person {n} says number {n}, as people do. What now?
    outcomes: [active-listening-classify]
    level: understand
    options:
      - {{id: a, text: "Say {n} a", feedback: "Reason {n} for the first, told in full words."}}
      - {{id: b, text: "Say {n} b", feedback: "Reason {n} for the next, told in full words."}}
      - {{id: c, text: "Say {n} c!", correct: true, feedback: "Reason {n}, the third one, in words."}}
"""
    with (course / BANK).open("a", encoding="utf-8") as bank:
        bank.writelines(one.format(n=n) for n in range(8))


@pytest.mark.parametrize("code", sorted(RULES))
def test_each_rule_catches_its_broken_example(code, course):
    if code == "Q302":
        add_questions_whose_key_is_longest(course)
    else:
        break_it(course, BROKEN[code])

    found = list(RULES[code].faults(load_course(course)))

    assert {fault.code for fault in found} == {code}
    assert all(fault.says.endswith(".") for fault in found)
    assert all(fault.remedy.endswith(".") for fault in found)


def test_every_rule_has_a_broken_example():
    assert set(BROKEN) == set(RULES)


def test_the_good_course_breaks_no_rule_it_is_big_enough_for():
    loaded = load_course(GOOD)

    found = [str(f) for rule in RULES.values() for f in rule.faults(loaded) if f.code not in SMALL]

    assert found == []


def test_a_waiver_with_a_reason_silences_its_warning(course):
    break_it(course, BROKEN["Q203"])
    break_it(course, [(BANK, "    use: practice\n", "    use: practice\n    waive: {Q203: It asks for the exception on purpose.}\n")])  # fmt: skip

    loaded = load_course(course)

    assert list(RULES["Q203"].faults(loaded)) == []
    assert list(RULES["Q116"].faults(loaded)) == []


def test_a_fault_names_file_and_line(course):
    break_it(course, BROKEN["Q104"])

    fault = next(RULES["Q104"].faults(load_course(course)))

    line = (course / BANK).read_text("utf-8").split("\n")[fault.line - 1]
    assert (str(fault.path), line.strip()) == (BANK, "feedback: Correct!")
