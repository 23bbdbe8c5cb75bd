"""The notebook edition: all that a trainee reads, activities live, no facilitator note."""

from __future__ import annotations

import errno
import json
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from alongside.cli import lab
from alongside.cli.lab import lay_out
from alongside.notebooks import METADATA, has_notebook, notebooks
from alongside.reading.load import load_course

ROOT = Path(__file__).parents[1]
BANK = "active-listening"
LESSON = "modules/active-listening/saying-it-back"
NOTEBOOK = f"{LESSON}.ipynb"
VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module")
def made(whole):
    return notebooks(whole)


def cells(content: bytes, kind: str) -> list[str]:
    read = nbformat.reads(content.decode(), as_version=4)
    return [cell.source for cell in read.cells if cell.cell_type == kind]


def shown(course: Path, body: str) -> str:
    """Return the Markdown of the lesson's notebook when its page holds this body."""
    (course / f"{LESSON}.md").write_text(f"# A page\n\n{body}\n", "utf-8")
    loaded = load_course(course)
    assert not [fault for fault in loaded.faults if fault.path.suffix == ".md"]
    return "\n\n".join(cells(notebooks(loaded)[NOTEBOOK], "markdown"))


def test_questions_of_a_quiz_may_be_parted_by_blanks_as_the_rules_read_them(course):
    asked = (
        ":::{quiz} active-listening\n:questions: active-listening-lab active-listening-open\n"
    )
    shown(course, f"{asked}:::")
    code = cells(notebooks(load_course(course))[NOTEBOOK], "code")
    assert any('"active-listening-lab", "active-listening-open"' in cell for cell in code), code


def test_every_page_of_a_module_has_a_valid_notebook(whole, made):
    assert set(made) == {f"{name}.ipynb" for name in whole.pages if has_notebook(name)}
    assert len(made) > 10
    for content in made.values():
        read = nbformat.reads(content.decode(), as_version=4)
        nbformat.validate(read)
        assert (read.nbformat, read.nbformat_minor) == (4, 5)
        assert read.metadata.kernelspec.name == "python3"


def test_the_same_course_gives_the_same_bytes(made):
    assert notebooks(load_course(ROOT)) == made


def test_the_first_cell_says_what_it_is_and_how_to_open_it(made):
    for content in made.values():
        first, second, *_ = cells(content, "markdown")
        assert "notebook edition" in first
        assert "`make lab`" in first
        assert "call 988" in first
        assert second.startswith("# ")


def test_facilitator_notes_are_in_no_notebook(whole, made):
    told = "\n".join(content.decode() for content in made.values())
    lines = [
        line.strip(" -*")
        for page in whole.pages.values()
        for note in page.notes
        for line in note.body.splitlines()
        if len(line) > 30
    ]
    assert len(lines) > 30
    assert [line for line in lines if json.dumps(line, ensure_ascii=False)[1:-1] in told] == []
    assert "facilitator-note" not in told


def test_every_activity_of_a_page_is_a_cell_in_its_place(whole, made):
    for name, page in whole.pages.items():
        if not has_notebook(name):
            continue
        code = "\n".join(cells(made[f"{name}.ipynb"], "code"))
        asked = [
            one.strip()
            for quiz in page.named("quiz")
            for one in quiz.options["questions"].split(",")
        ]
        calls = re.findall(r'"([\w-]+)"', code)
        plays = [play.argument for play in page.named("role-play")]
        assert [one for one in calls if one in {*asked, *plays}] == sorted(
            [*asked, *plays], key=page.text.index
        )


def test_nothing_of_the_books_own_markup_is_left(made):
    for name, content in made.items():
        words = "\n".join(cells(content, "markdown"))
        for mark in (":::", "{term}", "{doc}", "{cite", "{ref}", "\n: ", "](/", ".md)"):
            assert mark not in words, (name, mark)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (":::{important}\nStop.\n\nAsk.\n:::", "> **Important**\n>\n> Stop.\n>\n> Ask."),
        (":::{seealso}\nThere.\n:::", "> **See also**\n>\n> There."),
        (":::{admonition} Slow down\nWait.\n:::", "> **Slow down**\n>\n> Wait."),
        (":::{avoid}\nYou *should* rest.\n:::", "> **To avoid**\n>\n> You *should* rest."),
        ("A {term}`role` and {term}`roles <role>`.", "A role and roles."),
        ("See {doc}`practice`.", "See “Practice”."),
        ("See {doc}`/book/get-help-now`.", "See “Get help now”."),
        ("See [the practice page](practice.md#x).", "See the practice page."),
        ("See [BCcampus](https://bccampus.ca).", "See [BCcampus](https://bccampus.ca)."),
        ("So {cite:p}`rogers-farson-1957`.", "So (Rogers and Farson, 1957)."),
        ("{cite:t}`rogers-farson-1957` say so.", "Rogers and Farson (1957) say so."),
        ("One\n: First.\n  More.\n: Second.\n\nTwo\n: Third.",
         "**One**\n\n- First.\n  More.\n- Second.\n\n**Two**\n\n- Third."),
        ("| A | B |\n| --- | --- |\n| {term}`x` | y |", "| A | B |\n| --- | --- |\n| x | y |"),
        ("It costs $5, or $6.", r"It costs \$5, or \$6."),
        ("Write `{doc}` or `$5`.", "Write `{doc}` or `$5`."),
        ("```\n: a\n% b\n{term}`c`\n```", "```\n: a\n% b\n{term}`c`\n```"),
        ("A.\n\n% a remark\n\n(here)=\nB.", "A.\n\nB."),
        ("So it is.[^a]\n\n[^a]: Or not.", "So it is.(note a)\n\nNote a: Or not."),
        (":::{limits}\n:::", "not confirmed by anybody yet"),
        (":::{help-now}\n:::", "- **"),
    ],
)  # fmt: skip
def test_a_page_is_read_in_plain_markdown(course, written, read):
    assert read in shown(course, written)


