"""Ten seeded defects, each one change of a page that was built clean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = "modules/active-listening/saying-it-back.html"
QUESTION = "active-listening-lab"
"""The question of that page whose form is spoilt: one choice of three."""
SHEET = "seeded.css"


class Defect(NamedTuple):
    """A way to spoil a page: its HTML, and styles that come last."""

    name: str
    spoil: Callable[[str], str]
    style: str = ""


def _form(html: str) -> str:
    return re.search(rf'<form[^>]*id="q-{QUESTION}".*?</form>', html, re.DOTALL)[0]


def _in_form(pattern: str, by: str) -> Callable[[str], str]:
    """Return a change of the question's form that is sure to change something."""

    def spoil(html: str) -> str:
        form = _form(html)
        spoilt = re.sub(pattern, by, form, flags=re.DOTALL)
        assert spoilt != form, pattern
        return html.replace(form, spoilt)

    return spoil


def _after_the_title(extra: str) -> Callable[[str], str]:
    def spoil(html: str) -> str:
        assert html.count("</h1>") == 1
        return html.replace("</h1>", f"</h1>{extra}")

    return spoil


DEFECTS = (
    Defect("missing alt", _after_the_title('<p><img src="../../_static/favicon.svg"></p>')),
    Defect("unlabelled radios", _in_form(r"<label [^>]*>(.*?)</label>", r"<span>\1</span>")),
    Defect("low contrast", str, f"#q-{QUESTION} legend {{ color: #b5b0a8 }}"),
    Defect("empty link", _after_the_title('<p>See <a href="../../index.html"></a>.</p>')),
    Defect(
        "ungrouped radios",
        _in_form(
            r"<fieldset[^>]*><legend([^>]*)>(.*?)</legend>(.*)</fieldset>",
            r"<div><p\1>\2</p>\3</div>",
        ),
    ),
    Defect("click-only div", _after_the_title('<div onclick="go()">Show the example</div>')),
    Defect(
        "14 px target",
        _after_the_title('<span class="seeded" onclick="go()">i</span>'),
        ".seeded { display: inline-block; width: 14px; height: 14px; overflow: hidden }",
    ),
    Defect(
        "colour-only result",
        str,
        ".al-quiz .al-result, .al-quiz .al-beside { display: none }"
        " [data-state] { border: 6px solid red } [data-state=right] { border-color: green }",
    ),
    Defect(
        "900 px fixed panel",
        _after_the_title('<div class="seeded"><p>A panel of notes.</p></div>'),
        ".seeded { width: 900px; border: 1px solid }",
    ),
    Defect(
        "question not tied to options",
        _in_form(
            r'<fieldset aria-labelledby="[^"]*"([^>]*)><legend([^>]*)>(.*?)</legend>',
            r'<p\2>\3</p><fieldset aria-label="Options"\1>',
        ),
    ),
)


def spoilt(html: str, defect: Defect) -> str:
    """Return the page with a defect, and with its styles in a sheet of their own."""
    link = f'<link rel="stylesheet" href="{SHEET}">'
    return defect.spoil(html).replace("</head>", f"{link}</head>", 1)
