"""Numbers that share a unit: the ends of a range, the members of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from makebrief.checks.numbers.bounds import chinese_bounds
from makebrief.checks.numbers.reading import EXACTLY, Number, bare, of_so_many, span, with_unit_of


class Joints(Struct, frozen=True):
    """What may stand between two numbers of a range, and between two of a list.

    `more` may stand between those of a list that goes on: 3, 4 and 5 per cent.
    """

    range: re.Pattern[str]
    list: re.Pattern[str]
    more: re.Pattern[str]


CHINESE_JOINTS = Joints(
    re.compile(r"\s*(?:[-—–－~～〜]{1,2}|至|到)\s*"),
    re.compile(r"个?(?:[、和或与及]|以及)"),
    re.compile(r"个?、"),
)
ENGLISH_JOINTS = Joints(
    re.compile(r"\s*[-–—~]\s*(?:RMB|US\$|\$)?\s?| to (?:RMB |US\$|\$)?| through "),
    re.compile(r"(?:,? and| or) (?:from )?"),
    re.compile(r", "),
)


def join(numbers: Sequence[Number], text: str, joints: Joints) -> list[Number]:
    """Numbers with the units that they share with their neighbours, months as spans."""
    joined = list(numbers)
    listed = False
    for index in range(len(joined) - 2, -1, -1):
        one, next_ = joined[index], joined[index + 1]
        between = text[one.end : next_.start]
        ranged = joints.range.fullmatch(between) is not None
        listed = not ranged and (
            (joints.list.fullmatch(between) is not None and not _parted(joined, index, text))
            or (listed and joints.more.fullmatch(between) is not None)
        )
        if not between and "at_least" in one.bounds and "at_most" in next_.bounds:
            joined[index] = _between(one)  # 500元以上2000元以下
            joined[index + 1] = _between(next_)
            continue
        if not ranged and not listed:
            continue
        if next_.kind == "time" and bare(one) and one.value in range(1, 13):
            joined[index] = _hour_before(one, next_)
            continue
        if _takes_unit(one, next_, text, ranged):
            one = _scaled(with_unit_of(one, next_), next_, text)
        elif _takes_currency(one, next_, text, ranged):
            next_ = replace(next_, kind="money", unit=one.unit)
            one = _scaled(one, next_, text) if ranged else one
        if ranged:
            one, next_ = replace(one, ranged=True), replace(next_, ranged=True)
            if "at_most" in one.bounds:  # within three to five years: 3到5年内
                one = _between(one)
            if one.kind == next_.kind == "month" and one.value < next_.value:
                whole = span(int(one.value), int(next_.value), one.start, next_.end)
                joined[index : index + 2] = [replace(whole, parts=(one, next_))]
                continue
        joined[index], joined[index + 1] = one, next_
    return joined


def join_shares(numbers: Sequence[Number], text: str) -> list[Number]:
    """Numbers of which two say so many of every so many: 大约每四个人中有一人."""
    joined: list[Number] = []
    for each in numbers:
        every = joined[-1] if joined else None
        if (
            every
            and (start := _EVERY.search(text, max(0, every.start - 6), every.start))
            and (_OF_EVERY.fullmatch(text, every.end, each.start) and 0 < each.value < every.value)
        ):
            bounds = each.bounds
            if bounds == EXACTLY:
                bounds, _ = chinese_bounds(text, start.start(), every.end, None)
            whole = replace(every, bounds=EXACTLY)
            joined[-1] = replace(of_so_many(replace(each, bounds=bounds), whole), start=every.start)
        else:
            joined.append(each)
    return joined


def _parted(numbers: Sequence[Number], index: int, text: str) -> bool:
    """Whether a comma stands between two numbers that end no list: rose to 61, and 87% of them."""
    one = numbers[index]
    first = index == 0 or text[numbers[index - 1].end : one.start] != ", "
    return first and text.startswith(", ", one.end)


def _hour_before(one: Number, next_: Number) -> Number:
    """A bare number before an hour as an hour of the same half of the day: between 5 and 7 p.m."""
    hour = replace(one, kind="time", value=60 * one.value % 720, unit=next_.unit)
    if hour.value + 720 < next_.value:
        hour = replace(hour, value=hour.value + 720)
    return replace(hour, others=(one,))


def _between(end: Number) -> Number:
    """An end of a range, which needs no bound of its own in the other language."""
    return replace(end, ranged=True, bounds=end.bounds | EXACTLY)


def _takes_unit(one: Number, next_: Number, text: str, ranged: bool) -> bool:
    """Whether a number has its unit behind the next: 3 to 5 km, but not 60 and over, 24%."""
    counted = text.startswith("个", one.end) and "个" not in text[next_.start : next_.end]
    if counted and next_.kind != "points":
        return False
    if _OF_AN_AGE.search(text, max(0, one.start - 24), one.start):
        return False
    if not bare(one) or next_.kind in _UNSHARED or _DIVIDED.search(text, one.start, one.end):
        return False
    if _OR_TWO.search(text, max(0, one.end - 24), one.end):
        return False
    return not _own_sign(one, next_, text, ranged)


_EVERY = re.compile("每[^，。；、\\d]{0,4}$")
_OF_EVERY = re.compile(
    "[个名位户家件辆]?(?:[^，。；、\\d]{0,6}?[中里内]|，)(?:就|便|大?约)?(?:会|能)?有(?:接?近|大?约|超过|不到|不止)?"
)
"""What stands between the whole and the part of a share, with the bound of the part."""

_DIVIDED = re.compile(r"(?: and | or )[a-z]+$|以[上下内]$")
_OF_AN_AGE = re.compile(r"\b(?:aged?|ages)(?: between)?(?: \w+ (?:to|and))? $")
"""What stands before an age, which shares no unit behind it: aged 80 to 89 and 150 yuan."""

_OR_TWO = re.compile(r"\ban? [a-z]+ or two$")
"""What has its unit before it: a month or two."""

_UNSHARED = frozenset({"code", "vague", "ordinal", "time", "span", "decade"})
_SCALED = re.compile(r"分钱|[角毛]钱|万亿|亿|万|thousand|million|billion|trillion|bn\b")
_SCALES: dict[str, Fraction | int] = {
    "分钱": Fraction(1, 100), "角钱": Fraction(1, 10), "毛钱": Fraction(1, 10),
    "万": 10**4, "亿": 10**8, "万亿": 10**12, "thousand": 10**3, "million": 10**6,
    "billion": 10**9, "bn": 10**9, "trillion": 10**12,
}  # fmt: skip


def _own_sign(one: Number, next_: Number, text: str, ranged: bool) -> bool:
    """Whether the next number's currency stands before it, and so is not the first's as well."""
    return next_.kind == "money" and not ranged and not text[next_.start].isdigit()


def _takes_currency(one: Number, next_: Number, text: str, ranged: bool) -> bool:
    """Whether the sign before an amount counts for the next: RMB 5 million and 6 million."""
    signed = one.kind == "money" and not text[one.start].isdigit()
    scaled = _SCALED.search(text, next_.start, next_.end) is not None
    return signed and bare(next_) and (scaled or (ranged and one.value < next_.value))


def _scaled(one: Number, next_: Number, text: str) -> Number:
    """The first of two numbers in the scale written once for both: 3至5亿元, 3 to 5 million."""
    own = _SCALED.search(text, one.start, one.end)
    scale = _SCALED.search(text, next_.start, next_.end)
    if own or not scale or one.value >= 1000 or one.parts:
        return one
    return replace(one, value=one.value * _SCALES[scale.group()])
