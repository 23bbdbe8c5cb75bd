"""How a command ends: the exit codes, each with one meaning."""

from __future__ import annotations

FAULTS = 1
"""The course has faults, is not proved, or a made file is out of date."""
BAD_INPUT = 2
"""The words of the command or a file cannot be used."""
REFUSED = 3
"""Nothing was done, since something could be lost or made public."""
NOBODY_READS = 141
"""The reader of the output went away."""
