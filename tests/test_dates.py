"""The day a page was last changed: from git, or not told at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.book.dates import last_changed

ALONGSIDE = Path(sys.executable).with_name("alongside")
LESSON = "modules/active-listening/saying-it-back"
SPRING, SUMMER = "2026-03-04", "2026-07-01"


def git(folder: Path, *asked: str | bytes, day: str = SPRING, told: bytes = b"") -> bytes:
    moment = f"{day}T12:00:00+0000"
    who = {f"GIT_{each}_NAME": "x" for each in ("AUTHOR", "COMMITTER")}
    who |= {f"GIT_{each}_EMAIL": "x@example.invalid" for each in ("AUTHOR", "COMMITTER")}
    who |= {f"GIT_{each}_DATE": moment for each in ("AUTHOR", "COMMITTER")}
    command = ["git", "-C", folder, *asked]
    # What whoever runs the tests has set for themselves, such as signing, counts for nothing.
    who |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    environment = os.environ | who
    ran = subprocess.run(command, input=told, check=True, capture_output=True, env=environment)
    return ran.stdout


def commit(folder: Path, day: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "x", day=day)


@pytest.fixture
def kept(course):
    """The small course with a history of one day."""
    (course / ".gitignore").write_text("_build\n", "utf-8")
    git(course, "init")
    commit(course, SPRING)
    return course


def change(course: Path, day: str) -> None:
    path = course / f"{LESSON}.md"
    path.write_text(path.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    commit(course, day)


def test_each_file_has_the_day_of_its_own_last_commit(kept):
    change(kept, SUMMER)
    found = last_changed(kept)
    assert found[f"{LESSON}.md"] == "1 July 2026"
    assert found["index.md"] == "4 March 2026"


def test_a_course_within_a_larger_repository_is_told_by_its_own_paths(tmp_path):
    folder = tmp_path / "courses" / "é"
    folder.mkdir(parents=True)
    (folder / "ü.md").write_text("x", "utf-8")
    git(tmp_path, "init")
    commit(tmp_path, SPRING)
    assert last_changed(folder) == {"ü.md": "4 March 2026"}


def test_a_name_of_any_bytes_in_the_history_stops_nothing(kept):
    content = git(kept, "hash-object", "-w", "index.md").strip()
    # No disk is asked: some take no such name.
    listed = b"100644 blob " + content + b"\tb\xff.md\0"
    tree = git(kept, "mktree", "-z", told=listed).strip()
    git(
        kept, "reset", "--soft", git(kept, "commit-tree", "-p", "HEAD", "-m", "x", tree).strip()
    )
    assert last_changed(kept)["index.md"] == "4 March 2026"


def test_without_git_or_with_a_shallow_copy_nothing_is_told(kept, tmp_path):
    change(kept, SUMMER)
    git(tmp_path, "clone", "--depth", "1", kept.as_uri(), "copy")
    assert last_changed(tmp_path / "copy") == {}
    assert last_changed(tmp_path / "nowhere") == {}


def test_a_page_shows_the_day_also_when_only_the_history_moved_on(kept):
    def built(page):
        subprocess.run([ALONGSIDE, "build", kept], check=True, capture_output=True)
        return (kept / f"_build/html/{page}.html").read_text("utf-8")

    assert "Last changed 4 March 2026." in built(LESSON)
    path = kept / f"{LESSON}.md"
    path.write_text(path.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    assert "Last changed 4 March 2026." in built(LESSON)
    commit(kept, SUMMER)
    assert "Last changed 1 July 2026." in built(LESSON)
    assert "Last changed 4 March 2026." in built("index")
