"""What tests of several rooms share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from alongside.reading.load import Loaded, load_course
from breaking import small_course
from halting import starting

# The same examples in every run: a red run is about the change. `make test-all` searches anew.
# A busy machine is no fault of the code, so nothing here is held against a clock.
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def whole() -> Loaded:
    """The real course, read once for all tests of a worker."""
    return load_course(ROOT)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A small course that builds, to be changed at will."""
    return small_course(tmp_path / "course")


@pytest.fixture
def started():
    """Start a command that the test will stop; whatever is left of it ends with the test."""
    with starting() as start:
        yield start
