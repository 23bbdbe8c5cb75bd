"""What stands beside the pages (kits, notebooks, verdicts), made again where it would differ.

Sphinx keeps no account of them, so what goes into each is kept as a hash: beside the name of a
file that was written, and beside a verdict, the verdict itself. All of it lies in Sphinx's own
store, which a build that fails throws away.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alongside.book.used import stamp, stamps
from alongside.judging.judge import verdict
from alongside.reading import current

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.environment import BuildEnvironment

    from alongside.proof import Verdict


def outdated(env: BuildEnvironment, kind: str, made_of: Mapping[str, str]) -> set[str]:
    """Return the names whose hash is new, and keep all hashes for the next build.

    Call it before Sphinx writes its store: at ``env-updated``, or while a page is read.

    Args:
        env: Where the hashes are kept.
        kind: What is made, such as ``kits``.
        made_of: Name → hash of all that goes into it.

    """
    kept: dict[str, Mapping[str, str]] = getattr(env, "alongside_made", {})
    before = kept.get(kind, {})
    env.alongside_made = {**kept, kind: dict(made_of)}  # type: ignore[attr-defined]
    return {name for name, each in made_of.items() if before.get(name) != each}


def proved(env: BuildEnvironment) -> Iterable[Verdict]:
    """Return the verdict on each role-play; one that has not changed is not proved again."""
    loaded = current.loaded(Path(env.srcdir))
    known = stamps(loaded)
    plays = {
        stamp(env.config.alongside_package + known[f"role-play {name}"]): play
        for name, play in loaded.role_plays.items()
    }
    kept: dict[str, Verdict] = getattr(env, "alongside_verdicts", {})
    now = {
        made_of: kept[made_of] if made_of in kept else verdict(loaded, play)
        for made_of, play in plays.items()
    }
    env.alongside_verdicts = now  # type: ignore[attr-defined]
    return now.values()
