"""The dates, times and parts of a year that a Chinese text states, as Numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from types import MappingProxyType

from msgspec.structs import replace

from makebrief.checks.numbers.numerals import NUMERAL, han_value, read_numeral
from makebrief.checks.numbers.reading import Number, span
from makebrief.checks.numbers.scanning import Readers

DATES = (
    r"(?P<clock>(?<!\d)\d{1,2}:\d{2}(?![\d:]))"
    r"|(?P<timed>\d{1,2}秒\d\d(?!\d))"
    r"|(?P<bracketed>(?<=[〔\[（(])(?:19|20)\d\d(?=[〕\]）)]))"
    r"|(?P<born>(?:[4-9][05]|[01][05])后)"
    r"|(?P<festival>(?<!\d)(?P<in_month>\d{1,2})·(?P<on_day>\d{1,2})(?!\d))"
    r"|(?P<nickname>(?<=[“\"])(?P<nick_month>1?[1-9]|10)(?P<nick_day>[0-3]\d)(?=[”\"]))"
    r"|(?P<half_year>上半年|下半年)|(?P<plan>十[一二三四五]五|[“\"][五六七八九]五[”\"])(?!年|个)"
    rf"|(?<!以)前(?P<first>{NUMERAL})(?P<first_of>个?季度|个?月)"
    r"|(?P<season>(?<![上下这同另每])(?:第?(?P<quarter>[一二三四1-4])|首)季度?)(?![一-龥]{0,1}节)"
)
"""What dates look like, as alternatives of the scanner."""

_AFTERNOON = re.compile(r"(?:下午|晚上?|傍晚|夜间)$")
_MORNING = re.compile(r"(?:上午|早上?|凌晨|清晨|早晨)$")
_MINUTES = re.compile(r"(?:(\d{1,2})分|半)(?!钟)")


def hour_of_day(text: str, number: Number, end: int) -> Number:
    """A number before 时 or 点 with its minutes, as a time of day."""
    minutes = _MINUTES.match(text, end)
    minute = 30 if minutes and minutes[1] is None else int(minutes[1]) if minutes else 0
    if number.value > 24 or number.value.denominator != 1:
        return number
    last = minutes.end() if minutes else end
    read = _time(text, int(number.value), minute, (number.start, last))
    return read if minutes or read.unit else replace(read, others=(replace(number, end=end),))


def _clock(_text: str, token: re.Match[str]) -> Iterator[Number]:
    hour, minute = token.group().split(":")
    yield _time(_text, int(hour), int(minute), token.span())


def _time(text: str, hour: int, minute: int, place: tuple[int, int]) -> Number:
    """A time of day in minutes; its unit says whether the half of the day is known."""
    before = text[max(0, place[0] - 4) : place[0]]
    known = ""
    if _AFTERNOON.search(before) and hour < 12:
        hour, known = hour + 12, "day"
    elif _MORNING.search(before) or hour > 12 or hour == 0:
        known = "day"
    return Number("time", Fraction(hour * 60 + minute), *place, unit=known)


def _timed(_text: str, token: re.Match[str]) -> Iterator[Number]:
    """A runner's time to the hundredth: 9秒98."""
    seconds, hundredths = token.group().split("秒")
    value = int(seconds) + Fraction(int(hundredths), 100)
    yield Number("quantity", value, *token.span(), unit="second")


def _bracketed(_text: str, token: re.Match[str]) -> Iterator[Number]:
    """The year of a document's number or of a title: 清政办发〔2025〕18号."""
    year = Number("year", Fraction(int(token.group())), *token.span())
    yield replace(year, others=(replace(year, kind="count"),))


def _half_year(_text: str, token: re.Match[str]) -> Iterator[Number]:
    low = 1 if token.group()[0] == "上" else 7
    yield span(low, low + 5, *token.span())


def _born(_text: str, token: re.Match[str]) -> Iterator[Number]:
    """Those born since a year: 90后, the post-1990s generation; 95后, born after 1995."""
    short = int(token.group()[:2])
    year = Fraction(short + (1900 if short > 40 else 2000))
    decade = Number("decade", Fraction(short), *token.span())
    yield replace(decade, others=(replace(decade, kind="year", value=year),))


def _festival(_text: str, token: re.Match[str]) -> Iterator[Number]:
    """A day by its month and day: “12·4”."""
    yield Number("month", Fraction(int(token["in_month"])), *token.span())
    yield Number("day", Fraction(int(token["on_day"])), *token.span())


def _nickname(_text: str, token: re.Match[str]) -> Iterator[Number]:
    """A day by its digits: “520” is 20 May, if the English does not say 520."""
    place = token.span()
    month = Number("month", Fraction(int(token["nick_month"])), *place)
    day = Number("day", Fraction(int(token["nick_day"])), *place)
    yield Number("count", Fraction(int(token.group())), *place, parts=(month, day))


def _plan(_text: str, token: re.Match[str]) -> Iterator[Number]:
    """A five-year plan by its number; its years may be added: the tenth began in 2001."""
    number = int(han_value(token.group().strip('“”"')[:-1]) or 0)
    yield Number("ordinal", Fraction(number), *token.span())
    yield Number("quantity", Fraction(5), *token.span(), unit="year", optional=True)
    for year in (1951 + 5 * number, 1955 + 5 * number):
        yield Number("year", Fraction(year), *token.span(), optional=True)


def _first(_text: str, token: re.Match[str]) -> Iterator[Number]:
    value = read_numeral(token["first"])
    months = int(value or 0) * (3 if "季" in token["first_of"] else 1)
    if 1 <= months <= 12:
        yield span(1, months, *token.span())


def _season(_text: str, token: re.Match[str]) -> Iterator[Number]:
    written = token["quarter"]
    quarter = 1 if written is None else int(read_numeral(written) or 1)
    season = span(3 * quarter - 2, 3 * quarter, *token.span())
    if written and token.group() == written + "季":
        season = replace(season, others=(Number("count", Fraction(quarter), *token.span()),))
    yield season


DATE_READERS: Readers = MappingProxyType(
    {
        "clock": _clock, "timed": _timed, "bracketed": _bracketed, "born": _born,
        "festival": _festival, "nickname": _nickname,
        "half_year": _half_year, "plan": _plan, "first_of": _first, "season": _season,
    }
)  # fmt: skip
