"""What is said of each day, mu, tonne or person, if the other text says it of another measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from msgspec import Struct

from makebrief.checks.numbers.reading import Number


class _Measure(Struct, frozen=True):
    """What something is said of each of, by patterns in both languages.

    `chinese` stands behind 每 or a slash, `average` before 均 or what a plant does; `english`
    behind `per` or `a`, `adverb` alone. A text with a match of `named_zh`, or of `named_en` or else
    `english`, names the measure, for whatever.
    """

    unit: str
    chinese: str
    english: str
    named_zh: str
    named_en: str = ""
    average: str = ""
    adverb: str = ""

    def is_named_in(self, english: str) -> bool:
        """Whether an English text in small letters names the measure."""
        return re.search(self.named_en or self.english, english) is not None


_TIMES = (
    _Measure("second", "秒", "second(?=[,.;:)]|$| (?:on|and|at|in|by)\\b)", "秒", "second"),
    _Measure("minute", "分钟", "minute|min", "分", "minute|min\\b"),
    _Measure("hour", "小时|钟头", "hour", "时", average="时", adverb="hourly"),
    _Measure(
        "day", "天|日|晚|夜", "day|night", "[天日夜晚]", "day|dail|night", "日", "daily|nightly"
    ),
    _Measure("week", "周|星期|礼拜", "week", "[周期拜]", average="周", adverb="weekly"),
    _Measure("month", "个?月", "month", "月", average="月", adverb="monthly"),
    _Measure("quarter", "个?季", "quarter", "季", adverb="quarterly"),
    _Measure("year", "年", "year", "[年岁届]", "year|annual", "年", "yearly|annual(?:ly)?"),
)
_BEARERS = (
    _Measure(
        "person",
        "人",
        "person|capita|head",
        "[人名位头]",
        r"person|capita|people|individual|resident|each\b(?! (?:household|family))|head|one",
        average="人",
    ),
    _Measure("household", "户", "household|family", "[户家]", "household|famil|home", average="户"),
    _Measure("vehicle", "[辆台]车?", "vehicle|car|bus", "[辆台车]", "vehicle|car|bus|taxi"),
)
_SIZES = (
    _Measure("mu", "亩", "mu", "亩", r"\bmu\b", average="亩"),
    _Measure("hectare", "公顷", "hectare|ha", "顷", r"hectare|\bha\b"),
    _Measure("m2", "平方米?|平米", "square met(?:re|er)|sq m|m²|m2", "平方?米|平方(?!公)"),
    _Measure("m3", "立方米?|方(?=水|天然气)", "cubic met(?:re|er)|m³|m3", "方"),
    _Measure("km", "公里|千米", "kilomet(?:re|er)|km", "公里|千米|km"),
    _Measure("m", "米", "met(?:re|er)", "(?<![方平])米", r"(?<!square )(?<!cubic )\bmet(?:re|er)"),
    _Measure("tonne", "吨", "tonne|ton", "吨", r"\bton"),
    _Measure("kg", "公斤|千克", "kilogram|kilo|kg", "公斤|千克|kg", r"kilo(?:gram)?s?\b|\bkg\b"),
    _Measure("jin", "市?斤", "jin|catty|half[- ]kilogram", "(?<!公)斤", "jin|catt|half"),
    _Measure("litre", "升", "litre|liter", "升"),
    _Measure("kwh", "度电?|千瓦时", "kwh|kilowatt[- ]hour", "度|千瓦时", r"kwh|kilowatt|\bunit"),
)
_MEASURES = (*_TIMES, *_BEARERS, *_SIZES)
_YIELDING = "(?<=[日年月])(?:供[水气电热]|处理|产(?!业|品|权)|发电|接待|吞吐)"
"""What a plant does a day or a year: 日供水能力."""

_NOT_EACH = r"(?! (?:and a half|earlier|ago|on(?! average)))"


def find_other_rates(chinese: str, english: str) -> Iterator[tuple[Number, Number]]:
    """The Chinese measure with the English one, if each language has one the other never names."""
    lowered = english.lower()
    here, there = _patterns()
    for one in here.finditer(chinese):
        if _of(one).is_named_in(lowered):
            continue
        for other in there.finditer(lowered):
            if not re.search(_of(other).named_zh, chinese):
                yield _number(one), _number(other)
                return


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says in Chinese, and in English, of each of what measure something is meant."""
    chinese = "|".join(
        f"(?P<{each.unit}>(?:每|元/){_any(each.chinese)}"
        + (f"|{each.average}(?:均|{_YIELDING}))" if each.average else ")")
        for each in _MEASURES
    )
    english = "|".join(
        rf"(?P<{each.unit}>(?:\b(?:an?|per|each|every) |/ ?){_any(each.english)}(?!\w)"
        + (rf"|\b{_any(each.adverb)}\b)" if each.adverb else ")")
        for each in _MEASURES
    )
    return re.compile(chinese), re.compile(f"(?:{english}){_NOT_EACH}")


def _any(alternatives: str) -> str:
    return f"(?:{alternatives})"


def _of(found: re.Match[str]) -> _Measure:
    return next(each for each in _MEASURES if each.unit == found.lastgroup)


def _number(found: re.Match[str]) -> Number:
    return Number("quantity", Fraction(1), *found.span(), found.group(), unit=found.lastgroup or "")
