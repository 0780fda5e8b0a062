"""Figures that contradict themselves, each placed where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.checks.references import check_bundle
from makebrief.errors import Diagnostic
from tests.samples import brief_with, bundle_of, hints_of

TEXT = '- text: {zh: "甲", en: a}'


def check(folder: Path, figure: str, text: str = TEXT) -> list[Diagnostic]:
    return list(check_bundle(bundle_of(folder, brief_with(text, f"made: {figure}"))))


@pytest.mark.parametrize(
    ("figure", "key"),
    [
        ("{value: 1, period: {year: 2024}}", "figure-value"),
        ("{period: {year: 2024, half: 1, quarter: 1}}", "period-parts"),
        ("{value: 3, share: {value: 101, of: {zh: 全省, en: all}}}", "share-range"),
        ("{value: 3, change: {}}", "change-unknown"),
        ("{value: 3, previous: 0, change: {}}", "change-unknown"),
        ("{value: 110, previous: 100, change: {value: 11}}", "change-differs"),
        ("{value: 110, previous: 100, change: {value: 10.01}}", "change-differs"),
        (
            "{value: 65, previous: 63, unit: percent, change: {value: 3, unit: percentage_points}}",
            "change-differs",
        ),
    ],
)
def test_a_figure_that_contradicts_itself_is_refused(tmp_path: Path, figure: str, key: str) -> None:
    assert [each.message.key for each in check(tmp_path, figure)] == [key]


@pytest.mark.parametrize(
    "figure",
    [
        "{value: 110, previous: 100, change: {value: 10}}",
        "{value: 110, previous: 100, change: {value: 10.0}}",
        "{value: 3, previous: 2, change: {}}",
        "{value: 200, previous: 300, change: {value: -33.3}}",
        "{value: 65.2, previous: 63, unit: percent, change: {value: 2.2, unit: percentage_points}}",
        "{value: 105, previous: 100, change: {value: 5, unit: same}}",
        "{period: {year: 2024, months: 8}}",
    ],
)
def test_a_figure_that_agrees_with_itself_has_no_findings(tmp_path: Path, figure: str) -> None:
    assert check(tmp_path, figure) == []


def test_per_cent_typed_for_percentage_points_is_recognised(tmp_path: Path) -> None:
    [found] = check(tmp_path, "{value: 65, previous: 63, unit: percent, change: {value: 2}}")
    assert found.message.key == "change-differs"
    assert hints_of(found) == [
        "between two percentages it is percentage_points, not percent",
    ]


def test_a_percentage_that_changed_by_per_cent_is_a_warning(tmp_path: Path) -> None:
    [found] = check(tmp_path, "{value: 65, unit: percent, change: {value: 2}}")
    assert (found.severity, found.message.key) == ("warning", "change-of-percent")


@pytest.mark.parametrize(
    ("name", "key"), [("firms:growth", "aspect-unknown"), ("firms:change", "aspect-absent")]
)
def test_an_aspect_that_a_figure_does_not_have_is_placed_in_its_text(
    tmp_path: Path, name: str, key: str
) -> None:
    [found] = check(tmp_path, "{value: 1}", f'- text: {{zh: "共{{{name}}}", en: "a"}}')
    assert found.message.key == key
    assert found.span is not None
    assert found.span.line == 10
