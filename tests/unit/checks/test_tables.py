"""Merged cells, units, totals and names of tables: what does not hold together has its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.checks.references import check_bundle
from makebrief.errors import Diagnostic
from tests.samples import SERIES, brief_with, bundle_of, hints_of

FIGURES = """
output: {value: 13522000000, unit: CNY}
over: {value: 8, unit: {zh: 家, en: firms, one: firm}, bound: over}
"""
TWO = "[{zh: 名, en: Name}, {zh: 数, en: Number}]"
MONEY = "[{zh: 名, en: Name}, {zh: 数, en: Number, unit: CNY}]"


def brief_of(columns: str, rows: str, more: str = "") -> str:
    blocks = f"""
    - table:
        caption: {{zh: 表, en: T}}
        columns: {columns}
        rows: {rows}
        {more}
    """
    return brief_with(blocks, FIGURES)


def findings(folder: Path, brief: str, series: str = SERIES) -> list[tuple[str, str]]:
    """The key of each finding, and the words where it points."""
    return [
        (str(each.message.key), _words_at(each, brief, series))
        for each in check_bundle(bundle_of(folder, brief, series))
    ]


def _words_at(found: Diagnostic, brief: str, series: str) -> str:
    assert found.span is not None
    written = series if found.span.file.endswith("series.yaml") else brief
    return written.split("\n")[found.span.line - 1][found.span.column - 1 :][:12]


@pytest.mark.parametrize(
    ("columns", "rows", "more", "wanted"),
    [
        (TWO, '[["<", 1]]', "", [("merge-outside", '"<", 1]]')]),
        (TWO, '[["a", "<"], ["^", 1]]', "", [("merge-ragged", '"a", "<"], [')]),
        (MONEY, '[["a", "{output}"], ["b", "{over}"]]', "", [("column-unit", '"{over}"]]')]),
        (
            "[{zh: 名, en: N, scale: {zh: 亿}}]",
            '[["a"]]',
            "",
            [("column-scale", "{zh: 亿}}]")],
        ),
        (TWO, '[["a", 1], ["b", 2], ["all", 4]]', "total: last", [("total-row", "4]]")]),
        (
            "[{zh: 数, en: N}]",
            "[[1]]",
            "total: {zh: 合计, en: T}",
            [("total-single", "{zh: 合计, en:")],
        ),
        (TWO, '[["a", 1], ["b", 2], ["all", 3]]', "total: last", []),
        (TWO, '[["a", 1], ["b", 2], ["^", 2]]', "total: {zh: 合计, en: Total}", []),
        (MONEY, '[["a", "{output}"], ["b", 3], ["c", "——"]]', "", []),
    ],
)
def test_what_does_not_hold_together_is_found_in_its_cell(
    tmp_path: Path, columns: str, rows: str, more: str, wanted: list[tuple[str, str]]
) -> None:
    found = findings(tmp_path, brief_of(columns, rows, more))
    assert found == wanted


def test_a_reference_to_no_table_has_a_hint(tmp_path: Path) -> None:
    table = brief_of(TWO, "[[1, 2]]", "name: counties")
    brief = table + '      - text: {zh: "见{table:county}。", en: "See {figure:counties}."}\n'
    found = list(check_bundle(bundle_of(tmp_path, brief)))
    assert [each.message.key for each in found] == ["reference-unknown"] * 2
    assert hints_of(found[0]) == ["did you mean 'table:counties'?"]
    assert [_words_at(each, brief, SERIES)[:8] for each in found] == ["{table:c", "{figure:"]


def test_a_name_is_given_once(tmp_path: Path) -> None:
    table = (
        "- table: {name: a, caption: {zh: 表, en: T}, columns: [{zh: 数, en: N}], rows: [[1]]}\n"
    )
    assert findings(tmp_path, brief_with(table * 2))[0][0] == "block-name-twice"


def test_the_series_refers_to_tables_of_all_departments(tmp_path: Path) -> None:
    brief = brief_of(TWO, "[[1, 2]]", "name: counties")
    foreword = (
        'foreword: {zh: "见{table:statistics.counties}。", en: "See {table:statistics.x}."}\n'
    )
    assert [key for key, _ in findings(tmp_path, brief, SERIES + foreword)] == ["reference-unknown"]
