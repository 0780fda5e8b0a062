"""The numbers of two texts that can only be each other's."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from makebrief.checks.numbers.reading import Number

AMOUNTS = frozenset({"count", "money", "percent", "points", "quantity", "multiple", "ratio"})
DATES = frozenset({"year", "month", "day", "time"})
_KINDS = AMOUNTS | DATES


_NONE = "-"

_Key = tuple[str, str, int, int]
"""The kind of a date, a unit, and the two parts of a value, whose own hash is slow."""


class Twins(Struct, frozen=True):
    """A Chinese number and the English one that says it."""

    zh: Number
    en: Number


def find_twins(chinese: Sequence[Number], english: Sequence[Number]) -> list[Twins]:
    """The numbers that each text states once, or once by their unit; each answers the other."""
    there = _once(english)
    if not there:
        return []
    here = _once(chinese)
    twins = {here[key].start: Twins(here[key], there[key]) for key in here if key in there}
    return sorted(twins.values(), key=lambda each: each.zh.start)


def _once(numbers: Sequence[Number]) -> dict[_Key, Number]:
    """The numbers that a text states once, each by what has to be equal.

    Of those whose value it states again, each is known by its unit alone, and by none if it has
    none.
    """
    found: dict[_Key, Number] = {}
    again: dict[_Key, list[Number]] = {}
    for each in numbers:
        if each.kind in _KINDS:
            key = _key(each, "")
            if key in found:
                again.setdefault(key, [found[key]]).append(each)
            found[key] = each
    for key, alike in again.items():
        del found[key]
        units = [each.unit for each in alike]
        alone = (each for each in alike if units.count(each.unit) == 1)
        found |= {_key(each, each.unit or _NONE): each for each in alone}
    return found | {_key(each, each.unit or _NONE): each for each in found.values()}


def _key(number: Number, unit: str) -> _Key:
    date = number.kind if number.kind in DATES else ""
    return date, unit, number.value.numerator, number.value.denominator
