"""The cells of a Document's table into rows of Word's: merged across, merged down, or alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import Merged, Table, Texts
from makebrief.layout.columns import CELL, HEAD, column_groups

Upright = Literal["", "restart", "continue"]


class GridCell(Struct, frozen=True):
    """A cell: its texts, its first column, how many it takes, how it goes on down, its body row.

    `lined` says that a rule under it parts a heading from the columns below.
    """

    role: str
    texts: Texts
    column: int
    across: int = 1
    upright: Upright = ""
    lined: bool = False
    row: int | None = None


def head_rows(table: Table) -> list[list[GridCell]]:
    """The headings in one row, or in two if some columns have a joint heading."""
    groups = {first: (count, texts) for first, count, texts in column_groups(table)}
    if not groups:
        return [[GridCell(HEAD, column.head, at) for at, column in enumerate(table.columns)]]
    upper: list[GridCell] = []
    lower: list[GridCell] = []
    inside = 0
    for at, column in enumerate(table.columns):
        if at in groups:
            count, texts = groups[at]
            inside = count
            upper.append(GridCell(HEAD, texts, at, count, lined=True))
        if inside:
            inside -= 1
            lower.append(GridCell(HEAD, column.head, at, lined=True))
        else:
            upper.append(GridCell(HEAD, column.head, at, upright="restart"))
            lower.append(GridCell(HEAD, (), at, upright="continue", lined=True))
    return [upper, lower]


def body_rows(table: Table) -> Iterator[list[GridCell]]:
    """The rows, each cell with what it covers."""
    owners = {
        (each.row + down, each.column): (each, down)
        for each in table.merged
        for down in range(each.down)
    }
    for row, texts_of_row in enumerate(table.rows):
        cells: list[GridCell] = []
        column = 0
        while column < len(texts_of_row):
            owner = owners.get((row, column))
            cell = _cell(owner, column, texts_of_row[column])
            cells.append(replace(cell, row=row))
            column += cell.across
        yield cells


def _cell(owner: tuple[Merged, int] | None, column: int, texts: Texts) -> GridCell:
    if owner is None:
        return GridCell(CELL, texts, column)
    merged, down = owner
    if merged.down == 1:
        return GridCell(CELL, texts, column, merged.across)
    if down:
        return GridCell(CELL, (), column, merged.across, "continue")
    return GridCell(CELL, texts, column, merged.across, "restart")
