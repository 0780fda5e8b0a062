"""Totals of every kind, and figures that two departments claim."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from makebrief.checks.references import check_bundle
from makebrief.content.aspects import aspect_words
from makebrief.content.figures import figure_words
from makebrief.content.load import load_bundle
from makebrief.content.totals import all_figures
from makebrief.errors import Diagnostic
from tests.samples import SERIES, brief_with, bundle_of, hints_of

FIGURES = """
now: {value: 60, unit: {zh: 家, en: firms, one: firm}, as_of: 2024-06-30}
before: {value: 48, unit: {zh: 家, en: firms, one: firm}, as_of: 2023-06-30}
some: {value: 10, unit: {zh: 家, en: firms, one: firm}, bound: over}
none: {value: 0, unit: {zh: 家, en: firms, one: firm}}
day: {day: 2024-04}
"""
SECOND_FIGURE = 6
"""The line of a briefing in which the figure that a test adds stands."""

BRIEF = brief_with('- text: {zh: "甲", en: a}', FIGURES)


def series_with(total: str) -> str:
    return SERIES + f"totals:\n  made: {{{total}, label: {{zh: 合计, en: Total}}}}\n"


def check(folder: Path, total: str) -> list[Diagnostic]:
    return list(check_bundle(bundle_of(folder, BRIEF, series_with(total))))


@pytest.mark.parametrize(
    ("total", "words"),
    [
        ("sum: [statistics.now, statistics.some]", "70余家"),
        ("share: {part: statistics.before, whole: statistics.now}, as_of: 2024-06-30", "80.0%"),
        ("share: {part: statistics.some, whole: statistics.now}, decimals: 2", "超16.67%"),
        ("share: {part: statistics.none, whole: statistics.some}", "约0.0%"),
        ("growth: {now: statistics.now, before: statistics.before}", "60家"),
        ("ranking: {of: statistics.now, among: [statistics.now, statistics.some]}", "第1位"),
        (
            "ranking: {of: statistics.now, among: [statistics.now, statistics.some], "
            "lowest_first: true}",
            "第2位",
        ),
    ],
)
def test_a_total_is_worked_out_anew(tmp_path: Path, total: str, words: str) -> None:
    bundle = bundle_of(tmp_path, BRIEF, series_with(total))
    assert figure_words(all_figures(bundle)["series.made"], "zh") == words
    assert list(check_bundle(bundle)) == []


def test_a_growth_prints_its_change(tmp_path: Path) -> None:
    total = "growth: {now: statistics.now, before: statistics.before}"
    made = all_figures(bundle_of(tmp_path, BRIEF, series_with(total)))["series.made"]
    assert aspect_words(made, "change", "en", "{amount}") == "up 25.0% year on year"


@pytest.mark.parametrize(
    ("total", "key"),
    [
        ("value: 3", "total-kind"),
        (
            "sum: [statistics.now], growth: {now: statistics.now, before: statistics.now}",
            "total-kind",
        ),
        ("sum: [statistics.day]", "total-not-a-count"),
        ("sum: [statistics.nobody]", "figure-undefined"),
        ("sum: [statistics.now, statistics.before]", "total-dates"),
        ("share: {part: statistics.now, whole: statistics.none}", "total-of-nothing"),
        ("growth: {now: statistics.now, before: statistics.none}", "total-of-nothing"),
        ("share: {part: statistics.now, whole: statistics.some}", "total-part-over-whole"),
        ("sum: [statistics.now], value: 61", "total-differs"),
        ("growth: {now: statistics.now, before: statistics.before}, value: 24", "total-differs"),
        (
            "ranking: {of: statistics.now, among: [statistics.now, statistics.some]}, value: 2",
            "total-differs",
        ),
    ],
)
def test_a_total_that_is_wrong_is_refused(tmp_path: Path, total: str, key: str) -> None:
    assert [each.message.key for each in check(tmp_path, total)] == [key]


def test_a_retyped_number_that_is_right_passes(tmp_path: Path) -> None:
    assert check(tmp_path, "sum: [statistics.now], value: 60") == []
    total = "growth: {now: statistics.now, before: statistics.before}, value: 25"
    bundle = bundle_of(tmp_path, BRIEF, series_with(total))
    assert list(check_bundle(bundle)) == []
    assert all_figures(bundle)["series.made"].change is not None


def claims(folder: Path, second: str, total: str = "") -> list[Diagnostic]:
    """What is found when a second department states a figure under the first one's label."""
    label = "label: {zh: 走访企业, en: Firms visited}"
    series = SERIES.replace("[statistics]", "[statistics, water]")
    text = '- text: {zh: "甲", en: a}'
    bundle_of(folder, brief_with(text, f"visits: {{value: 5, {label}}}"))
    (folder / "water.yaml").write_text(
        brief_with(text, f"seen: {{{second}, {label}}}"), encoding="utf-8"
    )
    (folder / "series.yaml").write_text(series + total, encoding="utf-8")
    found = check_bundle(load_bundle(folder))
    return [each for each in found if each.span and each.span.line == SECOND_FIGURE]


def test_a_figure_that_two_departments_state_differently_is_an_error(tmp_path: Path) -> None:
    [found] = claims(tmp_path, "value: 6")
    assert (found.severity, found.message.key) == ("error", "claimed-differently")
    assert found.span is not None
    assert found.span.file.endswith("water.yaml")
    assert "statistics.yaml:6" in hints_of(found)[0]


def test_a_figure_that_two_departments_state_alike_is_a_warning(tmp_path: Path) -> None:
    [found] = claims(tmp_path, "value: 5")
    assert (found.severity, found.message.key) == ("warning", "claimed-twice")


@pytest.mark.parametrize(
    "total",
    [
        "sum: [statistics.visits, water.seen]",
        "ranking: {of: water.seen, among: [statistics.visits, water.seen]}",
    ],
)
def test_figures_that_a_total_adds_up_or_ranks_are_each_departments_own(
    tmp_path: Path, total: str
) -> None:
    label = "label: {zh: 合计, en: Total}"
    assert claims(tmp_path, "value: 6", f"totals:\n  made: {{{total}, {label}}}\n") == []


def test_figures_of_different_days_are_different_claims(tmp_path: Path) -> None:
    assert claims(tmp_path, "value: 6, as_of: 2024-06-30") == []


def test_a_share_rounds_half_up(tmp_path: Path) -> None:
    total = "share: {part: statistics.some, whole: statistics.now}, decimals: 0"
    made = all_figures(bundle_of(tmp_path, BRIEF, series_with(total)))["series.made"]
    assert made.value == Decimal(17)
