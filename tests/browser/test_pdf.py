"""What leaders print becomes PDF, on the paper that they have."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from chromium import found


def pdf(*words, **variables):
    command = [Path(sys.executable).with_name("alongside"), "pdf", *words]
    env = {**os.environ, **variables}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env)


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
def test_a_kit_and_its_slides_are_written_on_the_paper_asked_for(site, paper, width):
    course = site.folder.parents[1]
    told = pdf("kits/no-number", "slides/boundaries-core", "--folder", course, "--paper", paper)
    assert told.returncode == 0, told.stderr
    assert "2 files" in told.stdout
    for name in ("kits/no-number", "slides/boundaries-core"):
        content = (course / f"_build/pdf/{name}.pdf").read_bytes()
        assert content.startswith(b"%PDF-")
        boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+)", content)
        assert boxes
        assert all(abs(float(one) - width) < 1 for one in boxes)
        assert b"/StructTreeRoot" in content, "tagged, so that it can be read aloud"


def test_a_missing_site_is_told_with_how_to_build_it(tmp_path):
    told = pdf("--folder", tmp_path)
    assert (told.returncode, "make book" in told.stderr) == (2, True)


def test_a_missing_browser_is_told_with_how_to_get_one(tmp_path):
    kit = tmp_path / "_build/html/facilitator_guide/kits/a-kit.html"
    kit.parent.mkdir(parents=True)
    kit.write_text("<p>A kit.</p>", "utf-8")

    told = pdf("--folder", tmp_path, PATH="", PLAYWRIGHT_BROWSERS_PATH=str(tmp_path))

    assert (told.returncode, "make pdf" in told.stderr) == (2, True)


def test_a_browser_of_which_only_the_name_is_there_is_passed_over(tmp_path):
    kit = tmp_path / "_build/html/facilitator_guide/kits/a-kit.html"
    kit.parent.mkdir(parents=True)
    kit.write_text("<p>A kit.</p>", "utf-8")
    for name, does in (("chromium", "exit 1"), ("google-chrome", f'exec "{found()}" "$@"')):
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n", "utf-8")
        (tmp_path / name).chmod(0o755)

    told = pdf("--folder", tmp_path, PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    assert (told.returncode, told.stderr) == (0, "")
    assert (tmp_path / "_build/pdf/kits/a-kit.pdf").is_file()


def test_what_is_not_there_is_told_in_a_sentence(site):
    course = site.folder.parents[1]
    told = pdf("kits/nobody", "--folder", course)
    assert (told.returncode, "alongside pdf --list" in told.stderr) == (2, True)
    told = pdf("handouts/boundaries", "--list", "--folder", course)
    assert told.stdout.split() == ["handouts/boundaries"]
