from __future__ import annotations

from makebrief.document.model import Merged
from makebrief.template.grid import Cell, fill_grid
from tests.samples import pair

A, B, C = pair("甲"), pair("乙"), pair("丙")


def test_cells_that_others_cover_are_filled_in_empty() -> None:
    grid = fill_grid([[Cell(A, 1, 2), Cell(B, 2)], [Cell(B), Cell(C)]], 3)
    assert grid.rows == ((A, B, ()), ((), B, C))
    assert grid.merged == (Merged(0, 0, 1, 2), Merged(0, 1, 2, 1))
    assert not grid.wrong
    assert not grid.outside


def test_rows_that_do_not_fill_the_columns_are_found() -> None:
    grid = fill_grid([[Cell(A)], [Cell(A), Cell(B), Cell(C)]], 2)
    assert grid.wrong == ((0, 1), (1, 3))


def test_cells_that_leave_the_table_or_lie_on_others_are_found() -> None:
    assert fill_grid([[Cell(A, 1, 2)]], 1).outside == (0,)
    assert 1 in fill_grid([[Cell(A), Cell(B, 1, 2)], [Cell(C, 2)]], 2).outside
