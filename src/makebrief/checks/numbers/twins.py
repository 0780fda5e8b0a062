"""The numbers of two texts that can only be each other's."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from makebrief.checks.numbers.reading import Number

AMOUNTS = frozenset({"count", "money", "percent", "points", "quantity", "multiple", "ratio"})
DATES = frozenset({"year", "month", "day"})
_KINDS = AMOUNTS | DATES


class Twins(Struct, frozen=True):
    """A Chinese number and the English one that says it."""

    zh: Number
    en: Number


def find_twins(chinese: Sequence[Number], english: Sequence[Number]) -> list[Twins]:
    """The numbers that each text states exactly once, in the same unit."""
    there: dict[tuple[object, ...], list[Number]] = {}
    for each in english:
        if each.kind in _KINDS:
            there.setdefault((each.kind, each.value, each.unit), []).append(each)
    here: dict[tuple[object, ...], list[Number]] = {}
    for each in chinese:
        key = each.kind, each.value, each.unit
        if key in there:
            here.setdefault(key, []).append(each)
    return [
        Twins(numbers[0], there[key][0])
        for key, numbers in here.items()
        if len(numbers) == len(there[key]) == 1
    ]
