"""Find a Chromium, or see to one: the machine's, else its package, else Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""A quiet browser: it asks for nothing but what a page asks for."""


def found() -> Path | None:
    """Return a browser that starts, or None."""
    for name in NAMES:
        path = shutil.which(name)
        if path and _starts(Path(path)):
            return Path(path)
    own = _playwrights_own()
    return own if own.is_file() and _starts(own) else None


def _playwrights_own() -> Path:
    """Return where Playwright puts its own; asked for in a process that has no loop running."""
    ask = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as one: print(one.chromium.executable_path)"
    )
    told = subprocess.run(
        [sys.executable, "-c", ask], capture_output=True, text=True, check=False
    )
    return Path(told.stdout.strip() or "nowhere")


def _starts(path: Path) -> bool:
    """Return whether it is a browser: Ubuntu's package of that name may only be a pointer."""
    told = subprocess.run([path, "--version"], capture_output=True, check=False, timeout=60)
    return told.returncode == 0 and b"hrom" in told.stdout


def _driver_starts() -> bool:
    """Return whether Playwright starts: its Node needs a library that small systems lack."""
    command = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _can_install() -> bool:
    """Return whether packages of the system can be installed here."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt_install(*packages: str) -> None:
    print(f"Installing {' and '.join(packages)} with apt-get (once)", flush=True)  # noqa: T201
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(
            ["apt-get", "--quiet", *command],  # noqa: S607
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdout=subprocess.DEVNULL,
            check=False,
        )


def install() -> None:
    """Install what is missing, the system's packages first."""
    if not _driver_starts() and _can_install():
        _apt_install("libatomic1")
    if found() is None and _can_install():
        _apt_install("chromium")
    if found() is None:
        print("Installing Playwright's Chromium (once)", flush=True)  # noqa: T201
        extra = ["--with-deps"] if _can_install() else []
        command = [sys.executable, "-m", "playwright", "install", *extra, "chromium"]
        subprocess.run(command, check=False)


if __name__ == "__main__":
    try:
        install()
    except KeyboardInterrupt:
        print("Stopped. To go on, run the same command again.", file=sys.stderr)  # noqa: T201
        sys.exit(130)
    if not _driver_starts():
        sys.exit("Playwright does not start. On Debian or Ubuntu: apt-get install libatomic1")
    if found() is None:
        sys.exit("No Chromium could be found or installed. On Debian: apt-get install chromium")
