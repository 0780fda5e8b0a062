"""The numbers of a pair's two texts into what they do not share, each with its likely cause."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Literal

from msgspec import Struct

from makebrief.checks.numbers.agreement import agree, readings, same_amount
from makebrief.checks.numbers.bounds import english_bounds
from makebrief.checks.numbers.derived import Derived
from makebrief.checks.numbers.doubts import find_doubtful
from makebrief.checks.numbers.names import SAID_OTHERWISE
from makebrief.checks.numbers.periods import is_month_beside, told_by_end, without_beginnings
from makebrief.checks.numbers.reading import MOST, Bound, Number

Cause = Literal[
    "scale", "wan", "points", "bound-lost", "bound-added", "bound-other", "year", "month", "day",
    "period", "swapped", "range", "unit", "currency", "value",
    "exchanged", "direction", "by-or-to", "rate", "counted",
]  # fmt: skip


class Context(Struct, frozen=True):
    """What a pair's texts say and when: the texts, and the year that the series reports on."""

    zh: str
    en: str
    year: int | None = None


class Difference(Struct, frozen=True):
    """A number that one text has and the other has not; both, if one seems meant for the other."""

    zh: Number | None
    en: Number | None
    cause: Cause | None = None


def compare_numbers(
    chinese: Sequence[Number], english: Sequence[Number], context: Context
) -> tuple[Difference, ...]:
    """What two texts' numbers do not share, in the order of the English."""
    if max(len(chinese), len(english)) > MOST:
        return ()
    here, there = [_key(each) for each in chinese], [_key(each) for each in english]
    lost = _missed(chinese, here, english, frozenset(there), "zh")
    added = _missed(english, there, chinese, frozenset(here), "en")
    lost = _unanswered(lost, chinese, english, context, "zh") if lost else lost
    added = _unanswered(added, english, chinese, context, "en") if added else added
    added = [
        one for one in added if one.kind != "month" or not is_month_beside(one, context.zh, chinese)
    ]
    if lost and added:
        lost, added = without_beginnings(lost, added, context.year, (context.zh, context.en))
    if (lost or added) and not (_years(lost) and _years(added)):
        lost = [one for one in lost if not _year_understood(one, context, "zh")]
        added = [one for one in added if not _year_understood(one, context, "en")]
    if lost or added:
        return tuple(_paired(lost, added))
    doubtful = find_doubtful((chinese, english), context.zh, context.en)
    return tuple(Difference(*each) for each in doubtful)


def _years(numbers: Sequence[Number]) -> list[Number]:
    return [each for each in numbers if each.kind == "year"]


_Key = tuple[str, int, int, str, frozenset[Bound]]


def _key(number: Number) -> _Key:
    """What two numbers have in common that agree at first sight; a value's own hash is slow."""
    value = number.value
    return number.kind, value.numerator, value.denominator, number.unit, number.bounds


def _missed(
    numbers: Sequence[Number],
    keys: Sequence[_Key],
    others: Sequence[Number],
    said: frozenset[_Key],
    side: str,
) -> list[Number]:
    """The numbers that have to be said and find none of their own kind in the other language."""
    return [
        one
        for one, key in zip(numbers, keys, strict=True)
        if not one.optional
        and key not in said
        and not any(_agree_in_kind(one, each, side) for each in others)
    ]


def _unanswered(
    missed: Sequence[Number],
    numbers: Sequence[Number],
    others: Sequence[Number],
    context: Context,
    side: str,
) -> list[Number]:
    """The missed numbers of a language that the other does not say in another way either.

    A number of another kind (9月, nine) is an answer only if it has none of its own kind, or if it
    is read as that kind too (二期, the second).
    """
    free: list[Number] = []
    for each in others:
        answering = any(_agree_in_kind(one, each, side) for one in numbers)
        free += (one for one in each.others if one.kind == "ordinal") if answering else (each,)
    derived = Derived(context.zh, context.en, numbers, others, side)
    return [
        one
        for one in missed
        if not _answered(one, free, others, side)
        and not _said_otherwise(one, context, side)
        and not derived.says(one)
    ]


def _answered(number: Number, free: Sequence[Number], others: Sequence[Number], side: str) -> bool:
    """Whether a number, or all of its parts, are said in the other language."""
    if any(_agree(number, each, side) for each in free):
        return True
    said = [one for each in others for one in (each, *each.parts)]
    if number.parts and all(
        part.optional or any(_agree(part, each, side) for each in said) for part in number.parts
    ):
        return True
    return any(_agree(number, part, side) for each in others for part in each.parts)


def _agree(number: Number, other: Number, side: str) -> bool:
    return agree(number, other) if side == "zh" else agree(other, number)


def _agree_in_kind(number: Number, other: Number, side: str) -> bool:
    return number.kind == other.kind and _agree(number, other, side)


def _said_otherwise(number: Number, context: Context, side: str) -> bool:
    """Whether the other language says a number without a numeral, as `an hour` or `all`."""
    if number.value == 1 and "" not in number.bounds:
        return side == "zh" and _one_is_bounded(number, context.en)
    if number.kind == "span":
        told = told_by_end(number, context.en) if side == "zh" else _SAME_PERIOD in context.zh
        if told:
            return True
    if number.value == _OF_AGE and (number.unit == "year" or number.kind == "count"):
        return side == "en" and "成年" in context.zh
    for each in readings(number):
        end = f"-{each.unit}" if each.kind == "span" else ""
        words = SAID_OTHERWISE.get(f"{each.kind} {each.value}{end}")
        if words and (side == "zh" or each.kind not in {"count", "quantity"} or each.value == 0):
            text = context.en if side == "zh" else context.zh
            if _pattern(words[side == "en"]).search(text):
                return True
    return False


