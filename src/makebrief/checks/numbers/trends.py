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

_LAST = frozenset("长加升高涨浮大增降少低跌落滑短缩小窄减到至了近约过超逾足达")
"""What such verbs end with, so that few places are looked at closely."""

_CLAUSE_START = re.compile(r".*(?:[,;:.(] |\b(?:and|while|whereas|but)\b)", re.DOTALL)
_CLAUSE_END = re.compile(r"[,;:)]|\.(?!\d)|\b(?:and|while|whereas|but)\b")
_UP = re.compile(
    r"\b(?:rise[sn]?|rising|rose|increas\w*|grow\w*|grew|gain\w*|climb\w*|up|upwards?|jump\w*"
    r"|surg\w*|expand\w*|enlarg\w*|extend\w*|higher|more|above|add\w*|extra|another|further|rais\w*|widen\w*|broaden\w*"
    r"|better|improv\w*|lift\w*|exceed\w*|surpass\w*)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:fall\w*|fell|drop\w*|decreas\w*|declin\w*|down|downwards?|reduc\w*|cut\w*|lower\w*|less"
    r"|fewer|below|shr[aiu]nk\w*|contract\w*|slow\w*|narrow\w*|off|shed|los[st]\w*|slid\w*|slip\w*"
    r"|dip\w*|short\w*|sav\w*|eas\w*|smaller|negative|minus|halv\w*)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:(?:no |not )?(?:more|less|fewer|higher|lower|shorter) than|above|below|up to) $",
    re.IGNORECASE,
)
"""What bounds a number and says nothing of its way."""

_STEP = re.compile(
    r"\b(?P<word>by|to)(?: (?:more than|over|about|around|nearly|almost|at least|roughly|some"
    r"|approximately|just|only|well|above|below|under|less than))* $",
    re.IGNORECASE,
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
        around = _clause(each.en, english)
        up, down = _UP.search(around), _DOWN.search(around)
        if (moved["up"] and down and not up) or (moved["down"] and up and not down):
            yield each.zh, each.en, "direction"
            continue
        step = _STEP.search(english, max(0, each.en.start - 30), each.en.start)
        if step and (up or down) and (moved["to"] is None) == (step["word"].lower() == "to"):
            yield each.zh, each.en, "by-or-to"


def _clause(number: Number, english: str) -> str:
    """The words round a number, up to the next comma or `and` on either side."""
    before, after = _BOUND.sub("", english[: number.start]), english[number.end :]
    begun, ended = _CLAUSE_START.match(before), _CLAUSE_END.search(after)
    start = before[begun.end() if begun else 0 :]
    return f"{start} {after[: ended.start() if ended else len(after)]}"