def test_an_activity_in_a_box_stands_after_the_box(course):
    shown(course, ":::::{note}\nTry.\n\n:::{role-play} late-lab\n:::\n:::::")
    code = cells(notebooks(load_course(course))[NOTEBOOK], "code")
    assert code == ["from alongside import role_play", 'role_play("late-lab")']


def test_a_course_without_lessons_has_no_notebooks(course):
    (course / "_toc.yml").write_text("format: jb-book\nroot: index\n", "utf-8")

    assert notebooks(load_course(course)) == {}


def test_links_lead_to_the_published_book_where_there_is_one(course):
    config = course / "_config.yml"
    words = config.read_text("utf-8")
    config.write_text(
        words.replace('html_baseurl: ""', "html_baseurl: https://x.ca/a/"), "utf-8"
    )
    link = "[Practice](https://x.ca/a/modules/active-listening/practice.html)"
    assert link in shown(course, "See {doc}`practice`.")


def test_values_of_the_course_are_told_in_markdown(course):
    told = shown(
        course,
        "\n\n".join(
            f":::{{{name}\n:::"
            for name in (
                "outcomes} active-listening",
                "checklist} active-listening",
                "modules}",
            )
        ),
    )
    loaded = load_course(course)
    module = next(one for one in loaded.course.modules if one.id == "active-listening")
    assert all(outcome.can in told for outcome in module.outcomes)
    assert all(line.skill in told for line in loaded.checklists["active-listening"].lines)
    assert f"{module.minutes.self_study} minutes" in told
    assert "(not written yet)" in told
    assert "1. A page\n" in told
    minutes = loaded.pages["modules/active-listening/practice"].front.minutes
    assert f"2. Practice ({minutes} minutes, role-play)" in told


def test_a_notebook_that_somebody_worked_in_is_left_alone(course):
    desk = course / "_build/notebooks"
    first = notebooks(load_course(course))
    assert lay_out(desk, first) == []
    assert {path.relative_to(desk).as_posix() for path in desk.rglob("*.ipynb")} == set(first)
    (desk / NOTEBOOK).write_text("my own words", "utf-8")
    second = {name: content + b"\n" for name, content in first.items()}
    assert lay_out(desk, second) == [NOTEBOOK]
    assert (desk / NOTEBOOK).read_text("utf-8") == "my own words"
    other = next(name for name in second if name != NOTEBOOK)
    assert (desk / other).read_bytes() == second[other]


def test_a_run_that_stopped_half_way_takes_none_of_its_notebooks_for_somebody_elses(
    course, monkeypatch
):
    desk = course / "_build/notebooks"
    first = notebooks(load_course(course))
    write, seen = lab.write_whole, []

    def full(path, content):
        seen.append(path)
        if len(seen) == 2:
            raise OSError(errno.ENOSPC, "full")
        write(path, content)

    monkeypatch.setattr(lab, "write_whole", full)
    with pytest.raises(OSError, match="full"):
        lay_out(desk, first)
    second = {name: content + b"\n" for name, content in first.items()}

    assert lay_out(desk, second) == []


def test_every_notebook_runs_and_shows_its_activities(made):
    new = nbformat.v4.new_code_cell
    run: list = []
    for content in made.values():
        # One kernel for all, emptied before each: a kernel of its own takes seconds to start.
        run += [new("%reset -f"), *(new(code) for code in cells(content, "code"))]
    read = nbformat.v4.new_notebook(cells=run, metadata=METADATA)
    place = {"metadata": {"path": str(ROOT / "modules")}}
    NotebookClient(read, timeout=120, resources=place).execute()
    shown_by = [cell for cell in run if re.match(r"quiz|role_play", cell.source)]
    assert len(shown_by) > 10
    for cell in shown_by:
        (output,) = cell.outputs
        assert {VIEW, "text/html"} <= set(output.data), cell.source
        assert "<alongside-" in output.data["text/html"]


def build(course: Path) -> str:
    """Build the site, with no word of those who build it; return the lesson's HTML."""
    command = [Path(sys.executable).with_name("alongside"), "build", course]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    return (course / f"_build/html/{LESSON}.html").read_text("utf-8")


def test_the_site_offers_notebooks_and_shows_an_executed_activity_as_it_stands(course):
    page, bank = course / f"{LESSON}.md", course / "quizzes/active-listening.yml"
    words = page.read_text("utf-8").replace(
        "---\nminutes",
        "---\njupytext: {text_representation: {format_name: myst}}\n"
        "kernelspec: {name: python3, display_name: Python 3}\nminutes",
    )
    ask = 'from alongside import quiz\nquiz("active-listening", "active-listening-best")'
    page.write_text(f"{words}\n```{{code-cell}} ipython3\n{ask}\n```\n", "utf-8")
    html = build(course)
    made = notebooks(load_course(course))
    for name, content in made.items():
        assert (course / "_build/html/notebooks" / name).read_bytes() == content
    assert f'href="../../notebooks/{NOTEBOOK}" download' in html
    assert ask in cells(made[NOTEBOOK], "code")
    assert 'id="quiz-active-listening-best"' in html
    assert "widget" not in html
    assert "require" not in html

    words = bank.read_text("utf-8").replace("What do you send first?", "What is first?")
    bank.write_text(words, "utf-8")
    again = build(course)
    assert "What is first?" in again
    assert "What do you send first?" not in again
