"""Numbers that the English relates as they cannot be: parts above their whole, peaks below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.twins import AMOUNTS, Twins

_OF_ALL = re.compile(r" of (?:the|its|our|these|those|all)(?: [a-z]+){0,1} ?$")
_OF_THEM = re.compile(r"(?: [a-z-]+){0,4} of (?:them|these|which|whom)\b")
_WITH_THEM = re.compile(
    r"(?:\b(?:includ|compris)(?:es|ing|ed)\b"
    r"|[,;] (?:[a-z]+ )?(?:of|among) (?:which|whom|them|these)\b)"
    r"(?: [A-Za-z-]+){0,2} ?$"
)
_PEAK = re.compile(r"\b(?:peak|record|maximum|high) of $")


def find_greater_parts(twins: Sequence[Twins], english: str) -> Iterator[tuple[Number, Number]]:
    """Each Chinese number with the English one that seems to stand for the whole or the part."""
    amounts = [each for each in twins if each.zh.kind in AMOUNTS]
    for one, next_ in pairwise(sorted(amounts, key=lambda each: each.en.start)):
        alike = (one.zh.kind, one.zh.unit) == (next_.zh.kind, next_.zh.unit)
        if alike and _is_impossible(one, next_, english):
            yield one.zh, next_.en


def _is_impossible(one: Twins, next_: Twins, english: str) -> bool:
    """Whether two numbers that follow each other in English cannot be what it says they are.

    Where the order is that of the Chinese, only `26 of the 24` is plain enough.
    """
    between = english[one.en.end : next_.en.start]
    falling = one.en.value > next_.en.value
    if falling and _OF_ALL.fullmatch(between):
        return True
    if one.zh.start < next_.zh.start:
        return False
    if falling:
        return _PEAK.search(between) is not None
    return bool(_WITH_THEM.search(between) or _OF_THEM.match(english, next_.en.end))
