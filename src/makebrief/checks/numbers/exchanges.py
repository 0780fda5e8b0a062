"""Numbers that both texts state, but that seem to have changed places in the English.

Translators change the order of numbers when the sentence wants it: 3批120名干部 is 120 officials in
three groups. They do not do so between statements that stand side by side in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from makebrief.checks.numbers.reading import Number

_KINDS = frozenset({"count", "money", "percent", "points", "quantity", "multiple", "ratio"})
_Twins = tuple[Number, Number]
"""A Chinese number and the English one that says it."""

_SIDE_BY_SIDE = re.compile("[，；。、和及与]")
_PART = "其中"
_RISEN_FROM = re.compile("[由从][^，；。]*$")
_COORDINATED = re.compile(r"(?:, |; |\. |\b(?:and|while|whereas|but)\b)(?P<last>[^,;]*)$")
_DEPENDENT = re.compile(
    r"\b(?:in|from|among|against|than|across|with|within|compared|aged"
    r"|(?<!rise )(?<!increase )(?<!growth )(?<!fall )(?<!drop )(?<!decrease )of)\b"
)
"""Words by which one number depends on another: 470 km long with 12 stations."""

_PART_ENGLISH = re.compile(r"\b(?:includ\w+|(?:of|among) (?:which|whom|them|these))\b")
_FROM = re.compile(r"\bfrom(?: [a-z]+){0,2} $")
_TO = re.compile(r" to(?: [a-z]+){0,2} $")


def find_exchanged(
    chinese: Sequence[Number], english: Sequence[Number], zh: str, en: str
) -> Iterator[_Twins]:
    """Each Chinese number with the English one that stands in its place."""
    twins = _twins(chinese, english)
    if len(twins) < 2:
        return
    twins.sort(key=lambda each: (each[0].kind, each[0].unit, each[0].start))
    for _, group in groupby(twins, key=lambda each: (each[0].kind, each[0].unit)):
        alike = list(group)
        for one, next_ in zip(alike, alike[1:], strict=False):
            if one[1].start > next_[1].start and _are_exchanged(one, next_, zh, en):
                yield one[0], next_[1]


def _twins(chinese: Sequence[Number], english: Sequence[Number]) -> list[_Twins]:
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
        (numbers[0], there[key][0])
        for key, numbers in here.items()
        if len(numbers) == len(there[key]) == 1
    ]


def _are_exchanged(one: _Twins, next_: _Twins, zh: str, en: str) -> bool:
    """Whether two numbers stand side by side in both languages, in different orders."""
    between = zh[one[0].end : next_[0].start]
    between_english = en[next_[1].end : one[1].start]
    if not _SIDE_BY_SIDE.search(between):
        return bool(
            _RISEN_FROM.search(zh, 0, one[0].start)
            and _FROM.search(en, 0, next_[1].start)
            and _TO.search(between_english)
        )
    if _PART in between and not _PART_ENGLISH.search(between_english):
        return False
    coordinated = _COORDINATED.search(between_english)
    return coordinated is not None and not _DEPENDENT.search(coordinated["last"])
