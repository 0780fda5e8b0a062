"""When a Chinese and an English number say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.units import UNITS

ROUNDING = Fraction(1, 100)
"""How far a converted quantity (亩 to hectares) may be from the exact one, at most."""

ROUGHLY = Fraction(5, 100)
"""The same where the text says about."""


def agree(chinese: Number, english: Number) -> bool:
    """Whether two numbers say the same, in one of the readings of each."""
    return any(
        same_amount(one, other) and bounds_agree(one, other)
        for one in readings(chinese)
        for other in readings(english)
    )


def readings(number: Number) -> Iterator[Number]:
    """A number in each of its readings."""
    yield number
    yield from number.others


def bounds_agree(chinese: Number, english: Number) -> bool:
    """Whether the bounds of two numbers can mean the same; a conversion may say about."""
    if chinese.bounds & english.bounds or english.kind in _UNBOUNDED:
        return True
    if english.kind == "ordinal" and (chinese.bounds == {"about"} or _is_grade(chinese)):
        return True
    rounded = "" in chinese.bounds and "about" in english.bounds and _converted(chinese, english)
    vague = "vague" in {chinese.kind, english.kind}
    return (
        rounded
        or vague
        or (chinese.kind == "count" and chinese.value == 10 and english.value == 12)
    )


def _is_grade(chinese: Number) -> bool:
    """Whether a number stands in an order: 二级以上, at or above the second tier; 二孩以上."""
    return chinese.kind == "count" and chinese.words[1:2] in {"级", "等", "孩"}


_UNBOUNDED = frozenset({"year", "month", "day", "span", "decade", "time", "code"})
"""Kinds round which over and about say something else than more and less."""


def same_amount(chinese: Number, english: Number) -> bool:
    """Whether the values and units of two numbers are equal, whatever bounds them."""
    rule = _RULES.get((chinese.kind, english.kind))
    return rule is not None and rule(chinese, english)


def _values(chinese: Number, english: Number) -> bool:
    return chinese.value == english.value


def _percents(chinese: Number, english: Number) -> bool:
    """Equal shares; what 八五折 leaves to be paid is not what is off."""
    paid = english.unit == "off" and any(each.unit == "off" for each in chinese.others)
    return chinese.value == english.value and not paid


def _values_and_units(chinese: Number, english: Number) -> bool:
    return chinese.value == english.value and chinese.unit == english.unit


def _counts(chinese: Number, english: Number) -> bool:
    """Equal counts; 十几 and 十余 are a dozen or so as well."""
    return chinese.value == english.value or (
        chinese.value == 10 and english.value == 12 and "over" in chinese.bounds
    )


def _converted(chinese: Number, english: Number) -> bool:
    one, other = UNITS.get(chinese.unit), UNITS.get(english.unit)
    return one is not None and other is not None and one.system != other.system


def _quantities(chinese: Number, english: Number) -> bool:
    """Equal quantities; where units of two systems meet, equal to the digits that are shown."""
    one, other = UNITS[chinese.unit], UNITS[english.unit]
    if one.dimension != other.dimension:
        return False
    exact = chinese.value * one.size / other.size
    if one.system == other.system or exact == 0:
        return exact == english.value
    error = abs(exact - english.value)
    limit = ROUGHLY if "about" in english.bounds else ROUNDING
    return error <= _last_place(english.value) / 2 and error <= limit * exact


def _last_place(value: Fraction) -> Fraction:
    """The place of the last digit that is not zero: 10 for 2130, 1/10 for 66.7."""
    place = Fraction(1)
    if value == 0:
        return place
    while (value / place).denominator != 1:
        place /= 10
        if place < Fraction(1, 10**12):
            return place
    while (value / (10 * place)).denominator == 1:
        place *= 10
    return place


def _multiples(chinese: Number, english: Number) -> bool:
    """`增长2倍` is tripled; `increased twofold` says it loosely. `2倍` is doubled."""
    if chinese.unit != "growth":
        return chinese.value == english.value and english.unit != "grown"
    tripled = chinese.value + 1 == english.value
    return tripled or (english.unit in {"times", "grown"} and chinese.value == english.value)


def _multiple_and_percent(chinese: Number, english: Number) -> bool:
    if chinese.kind == "multiple":
        more = 100 if english.unit == "more" and chinese.unit != "growth" else 0
        return english.value + more == 100 * chinese.value
    return chinese.value == 100 * (english.value - (english.unit == "factor"))


def _multiple_and_count(chinese: Number, english: Number) -> bool:
    return chinese.value == english.value and "growth" not in {chinese.unit, english.unit}


def _percent_and_ratio(chinese: Number, english: Number) -> bool:
    one, other = (chinese, english) if chinese.kind == "percent" else (english, chinese)
    return one.value == 100 * other.value


def _ratio_and_multiple(chinese: Number, english: Number) -> bool:
    return chinese.value == english.value


def _scaled_money(chinese: Number, english: Number) -> bool:
    """An amount of yuan whose 元 is left out: 投资达135.22亿."""
    money, count = (chinese, english) if chinese.kind == "money" else (english, chinese)
    return money.unit == "CNY" and count.value >= 10_000 and money.value == count.value


def _powers(chinese: Number, english: Number) -> bool:
    return chinese.value == english.value


def _vague_and_count(chinese: Number, english: Number) -> bool:
    """上百 and 近百 are hundreds; 百余 is not so many, and 十几 is less than dozens."""
    vague, count = (chinese, english) if chinese.kind == "vague" else (english, chinese)
    if count.value == 10 or count.bounds == {"over"}:
        return False
    return count.value == 10 ** int(vague.value) and count.bounds != {""}


def _spans(chinese: Number, english: Number) -> bool:
    return chinese.value == english.value and chinese.unit == english.unit


def _span_and_quantity(chinese: Number, english: Number) -> bool:
    span, quantity = (chinese, english) if chinese.kind == "span" else (english, chinese)
    measure = UNITS[quantity.unit]
    length = int(span.unit) - span.value + 1
    return measure.dimension == "months" and quantity.value * measure.size == length


def _span_and_ordinal(chinese: Number, english: Number) -> bool:
    """A part of the year whose name is left out: in the first quarter and in the second."""
    span, ordinal = (chinese, english) if chinese.kind == "span" else (english, chinese)
    months = int(span.unit) - span.value + 1
    return months in {3, 6} and ordinal.value * months == int(span.unit)


def _times(chinese: Number, english: Number) -> bool:
    if (chinese.value - english.value) % 1440 == 0:
        return True
    unknown = not (chinese.unit and english.unit)
    return unknown and (chinese.value - english.value) % 720 == 0


def _hour_and_count(chinese: Number, english: Number) -> bool:
    """An hour whose 点 or o'clock is left out."""
    time, count = (chinese, english) if chinese.kind == "time" else (english, chinese)
    return (time.value - 60 * count.value) % 720 == 0 and count.value <= 24


