"""Numbers that both texts state, but by which one text rises and the other falls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.twins import AMOUNTS, Twins

Doubt = Literal["direction", "by-or-to"]

_MOVED = re.compile(
    "(?:(?P<up>增长|增加|上升|提高|上涨|提升|回升|上浮|上调|偏高|偏多|高出|多出|扩大|增收|增产|增幅|涨幅|升幅|前移|前进|增|涨|升)"
    "|(?P<down>负增长|下降|减少|降低|下跌|回落|下滑|下浮|下调|偏低|偏少|缩短|压缩|缩小|收窄|减收|减产|降幅|跌幅|后移|减|降|跌))"
    "(?P<to>了?(?:到|至|为))?(?:了|近|约|超过|超|逾|不到|不足|高达|达到?)?(?:每[一-龥]{1,3}){0,2}$"
)
"""A Chinese verb right before its number."""

_GOING_ON = re.compile(
    "(?:保持|呈|实现|持续|稳定|稳步|同比)*(?:(?P<up>增长|增加|上升|提高|上涨)|(?P<down>下降|减少|降低|下滑|下跌))(?P<to>(?!))?"
)
"""A Chinese verb behind how long it has gone on: 连续六年下降."""

_TALLY = re.compile(r"[\d一二两三四五六七八九十][升降涨跌增减平]$")
_TALLIED = frozenset("升降涨跌增减平")
"""Verbs that stand behind their numbers, one after the other: 六升两降."""

_COMPARED = re.compile(
    r"(?:(?P<up>(?<!不)(?<!不[得能])[高快多]于[^，。；：！？\d]{1,14}|[比较][^，。；：！？\d]{1,16}[高多快])"
    r"|(?P<down>(?<!不)(?<!不[得能])[低慢少]于[^，。；：！？\d]{1,14}|[比较][^，。；：！？\d]{1,16}[低少慢]))(?P<to>(?!))?(?:[\d.]+[个%]*[和、])*$"
)
"""What one thing is more than, before the number by which it is: 高于全省平均水平, 比上届多."""

_COMPARING = ("于", "比", "较")

_LESSENED = re.compile(
    "(?:减免|减税|减负|减排|减碳|减灾|减费|压减|降费|降本|降碳|降噪)[^，。；：！？]*$"
)
"""What is itself a lessening, in the clause of a number that may rise: 减免项目增至4项."""

_LAST = frozenset(
    "长加升高涨浮大增降少低跌落滑短缩小窄减收产幅移进到至了近约过超逾足达为偏高多少出调人月年户亩次天"
)
"""What such verbs end with, so that few places are looked at closely."""

_CLAUSE_MARKS = (", ", "; ", ": ", ". ", "(", ") ", " and ", " while ", " but ", " whereas ")
_ROSE = frozenset(
    ("rose", "risen", "grew", "grown", "increased", "climbed", "jumped", "surged", "raised",
     "widened", "gained", "expanded", "extended")
)  # fmt: skip
_FELL = frozenset(
    ("fell", "fallen", "dropped", "decreased", "declined", "shrank", "shrunk", "reduced", "lowered",
     "cut", "slowed", "narrowed", "slipped", "contracted", "shortened", "eased")
)  # fmt: skip
_UP = frozenset(
    ("rose", "grew", "up", "upward", "upwards", "more", "above", "extra", "further", "steeper",
     "sharper", "deeper", "larger", "bigger", "wider", "greater", "faster")
)  # fmt: skip
_UP_STEMS = (
    "rise", "rising", "increas", "grow", "gain", "climb", "jump", "surg", "expand", "enlarg",
    "extend", "higher", "add", "another", "rais", "widen", "broaden", "better", "improv", "lift",
    "exceed", "surpass",
)  # fmt: skip
_DOWN = frozenset(
    ("fell", "down", "downward", "downwards", "less", "below", "off", "shed", "minus")
)
_DOWN_STEMS = (
    "fall", "drop", "decreas", "declin", "reduc", "cut", "lower", "fewer", "shrank", "shrink",
    "shrunk", "contracted", "contraction", "slow", "narrow", "lose", "losing", "lost", "slid",
    "slip", "dip", "short", "sav", "eas", "smaller", "negative", "halv",
)  # fmt: skip
_BOUNDS = (
    "more than ", "less than ", "fewer than ", "higher than ", "lower than ", "shorter than ",
    "above ", "below ", "up to ",
)  # fmt: skip
"""What bounds a number and says nothing of its way."""

_BOUND_OF_ANOTHER = re.compile(
    r"\b(?:more|less|fewer) than (?=(?:rmb |us\$|an? )?(?:\d|half|third))"
)
"""What bounds a number before: from less than RMB 200 million."""

_NO_WAY = re.compile(r"\bvalue[- ]added\b|\babove (?:the )?designated size\b")
"""Words of statistics that say no way."""

_OF_AN_AGE = re.compile(r"(?<=\d) (?:and|or) (?:above|over|more|up|below|under|less)\b")
"""What bounds a number before: people aged 60 and above."""

_REACH = 60
"""How many characters before an English number say how it came about."""

_GROWTH = re.compile(r"\bgrowth\b[^,;.:()]* to (?:[a-z]+ )*$", re.IGNORECASE)
"""What says how fast something grows, though the growth itself may fall: growth slowed to 5.4%."""

_AMOUNTING = re.compile(r"\b(?:came|comes|coming|amount(?:ed|s|ing)) to (?:[a-z]+ )*$")
"""What says how much a growth is, not what it led to: the increase came to 5.4%."""

_TOTALLED = re.compile(
    r"\b(?:taking|bringing)\b[^,;.]*\b(?:reduction|decline|increase|rise|growth|drop|fall|decrease"
    r"|total|number)\b[^,;.]* to $"
)
"""What says how much a change is in all: taking the cumulative reduction to 13.8%."""

_MORE = re.compile(r" (?:more|further|additional|other)\b")
"""What is added though it stands behind `to`: extended to 300,000 more people."""

_TIMES = frozenset({"second", "minute", "hour", "day", "week"})
_SOONER = re.compile(r" (?:faster|sooner|earlier|quicker)\b")
"""What says that a time is shorter, though more of something: one minute faster."""

_STEP = (
    r"\b(?P<word>by|to)(?: (?:more than|over|about|around|nearly|almost|at least|roughly|some"
    r"|approximately|just|only|well|above|below|under|less than))* $"
)


def find_turned(
    twins: Sequence[Twins], chinese: str, english: str
) -> Iterator[tuple[Number, Number, Doubt]]:
    """Each Chinese number with the English one that goes the other way, or by it and not to it."""
    for each in twins:
        moved = _moved(chinese, each.zh)
        before = max(0, each.en.start - _REACH), each.en.start
        if moved is None or (moved["up"] and _GROWTH.search(english, *before)):
            continue
        if each.en.unit in _TIMES and _SOONER.match(english, each.en.end):
            continue
        up, down = _course(each.en, english)
        if _is_of_the_average(each, chinese, english):
            up, down = down, up
        lessened = _LESSENED.search(chinese, 0, moved.start())
        fell = moved["up"] and down and not up and not lessened
        if fell or (moved["down"] and up and not down):
            yield each.zh, each.en, "direction"
            continue
        step = re.search(_STEP, english[max(0, each.en.start - 30) : each.en.start].lower())
        verb = moved.end() == each.zh.start and "幅" not in moved.group()
        if step and _is_no_step(each.en, english):
            continue
        if step and verb and (up or down) and (moved["to"] is None) == (step["word"] == "to"):
            yield each.zh, each.en, "by-or-to"


def _is_no_step(number: Number, english: str) -> bool:
    """Whether a `to` or `by` before a number says no course: came to 5.4%, to 300 more people."""
    before = max(0, number.start - 2 * _REACH), number.start
    return bool(
        _AMOUNTING.search(english, *before)
        or _TOTALLED.search(english, *before)
        or _MORE.match(english, number.end)
    )


def _moved(chinese: str, number: Number) -> re.Match[str] | None:
    """The Chinese verb of a number: right before it, or behind the years that it goes on."""
    if number.kind not in AMOUNTS:
        return None
    if number.unit == "year" and chinese.endswith("连续", 0, number.start):
        return _GOING_ON.match(chinese, number.end)
    place = max(0, number.start - 20), number.start
    if chinese[number.start - 1] in _LAST and not _is_tallied(chinese, number):
        found = _MOVED.search(chinese, max(0, number.start - 12), number.start)
        if found:
            return found
    if any(chinese.find(each, *place) >= 0 for each in _COMPARING):
        return _COMPARED.search(chinese, *place)
    return None


def _is_of_the_average(each: Twins, chinese: str, english: str) -> bool:
    """Whether the English says how far the average is off: an average 13.4 points lower."""
    before = english.endswith(("average ", "average was ", "average is "), 0, each.en.start)
    return before and chinese.find("平均", max(0, each.zh.start - 16), each.zh.start) >= 0


def _is_tallied(chinese: str, number: Number) -> bool:
    tallied = chinese[number.end : number.end + 1] in _TALLIED
    return tallied and _TALLY.search(chinese, 0, number.start) is not None


def _course(number: Number, english: str) -> tuple[bool, bool]:
    """Whether a number rises, and whether it falls; `, by 1.9%` does what is said before it."""
    clause = _clause(number, english)
    ways = _ways(clause.split())
    if any(ways) or not clause.startswith("by "):
        return ways
    return ways_of(english[: number.start].rpartition(",")[0])


def ways_of(english: str) -> tuple[bool, bool]:
    """Whether the last clause of a text says that something rises, and that something falls."""
    words = _last_clause(english.lower()).split()
    return _ways([word for word in words if not word.startswith(_FOR_THE_BETTER)])


_FOR_THE_BETTER = ("improv", "better", "upgrad", "optimi")
"""Words of changes that may be upwards or downwards."""


def _ways(words: list[str]) -> tuple[bool, bool]:
    """Whether words rise, and whether they fall; by the verbs that say so, or else by any word."""
    verbs = not _ROSE.isdisjoint(words), not _FELL.isdisjoint(words)
    if any(verbs):
        return verbs
    up = any(word in _UP or word.startswith(_UP_STEMS) for word in words)
    return up, any(word in _DOWN or word.startswith(_DOWN_STEMS) for word in words)


def _clause(number: Number, english: str) -> str:
    """The words round a number, up to the next comma or `and` on either side, in small letters."""
    before = _OF_AN_AGE.sub("", english[: number.start].lower())
    after = _OF_AN_AGE.sub("", english[number.end :].lower())
    for bound in _BOUNDS:
        before = before.removesuffix(bound)
    before = _NO_WAY.sub(" ", _BOUND_OF_ANOTHER.sub(" ", before))
    after = _NO_WAY.sub(" ", after)
    ends = [at for mark in _CLAUSE_MARKS if (at := f"{after} ".find(mark)) >= 0]
    return f"{_last_clause(before)} {after[: min(ends, default=len(after))].rstrip('.')}"


def _last_clause(text: str) -> str:
    starts = [at + len(mark) for mark in _CLAUSE_MARKS if (at := text.rfind(mark)) >= 0]
    return text[max(starts, default=0) :]
