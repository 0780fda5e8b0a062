"""Numbers that say again what their sentence has said: the other language need not repeat them."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec.structs import replace

from makebrief.checks.numbers.reading import Number

_INCLUDING = re.compile(r"[（(]不?含本?数?$")
"""75%以上（含75%）: what `at least` says in English."""

_CLAUSE = re.compile(r"[^，。；：！？（）“”]*$")
_BETWEEN = re.compile("[、和及与]|以及")


def said_again(text: str, number: Number) -> bool:
    """Whether a Chinese number repeats a bound, or counts a list that stands before it."""
    before = text[: number.start]
    if _INCLUDING.search(before):
        return True
    return number.kind == "count" and number.value == _items(before)


def read_chinese_aside(text: str, number: Number) -> Number:
    """A number as it counts beside a list: not missed, or also as what the list leaves out.

    防汛、规划等12个领域 are flood control, planning and ten other fields.
    """
    if said_again(text, number):
        return replace(number, optional=True)
    before = text[: number.start]
    if number.kind == "count" and before.endswith(_AND_OTHERS):
        rest = number.value - _items(before)
        if 0 < rest < number.value:
            return replace(number, others=(*number.others, _rest(number, rest)))
    return number


def read_english_aside(text: str, number: Number) -> Number:
    """A number also as what a list leaves out: ten other fields."""
    if number.kind == "count" and text.startswith(_OTHERS, number.end):
        return replace(number, others=(*number.others, _rest(number, number.value)))
    return number


_AND_OTHERS = "等"
_OTHERS = (" other", " more", " further", " additional")


def _rest(number: Number, value: Fraction) -> Number:
    return replace(number, kind="rest", value=value, others=())


def _items(before: str) -> int:
    """How many things the end of a text lists: 准入、融资、用地 are three; 0 if it lists none."""
    clause = _CLAUSE.search(before)
    marks = len(_BETWEEN.findall(clause.group())) if clause and "、" in clause.group() else 0
    return marks + 1 if marks else 0
