"""Alongside: an open, interactive peer-support training course."""

from __future__ import annotations

TYPE_CHECKING = False  # read before anybody hears Ctrl-C: `typing` would take too long
if TYPE_CHECKING:
    from alongside.widgets import evidence, quiz, role_play

__all__ = ["__version__", "evidence", "quiz", "role_play"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Bring in what only notebooks use when it is asked for: widgets take half a second."""
    if name in {"evidence", "quiz", "role_play"}:
        from alongside import widgets  # noqa: PLC0415 - that is the point

        return getattr(widgets, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
