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
    r"\b(?:includ(?:es|ing|ed)|compris(?:es|ing)|of (?:which|whom)|(?:of|among) (?:them|these))\b"
    r"(?: [A-Za-z-]+){0,2} ?$"
)
_PEAK = re.compile(r"\b(?:peak|record|maximum|high) of $")


def find_greater_parts(twins: Sequence[Twins], english: str) -> Iterator[tuple[Number, Number]]:
    """Each Chinese number with the English one that seems to stand for the whole or the part."""
    for one, next_ in pairwise(sorted(twins, key=lambda each: each.en.start)):
        if _alike(one, next_) and one.en.value != next_.en.value:
            between = english[one.en.end : next_.en.start]
            part_first = one.en.value > next_.en.value and _OF_ALL.fullmatch(between)
            turned = next_.zh.start < one.zh.start and one.en.value < next_.en.value
            behind = _OF_THEM.match(english, next_.en.end) or _WITH_THEM.search(between)
            lower = next_.zh.start < one.zh.start and one.en.value > next_.en.value
            if part_first or (turned and behind) or (lower and _PEAK.search(between)):
                yield one.zh, next_.en


def _alike(one: Twins, next_: Twins) -> bool:
    kind, unit = one.zh.kind, one.zh.unit
    return kind in AMOUNTS and (kind, unit) == (next_.zh.kind, next_.zh.unit)
