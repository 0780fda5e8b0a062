"""The audit sheet: every figure once, with what is printed, where, and where it comes from."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

from makebrief.audit.sheet import AuditPart, read_sheet
from makebrief.audit.workbook import render_workbook
from tests.samples import SERIES, brief_with, bundle_of

FIGURES = """
money:
  value: 2000000
  unit: CNY
  bound: over
  previous: 1600000
  change: {}
  label: {zh: 投入, en: Spending}
  source: 财政局
  as_of: 2024-06-30
"""
BRIEF = brief_with(
    """
    - text: {zh: "投入{money}，{money:change}", en: "Spent {money}"}
    - key_figures: [money, firms]
    """,
    FIGURES,
)
TOTALS = "totals:\n  twice: {sum: [statistics.firms, statistics.firms], label: {zh: 合, en: All}}\n"


def sheet(folder: Path) -> tuple[AuditPart, ...]:
    bundle = bundle_of(folder, BRIEF, SERIES + TOTALS)
    return read_sheet(bundle, "RMB {amount}", {"statistics": {"statistics.money": (1, 2, 3)}})


def test_a_figure_has_a_row_for_its_value_and_one_for_each_aspect_that_is_printed(
    tmp_path: Path,
) -> None:
    own, totals = sheet(tmp_path)
    assert [(row.figure, row.aspect) for row in own.rows] == [
        ("statistics.firms", ""),
        ("statistics.money", ""),
        ("statistics.money", "change"),
    ]
    assert totals.name is None
    assert [row.figure for row in totals.rows] == ["series.twice"]


def test_a_row_says_what_both_languages_print_and_where(tmp_path: Path) -> None:
    row = sheet(tmp_path)[0].rows[1]
    assert (row.words.zh, row.words.en) == ("200余万元", "over RMB 2 million")
    assert [line.rpartition("/")[2] for line in row.lines("zh")] == [
        "statistics.yaml:18",
        "statistics.yaml:19",
    ]
    assert row.page_words == "1–3"
    assert (row.source, row.as_of) == ("财政局", date(2024, 6, 30))


def test_an_aspect_printed_in_one_language_only_has_no_place_in_the_other(tmp_path: Path) -> None:
    row = sheet(tmp_path)[0].rows[2]
    assert (row.words.zh, row.words.en) == ("同比增长25.0%", "up 25.0% year on year")
    assert len(row.lines("zh")) == 1
    assert row.lines("en") == ()


def test_a_total_says_how_it_was_reckoned(tmp_path: Path) -> None:
    assert sheet(tmp_path)[1].rows[0].source == "62家 + 62家"


def test_the_workbook_is_the_same_bytes_from_the_same_sheet(tmp_path: Path) -> None:
    parts = sheet(tmp_path)
    first, second = (render_workbook(parts, date(2024, 7, 23)) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as package:
        words = package.read("xl/sharedStrings.xml").decode()
    assert "over RMB 2 million" in words
    assert "Totals of the departments" in words
