"""The peers' programs, in a venv of their own; and the pages that nothing moves on."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from hashlib import sha256
from html import escape
from pathlib import Path

from copies import ROOT, Plain
from twelve import answers

from alongside.render.assets import activity_files

LOCK = ROOT / "requirements/bench.lock"
_QUIZ = re.compile(r"<alongside-quiz\b.*?</alongside-quiz>", re.DOTALL)
_MACHINE = re.compile(r'<script type="application/json".*?</script>', re.DOTALL)
_NAMES = "|".join(map(re.escape, activity_files()))
_LOADED = re.compile(rf"<(?:script|link)[^>]*/(?:{_NAMES})\b[^>]*>(?:</script>)?\n?")


def programs(to: Path) -> Path:
    """Return the folder of the peers' programs; installs them once for each lock file.

    Raises:
        OSError: They could not be installed.

    """
    lock = sha256(LOCK.read_bytes()).hexdigest()
    stamp = to / "lock"
    if not (stamp.is_file() and stamp.read_text() == lock):
        shutil.rmtree(to, ignore_errors=True)
        run(sys.executable, "-m", "venv", to)
        quiet = ("--disable-pip-version-check", "--quiet")
        run(to / "bin/python", "-m", "pip", *quiet, "install", "--require-hashes", "-r", LOCK)
        stamp.write_text(lock)
    return to / "bin"


def run(*command: str | Path) -> None:
    """Run a command that installs something.

    Raises:
        OSError: It could not.

    """
    told = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if told.returncode:
        raise OSError(told.stderr.strip()[-500:])


def static_page(page: str, questions: list[Plain]) -> str:
    """Return our built page with each option as ``<details>`` and no script for activities."""
    at = _QUIZ.search(page)
    assert at is not None  # noqa: S101 - the page was built with questions
    page = page[: at.start()] + as_details(questions) + _QUIZ.sub("", page[at.end() :])
    page = re.sub(r"(</?)alongside-role-play", r"\1section", page)
    return _LOADED.sub("", _MACHINE.sub("", page))


def floor_page(questions: list[Plain]) -> str:
    """Return a page by hand: the ten questions, no theme, no sheet, no script."""
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Floor</title>'
        '<link rel="icon" href="data:,">'
        '<meta name="viewport" content="width=device-width"></head><body><h1>Ten questions</h1>'
        f"{as_details(questions)}</body></html>\n"
    )


def as_details(questions: list[Plain]) -> str:
    """Return questions as plain HTML: an option opens and shows its feedback."""
    return "".join(
        f'<section class="bench-question"><p>{escape(each["prompt"])}</p>'
        + "".join(
            f"<details><summary>{escape(text)}</summary><p>{escape(why)}</p></details>"
            for text, why, _ in answers(each)
        )
        + "</section>\n"
        for each in questions
    )
