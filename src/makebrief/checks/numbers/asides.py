"""Numbers that say again what their sentence has said: the other language need not repeat them."""

from __future__ import annotations

import re

from makebrief.checks.numbers.reading import Number

_INCLUDING = re.compile(r"[（(]不?含本?数?$")
"""75%以上（含75%）: what `at least` says in English."""

_CLAUSE = re.compile(r"[^，。；：！？（）“”]*$")
_BETWEEN = re.compile("[、和及与]|以及")


def said_again(text: str, number: Number) -> bool:
    """Whether a Chinese number repeats a bound, or counts a list that stands before it."""
    before = text[: number.start]
    if _INCLUDING.search(before):
        return True
    return number.kind == "count" and number.value == _items(before)


def _items(before: str) -> int:
    """How many things the end of a text lists: 准入、融资、用地 are three; 0 if it lists none."""
    clause = _CLAUSE.search(before)
    marks = len(_BETWEEN.findall(clause.group())) if clause and "、" in clause.group() else 0
    return marks + 1 if marks else 0
