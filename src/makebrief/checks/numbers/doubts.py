"""Texts whose numbers agree one by one into what is doubtful about how they are used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from makebrief.checks.numbers.exchanges import find_exchanged
from makebrief.checks.numbers.rates import find_other_rates
from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.trends import find_turned
from makebrief.checks.numbers.twins import find_twins
from makebrief.checks.numbers.weekdays import find_other_weekday

Doubt = Literal["exchanged", "direction", "by-or-to", "rate", "day"]


def find_doubtful(
    numbers: tuple[Sequence[Number], Sequence[Number]], chinese: str, english: str
) -> Iterator[tuple[Number, Number, Doubt]]:
    """A Chinese and an English number that may not say the same, and why."""
    twins = find_twins(*numbers)
    for one, other in find_exchanged(twins, chinese, english):
        yield one, other, "exchanged"
    yield from find_turned(twins, chinese, english)
    for one, other in find_other_rates(chinese, english):
        yield one, other, "rate"
    for one, other in find_other_weekday(chinese, english):
        yield one, other, "day"
