"""What is said of each day, year, mu or person, if the other text says it of another measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from makebrief.checks.numbers.reading import Number

_CHINESE = re.compile(
    "(?P<hour>每小时|时均)|(?P<day>每天|每日|日均)|(?P<week>每周|周均|每星期)|(?P<month>每月|月均)"
    "|(?P<quarter>每季)|(?P<year>每年|年均)|(?P<mu>每亩|亩均)|(?P<head>人均|每人)"
)
_ENGLISH = re.compile(
    r"\b(?:(?:an?|per|each|every) (?P<every>hour|day|week|month|quarter|year"
    r"|mu|hectare|household|family)"
    r"|(?P<hourly>hourly)|(?P<daily>daily)|(?P<weekly>weekly)|(?P<monthly>monthly)"
    r"|(?P<quarterly>quarterly)|(?P<yearly>yearly|annual(?:ly)?))\b"
    r"(?! (?:and a half|earlier|ago|on(?! average)))",
    re.IGNORECASE,
)
_ANY: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = MappingProxyType(
    {
        unit: (re.compile(zh), re.compile(en, re.IGNORECASE))
        for unit, (zh, en) in {
            "hour": ("时", r"\bhour"),
            "day": ("[天日夜晚]", r"\b(?:da[yi]|night)"),
            "week": ("周|星期|礼拜", r"\bweek"),
            "month": ("月", r"\bmonth"),
            "quarter": ("季", r"\bquarter"),
            "year": ("[年岁届]", r"\b(?:year|annual)"),
            "mu": ("亩", r"\bmu\b"),
            "hectare": ("公顷", r"\bhectare"),
            "head": (
                "人",
                r"\b(?:persons?|capita|people|individual|resident|each|head|member|one)",
            ),
            "household": ("户", r"\b(?:household|famil)"),
            "family": ("[户家]", r"\b(?:household|famil)"),
        }.items()
    }
)
"""Any word for a period, a piece of land or a person, in Chinese and in English."""


def find_other_rates(chinese: str, english: str) -> Iterator[tuple[Number, Number]]:
    """The Chinese measure with the English one, if each language has one the other never names."""
    if not ("每" in chinese or "均" in chinese):
        return
    for here in _CHINESE.finditer(chinese):
        unit = here.lastgroup or ""
        if _ANY[unit][1].search(english):
            continue
        for there in _ENGLISH.finditer(english):
            other = (there["every"] or (there.lastgroup or "").removesuffix("ly")).lower()
            other = "day" if other == "dai" else other
            if not _ANY[other][0].search(chinese):
                one = Number("quantity", Fraction(1), *here.span(), here.group(), unit)
                yield one, Number("quantity", Fraction(1), *there.span(), there.group(), other)
                return
