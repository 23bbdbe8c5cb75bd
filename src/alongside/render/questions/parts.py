"""The small parts that questions are put together from, made of plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from alongside.render.html import paragraphs, split, text

if TYPE_CHECKING:
    from collections.abc import Iterable


class Fields(NamedTuple):
    """The inside of a fieldset."""

    how: str
    """How to answer, as safe HTML; empty where the controls say it themselves."""
    html: str


def inline(words: str) -> str:
    """Return words for a label, a legend or a term."""
    return "<br>".join(text(part) for part in split(words))


def quoted(words: str) -> str:
    """Return words as paragraphs that somebody says."""
    return f"<blockquote>{paragraphs(words)}</blockquote>"


def scale(name: str, labels: Iterable[str]) -> str:
    """Return a place to choose for each label of a scale, from 1."""
    return "".join(
        f'<span><input type="radio" name="{name}" id="{name}--{n}" value="{n}">'
        f'<label for="{name}--{n}">{inline(label)}</label></span>'
        for n, label in enumerate(labels, start=1)
    )


def entry(term: str, mark: str, feedback: str, name: str) -> str:
    """Return one thing judged: its words, its mark and its reason."""
    said = f" <strong>{inline(mark)}</strong>" if mark else ""
    return (
        f"<div><dt>{inline(term)}{said}</dt>"
        f'<dd data-feedback="{name}">{paragraphs(feedback)}</dd></div>'
    )
