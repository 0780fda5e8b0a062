"""Where a line may end: the pair table of L1, L2 and L4, and what L3 keeps together."""

from __future__ import annotations

import re
from operator import add

_ALL = "HOCMPDEJocmuphNLSB/w"
_NEVER_AT_START = frozenset("CMPJDEcmuhw/BS")
_NEVER_AT_END = frozenset("OopB/")
_WORD = frozenset("LNmucw")


def _may_break(before: str, after: str) -> bool:
    if after in _NEVER_AT_START or before in _NEVER_AT_END:
        return False
    if before == "S":
        return True
    if before == "h":
        return after in "LHOo"
    return not (before in _WORD and after in "LNpo")


_LEGAL = frozenset(a + b for a in _ALL for b in _ALL if _may_break(a, b))

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNIT = (
    "万亿|[万亿元个名家项条件份处场次位届年月日号倍岁吨亩米户人种类期批%％]"
    r"|(?:billion|million|trillion|per cent|percent|percentage|yuan|km|kg|MW|GW|"
    rf"{_MONTHS})\b"
)
_KEPT = re.compile(
    rf"(?:(?:RMB|CNY|USD|No\.|第) ?)?[0-9](?:[0-9.,]*[0-9])?余?[ ]?(?:{_UNIT})+"
    r"|(?:RMB|CNY|USD|No\.|第) ?[0-9][0-9.,]*"
    r"|[0-9]+[—–-][0-9]+年?"
)
_SPACED_ENDS = re.compile(r"(?<=[Oo])S+|S+(?=[CMPJcmu])")
_URL = re.compile(r"(?:https?://|www\.)[!-~]+")
_URL_BREAK = re.compile(r"(?<=[/.?&-])(?=[A-Za-z0-9])")


def legal_breaks(text: str, classes: str) -> list[int]:
    """The offsets, in order, at which a new line may begin (the text's ends left out)."""
    pairs = map(add, classes, classes[1:])
    breaks = [at for at, pair in enumerate(pairs, 1) if pair in _LEGAL]
    held = _held(text, classes)
    if held:
        breaks = [at for at in breaks if at not in held]
    return _with_addresses(text, breaks) if "/" in text else breaks


def _held(text: str, classes: str) -> set[int]:
    """Offsets inside numbers with their units and prefixes (L3), and inside `( ` and ` )`."""
    held: set[int] = set()
    if "N" in classes:
        for found in _KEPT.finditer(text):
            held.update(range(found.start() + 1, found.end()))
    if "S" in classes:
        held.update(found.end() for found in _SPACED_ENDS.finditer(classes))
    return held


def _with_addresses(text: str, breaks: list[int]) -> list[int]:
    """The breaks with those inside web addresses replaced by the ones that L4 allows there."""
    for address in _URL.finditer(text):
        first, end = address.span()
        inside = {first + at.start() for at in _URL_BREAK.finditer(address.group())}
        allowed = {at for at in inside if text[at - 3 : at] != "://" and at > first + 8}
        breaks = sorted({at for at in breaks if not first < at < end} | allowed)
    return breaks
