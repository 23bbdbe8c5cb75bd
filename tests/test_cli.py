"""The command itself: help that teaches, plain sentences, and never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from shlex import quote

import click
import pytest
from click.testing import CliRunner

from alongside import cli
from alongside.cli import COMMANDS, main
from alongside.reading.schema import SCHEMA_MODELS
from alongside.stopping import SAYS

SOURCE = Path(cli.__file__).parents[2]
PYTHON = quote(sys.executable)
"""For the shell: the course may lie in a folder with spaces."""


def run(*args, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, **variables):
    env = {"PATH": os.defpath, "PYTHONPATH": str(SOURCE), **variables}
    return subprocess.run(
        [sys.executable, "-m", "alongside", *args],
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=env,
        check=False,
        timeout=60,
    )


@pytest.fixture
def broken(monkeypatch):
    """Put a command named ``rules`` in place that does what the test says."""

    def put(act):
        command = click.Command("rules", callback=act)
        monkeypatch.setattr(cli.Commands, "get_command", lambda *_: command)
        monkeypatch.setattr(cli.Commands, "list_commands", lambda *_: ["rules"])
        return CliRunner().invoke(main, ["rules"])

    return put


def test_help_names_every_command_that_is_there_and_where_to_start():
    shown = run("--help").stdout.decode()

    for path in Path(cli.__file__).parent.glob("[a-z]*.py"):
        if f"def {path.stem}_command(" in path.read_text("utf-8"):
            assert f"\n  {path.stem} " in shown
    assert "course.yml" in shown
    assert "Start with: alongside check" in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_of_its_own(name):
    if name not in main.list_commands(click.Context(main)):
        pytest.skip("not written yet")
    shown = CliRunner().invoke(main, [name, "--help"], prog_name="alongside")

    assert shown.exit_code == 0
    assert shown.output.startswith(f"Usage: alongside {name}")
    assert isinstance(
        getattr(import_module(f"alongside.cli.{name}"), f"{name}_command"), click.Command
    )


def test_help_does_not_import_a_single_room():
    code = "import sys, alongside.cli as c; c.main.list_commands(None); print(*sys.modules)"
    out = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        check=True,
    )

    assert b"pydantic" not in out.stdout
    assert b"sphinx" not in out.stdout


def test_an_unknown_command_ends_with_2_and_says_which_was_meant():
    done = run("schem")

    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Did you mean schema?" in done.stderr


def test_a_missing_argument_ends_with_2_and_usage_on_stderr():
    done = run("schema")

    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"Usage: alongside schema")


def test_a_narrow_terminal_and_a_foreign_locale_still_show_help():
    done = run("--help", COLUMNS="40", LC_ALL="C", PYTHONIOENCODING="ascii", NO_COLOR="1")

    assert done.returncode == 0
    assert max(len(line) for line in done.stdout.decode("ascii").splitlines()) <= 60


def test_characters_that_the_terminal_cannot_show_become_question_marks():
    done = run("schema", "role_play", PYTHONIOENCODING="latin-1")

    assert done.returncode == 0
    assert b"Meter ? steps up or down" in done.stdout


def test_a_reader_that_goes_away_ends_the_run_quietly():
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = run("schema", "role_play", stdout=writing)
    finally:
        os.close(writing)

    assert (done.returncode, done.stderr) == (141, b"")


def test_closed_streams_are_no_fault():
    done = subprocess.run(
        ["/bin/sh", "-c", f"exec {PYTHON} -m alongside --help <&- >&-"],
        env={"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_folder_that_cannot_be_written_is_a_sentence_even_with_the_output_closed(tmp_path):
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "schema"
    done = subprocess.run(
        [
            "/bin/sh",
            "-c",
            f"exec {PYTHON} -m alongside schema --write --folder {quote(str(folder))} >&-",
        ],
        env={"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 2
    assert done.stderr.endswith("that the disk has room.\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_a_plain_sentence():
    with Path("/dev/full").open("wb") as full:
        done = run("schema", "bank", stdout=full)

    assert done.returncode == 2
    assert done.stderr == (
        b"A file could not be read or written: no space left on device. "
        b"Check who may read and write there, and that the disk has room.\n"
    )


def test_ctrl_c_stops_with_a_word_and_130(broken):
    # Whoever started the tests may have told them to ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)

    def interrupted():
        signal.raise_signal(signal.SIGINT)

    done = broken(interrupted)

    assert (done.exit_code, done.stderr) == (130, f"{SAYS}\n")


def test_ctrl_c_from_a_terminal_leaves_no_traceback(tmp_path):
    (tmp_path / "slow.py").write_text(
        "import signal, time, click, alongside.cli as c\n"
        # Whoever started the tests may have told them to ignore Ctrl-C.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def wait():\n    print('ready', flush=True)\n    time.sleep(30)\n"
        "c.Commands.list_commands = lambda *_: ['wait']\n"
        "c.Commands.get_command = lambda *_: click.Command('wait', callback=wait)\n"
        "c.main(['wait'])\n"
    )
    process = subprocess.Popen(
        [sys.executable, tmp_path / "slow.py"],
        env={"PYTHONPATH": str(SOURCE)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout.readline() == b"ready\n"
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)

    assert process.returncode == 130
    assert said.decode() == f"{SAYS}\n"


def test_a_fault_of_the_program_is_told_by_its_place_and_not_by_a_traceback(broken):
    def fail():
        raise RuntimeError("Private Name")

    done = broken(fail)

    assert done.exit_code == 2
    assert "RuntimeError at test_cli.py:" in done.stderr
    assert "Private Name" not in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize("code", [0, 1, 2, 3])
def test_a_command_ends_with_the_code_it_chose(broken, code):
    def end():
        raise SystemExit(code)

    assert broken(end).exit_code == code


def test_the_version_is_that_of_the_package():
    assert run("--version").stdout.startswith(b"alongside ")


def test_schema_writes_checks_and_refuses(tmp_path):
    folder = str(tmp_path / "schema")
    runner = CliRunner()

    assert runner.invoke(main, ["schema", "--check", "--folder", folder]).exit_code == 1
    assert runner.invoke(main, ["schema", "--write", "--folder", folder]).exit_code == 0
    assert runner.invoke(main, ["schema", "--check", "--folder", folder]).exit_code == 0
    written = {path.name for path in (tmp_path / "schema").iterdir()}
    assert written == {f"{name}.json" for name in SCHEMA_MODELS}

    (tmp_path / "schema" / "bank.json").write_bytes(b"\xff")
    stale = runner.invoke(main, ["schema", "--check", "--folder", folder])
    assert stale.exit_code == 1
    assert "bank.json: out of date" in stale.output

    (tmp_path / "link").symlink_to(tmp_path / "schema")
    refused = runner.invoke(main, ["schema", "--write", "--folder", str(tmp_path / "link")])
    assert refused.exit_code == 3
