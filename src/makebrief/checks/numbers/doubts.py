"""Texts whose numbers agree one by one into what is doubtful about how they are used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from makebrief.checks.numbers.counted import find_other_counted
from makebrief.checks.numbers.exchanges import find_exchanged
from makebrief.checks.numbers.rates import find_other_rates
from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.trends import find_turned
from makebrief.checks.numbers.twins import find_twins
from makebrief.checks.numbers.weekdays import find_other_weekday

Doubt = Literal["exchanged", "direction", "by-or-to", "rate", "day", "counted"]


_ON_DAYS = ("周", "星期", "礼拜")


def find_doubtful(
    numbers: tuple[Sequence[Number], Sequence[Number]], chinese: str, english: str
) -> list[tuple[Number, Number, Doubt]]:
    """Each Chinese and English number that may not say the same, and why."""
    found: list[tuple[Number, Number, Doubt]] = []
    if twins := find_twins(*numbers):
        found += ((*each, "exchanged") for each in find_exchanged(twins, chinese, english))
        found += find_turned(twins, chinese, english)
        found += ((*each, "counted") for each in find_other_counted(twins, chinese, english))
    if "每" in chinese or "均" in chinese:
        found += ((*each, "rate") for each in find_other_rates(chinese, english))
    if "day" in english and any(each in chinese for each in _ON_DAYS):
        found += ((*each, "day") for each in find_other_weekday(chinese, english))
    return found
