"""Rules for `_config.yml`: what a course says there, and what keeps its site private."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches

from alongside.judging.rules.registry import Found, rule
from alongside.reading.load import CONFIG, Loaded
from alongside.reading.strict_yaml import Plain

Path = tuple[str, ...]

_TAG = re.compile(r"<[a-zA-Z/!]")
_HERE = (str(CONFIG),)
AS_IT_CAME: Mapping[Path, Plain] = {
    ("only_build_toc_files",): True,
    ("execute", "raise_on_error"): True,
    ("parse", "myst_enable_extensions"): ["colon_fence", "deflist", "attrs_inline"],
    ("parse", "myst_url_schemes"): ["https", "mailto", "tel", "sms"],
    ("html", "use_multitoc_numbering"): False,
    ("latex", "use_jupyterbook_latex"): False,
    ("sphinx", "config", "extensions"): [
        "myst_nb", "jupyter_book", "sphinx_external_toc", "sphinxcontrib.bibtex",
        "alongside.book",
    ],
    ("sphinx", "config", "html_theme"): "alongside",
    ("sphinx", "config", "nitpicky"): True,
    ("sphinx", "config", "numfig"): False,
    ("sphinx", "config", "bibtex_bibfiles"): ["book/sources.bib"],
    ("sphinx", "config", "bibtex_reference_style"): "author_year",
    ("sphinx", "config", "html_use_index"): False,
    ("sphinx", "config", "html_domain_indices"): False,
    ("sphinx", "config", "html_copy_source"): False,
    ("sphinx", "config", "html_show_sourcelink"): False,
    ("sphinx", "config", "html_permalinks"): False,
}  # fmt: skip
"""Without these another host is asked, a fault passes unseen, or a page has no looks."""
_EMPTY: Mapping[Path, Plain] = {
    ("logo",): "",
    ("sphinx", "config", "html_theme_options"): {},
}
"""Nothing of ours shows what these would name; Jupyter Book looks for the first."""


def _is_line(value: Plain) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= 200 and "\n" not in value  # noqa: PLR2004


_OWN: Mapping[Path, tuple[str, Callable[[Plain], bool]]] = {
    ("title",): ("words on one line", _is_line),
    ("author",): ("words on one line", _is_line),
    ("copyright",): ("words on one line", _is_line),
    ("exclude_patterns",): (
        "a list of paths",
        lambda value: isinstance(value, list) and all(map(_is_line, value)),
    ),
    ("execute", "execute_notebooks"): (
        "auto, cache or force",
        lambda value: value in ("auto", "cache", "force"),
    ),
    ("execute", "timeout"): (
        "seconds, at least 1",
        lambda value: isinstance(value, int) and value is not True and value >= 1,
    ),
    ("sphinx", "config", "language"): (
        "the code of a language, such as en",
        lambda value: isinstance(value, str) and bool(re.fullmatch("[a-z]{2,3}", value)),
    ),
    ("sphinx", "config", "html_baseurl"): (
        "an address that begins with https://, or empty",
        lambda value: (
            isinstance(value, str) and bool(re.fullmatch(r"(https://[^\s<>\"]+)?", value))
        ),
    ),
}
"""What a course says for itself → what is needed there, and whether a value is that."""
_KNOWN = {*AS_IT_CAME, *_EMPTY, *_OWN}
_SECTIONS = {path[:length] for path in _KNOWN for length in range(1, len(path))}


@rule("B101", needs=_HERE)
def settings_hold_no_html(loaded: Loaded) -> Iterator[Found]:
    """No setting of `_config.yml` holds HTML, since it would run on every page.

    Write plain words.
    """
    for path, value in _settings(loaded.config):
        if isinstance(value, str) and _TAG.search(value):
            yield Found(CONFIG, path, f"`{'.'.join(path)}` holds HTML.")


@rule("B104", needs=_HERE)
def settings_keep_the_site_whole(loaded: Loaded) -> Iterator[Found]:
    """A setting that keeps the site whole and private is as it came with the course.

    Write it so.
    """
    there = dict(_settings(loaded.config))
    for path, needed in AS_IT_CAME.items():
        around = [path[:length] for length in range(1, len(path))]
        if path not in there and not any(one in there for one in around):
            detail = f"`{'.'.join(path)}` is missing, and must be {_written(needed)}."
            yield Found(CONFIG, path, detail)
    for path, needed in {**AS_IT_CAME, **_EMPTY}.items():
        if path in there and there[path] != needed:
            detail = f"`{'.'.join(path)}` is changed, and must be {_written(needed)}."
            yield Found(CONFIG, path, detail)


@rule("B105", needs=_HERE)
def settings_are_known(loaded: Loaded) -> Iterator[Found]:
    """`_config.yml` has no setting that this book does not know.

    Correct its name, or take it out: a setting may bring in scripts, or files nobody checked.
    """
    for path, _ in _settings(loaded.config):
        if path not in _KNOWN | _SECTIONS:
            beside = [one[-1] for one in _KNOWN | _SECTIONS if one[:-1] == path[:-1]]
            near = get_close_matches(path[-1], beside, n=1)
            meant = f": perhaps `{near[0]}` is meant" if near else ""
            yield Found(CONFIG, path, f"The book knows no setting `{'.'.join(path)}`{meant}.")


@rule("B106", needs=_HERE)
def settings_have_their_kind(loaded: Loaded) -> Iterator[Found]:
    """A setting of `_config.yml` is what its key asks for.

    Write that.
    """
    if "title" not in loaded.config:
        yield Found(CONFIG, (), "`title` is missing: the name of the site.")
    for path, value in _settings(loaded.config):
        needed, fits = _OWN.get(path, ("", bool))
        if path in _SECTIONS:
            yield Found(CONFIG, path, f"`{'.'.join(path)}` must be keys with values.")
        elif needed and not fits(value):
            yield Found(CONFIG, path, f"`{'.'.join(path)}` must be {needed}.")


def _settings(config: Mapping[str, Plain], above: Path = ()) -> Iterator[tuple[Path, Plain]]:
    """Yield each setting with its path; a section only where it is not made of keys."""
    for key, value in config.items():
        path = (*above, key)
        if path in _SECTIONS and isinstance(value, dict):
            yield from _settings(value, path)
        else:
            yield path, value


def _written(value: Plain) -> str:
    """Return a value as YAML writes it."""
    match value:
        case bool():
            return str(value).lower()
        case list():
            return f"[{', '.join(map(str, value))}]"
        case {}:
            return "empty" if not value else str(value)
    return str(value) or "empty"
