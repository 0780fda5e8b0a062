"""What a number in a text says, whichever language says it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

import msgspec
from msgspec import Struct

Kind = Literal[
    "count",
    "rest",
    "ordinal",
    "money",
    "percent",
    "points",
    "ratio",
    "multiple",
    "quantity",
    "year",
    "month",
    "day",
    "span",
    "decade",
    "time",
    "vague",
    "code",
]
Bound = Literal["", "over", "nearly", "about", "at_least", "under", "at_most"]

EXACTLY: frozenset[Bound] = frozenset({""})
HALF = Fraction(1, 2)
MOST = 300
"""How many numbers a text may have to be compared; a paragraph of a briefing has a few dozen."""


class Number(Struct, frozen=True):
    """A number as read, and where it stands in its text.

    `value` is in units of `unit`: a currency, a key of UNITS, how a multiple is meant, or the
    last month of a span. A vague number's value is its power of ten (dozens: 1). `bounds` are the
    bounds that its words can mean. An optional number answers one of the other language, and is
    not missed there. `parts` are what it says if the other language does not say it as a whole,
    `others` what else it may mean.
    """

    kind: Kind
    value: Fraction
    start: int
    end: int
    words: str = ""
    unit: str = ""
    bounds: frozenset[Bound] = EXACTLY
    optional: bool = False
    ranged: bool = False
    parts: tuple[Number, ...] = ()
    others: tuple[Number, ...] = ()


def bare(number: Number) -> bool:
    """Whether a number stands without a unit and can take that of the number after it."""
    return number.kind == "count" and not number.others and not number.optional


def words_found(found: re.Match[str]) -> Number:
    """Words that a pattern found, as a Number that says no value but what they are."""
    return Number("code", Fraction(0), *found.span(), found.group(), found.group())


def of_so_many(part: Number, whole: Number) -> Number:
    """So many of so many as the share that it is, and as the two counts that it names."""
    share = msgspec.structs.replace(
        part, kind="ratio", value=part.value / whole.value, parts=(part, whole)
    )
    if whole.value == 1000:
        return msgspec.structs.replace(share, kind="percent", value=100 * share.value)
    return share


def with_unit_of(number: Number, model: Number) -> Number:
    """A bare number read in the unit of another, or as of as many."""
    if model.kind in {"ratio", "percent"} and model.parts:
        return of_so_many(number, model.parts[1])
    others = tuple(
        msgspec.structs.replace(
            each, value=number.value, start=number.start, end=number.end, words=number.words
        )
        for each in model.others
    )
    return msgspec.structs.replace(number, kind=model.kind, unit=model.unit, others=others)


def span(low: int, high: int, start: int, end: int) -> Number:
    """Months of a year, the first and the last, as one Number (1 and 6: the first half)."""
    ends = (low, high) if low != high else (low,)
    months = tuple(Number("month", Fraction(each), start, end) for each in ends)
    return Number("span", Fraction(low), start, end, unit=str(high), parts=months)
