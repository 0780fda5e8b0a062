"""Exact numbers into the digits and scale of each language: 万 and 亿, million and billion (E1)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal

EXACT = Context(prec=200)
"""Arithmetic that rounds nothing a person could have typed."""

CHINESE_SCALES: Mapping[str, int] = {"": 0, "万": 4, "亿": 8}
ENGLISH_SCALES: Mapping[str, int] = {
    "": 0,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
}
"""The words of scale that each language prints, and the power of ten that each stands for."""

_ENGLISH_CHOICES = ("trillion", "billion", "million")
_MOST_SCALED_DIGITS = 6
_LEAST_CONVERTED_DIGITS = 3


def grouped(value: Decimal) -> str:
    """Digits in groups of three, decimals as given: 12,345.60."""
    return f"{value:,f}"


def scaled(value: Decimal, power: int) -> Decimal:
    """The value in units of 10 to a power: no digit lost, no zero gained (rule E1)."""
    if not power:
        return value
    result = value.scaleb(-power, EXACT)
    if value == value.to_integral_value() and result != result.to_integral_value():
        return result.normalize(EXACT)
    if value == value.to_integral_value():
        return result.quantize(Decimal(1), context=EXACT)
    return result


def chinese_scale(value: Decimal, *, money: bool) -> str:
    """The scale that Chinese gives a value: 亿 from 10^8 on, 万 where it saves digits."""
    size = abs(value)
    if size >= 10 ** CHINESE_SCALES["亿"]:
        return "亿"
    power = CHINESE_SCALES["万"]
    short = len(scaled(value, power).as_tuple().digits) <= len(value.as_tuple().digits) - 3
    return "万" if size >= 10**power and (money or short) else ""


def english_scale(value: Decimal) -> str:
    """The scale that English gives a value: the largest, unless it would print too many digits."""
    for name in _ENGLISH_CHOICES:
        power = ENGLISH_SCALES[name]
        few = len(scaled(value, power).as_tuple().digits) <= _MOST_SCALED_DIGITS
        if few and abs(value) >= 10**power:
            return name
    return ""


def english_amount(value: Decimal, scale: str | None = None) -> str:
    """Digits and scale in English, `13.522 billion`; in the scale that is asked for, if one is."""
    name = english_scale(value) if scale is None else scale
    digits = grouped(scaled(value, ENGLISH_SCALES[name]))
    return f"{digits} {name}" if name else digits


def convert(value: Decimal, rate: Decimal) -> Decimal:
    """A value in another unit, `rate` of which make one of its own.

    Exact where the digits end; else rounded half up to as many digits as were typed, three at
    the least.
    """
    digits = max(len(value.normalize(EXACT).as_tuple().digits), _LEAST_CONVERTED_DIGITS)
    exact = EXACT.divide(value, rate)
    rounded = Context(prec=digits, rounding=ROUND_HALF_UP).plus(exact)
    return plain(rounded)


def plain(value: Decimal) -> Decimal:
    """A value without zeros behind its decimal point and without an exponent."""
    short = value.normalize(EXACT)
    return (
        short.quantize(Decimal(1), context=EXACT) if short == short.to_integral_value() else short
    )
