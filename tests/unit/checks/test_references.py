"""Names, figures and shapes that do not fit each other, each with its place and a hint."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.checks.references import check_bundle
from makebrief.content.totals import all_figures
from makebrief.errors import Diagnostic
from tests.samples import BRIEF, SERIES, brief_with, bundle_of, first_line, hints_of, picture


def check(folder: Path, brief: str = BRIEF, series: str = SERIES) -> list[Diagnostic]:
    return list(check_bundle(bundle_of(folder, brief, series)))


def only(folder: Path, brief: str = BRIEF, series: str = SERIES) -> Diagnostic:
    [diagnostic] = check(folder, brief, series)
    return diagnostic


def words_at(diagnostic: Diagnostic, written: str) -> str:
    """What stands in the file where a finding points."""
    assert diagnostic.span is not None
    return written.split("\n")[diagnostic.span.line - 1][diagnostic.span.column - 1 :]


def test_a_right_series_has_no_findings(tmp_path: Path) -> None:
    assert check(tmp_path) == []


def test_a_figure_that_nobody_defined_is_placed_in_its_text(tmp_path: Path) -> None:
    brief = brief_with('- text: {zh: "共{firm}家，{firms}。", en: "{nothing_like_it}."}')
    chinese, english = check(tmp_path, brief)
    assert first_line(chinese) == "statistics.yaml:9:22: error: nobody defines the figure 'firm'"
    assert hints_of(chinese) == ["did you mean 'firms'?"]
    assert words_at(english, brief).startswith("{nothing_like_it}")
    assert hints_of(english)[0].startswith("define it under figures:")


def test_a_figure_of_another_department_is_found_by_its_full_name(tmp_path: Path) -> None:
    brief = brief_with('- text: {zh: "{statistics.firms}", en: "{water.firms}"}')
    found = only(tmp_path, brief)
    assert "'water.firms'" in first_line(found)


def test_a_figure_in_a_table_cell_is_checked(tmp_path: Path) -> None:
    brief = brief_with(
        """
        - table:
            caption: {zh: 表, en: T}
            columns: [{zh: 列, en: C}]
            rows: [["{firms}"], ["{firmes}"], ["**open"]]
        """
    )
    undefined, markup = check(tmp_path, brief)
    assert words_at(undefined, brief).startswith("{firmes}")
    assert markup.message.key == "markup-open"
    assert words_at(markup, brief).startswith("**open")


@pytest.mark.parametrize(
    ("text", "key"),
    [("一**二", "markup-open"), ("一{二", "brace-alone"), ("[一](a.cn)", "link-invalid")],
)
def test_wrong_markup_is_placed_in_its_text(tmp_path: Path, text: str, key: str) -> None:
    found = only(tmp_path, brief_with(f'- text: {{zh: "{text}", en: x}}'))
    assert found.message.key == key
    assert found.span is not None
    assert found.span.line == 9
    assert hints_of(found)


@pytest.mark.parametrize(
    ("figure", "key"),
    [
        ("{label: {zh: a, en: a}}", "figure-value"),
        ("{value: 3, day: 2024-04}", "figure-value"),
        ("{day: 2024-13}", "date-invalid"),
        ("{day: 2024-02-30}", "date-invalid"),
        ("{value: 2.5, form: rank}", "figure-order"),
        ("{value: 0, form: ordinal}", "figure-order"),
        ("{value: 5, to: 5}", "figure-range"),
        ("{value: 5, to: 3}", "figure-range"),
        ("{value: 1, unit: {zh: 场, en: meetings}}", "figure-one"),
        ("{value: 2, form: rank, bound: over}", "figure-bound"),
        ("{day: 2024-04, bound: about}", "figure-bound"),
    ],
)
def test_a_figure_that_contradicts_itself_is_refused(tmp_path: Path, figure: str, key: str) -> None:
    found = only(tmp_path, brief_with('- text: {zh: "甲", en: a}', f"wrong: {figure}"))
    assert found.message.key == key
    assert found.span is not None
    assert found.span.line == 6


@pytest.mark.parametrize(
    "figure",
    [
        "{value: 1, unit: {zh: 场, en: meetings, one: meeting}}",
        '{value: 1, unit: {zh: 家, en: ""}}',
        "{value: 1, form: rank}",
        '{day: "2024"}',
        "{day: 2024-02-29}",
    ],
)
def test_a_figure_that_is_right_has_no_findings(tmp_path: Path, figure: str) -> None:
    assert check(tmp_path, brief_with('- text: {zh: "甲", en: a}', f"right: {figure}")) == []


def test_a_panel_needs_defined_and_labelled_figures(tmp_path: Path) -> None:
    brief = brief_with("- key_figures: [firms, bare, nobody]", "bare: {value: 3}")
    unlabelled, undefined = check(tmp_path, brief)
    assert unlabelled.message.key == "figure-label"
    assert words_at(unlabelled, brief).startswith("bare")
    assert hints_of(unlabelled) == ["add label: {zh: …, en: …} to the figure"]
    assert undefined.message.key == "figure-undefined"
    assert words_at(undefined, brief).startswith("nobody")


def test_a_row_of_another_length_is_placed_at_the_row(tmp_path: Path) -> None:
    brief = brief_with(
        """
        - table:
            caption: {zh: 表, en: T}
            columns: [{zh: 甲, en: A}, {zh: 乙, en: B}]
            rows:
              - [1, 2]
              - [1, 2, 3]
        """
    )
    found = only(tmp_path, brief)
    assert "this row has 3 cell(s), the table 2 column(s)" in first_line(found)
    assert words_at(found, brief) == "[1, 2, 3]"


def chart(kind: str, series: str, categories: str = "") -> str:
    head = f"- chart:\n    kind: {kind}\n    caption: {{zh: 图, en: C}}\n"
    return brief_with(head + categories + f"    series: {series}\n", "day: {day: 2024-04}")


TWO = "    categories: [{zh: 甲, en: A}, {zh: 乙, en: B}]\n"


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        (chart("bar", "[{values: [1, 2]}]", TWO), []),
        (chart("bar", "[{values: [firms]}]"), []),
        (chart("bar", "[{values: [1, 2, 3]}]", TWO), ["chart-length"]),
        (chart("bar", "[{values: [1]}]"), ["chart-categories"]),
        (chart("bar", "[{values: [day, 1]}]", TWO), ["chart-value"]),
        (chart("bar", "[{values: [nobody, 1]}]", TWO), ["figure-undefined"]),
        (chart("bar", "[{values: [nobody]}]"), ["figure-undefined"]),
        (chart("bar", "[{values: [1, 2]}, {values: [3, 4]}]", TWO), ["chart-label"] * 2),
        (chart("pie", "[{values: [1, -2]}]", TWO), ["chart-negative"]),
        (chart("stacked_bar", "[{values: [1, -2]}]", TWO), ["chart-negative"]),
        (chart("line", "[{values: [1, -2]}]", TWO), []),
    ],
)
def test_a_charts_values_must_fit(tmp_path: Path, written: str, keys: list[str]) -> None:
    assert [each.message.key for each in check(tmp_path, written)] == keys


def test_a_picture_outside_the_folder_is_placed_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(picture(4, 4))
    brief = brief_with(
        "- image: {file: ../secret.png, caption: {zh: 图, en: P}, alt: {zh: 图, en: P}}"
    )
    found = only(tmp_path / "series", brief)
    assert found.message.key == "picture-outside"
    assert words_at(found, brief).startswith("../secret.png")


def total(parts: str) -> str:
    """A series with a total of some figures."""
    return SERIES + f"totals:\n  all_firms: {{sum: [{parts}], label: {{zh: 合计, en: Total}}}}\n"


MORE = """
more: {value: 8, unit: {zh: 家, en: firms, one: firm}, bound: over}
people: {value: 8, unit: {zh: 人, en: people}}
share: {value: 8, to: 9, unit: {zh: 家, en: firms, one: firm}}
"""


def test_a_total_is_the_sum_of_its_parts(tmp_path: Path) -> None:
    brief = brief_with('- text: {zh: "{series.all_firms}", en: "{series.all_firms}"}', MORE)
    series = total("statistics.firms, statistics.more")
    bundle = bundle_of(tmp_path, brief, series)
    made = all_figures(bundle)["series.all_firms"]
    assert (made.value, made.bound) == (70, "over")
    assert list(check_bundle(bundle)) == []


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ("statistics.firms, statistics.nobody", "figure-undefined"),
        ("statistics.firms, statistics.people", "total-units"),
        ("statistics.firms, statistics.share", "total-not-a-count"),
    ],
)
def test_a_total_of_what_cannot_be_added_is_refused(tmp_path: Path, parts: str, key: str) -> None:
    brief = brief_with('- text: {zh: "甲", en: "x"}', MORE)
    series = total(parts)
    found = only(tmp_path, brief, series)
    assert found.message.key == key
    assert words_at(found, series).startswith(parts.split(", ")[1])


@pytest.mark.parametrize("bound", ["nearly", "about", "at_least"])
def test_a_total_is_never_more_exact_than_its_parts(tmp_path: Path, bound: str) -> None:
    more = f"more: {{value: 8, unit: {{zh: 家, en: firms, one: firm}}, bound: {bound}}}"
    brief = brief_with('- text: {zh: "甲", en: "x"}', more)
    bundle = bundle_of(tmp_path, brief, total("statistics.firms, statistics.more"))
    findings = list(check_bundle(bundle))
    assert findings or all_figures(bundle)["series.all_firms"].bound == bound


def test_a_missing_translation_is_a_warning_at_its_pair(tmp_path: Path) -> None:
    brief = brief_with("- text: {zh: 尚未翻译的一段文字}")
    found = only(tmp_path, brief)
    assert (found.severity, found.message.key) == ("warning", "untranslated")
    assert first_line(found) == (
        "statistics.yaml:9:15: warning: no English yet for “尚未翻译的一段文字”"
    )


def test_a_missing_heading_of_a_column_is_a_warning(tmp_path: Path) -> None:
    table = "- table: {caption: {zh: 表, en: T}, columns: [{zh: 列}], rows: [[1]]}"
    found = only(tmp_path, brief_with(table))
    assert (found.severity, found.message.key) == ("warning", "untranslated")
