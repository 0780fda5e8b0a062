"""Numbers that say again what their sentence has said: the other language need not repeat them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from msgspec.structs import replace

from makebrief.checks.numbers.reading import Number

_INCLUDING = re.compile(r"[（(]不?含本?数?$")
"""75%以上（含75%）: what `at least` says in English."""

_TWO = re.compile("[^，。；：！？、\\d]{2,10}[和与及][^，。；：！？、\\d]{2,10}$")
"""Two things that are named before they are counted: “五一”和端午两个假期."""

_CLAUSE_MARK = re.compile("[，。；：！？（）“”]")
_BETWEEN = re.compile("[、和及与]|以及")


def said_again(text: str, number: Number) -> bool:
    """Whether a Chinese number repeats a bound, or counts a list that stands before it."""
    if _INCLUDING.search(text, max(0, number.start - 5), number.start):
        return True
    if number.kind != "count":
        return False
    if number.value == 2 and _TWO.search(text, max(0, number.start - 24), number.start):
        return True
    return number.value == _items(text, number.start)


def read_chinese_aside(text: str, number: Number) -> Number:
    """A number as it counts beside a list: not missed, or also as what the list leaves out.

    防汛、规划等12个领域 are flood control, planning and ten other fields.
    """
    if said_again(text, number):
        return replace(number, optional=True)
    if number.kind == "count" and text.endswith(_AND_OTHERS, 0, number.start):
        rest = number.value - _items(text, number.start)
        if 0 < rest < number.value:
            return replace(number, others=(*number.others, _rest(number, rest)))
    return number


def read_english_aside(text: str, number: Number) -> Number:
    """A number also as what a list leaves out: ten other fields; or as what was added."""
    if number.unit == "times" and re.search(_GROWN_BY, text[: number.start][-30:].lower()):
        return replace(number, unit="grown", others=())
    if number.kind == "count" and text.startswith(_OTHERS, number.end):
        return replace(number, others=(*number.others, _rest(number, number.value)))
    return number


_GROWN_BY = (
    r"\b(?:ros|ris|gr[eo]w|increas|up|expand|jump|surg|soar|climb)\w* by (?:(?:more than|over|about"
    r"|around|nearly|almost|at least|some|roughly|approximately) )?$"
)
"""What stands before `3 times` that are added: 是3倍 is not `rose by 3 times`."""


def without_lengths(numbers: Iterable[Number]) -> tuple[Number, ...]:
    """Numbers of which none has to be said again that counts the years between two years.

    2023年到2025年，三年合计 is `from 2023 to 2025, in all`.
    """
    found = tuple(numbers)
    years = [each.value for each in found if each.kind == "year"]
    lengths = {last - first + more for first, last in pairwise(years) for more in (0, 1)}
    return tuple(
        replace(each, optional=True) if each.unit == "year" and each.value in lengths else each
        for each in found
    )


_AND_OTHERS = "等"
_OTHERS = (" other", " more", " further", " additional")


def _rest(number: Number, value: Fraction) -> Number:
    return replace(number, kind="rest", value=value, others=())


def _items(text: str, end: int) -> int:
    """How many things a text lists right before a place: 准入、融资、用地 are three; 0 if none."""
    if text.rfind("、", 0, end) < 0:
        return 0
    backwards = text[:end][::-1]
    mark = _CLAUSE_MARK.search(backwards)
    clause = backwards[: mark.start()] if mark else backwards
    return len(_BETWEEN.findall(clause[::-1])) + 1 if "、" in clause else 0
