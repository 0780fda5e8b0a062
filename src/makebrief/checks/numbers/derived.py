"""Numbers that follow from others of their sentence: sums, factors, halves, times in two units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, pairwise

from makebrief.checks.numbers.agreement import same_amount
from makebrief.checks.numbers.reading import HALF, Number, bare
from makebrief.checks.numbers.times import in_seconds, is_time, times_in_units
from makebrief.checks.numbers.twins import AMOUNTS
from makebrief.checks.numbers.units import UNITS


class Derived:
    """What a text says beside its own numbers, because they make it.

    The English may say more of it than the Chinese: what three counts are together, how many times
    a number has become another. Either may say `two and a half minutes` as 2分30秒, and the English
    `half that amount`.
    """

    def __init__(
        self, zh: str, en: str, own: Sequence[Number], others: Sequence[Number], side: str
    ) -> None:
        self.texts = {"zh": zh, "en": en}
        self.own, self.others, self.side = own, others, side

    def says(self, number: Number) -> bool:
        """Whether the numbers of the other text make one of this text."""
        own = self._makes_english if self.side == "en" else self._makes_chinese
        return own(number) or self._of_that_amount(number) or self._lasts(number)

    def _makes_english(self, number: Number) -> bool:
        """Whether the English says more of the Chinese numbers: a sum, a factor, a half of them."""
        return (
            (bare(number) and number.value in self._sums)
            or (number.kind == "multiple" and _is_course(number, self.others))
            or (
                _EACH_WAY.match(self.texts["en"], number.end) is not None
                and self._has(2 * number.value)
            )
            or self._restates(number)
        )

    def _makes_chinese(self, number: Number) -> bool:
        """Whether the English leaves a Chinese number to be reckoned from the others."""
        excepted = any(self._has(number.value + each.value) for each in self._excepted)
        return excepted or self._goes_on(number)

    def _goes_on(self, number: Number) -> bool:
        """Whether a number says again where another ended: 乘6公里，6公里以上每增加5公里."""
        return (
            bool(number.bounds & {"over", "at_least"})
            and _BEYOND.search(self.texts["en"]) is not None
            and any(
                (each.value, each.unit) == (number.value, number.unit)
                for each in self.own
                if each.start < number.start
            )
        )

    @cached_property
    def _excepted(self) -> tuple[Number, ...]:
        """The English numbers of what is left out of a whole: all but two of the 46."""
        english = self.texts["en"]
        return tuple(each for each in self.others if english.endswith("all but ", 0, each.start))

    def _has(self, value: Fraction) -> bool:
        """Whether the other text counts so many."""
        return any(each.kind == "count" and each.value == value for each in self.others)

    def _restates(self, number: Number) -> bool:
        """Whether a quantity says another, or 斤, in a second unit: 45 mu (3 hectares)."""
        if number.kind != "quantity":
            return False
        if number.unit in {"g", "kg"} and "斤" in self.texts["zh"]:
            return UNITS[number.unit].size * number.value == HALF
        bracketed = self.texts["en"].endswith("(", 0, number.start)
        return bracketed and any(
            each.kind == "quantity" and same_amount(each, number)
            for each in self.own
            if each.start < number.start
        )

    @cached_property
    def _sums(self) -> frozenset[Fraction]:
        """What three and more counts make that stand one after the other: 58 gold, 43 silver, …"""
        sums: set[Fraction] = set()
        run: list[Number] = []
        for each in self.others:
            run = [each, *run[: _MOST_SUMMED - 1]] if bare(each) else []
            sums.update(list(accumulate(one.value for one in run))[2:])
        return frozenset(sums)

    def _of_that_amount(self, number: Number) -> bool:
        """Whether a share and an amount stand for each other: RMB 200,000, or half that amount."""
        english = self.texts["en"]
        if self.side == "en":
            share = _SHARES.get(number.words.lower())
            if share is None or not _OF_THAT.match(english, number.end):
                return False
            return any(
                one.value * share == other.value
                for one in self.others
                for other in self.others
                if _alike(one, other)
            )
        shares = [
            share
            for each in self.others
            if (share := _SHARES.get(each.words.lower())) and _OF_THAT.match(english, each.end)
        ]
        amounts = [each.value for each in self.others if _alike(each, number)]
        return any(amount * share == number.value for share in shares for amount in amounts)

    def _lasts(self, number: Number) -> bool:
        """Whether a time is as long as one in several units, or is of one that is as long."""
        if not is_time(number):
            return False
        singles, runs = self._times
        return in_seconds(number) in runs or self._own_runs.get(number.start) in singles

    @cached_property
    def _times(self) -> tuple[frozenset[Fraction], frozenset[Fraction]]:
        """How long the times of the other text are, and its times in several units."""
        text = self.texts["zh" if self.side == "en" else "en"]
        singles = frozenset(in_seconds(each) for each in self.others if is_time(each))
        return singles, frozenset(map(_length, times_in_units(self.others, text)))

    @cached_property
    def _own_runs(self) -> dict[int, Fraction]:
        """How long the times in several units are, by where each of their numbers stands."""
        runs = times_in_units(self.own, self.texts[self.side])
        return {each.start: _length(run) for run in runs for each in run}


_MOST_SUMMED = 20
_BEYOND = re.compile(r"\b(?:additional|further|extra|thereafter|beyond|after that)\b")
_EACH_WAY = re.compile(
    r" (?:[a-z]+ )?(?:each way|either way|(?:in|on) (?:each|either) (?:direction|side))\b"
)
_SHARES = {"half": HALF, "twice": Fraction(2), "double": Fraction(2)}
_OF_THAT = re.compile(
    r" (?:(?:that|the|this) (?:amount|number|figure|sum|total)|as (?:much|many)"
    r"|of (?:them|these|those|which|whom))\b"
)


def _alike(one: Number, other: Number) -> bool:
    return one.kind in AMOUNTS and (one.kind, one.unit) == (other.kind, other.unit)


def _is_course(multiple: Number, numbers: Sequence[Number]) -> bool:
    """Whether two numbers in a row are so many times each other: tenfold, from 17 to 170."""
    alike = ((one.value, other.value) for one, other in pairwise(numbers) if _alike(one, other))
    return any(low and _is_about(high / low, multiple) for low, high in map(sorted, alike))


def _is_about(value: Fraction, said: Number) -> bool:
    """Whether a value is the one that is said, with its bounds, in whole numbers."""
    if value == said.value:
        return "" in said.bounds
    near = abs(value - said.value) < 1
    return near and ("over" if value > said.value else "nearly") in said.bounds


def _length(run: Sequence[Number]) -> Fraction:
    return sum((in_seconds(each) for each in run), Fraction(0))
