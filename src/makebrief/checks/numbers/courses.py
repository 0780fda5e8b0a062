"""Courses that the English tells backwards: raised from seven to three, 45%, up from 63%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.trends import ways_of
from makebrief.checks.numbers.twins import AMOUNTS, Twins

_FROM = re.compile(r"\bfrom (?:[a-z]+ ){0,2}$")
_TO = re.compile(r"[^.;:]{0,60} to (?:[a-z]+ ){0,3}$")
_TO_ANOTHER = re.compile(r" to \d")
"""What shows that a range stands between: from 35 to 64 to those aged 30."""

_WAY_FROM = re.compile(
    r"(?<!come )(?<!came )(?<!gone )(?<!went )(?<!brought )(?<!cut )"
    r"\b(?P<way>up|down) from (?:[a-z]+ ){0,2}$"
)


def find_backwards(twins: Sequence[Twins], english: str) -> Iterator[tuple[Number, Number]]:
    """Each Chinese number with the English one to which a course leads the wrong way."""
    amounts = [each for each in twins if each.en.kind in AMOUNTS]
    for one, next_ in pairwise(sorted(amounts, key=lambda each: each.en.start)):
        if (one.en.kind, one.en.unit) != (next_.en.kind, next_.en.unit):
            continue
        between = english[one.en.end : next_.en.start]
        rises = one.en.value < next_.en.value
        if way := _WAY_FROM.search(between):
            if (way["way"] == "up") == rises:
                yield next_.zh, next_.en
        elif (
            _TO.fullmatch(between)
            and not _TO_ANOTHER.search(between)
            and (start := _FROM.search(english, 0, one.en.start))
        ):
            up, down = ways_of(english[: start.start()])
            if up != down and up != rises:
                yield next_.zh, next_.en
