"""A figure into the words of each language: digits kept, scale and unit as the language wants."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from makebrief.content.amounts import (
    CHINESE_SCALES,
    chinese_scale,
    convert,
    english_amount,
    grouped,
    scaled,
)
from makebrief.content.dates import date_words, period_words
from makebrief.content.measures import MEASURES, Measure
from makebrief.content.models import Figure, Unit
from makebrief.messages import Language

ENGLISH_BOUNDS: Mapping[str, str] = {
    "over": "over ",
    "nearly": "nearly ",
    "about": "about ",
    "at_least": "at least ",
}
CHINESE_BOUNDS: Mapping[str, str] = {
    "over": "超",
    "nearly": "近",
    "about": "约",
    "at_least": "至少",
}
CHINESE_UNITS: Mapping[str, str] = {
    "CNY": "元",
    "percent": "%",
    "percentage_points": "个百分点",
    "year": "年",
}
MONEY = "RMB {amount}"
"""The English money style, unless the house has another (E2)."""

UNSCALED = frozenset({"percent", "percentage_points", "year"})
_RANKS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)


def figure_words(figure: Figure, language: Language, money: str = MONEY) -> str:
    """The figure as it stands in running text, e.g. `135.22亿元` or `RMB 13.522 billion`.

    `money` is the document's one English money style (rule E2), with `{amount}` in it.
    """
    if figure.day is not None:
        return date_words(figure.day, language)
    if figure.period is not None:
        words = period_words(figure.period)
        return words.zh if language == "zh" else words.en or ""
    if figure.form != "count":
        return _ordered(figure, language)
    if language == "zh":
        return _chinese(figure)
    return _english(figure, money)


def plain_number(value: Decimal | int, language: Language) -> str:
    """A number without a unit, as it stands in a table cell; digits as given."""
    return grouped(Decimal(value)) if language == "en" else f"{Decimal(value):f}"


def _value(figure: Figure) -> Decimal:
    return Decimal(0) if figure.value is None else Decimal(figure.value)


def _chinese(figure: Figure) -> str:
    value = _value(figure)
    scale = _chinese_scale(figure, value)
    power = CHINESE_SCALES[scale]
    amount = scaled(value, power)
    before, after, tail = "", "", scale + _chinese_unit(figure)
    if figure.bound == "over" and _takes_yu(figure, amount):
        after = "余"
    elif figure.bound:
        before = CHINESE_BOUNDS[figure.bound]
    if figure.to is None:
        return f"{before}{amount:f}{after}{tail}"
    upper = f"{scaled(Decimal(figure.to), power):f}"
    if figure.unit == "year":
        return f"{amount:f}—{upper}年"
    return f"{before}{amount:f}{tail}～{upper}{tail}"


def _chinese_scale(figure: Figure, value: Decimal) -> str:
    if figure.scale and figure.scale.zh is not None:
        return figure.scale.zh
    return "" if figure.unit in UNSCALED else chinese_scale(value, money=figure.unit == "CNY")


def _takes_yu(figure: Figure, amount: Decimal) -> bool:
    """Whether 余 can follow the digits: round numbers only (200余万元, but 超13.5亿元)."""
    plain_count = figure.to is None and figure.unit not in UNSCALED
    return plain_count and amount == amount.to_integral_value() and amount % 10 == 0


def _chinese_unit(figure: Figure) -> str:
    if isinstance(figure.unit, Unit):
        return figure.unit.zh
    measure = MEASURES.get(figure.unit)
    return measure.zh if measure else CHINESE_UNITS.get(figure.unit, "")


def _english(figure: Figure, money: str) -> str:
    value, upper = _value(figure), None if figure.to is None else Decimal(figure.to)
    bound = ENGLISH_BOUNDS.get(figure.bound or "", "")
    if figure.unit == "year":
        return f"{value}–{upper}" if upper is not None else f"{value}"
    if isinstance(figure.unit, str) and figure.unit in MEASURES:
        return _english_measure(figure, MEASURES[figure.unit], bound)
    amount = _english_digits(figure, value, upper)
    if figure.unit == "CNY":
        return bound + money.format(amount=amount)
    if figure.unit == "percent":
        return f"{bound}{amount}%"
    if figure.unit == "percentage_points":
        one = abs(value) == 1 and upper is None
        return f"{bound}{amount} {'percentage point' if one else 'percentage points'}"
    noun = _english_noun(figure, value)
    return f"{bound}{amount} {noun}" if noun else bound + amount


def _english_digits(figure: Figure, value: Decimal, upper: Decimal | None) -> str:
    scale = figure.scale.en if figure.scale else None
    amount = english_amount(value, scale)
    if upper is None:
        return amount
    joint = "%–" if figure.unit == "percent" else "–"
    return f"{amount}{joint}{english_amount(upper, scale)}"


def _english_measure(figure: Figure, measure: Measure, bound: str) -> str:
    """A measure with its English noun, converted where English counts in another unit.

    A conversion that had to be rounded is `about` so much, unless the figure has a bound already.
    """
    values = [_value(figure), *([] if figure.to is None else [Decimal(figure.to)])]
    shown = values
    if measure.english and figure.converted:
        shown = [convert(value, measure.rate) for value in values]
        exact = all(each * measure.rate == value for each, value in zip(shown, values, strict=True))
        bound = bound or ("" if exact else ENGLISH_BOUNDS["about"])
        measure = MEASURES[measure.english]
    amount = _english_digits(figure, shown[0], shown[1] if len(shown) > 1 else None)
    return f"{bound}{amount} {measure.one if shown == [1] else measure.en}"


def _english_noun(figure: Figure, value: Decimal) -> str:
    if not isinstance(figure.unit, Unit):
        return ""
    singular = value == 1 and figure.to is None and figure.unit.one is not None
    return figure.unit.one or "" if singular else figure.unit.en


def _ordered(figure: Figure, language: Language) -> str:
    number = int(_value(figure))
    if language == "zh":
        counter = _chinese_unit(figure) or ("位" if figure.form == "rank" else "")
        return f"第{number}{counter}"
    noun = _english_noun(figure, Decimal(number))
    word = rank_word(number) if figure.form == "rank" else ordinal(number)
    return f"{word} {noun}" if noun else word


def rank_word(number: int) -> str:
    """A place in a ranking in English: first to tenth in words, then 11th."""
    return _RANKS[number - 1] if 1 <= number <= len(_RANKS) else ordinal(number)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in {11, 12, 13} else ending}"
