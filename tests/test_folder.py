"""The folder of a course: what is looked at, what is refused, and that no link is followed."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path, PurePosixPath

import pytest

from alongside.reading import folder as folder_module
from alongside.reading.load import load_course
from breaking import BANK, PLAY, only, told


@pytest.mark.parametrize("name", ["quizzes/validation.YML", "quizzes/validation.yaml"])
def test_a_data_file_with_another_ending_is_not_passed_over(course, name):
    shutil.copy(course / BANK, course / name)

    assert told(course) == [(name, 0, "Y308")]


def test_a_data_file_in_a_folder_below_is_not_passed_over(course):
    (course / "role_plays/drafts").mkdir()
    shutil.copy(course / PLAY, course / "role_plays/drafts")

    assert told(course) == [("role_plays/drafts/late-lab.yml", 0, "Y310")]


def test_a_link_in_place_of_a_file_counts_as_unread_and_not_as_missing(course):
    (course / BANK).unlink()
    (course / BANK).symlink_to("/etc/passwd")

    loaded = load_course(course)

    assert loaded.unread == {PurePosixPath(BANK)}
    assert loaded.lacks("quizzes")


def test_no_folder_no_course_and_no_files_are_told_plainly(tmp_path):
    missing = only(tmp_path / "nowhere")
    assert missing.code == "Y301"
    assert "course.yml" in missing.remedy

    (tmp_path / "file").write_text("x")
    assert only(tmp_path / "file").code == "Y301"
    assert told(tmp_path) == [
        ("_config.yml", 0, "Y302"),
        ("_toc.yml", 0, "Y302"),
        ("campus.yml", 0, "Y302"),
        ("course.yml", 0, "Y302"),
    ]
    assert only(Path("a\0b")).code == "Y301"


def test_links_pipes_and_folders_in_place_of_files_are_refused_at_once(course):
    (course / PLAY).unlink()
    (course / PLAY).symlink_to("/etc/passwd")
    (course / "role_plays" / "loop.yml").symlink_to("loop.yml")
    (course / "modules" / "around").symlink_to(course / "modules")
    os.mkfifo(course / "quizzes" / "pipe.yml")
    (course / "quizzes" / "folder.yml").mkdir()

    assert told(course) == [
        ("modules/around", 0, "Y303"),
        ("quizzes/folder.yml", 0, "Y304"),
        ("quizzes/pipe.yml", 0, "Y304"),
        ("role_plays/late-lab.yml", 0, "Y303"),
        ("role_plays/loop.yml", 0, "Y303"),
    ]


def test_a_course_yml_that_is_a_link_is_told_once(course):
    (course / "course.yml").rename(course / "real.txt")
    (course / "course.yml").symlink_to("real.txt")

    assert only(course).code == "Y303"


def test_a_file_swapped_for_a_link_after_the_look_is_not_followed(course):
    seen = folder_module.look_through(course)
    (course / BANK).unlink()
    (course / BANK).symlink_to("/etc/passwd")

    found = folder_module.read_bytes(seen, PurePosixPath(BANK), 100)

    assert found.code == "Y305"


def test_an_unreadable_folder_or_file_is_told_plainly(course, monkeypatch):
    real_open, real_scan = os.open, os.scandir

    def shut_open(path, *args, **kwargs):
        if str(path).endswith("late-lab.yml"):
            raise PermissionError(13, "Permission denied")
        return real_open(path, *args, **kwargs)

    def shut_scan(path):
        if str(path).endswith("quizzes"):
            raise PermissionError(13, "Permission denied")
        return real_scan(path)

    monkeypatch.setattr(folder_module.os, "open", shut_open)
    monkeypatch.setattr(folder_module.os, "scandir", shut_scan)

    assert told(course) == [("quizzes", 0, "Y301"), ("role_plays/late-lab.yml", 0, "Y305")]


def test_ten_thousand_files_are_refused_in_a_moment(course):
    for number in range(10_000):
        (course / "quizzes" / f"x{number}.yml").touch()
    began = time.process_time()

    fault = only(course)

    assert (fault.code, fault.path) == ("Y306", PurePosixPath())
    assert time.process_time() - began < 60  # a generous limit


def test_folders_nested_too_deep_are_refused(course):
    deep = course / "modules" / Path(*"abcdefghij")
    deep.mkdir(parents=True)

    assert only(course).code == "Y306"


def test_what_lies_beside_the_course_is_not_looked_at(course):
    (course / ".venv" / "quizzes").mkdir(parents=True)
    (course / ".venv" / "quizzes" / "bad.yml").write_text("[[[")
    (course / "src").mkdir()
    (course / "src" / "bad.yml").symlink_to("/")
    (course / "_build").mkdir()
    (course / "_build" / "bad.yml").write_text("[[[")

    assert told(course) == []
