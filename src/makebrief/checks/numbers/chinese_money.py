"""Amounts of money that a Chinese text names without saying 元 of each: 1角5分, 满100减30."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from types import MappingProxyType

from msgspec.structs import replace

from makebrief.checks.numbers.bounds import chinese_bounds
from makebrief.checks.numbers.numerals import DIGITS, HAN_DIGITS, digits_value
from makebrief.checks.numbers.reading import EXACTLY, Number
from makebrief.checks.numbers.scanning import Readers

_SMALL = r"(?:\d|[一二两三四五六七八九])"
MONEY = (
    rf"(?P<coins>(?:(?P<yuan>\d{{1,6}}|{_SMALL})[元块])?(?P<jiao>{_SMALL})[角毛]"
    rf"(?:(?P<fen>{_SMALL})分?|钱)?)(?![形度色落楼星峰亭币票])"
    rf"|满(?P<spent>{DIGITS})元?减(?P<saved>{DIGITS})元?"
)
"""What such amounts look like, as alternatives of the scanner."""

_JIAO, _FEN = Fraction(1, 10), Fraction(1, 100)


def _coins(text: str, token: re.Match[str]) -> Iterator[Number]:
    """2元6角 as 2.6 yuan; 三角 alone is more often a corner or a delta, and is no money."""
    if not token["yuan"] and not token["fen"] and not token["jiao"].isascii():
        return
    value = _value(token["yuan"]) + _value(token["jiao"]) * _JIAO + _value(token["fen"]) * _FEN
    bounds, end = chinese_bounds(text, *token.span(), None)
    yield Number("money", value, token.start(), end, unit="CNY", bounds=bounds)


def _value(written: str | None) -> Fraction:
    if not written:
        return Fraction(0)
    return digits_value(written) if written.isascii() else Fraction(HAN_DIGITS[written])


def _voucher(_text: str, token: re.Match[str]) -> Iterator[Number]:
    """满100减30, as the two amounts that it names."""
    spent, saved = (
        Number("money", digits_value(token[group]), *token.span(group), unit="CNY")
        for group in ("spent", "saved")
    )
    yield replace(spent, bounds=EXACTLY | {"at_least"})
    yield saved


MONEY_READERS: Readers = MappingProxyType(
    {
        "coins": _coins,
        "fen": _coins,
        "jiao": _coins,
        "yuan": _coins,
        "spent": _voucher,
        "saved": _voucher,
    }
)
