"""The settings of the book: what a course may say in `_config.yml`, and what it may not."""

from __future__ import annotations

import pytest

from alongside.book.security import source_faults
from alongside.reading.load import load_course
from breaking import change
from building import build

TITLE = "title: Alongside"
LAST = 'html_baseurl: ""'


def told(course) -> list[tuple[str, int, str]]:
    """Return what a build would refuse before it reads a page."""
    found = source_faults(load_course(course))
    return [(str(one.path), one.line, one.code) for one in found]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (TITLE, "title: 5", "B106"),
        (TITLE, 'title: ""', "B106"),
        (TITLE, 'title: "&lt;b&gt; <b onclick=alert(1)>"', "B101"),
        ('logo: ""', "logo: https://example.org/logo.png", "B104"),
        ("only_build_toc_files: true", "only_build_toc_files: false", "B104"),
        ("execute_notebooks: cache", "execute_notebooks: sometimes", "B106"),
        ("timeout: 60", "timeout: -1", "B106"),
        ("raise_on_error: true", "raise_on_error: false", "B104"),
        ("attrs_inline]", "attrs_inline, dollarmath]", "B104"),
        ("[https, mailto", "[https, javascript, mailto", "B104"),
        ("html:\n", "html:\n  extra_footer: <script>alert(1)</script>\n", "B101"),
        ("html:\n", "html:\n  analytics: {google_analytics_id: G-1}\n", "B105"),
        ("html:\n", "html:\n  comments: {hypothesis: true}\n", "B105"),
        (TITLE, f"launch_buttons: {{thebe: true}}\n{TITLE}", "B105"),
        (TITLE, f"repository: {{url: https://example.org}}\n{TITLE}", "B105"),
        ("  config:\n", "  local_extensions: {mine: .}\n  config:\n", "B105"),
        ("alongside.book]", "alongside.book, sphinx.ext.mathjax]", "B104"),
        ("html_theme: alongside", "html_theme: alabaster", "B104"),
        (LAST, "html_js_files: [https://example.org/count.js]", "B105"),
        (LAST, "html_extra_path: [/etc]", "B105"),
        (LAST, "suppress_warnings: [myst]", "B105"),
        (LAST, "html_baseurl: javascript:alert(1)", "B106"),
        ("language: en", 'language: "en\\" onload=alert(1)"', "B106"),
    ],
)
def test_a_setting_that_would_harm_the_site_is_told_on_its_line(course, old, new, code):
    line = change(course, "_config.yml", old, new)
    line += next(n for n, one in enumerate(new.split("\n")) if one not in old)

    assert ("_config.yml", line, code) in told(course)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TITLE, "title: Peers & <3 — our course"),
        (LAST, "html_baseurl: https://example.org/peers/"),
        ("exclude_patterns: [", "exclude_patterns: [notes, "),
        ("execute_notebooks: cache", "execute_notebooks: force"),
        ("  timeout: 60\n", ""),
        ("language: en", "language: fr"),
    ],
)
def test_what_a_course_says_for_itself_it_may_say(course, old, new):
    change(course, "_config.yml", old, new)

    assert told(course) == []


def test_a_setting_that_was_taken_out_is_asked_for_with_what_it_must_be(course):
    change(course, "_config.yml", "    nitpicky: true\n", "")

    (fault,) = source_faults(load_course(course))

    assert fault.says == "`sphinx.config.nitpicky` is missing, and must be true."


@pytest.mark.parametrize("section", ["html:\n", "parse:\n", "execute:\n"])
def test_a_section_without_keys_is_told_once_and_not_key_by_key(course, section):
    line = change(course, "_config.yml", section, f"{section[:-2]}: []\nunder:\n")

    assert told(course) == [
        ("_config.yml", line, "B106"),
        ("_config.yml", line + 1, "B105"),
    ]


def test_a_misspelt_setting_is_told_with_the_one_that_is_meant(course):
    change(course, "_config.yml", "timeout", "timeuot")

    (fault,) = source_faults(load_course(course))

    assert "perhaps `timeout` is meant" in fault.says


def test_all_bad_settings_are_told_at_once_and_nothing_is_built_or_run(course):
    (course / "mine.py").write_text("raise SystemExit('ran')")
    change(course, "_config.yml", TITLE, "title: [a]")
    change(course, "_config.yml", "nitpicky: true", "nitpicky: false")
    change(course, "_config.yml", "alongside.book]", "alongside.book, mine]")

    ended = build(course)

    assert ended.returncode == 2
    assert ended.stderr.count("_config.yml:") == 3
    assert not (course / "_build").exists()


def test_a_folder_of_scripts_beside_the_course_is_not_published(course):
    (course / "_static").mkdir()
    (course / "_static" / "count.js").write_text("alert(1)")

    assert build(course).returncode == 0
    assert not list(course.rglob("_build/**/count.js"))
