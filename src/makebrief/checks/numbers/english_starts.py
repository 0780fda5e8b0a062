"""The places of an English text where a number can begin, found before it is looked at closely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from makebrief.checks.numbers.numerals import (
    ORDINAL_SCALES,
    ORDINAL_WORDS,
    SMALL_WORDS,
    WORD_SCALES,
)
from makebrief.checks.numbers.units import CURRENCY_SIGNS
from makebrief.content.dates import MONTHS, SHORT_MONTHS

_FIRST_WORDS = frozenset(
    {
        *SMALL_WORDS, *ORDINAL_WORDS, *ORDINAL_SCALES, *WORD_SCALES, "hundred",
        *(f"{word}fold" for word in SMALL_WORDS),
        *(month.lower() for month in (*MONTHS, *SHORT_MONTHS)),
        "half", "halves", "quarter", "quarters", "thirds", "a", "an", "h", "q", "last", "final",
        "dozen", "dozens", "decade", "century", "fortnight", "hundreds", "thousands", "millions",
        "billions", "tens", "scores", "several", "few", "many", "some", "double", "doubles",
        "doubled", "doubling", "triple", "triples", "tripled", "tripling", "quadruple",
        "quadruples", "quadrupled", "quadrupling", "treble", "trebled", "quintupled", "once",
        "twice", "year", "month", "hour", "week", "day",
        "under", "over", "no", "noon", "midnight", "grade",
        "class", "level", "category", "phase", "type",
        "tier", "stage", "part", "volume", "group", "batch", "zone", "grades", "levels", "phases",
        "categories", *(f"{word}ly" for word in ORDINAL_WORDS),
    }
)  # fmt: skip
"""The words that a number can begin with, in small letters."""

_SIGNS = frozenset(CURRENCY_SIGNS) | {"A" * count for count in range(2, 6)}
_CODED = frozenset("0123456789-$")
_WORD = re.compile(r"[A-Za-z]+|(?<![\w.])\d|[¥￥$€£]")


def find_starts(text: str) -> Iterator[int]:
    """Where the words, digits and signs stand that can be the first of a number."""
    for found in _WORD.finditer(text):
        if _begins(found.group()) or text[found.end() : found.end() + 1] in _CODED:
            yield found.start()


@lru_cache(maxsize=10_000)
def _begins(word: str) -> bool:
    """Whether a word, digit or sign can be the first of a number."""
    return not word[0].isalpha() or word.lower() in _FIRST_WORDS or word in _SIGNS
