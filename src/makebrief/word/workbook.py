"""A grid of cells into the bytes of the workbook inside a chart."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook

from makebrief.word.grid import SHEET, Column, Grid

_WIDTH = 24


def workbook_bytes(grid: Grid, date: str) -> bytes:
    """The workbook that Word opens to edit a chart's data; dated as the document is."""
    stream = io.BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    workbook.set_properties({"created": datetime.fromisoformat(date)})
    sheet = workbook.add_worksheet(SHEET)
    lines = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 2 * len(grid.series), _WIDTH)
    _write_words(sheet, grid.categories, lines)
    for series in grid.series:
        _write_head(sheet, series.values, lines)
        for row, number in enumerate(series.values.cells, 2):
            sheet.write_number(f"{series.values.letter}{row}", float(number))
        _write_words(sheet, series.labels, lines)
        for row, formula in enumerate(series.formulas, 2):
            if formula:
                place = f"{series.labels.letter}{row}"
                sheet.write_formula(place, formula, lines, series.labels.cells[row - 2])
    workbook.close()
    return stream.getvalue()


def _write_words(sheet: Any, column: Column, lines: Any) -> None:
    _write_head(sheet, column, lines)
    for row, words in enumerate(column.cells, 2):
        sheet.write_string(f"{column.letter}{row}", words, lines)


def _write_head(sheet: Any, column: Column, lines: Any) -> None:
    if column.head:
        sheet.write_string(f"{column.letter}1", column.head, lines)
