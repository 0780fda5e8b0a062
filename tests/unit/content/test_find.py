from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.content.find import find_series
from makebrief.errors import BriefError


def make(here: Path, name: str, period: str) -> Path:
    folder = here / "briefs" / name
    folder.mkdir(parents=True)
    (folder / "series.yaml").write_text(f"period: {period}\n", encoding="utf-8")
    return folder


def test_the_only_series_is_taken(tmp_path: Path) -> None:
    folder = make(tmp_path, "a", "{year: 2024}")
    found = find_series(None, tmp_path)
    assert (found.folder, found.among) == (folder, 1)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("{year: 2023, half: 2}", "{year: 2024, half: 1}"),
        ("{year: 2024, half: 1}", "{year: 2024, half: 2}"),
        ("{year: 2024, quarter: 2}", "{year: 2024, quarter: 3}"),
        ("{year: 2024, quarter: 3}", "{year: 2024, half: 2}"),
        ("{year: 2024, half: 1}", "{year: 2024, quarter: 3}"),
        ("{year: 2024, half: 1}", "{year: 2024}"),
        ("nonsense", "{year: 1950}"),
        ("[broken", "{year: 1950}"),
    ],
)
@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("b", "a")])
def test_of_several_the_newest_by_period_is_taken(
    tmp_path: Path, older: str, newer: str, first: str, second: str
) -> None:
    make(tmp_path, first, older)
    folder = make(tmp_path, second, newer)
    found = find_series(None, tmp_path)
    assert (found.folder, found.among) == (folder, 2)


def test_a_named_series_is_taken(tmp_path: Path) -> None:
    folder = make(tmp_path, "a", "{year: 2020}")
    make(tmp_path, "b", "{year: 2024}")
    assert find_series(str(folder), tmp_path).folder == folder


def test_inside_a_series_folder_it_is_taken(tmp_path: Path) -> None:
    folder = make(tmp_path, "a", "{year: 2020}")
    assert find_series(None, folder).folder == folder


def test_without_a_series_the_way_is_shown(tmp_path: Path) -> None:
    with pytest.raises(BriefError) as caught:
        find_series(None, tmp_path)
    assert caught.value.diagnostics[0].message.key == "series-none"
    with pytest.raises(BriefError) as caught:
        find_series(str(tmp_path), tmp_path)
    assert caught.value.diagnostics[0].message.key == "series-absent"
