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
    r"\b(?:max\w*|min(?:imum|imal)|most|least|peak\w*|top\w*|record|up to|limit\w*|cap|capped|caps"
    r"|ceiling|floor|as (?:much|many|high|far|long|low|few|little|large)|no (?:more|less|fewer"
    r"|higher|lower|longer)|not (?:to )?exceed\w*"
    r"|within|exceed\w*|only|low|lows?|high|highs?|start\w*"
    r"|gust\w*|reach|from|worst|just|mere(?:ly)?|in some|or (?:less|more)"
    r"|(?!(?:in|inter|requ|re|for|harv|prot|cont|gu|mod|hon|arr|ear|north-?w|south-?w)est\b)\w{2,}est"
    r"|best)\b",
    re.IGNORECASE,
)
"""Words by which English says that a number is the most or the least, in the part that says it."""

_PART_MARK = re.compile(r"[.;](?= |$)")


def find_lost_peaks(
    twins: Sequence[Twins], chinese: str, english: str
) -> Iterator[tuple[Number, Number]]:
    """Each Chinese number that is the most or least, with the English one that is not."""
    if "最" not in chinese:
        return
    for each in twins:
        if each.zh.kind not in AMOUNTS:
            continue
        peak = _CHINESE.search(chinese, max(0, each.zh.start - 10), each.zh.start)
        if peak and not _ENGLISH.search(_part_round(each.en, english)):
            yield each.zh, each.en


def _part_round(number: Number, english: str) -> str:
    """The part of a text round a number, between full stops and semicolons."""
    before = english[: number.start]
    start = max(before.rfind(". "), before.rfind("; "), -1) + 1
    after = _PART_MARK.search(english, number.end)
    return english[start : after.start() if after else len(english)]
