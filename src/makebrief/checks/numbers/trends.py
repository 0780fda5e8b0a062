"""Numbers that both texts state, but by which one text rises and the other falls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.twins import AMOUNTS, Twins

Doubt = Literal["direction", "by-or-to"]

_MOVED = re.compile(
    "(?:(?P<up>增长|增加|上升|提高|上涨|提升|回升|上浮|扩大|增|涨)"
    "|(?P<down>负增长|下降|减少|降低|下跌|回落|下滑|下浮|缩短|压缩|缩小|收窄|减|降))"
    "(?P<to>了?(?:到|至))?(?:了|近|约|超过|超|逾|不到|不足|高达)?$"
)
"""A Chinese verb right before its number."""

_LESSENED = re.compile(
    "(?:减免|减税|减负|减排|减碳|减灾|减费|压减|降费|降本|降碳|降噪)[^，。；：！？]*$"
)
"""What is itself a lessening, in the clause of a number that may rise: 减免项目增至4项."""

_LAST = frozenset("长加升高涨浮大增降少低跌落滑短缩小窄减到至了近约过超逾足达")
"""What such verbs end with, so that few places are looked at closely."""

_CLAUSE_MARKS = (", ", "; ", ": ", ". ", "(", ") ", " and ", " while ", " but ", " whereas ")
_UP = frozenset(("rose", "grew", "up", "upward", "upwards", "more", "above", "extra", "further"))
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
    "shrunk", "contract", "slow", "narrow", "los", "slid", "slip", "dip", "short", "sav", "eas",
    "smaller", "negative", "halv",
)  # fmt: skip
_BOUNDS = (
    "more than ", "less than ", "fewer than ", "higher than ", "lower than ", "shorter than ",
    "above ", "below ", "up to ",
)  # fmt: skip
"""What bounds a number and says nothing of its way."""

_OF_AN_AGE = re.compile(r"(?<=\d) (?:and|or) (?:above|over|more|up|below|under|less)\b")
"""What bounds a number before: people aged 60 and above."""

_STEP = (
    r"\b(?P<word>by|to)(?: (?:more than|over|about|around|nearly|almost|at least|roughly|some"
    r"|approximately|just|only|well|above|below|under|less than))* $"
)


def find_turned(
    twins: Sequence[Twins], chinese: str, english: str
) -> Iterator[tuple[Number, Number, Doubt]]:
    """Each Chinese number with the English one that goes the other way, or by it and not to it."""
    for each in twins:
        if chinese[each.zh.start - 1] not in _LAST or each.zh.kind not in AMOUNTS:
            continue
        moved = _MOVED.search(chinese, max(0, each.zh.start - 8), each.zh.start)
        if moved is None:
            continue
        words = _clause(each.en, english).split()
        up = any(word in _UP or word.startswith(_UP_STEMS) for word in words)
        down = any(word in _DOWN or word.startswith(_DOWN_STEMS) for word in words)
        lessened = _LESSENED.search(chinese, 0, moved.start())
        fell = moved["up"] and down and not up and not lessened
        if fell or (moved["down"] and up and not down):
            yield each.zh, each.en, "direction"
            continue
        step = re.search(_STEP, english[max(0, each.en.start - 30) : each.en.start].lower())
        if step and (up or down) and (moved["to"] is None) == (step["word"] == "to"):
            yield each.zh, each.en, "by-or-to"


def _clause(number: Number, english: str) -> str:
    """The words round a number, up to the next comma or `and` on either side, in small letters."""
    before = _OF_AN_AGE.sub("", english[: number.start].lower())
    after = _OF_AN_AGE.sub("", english[number.end :].lower())
    for bound in _BOUNDS:
        before = before.removesuffix(bound)
    starts = [at + len(mark) for mark in _CLAUSE_MARKS if (at := before.rfind(mark)) >= 0]
    ends = [at for mark in _CLAUSE_MARKS if (at := f"{after} ".find(mark)) >= 0]
    return (
        f"{before[max(starts, default=0) :]} {after[: min(ends, default=len(after))].rstrip('.')}"
    )
