"""How tests read the text of a page."""

from __future__ import annotations

from pathlib import PurePosixPath
from textwrap import dedent

from alongside.reading.pages import read_page

FILE = PurePosixPath("modules/m/l.md")


def page_of(text):
    page, faults = read_page(dedent(text), FILE)
    assert page is not None
    assert [str(fault) for fault in faults] == []
    return page


def faults_of(data):
    _, faults = read_page(data, FILE)
    return [(fault.line, fault.code) for fault in faults]
