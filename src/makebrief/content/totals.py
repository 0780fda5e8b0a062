"""The figures that a series can name: the departments' own, and totals recomputed from them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import reduce

from makebrief.content.figures import EXACT
from makebrief.content.load import SERIES, Bundle
from makebrief.content.models import Figure, Total


def all_figures(bundle: Bundle) -> dict[str, Figure]:
    """Every figure by its full name: `department.figure`, and `series.total` for the totals."""
    figures = {
        f"{name}.{own}": figure
        for name, brief in bundle.briefs.items()
        for own, figure in brief.content.figures.items()
    }
    for own, total in bundle.series.content.totals.items():
        if all(name in figures for name in total.sum):
            figures[f"{SERIES}.{own}"] = compute_total(total, figures)
    return figures


def compute_total(total: Total, figures: Mapping[str, Figure]) -> Figure:
    """A total as a figure: the sum, in the unit of its parts, no more exact than they are."""
    parts = [figures[name] for name in total.sum]
    days = [part.as_of for part in parts if part.as_of]
    bounds = {part.bound for part in parts if part.bound}
    return Figure(
        value=reduce(EXACT.add, (Decimal(part.value) for part in parts if part.value is not None)),
        unit=parts[0].unit,
        bound=min(bounds) if bounds else None,
        label=total.label,
        source=", ".join(total.sum),
        as_of=max(days) if days else None,
    )
