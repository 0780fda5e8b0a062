"""Units that stand once over numbers which print alike in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.checks.references import check_bundle
from makebrief.content.load import load_bundle
from makebrief.errors import Diagnostic
from tests.samples import brief_with, write_series

NUMBERS = {"unit-differs", "number-differs", "number-added", "number-lost"}
CAPTION = "caption: {zh: 指标, en: Indicators}"


def found_in(folder: Path, block: str) -> list[Diagnostic]:
    """What is found of units in a briefing of one block, and of other numbers in it."""
    write_series(folder, {"statistics.yaml": brief_with(block)})
    found = check_bundle(load_bundle(folder))
    return [each for each in found if each.message.key in NUMBERS]


def table(column: str, cell: str = "1200.5", caption: str = CAPTION) -> str:
    """A table of one row, whose second column is given."""
    columns = f"[{{zh: 货类, en: Cargo}}, {{{column}}}]"
    rows = f"[[{{zh: 煤炭, en: Coal}}, {cell}]]"
    return f"- table: {{{caption}, columns: {columns}, rows: {rows}}}"


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("万吨", "million tonnes"),
        ("亿元", "billion yuan"),
        ("亿元", "RMB million"),
        ("万亩", "thousand hectares"),
        ("亿美元", "RMB 100 million"),
        ("个百分点", "per cent"),
    ],
)
def test_a_unit_of_another_scale_is_an_error(tmp_path: Path, zh: str, en: str) -> None:
    [found] = found_in(tmp_path, table(f"zh: 总量, en: Total, unit: {{zh: {zh}, en: {en}}}"))
    assert found.severity == "error"
    assert found.hints
    [found] = found_in(tmp_path, table(f"zh: 总量（{zh}）, en: Total ({en})"))
    assert found.span is not None
    assert found.span.line > 1
    caption = f"caption: {{zh: 指标（单位：{zh}）, en: 'Indicators (unit: {en})'}}"
    assert len(found_in(tmp_path, table("zh: 总量, en: Total", caption=caption))) == 1


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("万吨", "10,000 tonnes"),
        ("亿元", "RMB 100 million"),
        ("亿元", "hundred million yuan"),
        ("万亩", "10,000 mu"),
        ("件（套）", "items (sets)"),
        ("人次", "visits"),
        ("微克/立方米", "μg/m³"),
        ("岁", "years"),
        ("全省", "province"),
    ],
)
def test_the_same_unit_is_none(tmp_path: Path, zh: str, en: str) -> None:
    unit = f'unit: {{zh: {zh}, en: "{en}"}}'
    assert found_in(tmp_path, table(f"zh: 总量, en: Total, {unit}")) == []
    assert found_in(tmp_path, table(f'zh: 总量（{zh}）, en: "Total ({en})"')) == []


def test_a_note_that_names_a_unit(tmp_path: Path) -> None:
    note = '- text: {zh: "单位：万人", en: "Unit: million people"}'
    assert len(found_in(tmp_path, note)) == 1
    assert found_in(tmp_path, note.replace("million", "10,000")) == []


def test_the_unit_of_a_chart(tmp_path: Path) -> None:
    chart = (
        "- chart: {kind: bar, caption: {zh: 甲, en: A}, unit: {zh: 亿元, en: billion yuan}, "
        "categories: [{zh: 乙, en: B}], series: [{values: [3]}]}"
    )
    assert len(found_in(tmp_path, chart)) == 1
    assert found_in(tmp_path, chart.replace("billion yuan", "RMB 100 million")) == []
