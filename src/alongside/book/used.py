"""What each page shows of the course's data, so that an edit makes again only what shows it.

Sphinx knows files. A bank is one file on many pages, and an edit of one question concerns one.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from alongside.judging.coverage import pages_of
from alongside.reading import current
from alongside.render.lessons import lessons

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from alongside.model.base import Value
    from alongside.reading.load import Loaded

__all__ = ["merge", "note", "outdated", "purge", "stamp", "stamps"]

Used = dict[str, dict[str, str]]
"""Page → key of what it shows → hash of that at the time."""


def note(env: BuildEnvironment, *keys: str) -> None:
    """Note that the page being read shows these; see ``_values`` for their form."""
    known = stamps(current.loaded(Path(env.srcdir)))
    used = _used(env).setdefault(env.docname, {})
    used.update({key: known.get(key, "") for key in keys})


def outdated(
    app: Sphinx, env: BuildEnvironment, _new: set[str], _changed: set[str], _gone: set[str]
) -> Iterable[str]:
    """Return the pages that show something that is no longer the same."""
    known = stamps(current.loaded(Path(app.srcdir)))
    return [
        page
        for page, used in _used(env).items()
        if any(known.get(key, "") != stamp for key, stamp in used.items())
    ]


def purge(_app: Sphinx, env: BuildEnvironment, page: str) -> None:
    """Forget a page before it is read again."""
    _used(env).pop(page, None)


def merge(
    _app: Sphinx, env: BuildEnvironment, pages: list[str], other: BuildEnvironment
) -> None:
    """Take over what a parallel reader noted."""
    _used(env).update({page: used for page, used in _used(other).items() if page in pages})


def _used(env: BuildEnvironment) -> Used:
    if not hasattr(env, "alongside_used"):
        env.alongside_used = {}  # type: ignore[attr-defined]
    found: Used = env.alongside_used  # type: ignore[attr-defined]
    return found


@lru_cache(maxsize=1)
def stamps(loaded: Loaded) -> Mapping[str, str]:
    """Return a short hash of everything a page may show, by its key."""
    return {key: stamp(value) for key, value in _values(loaded).items()}


def _values(loaded: Loaded) -> dict[str, Value | str]:
    """Return everything a page may show, by its key."""
    made: dict[str, Value | str] = {
        f"question {one.id}": one for bank in loaded.banks.values() for one in bank.questions
    }
    made |= {
        f"bank {name}": f"{bank.confidence} {bank.title}" for name, bank in loaded.banks.items()
    }
    made |= {f"page {name}": page.text for name, page in loaded.pages.items()}
    made |= {f"role-play {name}": play for name, play in loaded.role_plays.items()}
    made |= {f"checklist {name}": lines for name, lines in loaded.checklists.items()}
    made |= {f"run sheets {name}": sheets for name, sheets in loaded.run_sheets.items()}
    modules = loaded.course.modules if loaded.course else ()
    made |= {f"lessons {one.id}": repr(lessons(loaded, one.id)) for one in modules}
    made["places"] = repr(pages_of(loaded))
    single = {"course": loaded.course, "campus": loaded.campus}
    return made | {name: value for name, value in single.items() if value is not None}


def stamp(value: Value | str) -> str:
    """Return a short hash of a value; the same value has the same in every process."""
    told = value if isinstance(value, str) else value.model_dump_json()
    return sha256(told.encode()).hexdigest()[:16]
