"""The command as a person runs it: words in, and what it said and how it ended out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def alongside(*words: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, with some variables set otherwise."""
    return subprocess.run(
        [sys.executable, "-m", "alongside", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **env},
        check=False,
    )