def _codes(chinese: Number, english: Number) -> bool:
    return chinese.unit == english.unit


def _code_and_count(chinese: Number, english: Number) -> bool:
    code, count = (chinese, english) if chinese.kind == "code" else (english, chinese)
    return "".join(filter(str.isdigit, code.unit)) == str(count.value)


_Rule = Callable[[Number, Number], bool]
_BOTH_WAYS: Mapping[tuple[str, str], _Rule] = {
    ("count", "ordinal"): _values,
    ("count", "quantity"): _values,
    ("count", "money"): _scaled_money,
    ("count", "year"): _values,
    ("count", "vague"): _vague_and_count,
    ("count", "code"): _code_and_count,
    ("count", "day"): _values,
    ("count", "month"): _values,
    ("count", "decade"): _values,
    ("count", "time"): _hour_and_count,
    ("count", "multiple"): _multiple_and_count,
    ("ordinal", "quantity"): _values,
    ("ordinal", "day"): _values,
    ("ordinal", "month"): _values,
    ("percent", "ratio"): _percent_and_ratio,
    ("percent", "multiple"): _multiple_and_percent,
    ("ratio", "multiple"): _ratio_and_multiple,
    ("span", "quantity"): _span_and_quantity,
    ("span", "ordinal"): _span_and_ordinal,
}
_RULES: Mapping[tuple[str, str], _Rule] = MappingProxyType(
    {
        **{(kind, kind): _values for kind in ("ordinal", "points", "ratio", "rest")},
        ("percent", "percent"): _percents,
        **{(kind, kind): _values for kind in ("year", "month", "day", "decade", "vague")},
        ("count", "count"): _counts,
        ("money", "money"): _values_and_units,
        ("quantity", "quantity"): _quantities,
        ("multiple", "multiple"): _multiples,
        ("span", "span"): _spans,
        ("time", "time"): _times,
        ("code", "code"): _codes,
        **_BOTH_WAYS,
        **{(other, one): rule for (one, other), rule in _BOTH_WAYS.items()},
    }
)
"""Which rule compares two kinds; kinds that are not here never agree."""
