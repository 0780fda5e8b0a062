"""The cells of a table into strips, a row each; merged cells lie over the rows they take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import Alignment, Column, Table, Texts
from makebrief.layout.columns import CELL, HEAD, TablePlan, column_groups, number_parts
from makebrief.layout.context import Context
from makebrief.layout.marks import FigureMark, Link, Mark, PlacedLine, Rule, Strip
from makebrief.layout.paragraphs import Box, shift, stack_texts


class _Cell(Struct, frozen=True):
    """A cell's place in its grid and its text, set: marks from its text's own top left."""

    row: int
    column: int
    down: int
    marks: tuple[Mark, ...]
    height: float


class Setter(Struct, frozen=True):
    """Sets a table's cells as its plan says."""

    table: Table
    plan: TablePlan
    context: Context

    @property
    def edge(self) -> float:
        """The blank above and below a row's texts, in pt."""
        return self.context.style.tables.padding * self.plan.scale

    def head(self) -> Strip:
        """The headings as one strip, with a rule under each that stands over several columns."""
        table, plan = self.table, self.plan
        groups = column_groups(table)
        grouped = {first + at for first, count, _ in groups for at in range(count)}
        depth = 2 if groups else 1
        cells = [
            self._cell(HEAD, (1, at, 1, 1) if at in grouped else (0, at, 1, depth), column.head)
            for at, column in enumerate(table.columns)
        ]
        cells += [self._cell(HEAD, (0, first, count, 1), texts) for first, count, texts in groups]
        strips = self._rows(cells, depth)
        marks: list[Mark] = []
        top = 0.0
        for strip in strips:
            marks += shift(strip.marks, 0.0, top)
            top += strip.height
        rules = self.context.style.rules
        for first, count, _ in groups:
            left, right = plan.left(first), plan.left(first) + plan.width(first, count)
            inset, y = min(plan.padding, 2.0), strips[0].height
            marks.append(Rule(left + inset, y, right - inset, y, rules.inner, rules.colour))
        return Strip(top, tuple(marks))

    def body(self) -> list[Strip]:
        """The rows, each a strip."""
        table = self.table
        merged = {(each.row, each.column): each for each in table.merged}
        covered = {
            (each.row + down, each.column + across)
            for each in table.merged
            for down in range(each.down)
            for across in range(each.across)
        } - merged.keys()
        cells = []
        for row, texts_of_row in enumerate(table.rows):
            for column, texts in enumerate(texts_of_row):
                if (row, column) in covered:
                    continue
                one = merged.get((row, column))
                across, down = (one.across, one.down) if one else (1, 1)
                cells.append(self._cell(CELL, (row, column, across, down), texts))
        return self._rows(cells, len(table.rows))

    def _cell(self, role: str, place: tuple[int, int, int, int], texts: Texts) -> _Cell:
        row, column, across, down = place
        plan = self.plan
        width = plan.width(column, across) - 2 * plan.padding
        align = cell_align(self.table.columns[column], role, across)
        box = Box(role, width, align=align, scale=plan.scale)
        left = plan.left(column)
        if align == "decimal":
            marks, height = self._on_axis(texts, box, column)
        else:
            marks, height = stack_texts(texts, box, self.context)
        return _Cell(row, column, down, tuple(shift(marks, left + plan.padding, 0.0)), height)

    def _on_axis(self, texts: Texts, box: Box, column: int) -> tuple[tuple[Mark, ...], float]:
        """Numbers with their decimal points on the column's axis; other texts centred."""
        marks: list[Mark] = []
        top = 0.0
        axis = self.plan.axis_place(column)
        for text in texts:
            parts = number_parts(text, box.role, self.context) if axis is not None else None
            align = "center" if parts is None else "left"
            lines, height = stack_texts((text,), replace(box, align=align), self.context)
            x = 0.0
            if parts is not None and axis is not None:
                x = axis - self.plan.padding - parts[0] * self.plan.scale
            marks += shift(lines, x, top)
            top += height
        return tuple(marks), top

    def _rows(self, cells: Sequence[_Cell], count: int) -> list[Strip]:
        heights = self._heights(cells, count)
        marks: list[list[Mark]] = [[] for _ in range(count)]
        kept: set[int] = set()
        labels: dict[int, list[Mark]] = defaultdict(list)
        for cell in cells:
            rows = range(cell.row, cell.row + cell.down)
            total = sum(heights[row] for row in rows)
            inside = total - 2 * self.edge - cell.height
            together = cell.down == 1 or self._is_together(total)
            top = self.edge + (inside / 2 if together else 0.0)
            _distribute(cell.marks, top, [(row, heights[row]) for row in rows], marks)
            if together:
                kept.update(rows[1:])
            else:
                for row in rows[1:]:
                    labels[row] += shift(cell.marks, 0.0, self.edge)
        return [
            Strip(
                heights[row],
                tuple(marks[row]),
                keep=row in kept,
                head=(Strip(0.0, tuple(labels[row])),) if row in labels else (),
            )
            for row in range(count)
        ]

    def _is_together(self, height: float) -> bool:
        """Whether rows under one cell stay on one page: if they take at most half of it."""
        return height <= self.context.page.depth / 2

    def _heights(self, cells: Sequence[_Cell], count: int) -> list[float]:
        """The rows' heights: their own texts', and as much more as merged cells need."""
        heights = [0.0] * count
        for cell in cells:
            if cell.down == 1:
                heights[cell.row] = max(heights[cell.row], cell.height)
        heights = [height + 2 * self.edge for height in heights]
        for cell in cells:
            rows = range(cell.row, cell.row + cell.down)
            need = cell.height + 2 * self.edge
            lack = need - sum(heights[row] for row in rows)
            for row in rows if lack > 0 and cell.down > 1 else ():
                heights[row] += lack / cell.down
            if cell.down > 1 and not self._is_together(sum(heights[row] for row in rows)):
                heights[cell.row] = max(heights[cell.row], need)
        return heights


def cell_align(column: Column, role: str, across: int) -> Alignment:
    """How a cell is aligned; a heading over numbers, and a cell over several columns, centred."""
    if role == HEAD:
        return "center" if column.align == "decimal" or across > 1 else column.align
    return "center" if column.align == "decimal" and across > 1 else column.align


def _distribute(
    cell: tuple[Mark, ...], top: float, rows: list[tuple[int, float]], marks: list[list[Mark]]
) -> None:
    """Puts a cell's marks into the rows that they lie in, so that a page may break between."""
    edges: list[tuple[int, float, float]] = []
    y = 0.0
    for row, height in rows:
        edges.append((row, y, y + height))
        y += height
    for mark in shift(cell, 0.0, top):
        place = _place_of(mark)
        row, start, _ = next((each for each in edges if place <= each[2]), edges[-1])
        marks[row] += shift((mark,), 0.0, -start)


def _place_of(mark: Mark) -> float:
    if isinstance(mark, PlacedLine | FigureMark):
        return mark.y
    return (mark.y0 + mark.y1) / 2 if isinstance(mark, Link) else 0.0
