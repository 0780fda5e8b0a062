"""How hard Hypothesis tries, the option that writes golden files, the fixture that compares.

Hypothesis tries the same examples each time in CI, new ones on a person's machine.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.golden_files import GoldenFiles

UPDATE_OPTION = "--update-golden"

settings.register_profile(
    "person", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", parent=settings.get_profile("person"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "person")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        UPDATE_OPTION,
        action="store_true",
        help="write the golden files from what the tests make, instead of comparing",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption(UPDATE_OPTION) and os.environ.get("CI"):
        raise pytest.UsageError(f"{UPDATE_OPTION} is refused when CI is set: CI only compares")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> GoldenFiles:
    """Compares with golden files, or writes them under `--update-golden`."""
    return GoldenFiles(update=request.config.getoption(UPDATE_OPTION))
