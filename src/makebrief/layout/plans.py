"""The plans of a document's tables, which both outputs follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from makebrief.document.model import Table
from makebrief.layout.columns import (
    CELL,
    TablePlan,
    number_parts,
    plan_table,
    turned_context,
)
from makebrief.layout.context import Context
from makebrief.layout.rows import Setter
from makebrief.layout.tables import is_together
from makebrief.messages import Language


class TablePlans:
    """The plans of a document's tables, each made once."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._plans: dict[int, TablePlan] = {}
        self._measured: dict[int, MeasuredTable] = {}

    def plan(self, table: Table) -> TablePlan:
        """A table's plan."""
        found = self._plans.get(id(table))
        if found is None:
            found = self._plans[id(table)] = plan_table(table, self.context)
        return found

    def is_turned(self, table: Table) -> bool:
        """Whether a table is turned to landscape."""
        return self.plan(table).turned

    def measure(self, table: Table) -> MeasuredTable:
        """A table's plan with the heights of its rows, as our own pages have them."""
        found = self._measured.get(id(table))
        if found is None:
            found = self._measured[id(table)] = self._measure(table)
        return found

    def _measure(self, table: Table) -> MeasuredTable:
        plan = self.plan(table)
        context = turned_context(self.context) if plan.turned else self.context
        heights = [row.height for row in Setter(table, plan, context).body()]
        half = context.page.depth / 2
        tall = frozenset(at for at, height in enumerate(heights) if height > half)
        insets: dict[tuple[int | None, int, Language], float] = {}
        insets.update(_insets(table, plan, context))
        return MeasuredTable(plan, tall, is_together(heights, context), insets)


class MeasuredTable(Struct, frozen=True):
    """A plan, the rows that take more than half a page, and whether all stay on one.

    `insets` gives, by row, column and language, how far a number ends from the right edge of its
    cell's text, in pt, so that the decimal points of its column stand under each other.
    """

    plan: TablePlan
    tall: frozenset[int]
    together: bool
    insets: Mapping[tuple[int | None, int, Language], float]


def _insets(
    table: Table, plan: TablePlan, context: Context
) -> Iterator[tuple[tuple[int, int, Language], float]]:
    for column in range(len(table.columns)):
        axis = plan.axis_place(column)
        if axis is None:
            continue
        for row, texts in enumerate(table.rows):
            for text in texts[column]:
                if parts := number_parts(text, CELL, context):
                    end = axis + parts[1] * plan.scale
                    room = plan.widths[column] - plan.padding - end
                    yield (row, column, text.language), max(room, 0.0)
