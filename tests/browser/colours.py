"""How far two colours stand apart, as WCAG 2.2 counts it."""

from __future__ import annotations

import re


def contrast(one: str, other: str) -> float:
    """Return the ratio of two colours as a browser writes them: 1 is none, 21 the most."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [float(one) / 255 for one in re.findall(r"[\d.]+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(part * one for part, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
