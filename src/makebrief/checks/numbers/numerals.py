"""Numerals into exact values: Chinese characters and English words, with and without digits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

HAN_DIGITS = {
    each: value
    for value, each in enumerate("零一二三四五六七八九")
} | {"〇": 0, "两": 2}  # fmt: skip
HAN_TENS = {"十": 10, "百": 100, "千": 1000}
HAN_SCALES = {"万": 10**4, "亿": 10**8}

DIGITS = r"\d{1,3}(?:,\d{3}){1,9}(?:\.\d{1,9})?|\d{1,30}(?:\.\d{1,9})?"
HAN = "零〇一二三四五六七八九十百千万亿两"
NUMERAL = rf"(?:{DIGITS}|[{HAN}]{{1,24}}(?:点[零〇一二三四五六七八九]{{1,9}})?)"
"""A Chinese numeral as a pattern, in digits or in characters."""

_ROMAN_LETTERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ROMAN = {
    numeral: value
    for value, each in enumerate(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1
    )
    for numeral in (each, chr(ord("Ⅰ") + value - 1))
}
"""Roman numerals, as letters and as characters of their own."""

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
WORD_SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "quadrillion": 10**15, "quintillion": 10**18,
}  # fmt: skip
SMALL_WORDS = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
ORDINAL_WORDS = {word: value for value, word in enumerate(_ORDINALS, 1)} | {
    f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, 2)
}
ORDINAL_SCALES = {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}


def without_long_digits(text: str) -> str:
    """A text without its runs of over 30 digits, which state no number; its length is kept."""
    return _LONG_DIGITS.sub(lambda found: " " * len(found.group()), text)


_LONG_DIGITS = re.compile(r"\d{31,}")


def digits_value(digits: str) -> Fraction:
    """Digits as typed, with or without separators, as an exact value."""
    whole, _, decimals = digits.replace(",", "").partition(".")
    if not decimals:
        return Fraction(int(whole))
    return Fraction(int(whole + decimals), 10 ** len(decimals))


def read_numeral(numeral: str) -> Fraction | None:
    """A Chinese numeral, in digits or in characters, as an exact value."""
    return digits_value(numeral) if numeral[0].isascii() else han_value(numeral)


def han_value(numeral: str) -> Fraction | None:
    """A Chinese numeral as an exact value; None if the characters make no number."""
    whole, _, decimals = numeral.partition("点")
    value = _han_whole(whole)
    if value is None or not decimals:
        return value
    digits = "".join(str(HAN_DIGITS[each]) for each in decimals)
    return value + Fraction(int(digits), 10 ** len(digits))


def _han_whole(numeral: str) -> Fraction | None:
    if len(numeral) > 1 and all(each in HAN_DIGITS for each in numeral):
        positional = len(numeral) == 4 and numeral[0] in "一二"
        digits = "".join(str(HAN_DIGITS[each]) for each in numeral)
        return Fraction(int(digits)) if positional else None
    total, section, digit = 0, 0, -1
    for each in numeral:
        if each in HAN_DIGITS:
            if digit > 0:
                return None
            digit = HAN_DIGITS[each]
        elif each in HAN_TENS:
            section += HAN_TENS[each] * (1 if digit < 0 else digit)
            digit = -1
        else:
            section += max(digit, 0)
            if each == "亿" or not section:
                total = (total + section or 1) * HAN_SCALES[each]
            else:
                total += section * HAN_SCALES[each]
            section, digit = 0, -1
    return Fraction(total + section + max(digit, 0))


def han_pair(numeral: str) -> tuple[str, str] | None:
    """The two neighbours that 三四十 or 七八 name (三十, 四十); None if it names no two."""
    found = _NEIGHBOURS.fullmatch(numeral)
    if not found or numeral[0] not in HAN_DIGITS:
        return None
    prefix, low, high, tail = found.groups()
    if HAN_DIGITS[high] - HAN_DIGITS[low] not in {1, 2} or (low + high) not in _PAIRS:
        return None
    return prefix + low + tail, prefix + high + tail


_PAIRS = frozenset(
    ("一二", "一两", "两三", "二三", "三四", "三五", "四五", "五六", "六七", "七八", "八九")
)
_NEIGHBOURS = re.compile(
    r"((?:[一二三四五六七八九]?十)?)([一二两三四五六七八])([二两三四五六七八九])([十百千万亿]*)"
)


class Spelled(Struct, frozen=True):
    """A number in English words: its value, whether it orders, and where it stands."""

    value: Fraction
    ordinal: bool
    start: int
    end: int


class _Sum:
    """A number in words while it is read: words are added until one no longer fits."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self.total = 0
        self.section = 0
        self.last = 0
        self.ordinal = False

    def take(self, word: str) -> bool:
        """Adds a word; False if it begins a number of its own."""
        if self.ordinal:
            return False
        small = SMALL_WORDS.get(word, ORDINAL_WORDS.get(word, 0))
        if small or word == "zero":
            if not self._fits(small):
                return False
            self.section += small
            self.last = small or 1
        elif word in {"hundred", "hundredth"}:
            self.section = (self.section or 1) * 100
            self.last = 100
        else:
            scale = WORD_SCALES.get(word) or ORDINAL_SCALES[word]
            self.total += (self.section or 1) * scale
            self.section, self.last = 0, scale
        self.ordinal = word in ORDINAL_WORDS or word in ORDINAL_SCALES
        return True

    def _fits(self, small: int) -> bool:
        if not self.last or self.last >= 100:
            return True
        return self.last >= 20 and small < 10


def spelled_numbers(words: Sequence[re.Match[str]]) -> Iterator[Spelled]:
    """The numbers that a run of numeral words names: `two and three` names two."""
    sum_ = None
    joined = False
    for word in words:
        text = word.group().lower()
        if text in {"and", "a"}:
            joined = True
            continue
        separate = joined and sum_ is not None and sum_.last < 100
        if sum_ is None or separate or not sum_.take(text):
            if sum_ is not None:
                yield _spelled(sum_)
            sum_ = _Sum(word.start())
            sum_.take(text)
        joined = False
        sum_.end = word.end()
    if sum_ is not None:
        yield _spelled(sum_)


def _spelled(sum_: _Sum) -> Spelled:
    return Spelled(Fraction(sum_.total + sum_.section), sum_.ordinal, sum_.start, sum_.end)
