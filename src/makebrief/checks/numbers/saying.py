"""A number as it was read, and why two differ, into words for the user."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from makebrief.checks.numbers.compare import Cause
from makebrief.checks.numbers.reading import Number
from makebrief.content.amounts import EXACT, grouped
from makebrief.messages import Message, say

_BOUNDS: Mapping[str, str] = MappingProxyType(
    {
        "over": "reading-over",
        "nearly": "reading-nearly",
        "about": "reading-about",
        "at_least": "reading-at-least",
        "under": "reading-under",
        "at_most": "reading-at-most",
    }
)
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "ordinal": "reading-ordinal",
        "percent": "reading-percent",
        "points": "reading-points",
        "multiple": "reading-multiple",
        "year": "reading-year",
        "month": "reading-month",
        "day": "reading-day",
        "decade": "reading-decade",
        "vague": "reading-vague",
    }
)


CAUSES: Mapping[Cause | None, str] = MappingProxyType(
    {
        "scale": "number-scale",
        "wan": "number-wan",
        "points": "number-points",
        "bound-lost": "number-bound-lost",
        "bound-added": "number-bound-added",
        "bound-other": "number-bound-other",
        "year": "number-year",
        "month": "number-month",
        "day": "number-day",
        "period": "number-period",
        "swapped": "number-swapped",
        "range": "number-range",
        "unit": "number-unit",
        "currency": "number-currency",
        "value": "number-value",
        "exchanged": "number-exchanged",
        "direction": "number-direction",
        "by-or-to": "number-by-or-to",
        "rate": "number-rate",
        "counted": "number-counted",
    }
)
"""The message of each cause of a difference."""


def say_reading(number: Number) -> Message | str:
    """What was read, in exact digits: RMB 2 million is `over CNY 2,000,000`."""
    amount = _amount(number)
    for bound, key in _BOUNDS.items():
        if bound in number.bounds and "" not in number.bounds:
            return say(key, amount=amount)
    return amount


def _amount(number: Number) -> Message | str:
    if number.kind == "code":
        return number.unit
    if number.kind == "span":
        return say("reading-span", low=int(number.value), high=number.unit)
    if number.kind == "time":
        hour, minute = divmod(int(number.value), 60)
        return f"{hour}:{minute:02}"
    value = shown_value(number.value)
    if number.kind in _KINDS:
        shown = str(number.value) if number.kind == "year" else value
        return say(_KINDS[number.kind], value=shown)
    return f"{value} {number.unit}".strip()


def shown_value(value: Fraction) -> str:
    """An exact value in digits, in groups of three; as a fraction where decimals do not end."""
    rest = value.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    return grouped(EXACT.divide(Decimal(value.numerator), Decimal(value.denominator)))
