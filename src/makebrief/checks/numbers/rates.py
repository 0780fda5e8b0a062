"""What is said of each day, year, mu or person, if the other text says it of another measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from makebrief.checks.numbers.reading import Number

_CHINESE: Mapping[str, str] = MappingProxyType(
    {
        "每小时": "hour", "时均": "hour", "每天": "day", "每日": "day", "日均": "day",
        "每周": "week", "周均": "week", "每星期": "week", "每月": "month", "月均": "month",
        "每季": "quarter", "每年": "year", "年均": "year", "每亩": "mu", "亩均": "mu",
        "人均": "person", "每人": "person",
    }
)  # fmt: skip
_ENGLISH = (
    r"\b(?:(?:an?|per|each|every) (?P<every>hour|day|week|month|quarter|year"
    r"|mu|hectare|household|family)"
    r"|(?P<hour>hourly)|(?P<day>daily)|(?P<week>weekly)|(?P<month>monthly)"
    r"|(?P<quarter>quarterly)|(?P<year>yearly|annual(?:ly)?))\b"
    r"(?! (?:and a half|earlier|ago|on(?! average)))"
)
_NAMED: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "hour": ("时", ("hour",)),
        "day": ("天日夜晚", ("day", "daily", "night")),
        "week": ("周期拜", ("week",)),
        "month": ("月", ("month",)),
        "quarter": ("季", ("quarter",)),
        "year": ("年岁届", ("year", "annual")),
        "mu": ("亩", (" mu ", " mu,", " mu.", " mu;")),
        "hectare": ("顷", ("hectare",)),
        "person": (
            "人",
            ("person", "capita", "people", "individual", "resident", "each", "head", "one"),
        ),
        "household": ("户", ("household", "famil")),
        "family": ("户家", ("household", "famil")),
    }
)
"""Characters and words by which a text may name a measure, for whatever."""


def find_other_rates(chinese: str, english: str) -> Iterator[tuple[Number, Number]]:
    """The Chinese measure with the English one, if each language has one the other never names."""
    lowered = english.lower()
    for words, unit in _CHINESE.items():
        at = chinese.find(words)
        if at < 0 or any(each in lowered for each in _NAMED[unit][1]):
            continue
        for there in re.finditer(_ENGLISH, lowered):
            other = there["every"] or there.lastgroup or ""
            if not any(each in chinese for each in _NAMED[other][0]):
                one = Number("quantity", Fraction(1), at, at + len(words), words, unit)
                yield one, Number("quantity", Fraction(1), *there.span(), there.group(), other)
                return
