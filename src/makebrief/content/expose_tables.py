"""A table's content into what a template sees: heads with units, cells merged, totals computed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup, escape

from makebrief.content.cells import Place, Span, merge_cells
from makebrief.content.column_totals import Sum, cell_number, column_sums
from makebrief.content.column_units import ColumnUnit, column_unit
from makebrief.content.expose import (
    Scope,
    expose,
    expose_cell,
    expose_field,
    expose_pair,
    number_markup,
    source_of,
)
from makebrief.content.figures import figure_words, plain_number
from makebrief.content.models import Column, Figure, Pair, TableContent
from makebrief.content.source import Path
from makebrief.messages import LANGUAGES, Language

_ALONE = Span(1, 1)


class CellMarkup(Markup):
    """A cell's texts, and how many columns and rows it takes."""

    across: int
    down: int


def expose_table(table: TableContent, scope: Scope, path: Path) -> dict[str, Any]:
    """A table as a template sees it; cells that others cover are left out of their rows."""
    exposer = _Exposer(table, scope, path)
    return {
        "name": f"{scope.file}.{table.name}" if table.name else "",
        "caption": expose_pair(table.caption, scope, (*path, "caption")),
        "columns": tuple(exposer.columns()),
        "rows": tuple(exposer.rows()),
        "total": table.total is not None,
        "note": expose_field(table, "note", table.note, scope, (*path, "note")),
        "source": expose_field(table, "source", table.source, scope, (*path, "source")),
        "landscape": table.landscape,
    }


class _Exposer:
    def __init__(self, table: TableContent, scope: Scope, path: Path) -> None:
        self.table = table
        self.scope = scope
        self.path = path
        self.units = [self._unit(at, column) for at, column in enumerate(table.columns)]

    def _unit(self, at: int, column: Column) -> ColumnUnit | None:
        numbers = (cell_number(row[at], self._find) for row in self.table.rows)
        values = (each.value if isinstance(each, Figure) else each for each in numbers)
        return column_unit(column, [value for value in values if value is not None])

    def _find(self, name: str) -> Figure:
        return self.scope.find(name)[1]

    def columns(self) -> Iterator[dict[str, Any]]:
        for at, column in enumerate(self.table.columns):
            place = (*self.path, "columns", at)
            head, unit = expose_pair(column, self.scope, place), self.units[at]
            if unit is not None:
                head = self._with_unit(head, column, unit)
            yield {
                "head": head,
                "align": column.align or "auto",
                "width": column.width,
                "group": expose(column.group, self.scope, (*place, "group")),
            }

    def _with_unit(self, head: Any, column: Column, unit: ColumnUnit) -> Any:
        """A heading with its unit behind it, which is no part of the heading's own text."""
        tails = {each: escape(unit.head(each, self.scope.money)) for each in LANGUAGES}
        chinese = f"<zh>{head.zh}{tails['zh']}</zh>"
        if column.en is None:
            return Markup(f'{chinese}<en missing="yes"/>')
        return Markup(f"{chinese}<en>{head.en}{tails['en']}</en>")

    def rows(self) -> Iterator[tuple[CellMarkup, ...]]:
        merging = merge_cells(self.table.rows)
        for row, cells in enumerate(self.table.rows):
            yield tuple(
                self._cell((row, column), cell, merging.spans.get((row, column), _ALONE))
                for column, cell in enumerate(cells)
                if (row, column) not in merging.covered
            )
        if isinstance(self.table.total, Pair):
            yield tuple(self._total_row(self.table.total))

    def _cell(self, place: Place, cell: Any, span: Span) -> CellMarkup:
        row, column = place
        path = (*self.path, "rows", row, column)
        unit, number = self.units[column], cell_number(cell, self._find)
        if unit is None or number is None:
            return _marked(expose_cell(cell, self.scope, path), span)
        words = {each: unit.cell(number, each) for each in LANGUAGES}
        named = self.scope.find(cell[1:-1].strip())[0] if isinstance(number, Figure) else ""
        return _marked(number_markup(words, source_of(self.scope, path), named), span)

    def _total_row(self, name: Pair) -> Iterator[CellMarkup]:
        yield _marked(expose_pair(name, self.scope, (*self.path, "total")), _ALONE)
        sums = column_sums(self.table, self._find)
        for total, unit in list(zip(sums, self.units, strict=True))[1:]:
            words = {
                each: self._sum_words(total, unit, each) if total else "" for each in LANGUAGES
            }
            yield _marked(number_markup(words, ""), _ALONE)

    def _sum_words(self, total: Sum, unit: ColumnUnit | None, language: Language) -> str:
        if unit is not None:
            return unit.cell(total.value, language)
        if total.unit is None:
            return plain_number(total.value, language)
        whole = total.value == total.value.to_integral_value()
        value = int(total.value) if whole else total.value
        return figure_words(Figure(value=value, unit=total.unit), language, self.scope.money)


def _marked(markup: str, span: Span) -> CellMarkup:
    cell = CellMarkup(markup)
    cell.across, cell.down = span.across, span.down
    return cell
