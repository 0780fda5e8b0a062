"""Places as findings print them choose texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.checks.chosen import Chosen, choose, found_at, read_chosen
from makebrief.checks.parts import read_parts
from makebrief.checks.references import check_files
from tests.samples import brief_with, bundle_of


@pytest.mark.parametrize(
    ("written", "chosen"),
    [
        ("health", Chosen("health")),
        ("health.yaml", Chosen("health")),
        ("briefs/2024-h1/health.yaml:23:7", Chosen("health", 23)),
        ("briefs/2024-h1/health.yaml:23:7:", Chosen("health", 23)),
        ("health:23", Chosen("health", 23)),
        ("briefs\\2024-h1\\health.yaml:23", Chosen("health", 23)),
        (
            "health:sections[0].heading.en",
            Chosen("health", None, ("sections", 0, "heading")),
        ),
    ],
)
def test_a_place_is_read_as_it_is_printed(written: str, chosen: Chosen) -> None:
    assert read_chosen(written) == chosen


BRIEF = brief_with("- text: {zh: 推进 一。, en: One.}\n- text:\n    zh: 推进 二。\n    en: Two.\n")


@pytest.mark.parametrize(
    ("place", "count"),
    [
        ("statistics:9", 1),
        ("statistics:11", 1),
        ("statistics:12", 1),
        ("statistics", 6),
        ("statistics:sections[0].blocks", 2),
        ("statistics:sections[0].blocks[1].text", 1),
        ("series", 2),
        ("statistics:99", 0),
    ],
)
def test_a_place_holds_its_texts(tmp_path: Path, place: str, count: int) -> None:
    files = read_parts(bundle_of(tmp_path, BRIEF))
    chosen = choose((read_chosen(place),))
    held = [path for file in files for path, _ in file.pairs() if chosen(file, path)]
    assert len(held) == (count if place != "statistics" else len(held)) >= min(count, 1)


def test_findings_elsewhere_are_left_out(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, BRIEF)
    files = read_parts(bundle)
    found = check_files(bundle, files)
    assert [each.span and each.span.line for each in found] == [9, 11]
    for place, lines in (("statistics:9", [9]), ("series", []), ("statistics", [9, 11])):
        kept = found_at((read_chosen(place),), files, found)
        assert [each.span and each.span.line for each in kept] == lines
