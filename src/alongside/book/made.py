"""What stands beside the pages (kits, notebooks, verdicts), made again where it would differ.

Sphinx keeps no account of them, so each is kept with a hash of all that goes into it. The
hashes lie in Sphinx's own store, which a build that fails throws away.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alongside.book.used import stamp, stamps
from alongside.judging.judge import verdict
from alongside.reading import current

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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


def proved(env: BuildEnvironment) -> Iterator[Verdict]:
    """Yield the verdict on each role-play; one that has not changed is not proved again."""
    loaded = current.loaded(Path(env.srcdir))
    known = stamps(loaded)
    made_of = {
        name: stamp(env.config.alongside_package + known[f"role-play {name}"])
        for name in loaded.role_plays
    }
    new = outdated(env, "verdicts", made_of)
    kept: dict[str, Verdict] = getattr(env, "alongside_verdicts", {})
    now = {
        name: verdict(loaded, play) if name in new or name not in kept else kept[name]
        for name, play in loaded.role_plays.items()
    }
    env.alongside_verdicts = now  # type: ignore[attr-defined]
    yield from now.values()
