"""Where in a course something stands, before its line is looked up."""

from __future__ import annotations

from pathlib import PurePosixPath

from alongside.reading.load import Thing

Source = Thing | PurePosixPath
"""A value of the course, a page, or the name of a file."""

Place = int | tuple[str | int, ...]
"""A line counted from 1, or the path of keys and indices inside the source."""
