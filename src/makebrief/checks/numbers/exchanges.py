"""Numbers that both texts state, but that seem to have changed places in the English.

Translators change the order of numbers when the sentence wants it: 3批120名干部 is 120 officials in
three groups. They do not do so between statements that stand side by side in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.twins import DATES, Twins

_SIDE_BY_SIDE = re.compile("[，；。、和及与]")
_PART = "其中"
_RISEN_FROM = re.compile("[由从][^，；。]*$")
_COORDINATED = re.compile(r"(?:, |; |\. |\b(?:and|while|whereas|but)\b)(?P<last>[^,;]*)$")
_DEPENDENT = re.compile(
    r"\b(?:in|from|among|against|than|across|with|within|compared|aged"
    r"|(?<!rise )(?<!increase )(?<!growth )(?<!fall )(?<!drop )(?<!decrease )of)\b"
)
"""Words by which one number depends on another: 470 km long with 12 stations."""

_WHEN = re.compile(
    r"\b(?:in|on|by|from|of|until|since)(?: (?:early|late|the end of))?[ -](?:mid-)?$"
)
"""What stands before a date, whatever it depends on."""

_PART_ENGLISH = re.compile(r"\b(?:includ\w+|(?:of|among) (?:which|whom|them|these))\b")
_OF_ALL = re.compile(r"\bof (?:the |these |its |a total of )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom(?: [a-z]+){0,2} $")
_TO = re.compile(r" to(?: [a-z]+){0,2} $")


def find_exchanged(
    twins: Sequence[Twins], chinese: str, english: str
) -> Iterator[tuple[Number, Number]]:
    """Each Chinese number with the English one that stands in its place."""
    if len(twins) < 2:
        return
    ordered = sorted(twins, key=lambda each: (each.zh.kind, each.zh.unit, each.zh.start))
    for _, group in groupby(ordered, key=lambda each: (each.zh.kind, each.zh.unit)):
        alike = list(group)
        for one, next_ in pairwise(alike):
            if one.en.start > next_.en.start and _are_exchanged(one, next_, chinese, english):
                yield one.zh, next_.en


def _are_exchanged(one: Twins, next_: Twins, chinese: str, english: str) -> bool:
    """Whether two numbers stand side by side in both languages, in different orders."""
    between = chinese[one.zh.end : next_.zh.start]
    between_english = english[next_.en.end : one.en.start]
    if not _SIDE_BY_SIDE.search(between):
        return bool(
            _RISEN_FROM.search(chinese, 0, one.zh.start)
            and _FROM.search(english, 0, next_.en.start)
            and _TO.search(between_english)
        )
    if _PART in between and not (
        _PART_ENGLISH.search(between_english) or _OF_ALL.search(english, 0, next_.en.start)
    ):
        return False
    coordinated = _COORDINATED.search(between_english)
    if coordinated is None:
        return False
    last = coordinated["last"]
    if one.zh.kind in DATES:
        last = _WHEN.sub("", last)
    return not _DEPENDENT.search(last)
