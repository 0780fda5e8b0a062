"""Offices in folders whose paths have a space and Chinese characters."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands import Office
from tests.samples import CHECKOUT, write_series


@pytest.fixture
def small_office(tmp_path: Path) -> Office:
    """An office with a series of one short department."""
    office = Office(tmp_path / "新闻 office")
    write_series(office.briefs / "2024 上半年")
    return office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office with the repository's own series."""
    office = Office(tmp_path / "新闻 office")
    shutil.copytree(CHECKOUT / "briefs" / "2024-h1", office.briefs / "2024-h1")
    return office
