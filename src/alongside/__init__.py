"""Alongside: an open, interactive peer-support training course."""

__version__ = "0.1.0"
