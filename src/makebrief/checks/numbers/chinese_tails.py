"""The units and bounds that stand behind a number in Chinese, and what they make of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from makebrief.checks.numbers.bounds import DURING, bounded_after_counter, chinese_bounds
from makebrief.checks.numbers.chinese_dates import hour_of_day
from makebrief.checks.numbers.numerals import HAN
from makebrief.checks.numbers.reading import EXACTLY, HALF, Bound, Number
from makebrief.checks.numbers.units import (
    CHINESE_CURRENCIES,
    CHINESE_UNITS,
    LATIN_UNITS,
    PARTS_OF_A_YUAN,
)

_UNIT_WORDS = sorted(
    {*CHINESE_UNITS, *CHINESE_CURRENCIES, *LATIN_UNITS}, key=lambda word: (-len(word), word)
)
_CLASSIFIER = (
    "人次|星级|个|项|家|名|位|人|户|次|场|份|处|条|座|所|台|套|辆|件|起|例|批|届|期|部|支|张|本|篇|款|种"
    "|类|层|栋|幢|间|只|头|株|棵|块|段|道|轮|艘|架|列|节|组|队|片|宗|笔|单|门|师|册|颗|盏|眼|口"
    "|孩(?=及?以上)|度(?=及?以[上下])|点|号|方面|领域|举措|措施|任务|行动"
)
TAIL = re.compile(
    r"(?P<points>个?百分点|个点(?![一-龥]))|(?P<percent>%|％)|(?P<mille>‰)|(?P<times>倍)|(?P<doublings>番)"
    r"|(?P<decade>年代)|(?P<plain>周年|年级|年制|世纪|年龄段)"
    r"|个(?P<more_in>[多余])(?:(?P<more_unit>小时|月|星期|世纪|季度|工作日)"
    r"|(?<=多)(?!功能|元|样|媒|边|方|层|种|次|用|渠|维|语|民|领|党|部|云|头|点|年|彩|品|级|项))"
    r"|(?P<half_more>(?:个)?半(?P<half_unit>小时|月|年|世纪|百分点))"
    rf"|(?P<unit>{'|'.join(map(re.escape, _UNIT_WORDS))})(?![A-Za-z])"
    r"|(?P<minutes>分(?=半(?![天年月小]))|分(?=\d{1,2}(?:\.\d+)?秒)|(?<=时\d)分|(?<=时\d\d)分)"
    r"|(?P<month>月份?)|(?P<clock>时(?![期代候段间速])|点(?![^\d整半钟，。、；至到—～前起左开结在）])|(?<=[午日晚早]\d点)|(?<=[午日晚早]\d\d点))"
    rf"|(?P<classifier>{_CLASSIFIER})|(?P<grade>级(?:[甲乙丙特]等)?)",
    re.ASCII,
)
_PERIODS = frozenset({"month", "quarter", "year", "day", "week", "hour", "minute", "century"})
_GROWTH = re.compile(
    r"(?:多|增长|增加|提高|提升|上升|上涨|扩大|增|涨|升|高出|高|多出|提速|加快|快)[了近约超过逾将接不到足差多]*$"
)


def with_tail(
    text: str, value: Fraction, start: int, end: int, after: frozenset[Bound] | None
) -> Iterator[Number]:
    """A number with the unit and the bound that stand after it; `after` is one found already."""
    tail = TAIL.match(text, end)
    number = Number("count", value, start, end)
    if tail:
        number = _unit(text, number, tail)
    else:
        small = value <= 10 or (text[start] in "百千万亿" and end - start == 1)
        among = value > 1 and _AMONG_THE_FIRST.search(text, start - 1, end + 1)
        loose = small and text[start] in HAN and not among
        number = replace(number, optional=loose)
        if loose and 1 < value < 10:
            number = replace(number, others=(replace(number, kind="ordinal"),))
        if number.optional and value < 10 and text.startswith("分", end):
            number = replace(number, others=(replace(number, kind="ratio", value=value / 10),))
    if after is None and text[start] in "百千万" and text[start - 1 : start] == "上":
        after = frozenset({"over", "at_least", ""})
        number = replace(number, optional=False)
    if tail and tail["more_in"]:
        after = frozenset({"over"})
    loose = number.kind == "quantity" and number.unit in _PERIODS
    bounds, last = chinese_bounds(text, start, number.end, after)
    counted = tail is not None and tail.lastgroup in {"classifier", "grade"}
    if counted and tail and bounded_after_counter(text, tail.end()):
        bounds, last = chinese_bounds(text, start, tail.end(), after)
    if loose and bounds == {"nearly"}:
        bounds = frozenset({"nearly", ""})
    if not loose and bounds == DURING:
        bounds, last = EXACTLY, number.end
    if text[last : last + 1] == "级" and bounds == EXACTLY and value >= 100:
        bounds = frozenset({"", "over", "at_least"})
    optional = number.optional and ("" in bounds or number.value != 1 or tail is None)
    others = tuple(replace(each, bounds=bounds) for each in number.others)
    yield replace(number, bounds=bounds, end=last, optional=optional, others=others)


_AMONG_THE_FIRST = re.compile("前.+?[，。；、！）]")
"""A rank among the first ones, to the end of its clause: 进入全省前十。"""


def _unit(text: str, number: Number, tail: re.Match[str]) -> Number:
    """A number in the unit that stands after it."""
    kind, written, end = tail.lastgroup or "", tail.group(), tail.end()
    value, han = number.value, text[number.start] in HAN
    if kind == "unit":
        return _measured(text, number, written, end)
    if kind == "clock":
        return hour_of_day(text, number, end)
    if kind in {"classifier", "grade"}:
        return _counted(text, number, tail)
    if kind == "half_more":
        number = _half_more(number, tail["half_unit"])
    elif kind == "more_unit":
        unit = CHINESE_UNITS.get(tail["more_unit"]) or CHINESE_UNITS["个" + tail["more_unit"]]
        number = replace(number, kind="quantity", unit=unit)
    elif kind == "minutes":
        half = text[end : end + 1] == "半"
        number = replace(number, kind="quantity", value=value + HALF * half, unit="minute")
        end += half
    elif kind == "month" and value in range(1, 13):
        number = replace(number, kind="month")
    elif kind in {"points", "percent"}:
        number = replace(number, kind=kind)
    elif kind == "mille":
        number = replace(number, kind="percent", value=value / 10)
    elif kind in {"times", "doublings", "decade"}:
        number = _multiplied(text, number, kind)
    else:
        century = written == "世纪" and text[end : end + 1].isdigit()
        number = replace(number, optional=century or (han and value == 1))
    return replace(number, end=end)


def _half_more(number: Number, unit: str) -> Number:
    """A number before 半 and its unit: 两个半百分点."""
    number = replace(number, kind="points", value=number.value + HALF)
    if unit == "百分点":
        return number
    key = CHINESE_UNITS.get(unit) or CHINESE_UNITS["个" + unit]
    return replace(number, kind="quantity", unit=key)


def _counted(text: str, number: Number, tail: re.Match[str]) -> Number:
    """A number before a counter word, which is not among its words, or before 级."""
    han = text[number.start] in HAN
    if tail.lastgroup == "grade":
        ordinal = replace(number, kind="ordinal")
        return replace(number, optional=han and number.value <= 10, others=(ordinal,))
    if han and tail.group() in _IN_ORDER:
        number = replace(number, others=(replace(number, kind="ordinal"),))
    single = text[number.start] in "百千万" and tail.start() - number.start == 1
    return replace(number, optional=han and (number.value == 1 or single), end=tail.start())


_IN_ORDER = frozenset("期批轮类")
"""Counter words of things that follow each other: 二期 is the second phase."""


def _multiplied(text: str, number: Number, kind: str) -> Number:
    """A number before 倍, 番 or 年代."""
    if kind == "decade":
        return replace(number, kind="decade", value=number.value % 100)
    if kind == "doublings":
        doubled = Fraction(2) ** min(int(number.value), _MOST_DOUBLINGS)
        return replace(number, kind="multiple", value=doubled, unit="times")
    grown = _GROWTH.search(text, max(0, number.start - 8), number.start)
    return replace(number, kind="multiple", unit="growth" if grown else "times")


_MOST_DOUBLINGS = 64


_LASTING = re.compile("[约近历距]|距今")
"""What stands before a length of time that looks like a year: 距今约2100年."""

_AND_A_HALF = re.compile("半(?![年月天日小个数价径程费票额])")


def _measured(text: str, number: Number, written: str, end: int) -> Number:
    value = number.value
    han = text[number.start] in HAN
    if written in CHINESE_CURRENCIES:
        small = han and value < 10
        currency = CHINESE_CURRENCIES[written]
        number = replace(number, kind="money", unit=currency, end=end, optional=small)
        return replace(number, value=value * PARTS_OF_A_YUAN.get(written, 1))
    dated = written == "年" and not _LASTING.search(text, number.start - 2, number.start)
    if dated and value in range(1900, 2101) and end - number.start == 5:
        return replace(number, kind="year", end=end)
    unit = CHINESE_UNITS.get(written) or LATIN_UNITS[written]
    if _AND_A_HALF.match(text, end):
        number, end = replace(number, value=value + HALF), end + 1
    single = han and (number.value == 1 or text.startswith("百岁", number.start))
    measured = replace(number, kind="quantity", unit=unit, end=end, optional=single)
    if written == "日" and value in range(1, 32):
        day = replace(measured, kind="day", unit="")
        if text.startswith(("内", "以内", "之内"), end) and text[number.start - 1] != "月":
            return measured
        dated = text[number.start - 1 : number.start] in set("月至到和、—-～－–") or text[
            end : end + 1
        ] in set("，前起至")
        return day if dated else replace(day, others=(measured,))
    return measured
