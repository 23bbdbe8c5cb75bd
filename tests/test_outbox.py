"""Folders of plans: ours are replaced whole, others are never touched."""

from pathlib import Path

import pytest

from alongside.programme.outbox import PLANS, RefusedError, write_folder


def put(out, **files):
    """Write the files for the course and the roster that stand beside the folder."""
    here = out.parent
    named = {name.replace("_", "."): text for name, text in files.items()}
    source, course = here / "roster.csv", here / "course"
    write_folder(out, named, mark=PLANS, source=source, course=course)


def test_a_folder_of_ours_is_replaced_whole(tmp_path):
    put(tmp_path / "plans", old_html="old")

    put(tmp_path / "plans", new_html="new")

    assert sorted(p.name for p in (tmp_path / "plans").iterdir()) == [
        ".alongside-plans",
        "new.html",
    ]
    assert [p.name for p in tmp_path.iterdir()] == ["plans"]


def test_a_folder_that_is_not_ours_is_never_touched(tmp_path):
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path)

    for out in (tmp_path / "thesis", tmp_path / "link", Path.home(), Path("/")):
        with pytest.raises(RefusedError):
            put(out, a_html="a")
    assert (tmp_path / "thesis" / "chapter.txt").read_text() == "mine"


def test_what_somebody_put_beside_the_plans_is_never_removed(tmp_path):
    put(tmp_path / "plans", a_html="a")
    (tmp_path / "plans" / "sent.txt").write_text("mine")

    with pytest.raises(RefusedError, match=r"sent\.txt"):
        put(tmp_path / "plans", a_html="new")

    assert (tmp_path / "plans" / "sent.txt").read_text() == "mine"
    assert (tmp_path / "plans" / "a.html").read_text() == "a"


def test_a_write_that_fails_half_way_leaves_the_old_folder_whole(tmp_path):
    out = tmp_path / "plans"
    put(out, a_html="old")

    with pytest.raises(UnicodeEncodeError):
        put(out, a_html="new", b_html="\ud800")

    assert (out / "a.html").read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["plans"]


def test_what_a_killed_run_left_behind_is_cleared_away(tmp_path):
    for name in (".plans.new", ".plans.old"):
        put(tmp_path / name, a_html="half")

    put(tmp_path / "plans", a_html="whole")

    assert [p.name for p in tmp_path.iterdir()] == ["plans"]


def test_a_folder_in_the_way_that_is_not_ours_is_refused(tmp_path):
    (tmp_path / ".plans.new").mkdir()

    with pytest.raises(RefusedError, match="in the way"):
        put(tmp_path / "plans", a_html="a")


def test_plans_are_for_their_owner_alone(tmp_path):
    put(tmp_path / "plans", a_html="a")

    assert (tmp_path / "plans").stat().st_mode & 0o077 == 0
