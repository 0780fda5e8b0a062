from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from makebrief.content.column_totals import cell_number, column_sums, figure_alone
from makebrief.content.models import Column, Figure, Pair, TableContent, Unit

FIRMS = Unit(zh="家", en="firms", one="firm")
FIGURES = {
    "firms": Figure(value=62, unit=FIRMS),
    "more": Figure(value=38, unit=FIRMS),
    "over": Figure(value=10, unit=FIRMS, bound="over"),
    "share": Figure(value=Decimal("5.5"), unit="percent"),
}


def sums_of(*rows: list[Any], total: Any = None, unit: Any = None) -> list[Decimal | None]:
    columns = tuple(Column(zh="列", unit=unit) for _ in rows[0])
    table = TableContent(
        caption=Pair(zh="表"), columns=columns, rows=tuple(map(tuple, rows)), total=total
    )
    return [made.value if made else None for made in column_sums(table, FIGURES.get)]


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        ([1, 2, Decimal("0.5")], Decimal("3.5")),
        (["{firms}", "{more}"], Decimal(100)),
        (["{firms}", 38], None),
        (["{firms}", "{over}"], None),
        (["{share}", "{share}"], None),
        ([1, "—"], None),
        (["共{firms}"], None),
        (["{nobody}"], None),
    ],
)
def test_a_column_adds_up_if_its_numbers_can_be_added(cells: list[Any], total: Any) -> None:
    assert sums_of(*[["名", cell] for cell in cells]) == [None, total]


def test_decimals_are_added_exactly() -> None:
    assert sums_of([Decimal("0.1")], [Decimal("0.2")]) == [Decimal("0.3")]


def test_bare_numbers_count_in_the_unit_of_their_column() -> None:
    assert sums_of(["{firms}"], [38], unit=FIRMS) == [Decimal(100)]


def test_a_last_row_that_is_a_total_is_not_added() -> None:
    assert sums_of([1], [2], [3], total="last") == [Decimal(3)]


def test_a_cell_is_a_figure_if_nothing_stands_beside_it() -> None:
    assert figure_alone("{ firms }") == "firms"
    for other in ("{firms}家", "{firms:change}", "{firms}{more}", Pair(zh="{firms}"), 3):
        assert figure_alone(other) is None
    assert cell_number("{firms}", FIGURES.get) is FIGURES["firms"]
