"""Scripts and styles are made small without being changed."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from pathlib import Path
from typing import get_args

from alongside.model.bank import Question
from alongside.reading.load import load_course
from alongside.render import assets
from alongside.render.questions import quiz
from alongside.render.role_play import role_play

ROOT = Path(__file__).parents[1]
SCRIPTS = [
    *(("static", name) for name in (*assets.ACTIVITY_SCRIPTS, assets.NOTEBOOK_SCRIPT)),
    *(("theme/static", name) for name in assets.SITE_FILES if name.endswith(".js")),
]


def different(*paths: Path) -> list[str]:
    """Return what differs in each pair of scripts but comments and white space."""
    node = shutil.which("node")
    assert node, "No Node: run `make test`, which sees to one."
    told = subprocess.run(
        [node, ROOT / "tests/js/same-tokens.mjs", *paths],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return told.stdout.splitlines()


def test_scripts_keep_their_types():
    node = shutil.which("node")
    assert node, "No Node: run `make test`, which sees to one."
    checker = ROOT / "tests/js/node_modules/typescript/lib/tsc.js"
    told = subprocess.run(
        [node, checker, "-p", ROOT / "tests/js"], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (0, "")


def test_a_small_script_is_the_same_script(tmp_path):
    pairs = []
    for folder, name in SCRIPTS:
        source = ROOT / "src/alongside" / folder / name
        (tmp_path / name).write_text(assets.small(name, source.read_text("utf-8")), "utf-8")
        pairs += [source, tmp_path / name]
    assert different(*pairs) == []


def test_a_script_that_the_small_form_would_change_is_noticed(tmp_path):
    source, small = tmp_path / "a.js", tmp_path / "b.js"
    source.write_text('const a = `${b === 0 ? "one" : `${b} are`} kept.`;', "utf-8")
    small.write_text(assets.small("a.js", source.read_text("utf-8")), "utf-8")
    assert len(different(source, small)) == 1


def test_every_script_and_style_of_the_activities_is_sent():
    folder = ROOT / "src/alongside/static"
    there = {path.name for path in folder.iterdir() if path.suffix in {".js", ".css"}}
    ours = {*assets.ACTIVITY_SCRIPTS, *assets.ACTIVITY_STYLES}
    assert there == {*ours, assets.NOTEBOOK_SCRIPT, assets.NOTEBOOK_STYLE}


def sent(*names: str) -> int:
    """Return the bytes of these files of the site, each zipped by itself as servers do."""
    made = assets.site_files("{}")
    return sum(len(gzip.compress(made[name], 6)) for name in names)


def test_what_every_page_loads_of_ours_stays_light():
    assert sent("theme.css", "site.js", "early.js") <= 9_000


def test_what_a_quiz_and_a_role_play_add_to_a_page_stays_light():
    loaded = load_course(ROOT / "tests/courses/good")
    bank = next(iter(loaded.banks.values()))
    singles = [one for one in bank.questions if one.type == "single"]
    talk = role_play(next(iter(loaded.role_plays.values())), "test")
    needed = assets.files_for(quiz(singles, bank, "test") + talk)
    assert sent(*needed) <= 13_000, needed


def test_a_page_loads_the_scripts_of_what_stands_on_it_and_no_others():
    loaded = load_course(ROOT / "tests/courses/good")
    bank = next(iter(loaded.banks.values()))
    ordering = [one for one in bank.questions if one.type == "ordering"]
    assert assets.files_for("<p>We speak of an alongside-role-play.</p>") == []
    assert assets.files_for(quiz(ordering, bank, "test")) == [
        "questions.css",
        "core.js",
        "question-ordering.js",
        "questions.js",
    ]
    talk = role_play(next(iter(loaded.role_plays.values())), "test")
    assert assets.files_for(talk) == ["role-play.css", "core.js", "role-play.js"]


def test_every_type_of_question_has_its_script():
    asked = {kind.model_fields["type"].annotation for kind in get_args(get_args(Question)[0])}
    assert {get_args(one)[0] for one in asked} == set(assets.KIND_SCRIPTS)


def classes(sheet: str) -> set[str]:
    """Return the classes that a file of the theme styles."""
    source = (ROOT / "src/alongside/theme/static" / sheet).read_text("utf-8")
    return set(re.findall(r"\.(al-[a-z-]+)", assets.small(sheet, source)))


def test_the_frame_and_the_activities_share_no_class():
    loaded = load_course(ROOT / "tests/courses/good")
    activities = "".join(
        [quiz(bank.questions, bank, "test") for bank in loaded.banks.values()]
        + [role_play(play, "test") for play in loaded.role_plays.values()]
    )
    marked = set(" ".join(re.findall(r'class="([^"]*)"', activities)).split())
    styled = set(re.findall(r"\.(al-[a-z-]+)", assets.activity_style()))
    frame = classes("theme.css") | classes("search.css")
    assert "al-key" in marked
    assert "al-bar-key" in frame
    assert frame & (marked | styled) == set()
