"""A small course, and how tests read a roster for it."""

from pathlib import Path

from alongside.programme.roster import read_roster
from alongside.reading.load import load_course

COURSE = load_course(Path(__file__).parent / "courses" / "good").course
HEADER = "id,name,role,cohort\n"


def roster(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "roster.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return read_roster(path, COURSE)


def codes(found):
    return [(fault.line, fault.code) for fault in found.faults]
