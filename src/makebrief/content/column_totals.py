"""A table's columns into their sums: what can be added up, computed again, never retyped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from makebrief.content.amounts import EXACT
from makebrief.content.figures import UNSCALED
from makebrief.content.inline import FigureReference, parse_inline
from makebrief.content.models import Figure, TableContent, Unit

if TYPE_CHECKING:
    from makebrief.content.kinds import FigureUnit


FindFigure = Callable[[str], Figure | None]


class Sum(Struct, frozen=True):
    """The sum of a column, and the unit of the figures that it adds up, None for bare numbers."""

    value: Decimal
    unit: FigureUnit | None


def figure_alone(cell: Any) -> str | None:
    """The name of the figure that is all of a cell, if it is."""
    if not isinstance(cell, str) or not cell.startswith("{") or not cell.endswith("}"):
        return None
    pieces = parse_inline(cell)
    alone = pieces[0] if len(pieces) == 1 else None
    return alone.name if isinstance(alone, FigureReference) and not alone.aspect else None


def cell_number(cell: Any, find: FindFigure) -> Decimal | int | Figure | None:
    """The number that a cell is: as typed, or the figure it names; None for any other text."""
    if isinstance(cell, int | Decimal):
        return cell
    name = figure_alone(cell)
    figure = find(name) if name else None
    counts = figure is not None and figure.value is not None and figure.form == "count"
    return figure if counts else None


def plain_value(number: Decimal | int | Figure | None) -> Decimal | None:
    """The value of a number that is neither bounded nor a range."""
    if isinstance(number, Figure):
        exact = number.value is not None and number.bound is None and number.to is None
        return Decimal(number.value or 0) if exact else None
    return None if number is None else Decimal(number)


def column_sums(table: TableContent, find: FindFigure) -> list[Sum | None]:
    """The sum of each column; None where there are texts, shares, bounds or several units.

    A last row that is a total itself is not added.
    """
    rows = table.rows[:-1] if table.total == "last" else table.rows
    return [
        _sum([row[at] for row in rows], column.unit, find)
        for at, column in enumerate(table.columns)
    ]


def same_unit(one: FigureUnit | None, other: FigureUnit | None) -> bool:
    """Whether two units count the same; how one thing is called does not matter."""
    if isinstance(one, Unit) and isinstance(other, Unit):
        return (one.zh, one.en) == (other.zh, other.en)
    return one == other


def _sum(cells: Sequence[Any], unit: FigureUnit | None, find: FindFigure) -> Sum | None:
    numbers = [cell_number(cell, find) for cell in cells]
    values = [plain_value(number) for number in numbers]
    units = [number.unit if isinstance(number, Figure) else unit for number in numbers]
    if not values or any(value is None for value in values):
        return None
    if units[0] in UNSCALED or not all(same_unit(each, units[0]) for each in units):
        return None
    return Sum(reduce(EXACT.add, (value for value in values if value is not None)), units[0])
