"""A table's rows as written into its merged cells: `<` belongs to the left, `^` to the above."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

LEFT, ABOVE = "<", "^"
"""What is written in a cell that belongs to its neighbour."""

Place = tuple[int, int]


class Span(Struct, frozen=True):
    """A merged cell: how many columns it takes across, and how many rows down."""

    across: int
    down: int


class Merging(Struct, frozen=True):
    """The cells that are merged, by row and column, and what is wrong, by place and message."""

    spans: dict[Place, Span]
    covered: frozenset[Place]
    wrong: tuple[tuple[Place, str], ...]


def merge_cells(rows: Sequence[Sequence[Any]]) -> Merging:
    """Which cells of a table are one; marks that lead nowhere and shapes that are no rectangle."""
    owners: dict[Place, Place] = {}
    wrong: list[tuple[Place, str]] = []
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            place = (row, column)
            neighbour = _neighbour(place, cell)
            if neighbour is None or neighbour in owners:
                owners[place] = owners[neighbour] if neighbour else place
            else:
                owners[place] = place
                wrong.append((place, "merge-outside"))
    areas: dict[Place, list[Place]] = defaultdict(list)
    for place, owner in owners.items():
        areas[owner].append(place)
    spans = {owner: _span(owner, places) for owner, places in areas.items() if len(places) > 1}
    wrong += _ragged(spans, areas)
    covered = frozenset(place for place, owner in owners.items() if place != owner)
    return Merging(spans, covered, tuple(wrong))


def _neighbour(place: Place, cell: Any) -> Place | None:
    row, column = place
    if cell == LEFT:
        return row, column - 1
    return (row - 1, column) if cell == ABOVE else None


def _span(owner: Place, places: list[Place]) -> Span:
    row, column = owner
    across = max(place[1] for place in places) - column + 1
    return Span(across, max(place[0] for place in places) - row + 1)


def _ragged(
    spans: dict[Place, Span], areas: dict[Place, list[Place]]
) -> Iterator[tuple[Place, str]]:
    for owner, span in spans.items():
        leftmost = min(place[1] for place in areas[owner])
        if leftmost < owner[1] or len(areas[owner]) != span.across * span.down:
            yield owner, "merge-ragged"
