"""The widths of columns in twips."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from makebrief.word.units import twips


def column_widths(widths: Iterable[float]) -> list[int]:
    """Widths in pt in whole twips, each edge as near as can be to where it is."""
    return _round(width * twips(1) for width in widths)


def equal_widths(count: int, measure: int) -> list[int]:
    """Columns of the same width."""
    return _round([measure / count] * count)


def _round(widths: Iterable[float]) -> list[int]:
    edges = [round(edge) for edge in accumulate(widths)]
    return [edge - before for before, edge in zip([0, *edges], edges, strict=False)]
