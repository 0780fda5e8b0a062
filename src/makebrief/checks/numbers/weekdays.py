"""The days of the week that two texts name, if they are not the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from makebrief.checks.numbers.reading import Number, words_found

_HAN_DAYS = "一二三四五六日天"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CHINESE = (
    rf"(?:星期|礼拜|(?<![\d一两二三四五六七八九十百半几数双])周)(?P<day>[{_HAN_DAYS}])"
    "(?![次场天小个岁期班回均报常])"
)
"""每周三 is every Wednesday; 一周三次 and 每周三次 are three times a week."""

_ENGLISH = rf"\b(?P<day>{'|'.join(_DAYS)})s?\b"


def find_other_weekday(chinese: str, english: str) -> Iterator[tuple[Number, Number]]:
    """The first day of the week that only the Chinese names, with the first only in English."""
    here = [(min(_HAN_DAYS.index(each["day"]), 6), each) for each in re.finditer(_CHINESE, chinese)]
    there = [(_DAYS.index(each["day"]), each) for each in re.finditer(_ENGLISH, english)]
    only_here = [each for day, each in here if day not in {other for other, _ in there}]
    only_there = [each for day, each in there if day not in {other for other, _ in here}]
    if only_here and only_there:
        yield words_found(only_here[0]), words_found(only_there[0])
