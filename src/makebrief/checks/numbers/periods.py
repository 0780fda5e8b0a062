"""Periods that a text tells by their end or beginning: by the end of May, since 2021."""

from __future__ import annotations

from collections.abc import Sequence

from makebrief.checks.numbers.english_dates import MONTHS
from makebrief.checks.numbers.reading import Number


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


_SINCE = ("来", "以来")


def _begins(number: Number, english: str) -> bool:
    return english.endswith(("since ", "Since "), 0, number.start)
