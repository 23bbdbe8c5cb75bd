"""Activities alone on a page, without the frame of the book, under the policy of the book."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import NamedTuple

from alongside.book.security import POLICY
from alongside.render import assets

THEME = "theme.css"
SHEET = '<link rel="stylesheet" href="{}">'
SCRIPT = '<script defer src="{}"></script>'


class Place(NamedTuple):
    """Where such pages stand: on disk, and by address."""

    folder: Path
    address: str

    def lay_out(self) -> None:
        """Put the scripts and sheets of the site where the pages look for them."""
        files = assets.site_files("{}")
        for name in (THEME, *assets.activity_files()):
            (self.folder / name).write_bytes(files[name])

    def write(self, name: str, body: str, *, style: bool = True, direction: str = "ltr") -> str:
        """Write a page around some HTML and return its address."""
        needed = [THEME, *assets.files_for(body)]
        sheets = "".join(SHEET.format(one) for one in needed if style and one.endswith(".css"))
        scripts = "".join(SCRIPT.format(one) for one in needed if one.endswith(".js"))
        (self.folder / name).write_text(
            f'<!DOCTYPE html><html lang="en" dir="{direction}"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<link rel="icon" href="data:,">{sheets}{scripts}<title>Activities</title></head>'
            f"<body><main><h1>Activities</h1><h2>Practice</h2>{body}</main></body></html>",
            encoding="utf-8",
        )
        return f"{self.address}/{name}"
