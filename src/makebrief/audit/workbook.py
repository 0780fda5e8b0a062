"""The audit sheet into an Excel workbook, one row a figure, to be filtered and signed."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from makebrief.audit.sheet import AuditPart, AuditRow
from makebrief.content.dates import date_words
from makebrief.content.models import Pair

_COLUMNS = (
    ("部门 Department", 28),
    ("数据 Figure", 34),
    ("中文印作 Printed in Chinese", 24),
    ("英文印作 Printed in English", 30),
    ("页 Pages", 10),
    ("中文位置 Places, Chinese", 30),
    ("英文位置 Places, English", 30),
    ("来源 Source", 16),
    ("截止 As of", 14),
    ("名称 Name", 34),
    ("核对 Checked", 12),
)
"""The heads of the columns, and their widths in characters."""


_TOTALS = "各部门合计\nTotals of the departments"


def render_workbook(parts: tuple[AuditPart, ...], day: date) -> bytes:
    """The workbook's bytes, dated with the day of the series: equal content, equal bytes."""
    from xlsxwriter import Workbook

    target = BytesIO()
    workbook: Any = Workbook(target, {"in_memory": True})
    workbook.set_properties({"created": datetime.combine(day, time())})
    sheet: Any = workbook.add_worksheet("数据核对 Audit")
    plain, head = _formats(workbook)
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    line = 1
    for part in parts:
        for row in part.rows:
            for column, words in enumerate(_cells(part, row)):
                sheet.write_string(line, column, words, plain)
            line += 1
    _prepare_for_print(sheet, line)
    workbook.close()
    return target.getvalue()


def _formats(workbook: Any) -> tuple[Any, Any]:
    plain = {"text_wrap": True, "valign": "top", "border": 1}
    return workbook.add_format(plain), workbook.add_format({**plain, "bold": True})


def _cells(part: AuditPart, row: AuditRow) -> tuple[str, ...]:
    return (
        _both(part.name) or _TOTALS,
        _both(row.label),
        row.words.zh,
        row.words.en or "",
        row.page_words,
        "\n".join(row.lines("zh")),
        "\n".join(row.lines("en")),
        row.source,
        date_words(row.as_of.isoformat(), "zh") if row.as_of else "",
        f"{row.figure}:{row.aspect}" if row.aspect else row.figure,
        "",
    )


def _both(pair: Pair | None) -> str:
    return f"{pair.zh}\n{pair.en or ''}".strip() if pair else ""


def _prepare_for_print(sheet: Any, rows: int) -> None:
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, rows - 1, len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
