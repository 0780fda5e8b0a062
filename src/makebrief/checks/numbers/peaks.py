"""Chinese numbers that are the most or the least, if nothing in the English says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.twins import AMOUNTS, Twins

_CHINESE = re.compile(
    r"(?:最[高多大长远]|上限|至多|封顶)[^，。；、：（）\d]{0,6}$|(?:最[低少小短近]|下限|起步|至少)[^，。；、：（）\d]{0,6}$"
)
_ENGLISH = re.compile(
    r"\b(?:max\w*|min\w*|most|least|peak\w*|top\w*|record|up to|limit\w*|cap|capped|caps|ceiling"
    r"|floor|as (?:much|many|high|far|long|low|few|little|large)|no (?:more|less|fewer|higher|lower"
    r"|longer)|not (?:to )?exceed\w*|within|exceed\w*|only|low|lows?|high|highs?|start\w*"
    r"|some|gust\w*|reach\w*|can|could|may|from|best|worst|just|mere(?:ly)?"
    r"|or (?:less|more)|\w{2,}est)\b",
    re.IGNORECASE,
)
"""Words by which English says that a number is the most or the least, of whatever."""


def find_lost_peaks(
    twins: Sequence[Twins], chinese: str, english: str
) -> Iterator[tuple[Number, Number]]:
    """Each Chinese number that is the most or least, with the English one that is not."""
    if "最" not in chinese or _ENGLISH.search(english):
        return
    for each in twins:
        if each.zh.kind in AMOUNTS and _CHINESE.search(
            chinese, max(0, each.zh.start - 10), each.zh.start
        ):
            yield each.zh, each.en