_OF_AGE = 18
_SAME_PERIOD = "同期"


def _one_is_bounded(number: Number, english: str) -> bool:
    """Whether the English bounds an article as a number is bounded: 1年以上, over a year."""
    articles = (Number("quantity", number.value, *each.span()) for each in _ONE.finditer(english))
    bounds = number.bounds | ({"at_most"} if "under" in number.bounds else set())
    return any(bounds & english_bounds(english, each)[0] for each in articles)


_ONE = re.compile(r"\b(?:an?|one|once)\b", re.IGNORECASE)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


_RELATIVE_CHINESE: Mapping[str, int] = {
    "今年": 0, "本年": 0, "年内": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2,
    "来年": 1, "翌年": 1, "次年": 1,
}  # fmt: skip
_RELATIVE_ENGLISH: Mapping[str, int] = {
    "this year": 0, "the year": 0, "of the year": 0, "last year": -1, "previous year": -1,
    "year earlier": -1, "year before": -1, "next year": 1, "coming year": 1, "following year": 1,
    "year before last": -2,
}  # fmt: skip
_SOME_YEAR = re.compile(
    "当年|同年|同期|该年|年初|年底|年末|当月|同月|上半年|下半年|季度|[0-9一二三四五六七八九十]月"
)
_SAME_YEAR = re.compile(r"\b(?:same|that) (?:year|period)\b|\bthat year['’]s\b")


def _year_understood(number: Number, context: Context, side: str) -> bool:
    """Whether a year is this or last year in the other language, or goes without saying."""
    if number.kind not in {"year"}:
        return False
    text = context.en if side == "zh" else context.zh
    relative = _RELATIVE_ENGLISH if side == "zh" else _RELATIVE_CHINESE
    for words, shift in relative.items():
        if words in text and (context.year is None or number.value == context.year + shift):
            return True
    if side == "zh":
        return _SAME_YEAR.search(text) is not None
    known = context.year is None or number.value == context.year
    return known and _SOME_YEAR.search(text) is not None and not _CHINESE_YEAR.search(text)


_CHINESE_YEAR = re.compile(r"(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3}")


def _paired(lost: list[Number], added: list[Number]) -> list[Difference]:
    """Numbers that stand alone, each with the one of the other language it most looks like."""
    ranked = sorted(
        (
            (_likeness(one, other, lost, added), first, second)
            for first, one in enumerate(lost)
            for second, other in enumerate(added)
        ),
        key=lambda each: (-each[0], abs(each[1] - each[2])),
    )
    pairs: dict[int, int] = {}
    for likeness, first, second in ranked:
        if likeness and first not in pairs and second not in pairs.values():
            pairs[first] = second
    differences = [
        Difference(lost[first], added[second], likely_cause(lost[first], added[second]))
        for first, second in pairs.items()
    ]
    differences += [
        Difference(one, None, "range" if one.ranged else None)
        for first, one in enumerate(lost)
        if first not in pairs
    ]
    differences += [
        Difference(None, other, "range" if other.ranged else None)
        for second, other in enumerate(added)
        if second not in pairs.values()
    ]
    return differences


def _likeness(one: Number, other: Number, lost: list[Number], added: list[Number]) -> int:
    cause = likely_cause(one, other)
    if cause != "value":
        return 3
    alike = one.kind == other.kind or {one.kind, other.kind} <= _NUMBERS
    alone = len(lost) == len(added) == 1
    return 2 if alike else int(alone)


_NUMBERS = frozenset({"count", "ordinal", "quantity", "money"})
_PARTS_OF_DATES: Mapping[str, Cause] = {
    "year": "year", "decade": "year", "month": "month", "day": "day", "span": "period",
}  # fmt: skip


def likely_cause(one: Number, other: Number) -> Cause:
    """Why two numbers that seem meant for each other differ."""
    if any(same_amount(first, second) for first in readings(one) for second in readings(other)):
        return _bound_cause(one, other)
    if one.kind == other.kind and one.kind in _PARTS_OF_DATES:
        return _PARTS_OF_DATES[one.kind]
    if one.value == other.value:
        return _unit_cause(one, other)
    if _power_of_ten(one.value, other.value) and {one.kind, other.kind} <= _NUMBERS | {"percent"}:
        return "wan" if other.value * 10_000 == one.value else "scale"
    vague = "vague" in {one.kind, other.kind}
    if _digits(one.value) == _digits(other.value) and one.value >= 10 and not vague:
        return "swapped"
    return "range" if one.ranged and other.ranged else "value"


def _unit_cause(one: Number, other: Number) -> Cause:
    if {one.kind, other.kind} == {"percent", "points"}:
        return "points"
    if one.kind == other.kind == "money":
        return "currency"
    return "unit" if one.kind == other.kind == "quantity" else "value"


def _bound_cause(one: Number, other: Number) -> Cause:
    if "" in other.bounds:
        return "bound-lost"
    return "bound-added" if "" in one.bounds else "bound-other"


def _power_of_ten(one: Fraction, other: Fraction) -> bool:
    if not one or not other or one == other:
        return False
    ratio = one / other if one > other else other / one
    return ratio.denominator == 1 and str(ratio.numerator).strip("0") == "1"


def _digits(value: Fraction) -> list[str]:
    """The digits of a value, sorted, without the zeros round them."""
    return sorted(f"{float(value):.6f}".replace(".", "").strip("0"))
