"""A template's table rows into a full grid: cells that others cover are filled in empty."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from makebrief.document.model import Merged, Texts


class Cell(Struct, frozen=True):
    """A cell as it is written: its texts, and how many columns and rows it takes."""

    texts: Texts
    across: int = 1
    down: int = 1


class Grid(Struct, frozen=True):
    """The texts of every cell, row by row, and the cells that are merged.

    `wrong` are the rows whose cells do not fill the columns, with how many they fill;
    `outside` the rows with a cell that leaves the table or lies on another.
    """

    rows: tuple[tuple[Texts, ...], ...]
    merged: tuple[Merged, ...]
    wrong: tuple[tuple[int, int], ...]
    outside: tuple[int, ...]


def fill_grid(rows: list[list[Cell]], columns: int) -> Grid:
    """Rows of written cells into a grid of so many columns."""
    taken: dict[tuple[int, int], Texts] = {}
    merged: list[Merged] = []
    wrong: list[tuple[int, int]] = []
    outside: list[int] = []
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            area = list(_area(row, column, cell))
            leaves = row + cell.down > len(rows) or column + cell.across > columns
            if (cell.across > 1 or cell.down > 1) and (leaves or any(at in taken for at in area)):
                outside.append(row)
            taken.update(dict.fromkeys(area, ()))
            taken[row, column] = cell.texts
            if cell.across > 1 or cell.down > 1:
                merged.append(Merged(row, column, cell.across, cell.down))
        filled = sum(1 for place in taken if place[0] == row)
        if filled != columns:
            wrong.append((row, filled))
    grid = tuple(
        tuple(taken.get((row, column), ()) for column in range(columns)) for row in range(len(rows))
    )
    return Grid(grid, tuple(merged), tuple(wrong), tuple(dict.fromkeys(outside)))


def _area(row: int, column: int, cell: Cell) -> Iterator[tuple[int, int]]:
    for down in range(cell.down):
        for across in range(cell.across):
            yield row + down, column + across
