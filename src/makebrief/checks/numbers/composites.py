"""Two numbers that say one thing, a date or a document's number, if they are joined otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from makebrief.checks.numbers.reading import Number, words_found
from makebrief.content.dates import MONTH, MONTHS

_DAY_CHINESE = re.compile(r"(?P<month>\d\d?)月(?P<day>\d\d?)[日号]")
_BARE_DAY = re.compile(r"(?<![\d月])(\d\d?)[日号]")
_MONTH = rf"(?P<month>{MONTH})"
_TH = "(?:st|nd|rd|th)?"
_DAY_ENGLISH = re.compile(rf"\b(?P<day>\d\d?){_TH} {_MONTH}\b")
_FIRST_OF_RANGE = re.compile(
    rf"\b(?P<day>\d\d?){_TH}(?:[–—-]| (?:to|and|or|until) )(?:\d\d?){_TH} {_MONTH}\b"
)
_DAY_AMERICAN = re.compile(rf"\b{_MONTH} (?P<day>\d\d?){_TH}\b(?! ?[:%])")
_DAYS_ENGLISH = (_DAY_ENGLISH, _FIRST_OF_RANGE, _DAY_AMERICAN)
_MONTH_CHINESE = re.compile(r"(?P<year>(?:19|20)\d\d)年(?P<month>\d\d?)月")
_MONTH_ENGLISH = re.compile(rf"\b{_MONTH},? (?P<year>(?:19|20)\d\d)\b")
_LINE_CHINESE = re.compile(r"(?P<line>\d+)号线")
_LINE_ENGLISH = re.compile(r"\bLine (?P<line>\d+)\b")
_NUMBER_CHINESE = re.compile(r"[〔\[（(](?P<year>(?:19|20)\d\d)[〕\]）)] ?第?(?P<number>\d+)号")
_NUMBER_ENGLISH = re.compile(r"[〔\[(](?P<year>\d+)[〕\])],? ?No\. ?(?P<number>\d+)")

_Joined = dict[tuple[int, ...], re.Match[str]]
"""What a text joins, by the values of its numbers."""


def find_joined_otherwise(chinese: str, english: str) -> Iterator[tuple[Number, Number]]:
    """Each Chinese date or document number with the English one of the same month or year."""
    if "月" in chinese:
        here = _joined(chinese, ("month", "day"), _DAY_CHINESE)
        there = _joined(english, ("month", "day"), *_DAYS_ENGLISH)
        bare = {int(each) for each in _BARE_DAY.findall(chinese)}
        understood = {each: words for each, words in there.items() if each[1] not in bare}
        yield from _others(here, there, understood)
        here = _joined(chinese, ("year", "month"), _MONTH_CHINESE)
        there = _joined(english, ("year", "month"), _MONTH_ENGLISH)
        if len({year for year, _ in here}) > 1:
            yield from _others(here, there, there)
    if "号线" in chinese:
        here = _joined(chinese, ("line",), _LINE_CHINESE)
        there = _joined(english, ("line",), _LINE_ENGLISH)
        yield from _others(here, there, there)
    if "号" in chinese and "No." in english:
        here = _joined(chinese, ("year", "number"), _NUMBER_CHINESE)
        there = _joined(english, ("year", "number"), _NUMBER_ENGLISH)
        yield from _others(here, there, there)


def _joined(text: str, names: tuple[str, ...], *patterns: re.Pattern[str]) -> _Joined:
    found = chain.from_iterable(pattern.finditer(text) for pattern in patterns)
    return {tuple(_value(each[name]) for name in names): each for each in found}


def _value(words: str) -> int:
    return int(words) if words.isdigit() else MONTHS.index(words) + 1


def _others(here: _Joined, there: _Joined, own: _Joined) -> Iterator[tuple[Number, Number]]:
    """What only the Chinese joins, with what only the English does of `own`, and part of it.

    What has but one part is held against any other.
    """
    added = [pair for pair in own if pair not in here]
    for one in here:
        if one not in there:
            for other in added:
                if len(one) == 1 or not set(one).isdisjoint(other):
                    yield words_found(here[one]), words_found(there[other])
                    return
