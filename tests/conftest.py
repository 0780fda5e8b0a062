"""The option that writes golden files anew, and the fixture that compares with them."""

from __future__ import annotations

import os

import pytest

from tests.golden_files import GoldenFiles

UPDATE_OPTION = "--update-golden"


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
