"""Periods that a text tells by their end or beginning: by the end of May, since 2021."""

from __future__ import annotations

import re
from collections.abc import Sequence

from makebrief.checks.numbers.reading import Number
from makebrief.content.dates import MONTHS


def told_by_end(span: Number, english: str) -> bool:
    """Whether English tells a span of months by the end of its last: 前五个月, 三季度末."""
    month = MONTHS[int(span.unit) - 1]
    return any(f"{end} {month}" in english for end in ("end of", "30", "31"))


def without_beginnings(
    lost: Sequence[Number], added: Sequence[Number], year: int | None, texts: tuple[str, str]
) -> tuple[list[Number], list[Number]]:
    """What is missed in each language but for years that are told by their first: 三年来.

    That is this year's less as many as there are, which counts this year or does not.
    """
    chinese, english = texts
    missed, extra = list(lost), list(added)
    for span in lost:
        if year is None or span.unit != "year" or not chinese.startswith(_SINCE, span.end):
            continue
        first = {year - span.value, year - span.value + 1}
        for each in added:
            if each.kind == "year" and each.value in first and _begins(each, english):
                missed.remove(span)
                extra.remove(each)
                break
    return missed, extra


def is_month_beside(month: Number, chinese: str, months: Sequence[Number]) -> bool:
    """Whether an English month is the one before, or after, one of the Chinese: 上月, 下月."""
    shift = 1 if _LAST.search(chinese) else -1 if _NEXT.search(chinese) else 0
    beside = [each for each in months if each.kind in {"month", "span"}]
    return shift != 0 and any(_last_of(each) - shift == month.value for each in beside)


def _last_of(number: Number) -> int:
    return int(number.unit) if number.kind == "span" else int(number.value)


_LAST = re.compile("上个?月|前一个?月|环比")
_NEXT = re.compile("下个?月")
_SINCE = ("来", "以来")


def _begins(number: Number, english: str) -> bool:
    return english.endswith(("since ", "Since "), 0, number.start)
