"""The server of `make serve`: on this machine only, steady, and quiet."""

import os
import socket
import struct
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from contextlib import contextmanager
from http.client import HTTPConnection

import pytest
from click.testing import CliRunner

from alongside.cli import main
from alongside.cli.build import build_command, refusal
from alongside.cli.serve import LOOPBACK, server


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "site" / "inner").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text("hello", "utf-8")
    (tmp_path / "site" / "large.html").write_bytes(b"x" * 8_000_000)
    (tmp_path / "secret.txt").write_text("not for the site", "utf-8")
    return tmp_path / "site"


@contextmanager
def running(folder, port=0):
    site = server(folder, port)
    thread = threading.Thread(target=site.serve_forever)
    thread.start()
    try:
        yield site.server_port
    finally:
        site.shutdown()
        site.server_close()
        thread.join()


def get(port, path):
    with urllib.request.urlopen(f"http://{LOOPBACK}:{port}/{path}", timeout=10) as told:
        return told.read()


def test_a_second_run_has_the_same_address_though_a_page_was_just_read(folder):
    with running(folder) as first:
        assert get(first, "index.html") == b"hello"
    with running(folder, first) as second:
        assert second == first


def test_a_port_that_somebody_listens_at_is_left_to_them(folder):
    with running(folder) as taken, running(folder, taken) as ours:
        assert ours > taken


@pytest.mark.parametrize("path", ["inner/", "../secret.txt", "%2e%2e/secret.txt", "none.html"])
def test_nothing_but_files_of_the_site_is_served(folder, path):
    with running(folder) as port, pytest.raises(urllib.error.HTTPError, match="404"):
        get(port, path)


def test_a_page_written_twice_in_a_second_is_sent_as_it_is_now(folder):
    page = folder / "index.html"
    with running(folder) as port:
        first = asked(port, page.name, {})
        was = page.stat()
        page.write_text("changed", "utf-8")
        os.utime(page, ns=(was.st_atime_ns, was.st_mtime_ns))
        again = asked(port, page.name, {"If-Modified-Since": first.headers["Last-Modified"]})
    assert (again.status, again.read()) == (200, b"changed")


def asked(port, path, headers):
    connection = HTTPConnection(LOOPBACK, port, timeout=10)
    connection.request("GET", f"/{path}", headers=headers)
    return connection.getresponse()


def test_a_browser_that_leaves_in_the_middle_is_no_trouble(folder, capfd):
    with running(folder) as port:
        leaving = socket.create_connection((LOOPBACK, port))
        leaving.sendall(b"GET /large.html HTTP/1.0\r\n\r\n")
        leaving.recv(10)
        at_once = struct.pack("ii", 1, 0)
        leaving.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
        leaving.close()
        assert get(port, "index.html") == b"hello"
    assert capfd.readouterr().err == ""


def test_a_folder_without_a_configuration_is_told_so(tmp_path):
    told = CliRunner().invoke(build_command, [str(tmp_path)])
    assert told.exit_code == 2
    assert "no _config.yml" in told.output


def test_a_site_that_was_stopped_half_way_may_be_built_again(course):
    half = course / "_build" / "html"
    (half / "_static").mkdir(parents=True)
    assert "something else" in (refusal(course, half) or "")

    (course / "_build" / ".html-doctrees").mkdir()

    assert refusal(course, half) is None


def test_nothing_is_served_over_what_somebody_keeps_there(course):
    (course / "_build" / "html").mkdir(parents=True)
    (course / "_build" / "html" / "mine.html").write_text("mine", "utf-8")

    told = CliRunner().invoke(main, ["serve", str(course), "--port", "0"])

    assert told.exit_code == 3
    assert (course / "_build" / "html" / "mine.html").read_text("utf-8") == "mine"


def test_a_folder_that_cannot_hold_the_site_is_told_in_a_sentence(course):
    (course / "_build").write_text("in the way", "utf-8")

    told = CliRunner().invoke(main, ["build", str(course)])

    assert told.exit_code == 2
    assert "_build/html could not be read or written: not a directory. Check" in told.output
    assert "bug" not in told.output


def test_a_disk_that_is_full_half_way_is_told_in_a_sentence(course):
    # In a process of its own: where tests drive a browser, a loop runs already.
    full = (
        "import errno, sys\n"
        "from alongside.book import site\n"
        "from alongside.cli import main\n"
        "def full(*_, **__):\n"
        "    raise OSError(errno.ENOSPC, 'No space left on device')\n"
        "site._sweep = full\n"
        "main(['build', sys.argv[1]])\n"
    )

    told = subprocess.run(
        [sys.executable, "-c", full, str(course)], capture_output=True, text=True, check=False
    )

    assert told.returncode == 2
    assert told.stderr == (
        "A file could not be read or written: no space left on device. "
        "Check who may read and write there, and that the disk has room.\n"
    )
