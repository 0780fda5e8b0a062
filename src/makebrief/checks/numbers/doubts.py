"""Texts whose numbers agree one by one into what is doubtful about how they are used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from makebrief.checks.numbers.composites import find_joined_otherwise
from makebrief.checks.numbers.counted import find_other_counted
from makebrief.checks.numbers.courses import find_backwards
from makebrief.checks.numbers.exchanges import find_exchanged
from makebrief.checks.numbers.opposites import find_opposites
from makebrief.checks.numbers.owners import find_strangers, is_difference, is_owned
from makebrief.checks.numbers.peaks import find_lost_peaks
from makebrief.checks.numbers.rates import find_other_rates
from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.steps import find_other_steps
from makebrief.checks.numbers.trends import find_turned
from makebrief.checks.numbers.twins import Twins, find_twins
from makebrief.checks.numbers.weekdays import find_other_weekday
from makebrief.checks.numbers.wholes import find_greater_parts

Doubt = Literal[
    "bound-lost", "value", "exchanged", "direction", "by-or-to", "rate", "day", "counted"
]


_OF_EACH = ("每", "均", "元/", "能力", "日产", "年产")
_ON_DAYS = ("周", "星期", "礼拜")


_Doubtful = tuple[Number, Number, Doubt]


def find_doubtful(
    numbers: tuple[Sequence[Number], Sequence[Number]], chinese: str, english: str
) -> list[_Doubtful]:
    """Each Chinese and English number that may not say the same, and the first reason why."""
    found: dict[int, _Doubtful] = {}
    for each in _all_doubtful(find_twins(*numbers), chinese, english):
        found.setdefault(each[1].start, each)
    return list(found.values())


def _all_doubtful(twins: Sequence[Twins], chinese: str, english: str) -> Iterator[_Doubtful]:
    turned: list[_Doubtful] = []
    if twins:
        exchanged = _first_exchanged(twins, chinese, english)
        yield from _of("exchanged", exchanged)
        turned = list(find_turned(twins, chinese, english))
        if not exchanged and not turned:
            turned = list(_of("direction", find_backwards(twins, english)))
        yield from turned
        yield from _of("bound-lost", find_lost_peaks(twins, chinese, english))
        if not exchanged:
            yield from _of("counted", find_other_counted(twins, chinese, english))
    if not turned:
        yield from _of("direction", find_opposites(chinese, english))
    if any(each in chinese for each in _OF_EACH):
        yield from _of("rate", find_other_rates(chinese, english))
    if "day" in english and any(each in chinese for each in _ON_DAYS):
        yield from _of("day", find_other_weekday(chinese, english))
    yield from _of("value", find_other_steps(chinese, english))


def _first_exchanged(
    twins: Sequence[Twins], chinese: str, english: str
) -> list[tuple[Number, Number]]:
    """What has changed places, by the first sign that shows it."""
    loose = [each for each in twins if not is_owned(each, chinese, english)]
    differences = [each for each in twins if is_difference(each, chinese, english)]
    by_which = [each for each in loose if each in differences]
    others = [each for each in loose if each not in differences]
    plain = [each for each in twins if each not in differences]
    return (
        list(find_exchanged(others, chinese, english))
        or list(find_exchanged(by_which, chinese, english))
        or list(find_greater_parts(plain, english))
        or list(find_strangers(twins, chinese, english))
        or list(find_joined_otherwise(chinese, english))
    )


def _of(doubt: Doubt, pairs: Iterable[tuple[Number, Number]]) -> Iterator[_Doubtful]:
    return ((*each, doubt) for each in pairs)
