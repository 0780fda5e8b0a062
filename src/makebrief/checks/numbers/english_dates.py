"""The dates, times and parts of a year that an English text states, as Numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from types import MappingProxyType

from makebrief.checks.numbers.numerals import SMALL_WORDS
from makebrief.checks.numbers.reading import Number, span
from makebrief.checks.numbers.scanning import Readers
from makebrief.content.dates import MONTH, MONTHS, SHORT_MONTHS

_NAMED = rf"(?:{MONTH}|(?:{'|'.join(SHORT_MONTHS)})\b\.?)"
_DAY = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:(?: to | and |, | or |\s?[-–—]\s?| through ){_DAY})*"
_SMALL = "|".join(word for word, value in SMALL_WORDS.items() if 1 < value <= 11)
DATES = (
    r"\b(?P<iso>(?:19|20)\d{2}-\d{2}-\d{2})\b"
    rf"|\b(?P<day_month>{_DAYS}(?: of)? (?-i:{_NAMED}))(?!\w)"
    rf"|\b(?P<month_day>(?-i:{_NAMED}) {_DAYS})\b(?![,.]?\d| ?(?:%|per|[ap]\.?m\b))"
    rf"|\b(?P<months>(?-i:{MONTH})(?: (?:19|20)\d\d)? ?(?:to|through|[-–—]|and) ?(?-i:{MONTH}))\b"
    rf"|\b(?P<month>(?-i:{MONTH}))\b"
    r"|\b(?P<halves>(?P<which_half>first|second)[ -]half|H[12]|[12]H)\b(?!-)"
    r"|\b(?P<quarters>first (?P<some_quarters>two|three|2|3) quarters)\b"
    r"|\b(?P<quarter>(?:first|second|third|fourth|last|final)"
    r"(?: and (?:second|third|fourth))? quarters?|Q[1-4])\b"
    rf"|\bfirst (?P<first_months>{_SMALL}|\d\d?) months\b"
    r"|\b(?P<decade>(?:(?:19|20)\d|[2-9])0s)\b"
    r"|\b(?P<lasted>\d{1,2}:\d{2}(?::\d{2})?\.\d{1,2}|\d{1,2}:\d{2}:\d{2})(?![:\d])"
    r"|\b(?P<clock>\d{1,2}(?:[:.]\d{2})? ?(?:a\.?m\b\.?|p\.?m\b\.?)|\d{1,2}:\d{2}(?![:\d]))"
    rf"|\b(?P<spoken>(?P<hour>one|twelve|{_SMALL})-(?P<minutes>fifteen|thirty|forty-five))\b"
    r"|\b(?P<past>(?P<part>half|(?:a )?quarter) (?P<side>past|to)"
    rf" (?P<past_hour>one|twelve|{_SMALL}))\b"
    r"|\b(?P<noon>(?:12 )?(?:noon|midnight))\b"
    r"|(?<![\d.,$¥€£])(?P<year>(?:19|20)\d\d)(?![\d,.]*\d|[%°]|[ -](?:per|yuan|mu|km|k[WV]|MW"
    r"|tonnes|tons|metres|square|kilo|hectares|million|billion|degrees|thousand))"
)
"""What dates look like, as alternatives of the scanner; month names count their case."""


def _iso(_text: str, token: re.Match[str]) -> Iterator[Number]:
    for kind, part in zip(("year", "month", "day"), token.group().split("-"), strict=True):
        yield Number(kind, Fraction(int(part)), *token.span())  # type: ignore[arg-type]


def _date(_text: str, token: re.Match[str]) -> Iterator[Number]:
    offset = token.start()
    written = token.group()
    for found in re.finditer(r"\d+", written):
        place = (offset + found.start(), offset + found.end())
        yield Number("day", Fraction(int(found.group())), *place)
    month = re.search(_NAMED, written)
    if month:
        place = (offset + month.start(), offset + month.end())
        value = next(at for at, name in enumerate(MONTHS, 1) if name[:3] == month.group()[:3])
        yield Number("month", Fraction(value), *place)


def _months(_text: str, token: re.Match[str]) -> Iterator[Number]:
    found = list(re.finditer(MONTH, token.group()))
    numbers = [
        Number(
            "month",
            Fraction(MONTHS.index(each.group()) + 1),
            token.start() + each.start(),
            token.start() + each.end(),
        )
        for each in found
    ]
    year = re.search(r"(?:19|20)\d\d", token.group())
    if year:
        place = (token.start() + year.start(), token.start() + year.end())
        yield Number("year", Fraction(int(year.group())), *place)
    low, high = (int(each.value) for each in numbers)
    if low < high and not year and " and " not in token.group():
        yield span(low, high, *token.span())
    else:
        yield from numbers


def _month(text: str, token: re.Match[str]) -> Iterator[Number]:
    name = token.group()
    if name == "May" and not _is_month(text, *token.span()):
        return
    if name == "March" and text[token.end() :].startswith((" on ", " forward", " toward")):
        return
    yield Number("month", Fraction(MONTHS.index(name) + 1), *token.span())


def _is_month(text: str, start: int, end: int) -> bool:
    """Whether a May is the month, not a verb, nor a verb with the capital of a title."""
    dated = _DATED.search(text, max(0, start - 12), start) or _YEAR.match(text, end)
    return bool(dated) and not _MODAL.match(text, end)


_DATED = re.compile(
    r"(?:\b(?:in|of|from|to|since|by|late|early|mid|until|till|and|between|during|through|last"
    r"|this|next|every|each|before|after|throughout|following|same|previous|coming)[ -]|[–—,] ?)$",
    re.IGNORECASE,
)
_MODAL = re.compile(r" (?:also|apply|be|have|not|now|only|take|use)\b", re.IGNORECASE)
_YEAR = re.compile(r",? (?:19|20)\d\d|[ -](?:to|through)|[–—]|,")


def _half(_text: str, token: re.Match[str]) -> Iterator[Number]:
    written = token.group().lower()
    low = 1 if written.startswith("first") or "1" in written else 7
    yield span(low, low + 5, *token.span())


def _quarters(_text: str, token: re.Match[str]) -> Iterator[Number]:
    count = 3 if token["some_quarters"].lower() in {"three", "3"} else 2
    yield span(1, 3 * count, *token.span())


def _quarter(_text: str, token: re.Match[str]) -> Iterator[Number]:
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
    for found in re.finditer(r"first|second|third|fourth|last|final|[1-4]", token.group().lower()):
        word = found.group()
        quarter = names.get(word) or int(word)
        number = span(3 * quarter - 2, 3 * quarter, *token.span())
        yield number


def _first_months(_text: str, token: re.Match[str]) -> Iterator[Number]:
    written = token["first_months"].lower()
    months = SMALL_WORDS.get(written) or int(written)
    if 1 <= months <= 12:
        yield span(1, months, *token.span())


def _decade(_text: str, token: re.Match[str]) -> Iterator[Number]:
    yield Number("decade", Fraction(int(token.group()[:-1]) % 100), *token.span())


def _clock(_text: str, token: re.Match[str]) -> Iterator[Number]:
    written = token.group().lower()
    digits = re.findall(r"\d+", written)
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    known = ""
    if "m" in written:
        known = "day"
        hour = hour % 12 + (12 if "p" in written else 0)
    elif hour > 12 or hour == 0:
        known = "day"
    yield Number("time", Fraction(60 * hour + minute), *token.span(), unit=known)


def _lasted(_text: str, token: re.Match[str]) -> Iterator[Number]:
    """How long a runner took: 2:08:17, 2:06.81."""
    parts = list(re.finditer(r"[\d.]+", token.group()))
    for unit, part in zip(("second", "minute", "hour"), reversed(parts), strict=False):
        place = token.start() + part.start(), token.start() + part.end()
        yield Number("quantity", Fraction(part.group()), *place, unit=unit)


def _spoken(_text: str, token: re.Match[str]) -> Iterator[Number]:
    minutes = {"fifteen": 15, "thirty": 30, "forty-five": 45}[token["minutes"].lower()]
    hour = SMALL_WORDS[token["hour"].lower()]
    yield Number("time", Fraction(60 * hour + minutes), *token.span())


def _past(_text: str, token: re.Match[str]) -> Iterator[Number]:
    """Half past four, a quarter to nine."""
    minutes = 30 if token["part"].lower() == "half" else 15
    hour = 60 * SMALL_WORDS[token["past_hour"].lower()]
    value = hour + (minutes if token["side"].lower() == "past" else -minutes)
    yield Number("time", Fraction(value), *token.span())


def _noon(_text: str, token: re.Match[str]) -> Iterator[Number]:
    written = token.group().lower()
    minutes = 720 if written.endswith("noon") else 0
    spoken = not written[0].isdigit()
    yield Number("time", Fraction(minutes), *token.span(), unit="day", optional=spoken)


def _year(_text: str, token: re.Match[str]) -> Iterator[Number]:
    value = Fraction(int(token.group()))
    yield Number("year", value, *token.span(), others=(Number("count", value, *token.span()),))


DATE_READERS: Readers = MappingProxyType(
    {
        "iso": _iso, "day_month": _date, "month_day": _date, "months": _months, "month": _month,
        "halves": _half, "quarters": _quarters, "quarter": _quarter,
        "first_months": _first_months, "decade": _decade, "lasted": _lasted, "clock": _clock,
        "spoken": _spoken,
        "past": _past, "noon": _noon, "year": _year,
    }
)  # fmt: skip
