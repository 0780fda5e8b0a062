"""The numbers of two texts that can only be each other's."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from makebrief.checks.numbers.reading import Number

AMOUNTS = frozenset({"count", "money", "percent", "points", "quantity", "multiple", "ratio"})
DATES = frozenset({"year", "month", "day"})
_KINDS = AMOUNTS | DATES


_Key = tuple[str, int, int]
"""The kind of a date, and the two parts of a value, whose own hash is slow."""


class Twins(Struct, frozen=True):
    """A Chinese number and the English one that says it."""

    zh: Number
    en: Number


def find_twins(chinese: Sequence[Number], english: Sequence[Number]) -> list[Twins]:
    """The numbers that each text states exactly once; all of them have an answer in the other."""
    there = _once(english)
    if not there:
        return []
    here = _once(chinese)
    return [Twins(here[key], there[key]) for key in here if key in there]


def _once(numbers: Sequence[Number]) -> dict[_Key, Number]:
    """The numbers that a text states once, each by what has to be equal."""
    found: dict[_Key, Number] = {}
    again: set[_Key] = set()
    for each in numbers:
        if each.kind in _KINDS:
            date: str = each.kind if each.kind in DATES else ""
            key = date, each.value.numerator, each.value.denominator
            if key in found:
                again.add(key)
            found[key] = each
    for key in again:
        del found[key]
    return found
