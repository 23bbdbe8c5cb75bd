"""Ctrl-C and SIGTERM: one sentence, 130 or 143, nothing half-made, and nobody left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys

import pytest

from alongside import stopping
from alongside.cli.build import HALF, UNFINISHED
from alongside.cli.serve import SHOWN
from halting import SOURCE, ended, is_gone, stopped, stopped_by_any_thread, terminated, until

SLOW = """---
jupytext:
  text_representation: {extension: .md, format_name: myst}
kernelspec: {display_name: Python 3, language: python, name: python3}
---

# Slow

A page that takes its time.

```{code-cell} python
import os, pathlib, time
pathlib.Path("PLACE").write_text(str(os.getpid()))
time.sleep(60)
```
"""


@pytest.mark.parametrize(("name", "end"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_while_the_commands_are_still_being_read_a_stop_is_a_sentence(
    started, tmp_path, name, end
):
    (tmp_path / "click.py").write_text(f"import signal\nsignal.raise_signal(signal.{name})\n")
    early = started("-m", "alongside", "check", PYTHONPATH=f"{tmp_path}:{SOURCE}")

    assert ended(early) == (end, f"{stopping.SAYS}\n")


def test_ctrl_c_before_anybody_listens_is_a_word_and_no_traceback(started, tmp_path):
    (tmp_path / "signal.py").write_text("import _signal\n_signal.raise_signal(2)\n")
    early = started("-m", "alongside", "check", PYTHONPATH=f"{tmp_path}:{SOURCE}")

    assert ended(early) == (130, "Stopped.\n")


WAITS = """
import time
from alongside.__main__ import run
from alongside.cli import {name}
def wait(*_):
    print("ready", flush=True)
    time.sleep(60)
{name}.load_course = wait
run()
"""


@pytest.mark.parametrize("name", ["check", "prove"])
def test_a_command_that_is_told_to_end_says_so_and_ends_with_143(started, name):
    waiting = started("-c", WAITS.format(name=name), name)
    assert waiting.stdout.readline() == "ready\n"

    assert terminated(waiting) == (143, f"{stopping.SAYS}\n")


@pytest.mark.parametrize(
    ("stop", "end"), [(stopped, 130), (terminated, 143), (stopped_by_any_thread, 130)]
)
def test_a_build_stopped_while_code_is_run_says_one_sentence_and_leaves_nobody(
    started, course, tmp_path, stop, end
):
    begun = tmp_path / "begun"
    (course / "book/get-help-now.md").rename(course / "book/slow.md")
    (course / "book/slow.md").write_text(SLOW.replace("PLACE", str(begun)))
    toc = course / "_toc.yml"
    toc.write_text(toc.read_text().replace("book/get-help-now", "book/slow"))

    building = started("-m", "alongside", "build", str(course))
    code = until(lambda: begun.is_file() and begun.read_text())
    code_of_end, told = stop(building)

    assert code_of_end == end
    assert "Traceback" not in told
    assert told == f"{HALF}\n"
    until(lambda: is_gone(code))


def test_after_a_build_that_was_killed_the_next_writes_every_page_again(course):
    # In processes of their own: where tests drive a browser, a loop runs already.
    build = [sys.executable, "-m", "alongside", "build", str(course)]
    subprocess.run(build, capture_output=True, check=True)
    page = course / "_build/html/book/sources.html"
    whole = page.read_bytes()
    page.write_bytes(whole[:100])
    (course / "_build/.html-doctrees" / UNFINISHED).touch()

    subprocess.run(build, capture_output=True, check=True)

    assert page.read_bytes() == whole
    assert not (course / "_build/.html-doctrees" / UNFINISHED).exists()


@pytest.mark.parametrize(("stop", "end"), [(stopped, 130), (terminated, 143)])
def test_a_server_that_is_stopped_says_where_the_site_is(started, course, stop, end):
    serving = started("-m", "alongside", "serve", str(course), "--port", "0")
    assert "http://127.0.0.1:" in serving.stdout.readline()

    assert stop(serving) == (end, f"{SHOWN}\n")


WATCHES = """
import sys
from pathlib import Path
from alongside.cli.serve import rebuild_on_change
from alongside.stopping import stoppable
with stoppable():
    rebuild_on_change(Path(sys.argv[1]))
"""


def test_who_builds_again_after_a_change_is_told_to_end_as_well(started, course, tmp_path):
    once = "class DefaultFilter: ignore_dirs = ()\ndef watch(*_, **__): yield 'a change'\n"
    (tmp_path / "watchfiles.py").write_text(once)
    watching = started("-c", WATCHES, str(course), PYTHONPATH=f"{tmp_path}:{SOURCE}")
    until((course / "_build/.html-doctrees" / UNFINISHED).exists)

    assert terminated(watching) == (143, f"{HALF}\n")


def test_when_it_is_over_signals_mean_what_they_meant_before():
    asking = (signal.SIGINT, signal.SIGTERM)
    before = [signal.getsignal(one) for one in asking]
    with stopping.stoppable():
        assert [signal.getsignal(one) for one in asking] != before

    assert [signal.getsignal(one) for one in asking] == before


def test_whoever_told_us_not_to_hear_ctrl_c_is_obeyed():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with stopping.stoppable():
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_second_ctrl_c_ends_what_is_still_tidying_up(started):
    tidying = started(
        "-c",
        "import time\n"
        "from alongside.stopping import stoppable\n"
        "with stoppable():\n"
        "    try:\n        print('ready', flush=True); time.sleep(60)\n"
        "    finally:\n        print('tidying', flush=True); time.sleep(60)\n",
    )
    for word in ("ready\n", "tidying\n"):
        assert tidying.stdout.readline() == word
        os.killpg(tidying.pid, signal.SIGINT)

    assert tidying.communicate(timeout=60)[1] == ""
    assert tidying.returncode == -signal.SIGINT


FRAGILE = """
import os, time
from alongside import __main__, cli
class Socket:
    def __del__(self, abort=os.abort): abort()
left_open = Socket()
def main(**_): print("ready", flush=True); time.sleep(60)
cli.main = main
__main__.run()
"""


@pytest.mark.parametrize(("stop", "end"), [(stopped, 130), (terminated, 143)])
def test_what_a_library_left_open_does_not_abort_a_run_that_was_stopped(started, stop, end):
    working = started("-c", FRAGILE)
    assert working.stdout.readline() == "ready\n"

    assert stop(working) == (end, f"{stopping.SAYS}\n")


@pytest.mark.skipif(shutil.which("make") is None, reason="no make here")
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_a_set_up_that_is_stopped_leaves_no_half_of_it(started, tmp_path, asked):
    shutil.copy(SOURCE.parent / "Makefile", tmp_path)
    slow = tmp_path / "slow"
    slow.write_text('#!/bin/sh\n[ "$1" = -c ] || { mkdir .venv; exec sleep 60; }\n')
    slow.chmod(0o755)

    making = started("-C", tmp_path, ".venv/bin/python", f"PYTHON={slow}", program="make")
    until((tmp_path / ".venv").is_dir)
    os.killpg(making.pid, asked)
    _, told = ended(making)

    assert "Stopped. To go on, run the same command again.\n" in told
    assert not (tmp_path / ".venv").exists()
