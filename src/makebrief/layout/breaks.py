"""Where a line may end: the pair table of L1, L2 and L4, and what L3 keeps together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import compress, count
from operator import add
from types import MappingProxyType

from msgspec import Struct

from makebrief.layout.numbers import inside_numbers, inside_written_out

_ALL = "HOCMPDEJocmuphNLSB/wf"

NEVER_AT_START = frozenset("CMPJDEcmuhw/BSf")
"""Classes that no line starts with (L1, L2); a hyphen, slash or space stays with what it ends,
the mark of a footnote with what it explains."""

NEVER_AT_END = frozenset("OopB/")
"""Classes that no line ends with (L1, L2), and what precedes a number (L3)."""

_WORD = frozenset("LNmucw")


def _may_break(before: str, after: str) -> bool:
    if after in NEVER_AT_START or before in NEVER_AT_END:
        return False
    if before == "S":
        return True
    if before == "h":
        return after in "LHOo"
    return not (before in _WORD and after in "LNpo")


_LEGAL = frozenset(a + b for a in _ALL for b in _ALL if _may_break(a, b))

PENALTIES: Mapping[str, float] = MappingProxyType(
    {
        "hyphen": 50.0,  # L4: inside an English word
        "hyphens": 90.0,  # L4: in a row
        "end": 6000.0,  # L4: the end of a word alone on the last line
        "space": 2000.0,  # L3: `RMB 13.522`, `13.522 billion` at its space
        "unit": 2500.0,  # L3: `135.22亿元` before its unit
        "range": 3000.0,  # L3: `2021—2035年` at its dash, if nothing else serves
        "runt": 90.0,  # L9: a last line shorter than the indent of the first
        "numeral": 150.0,  # L3: `十二项`, a number written out
        "forced": 9000.0,  # no break is legal: between any two characters
        "lone": 1e6,  # L9: one character on the last line
    }
)
"""What a break costs beside the looseness of its line, where a line of full stretch costs 100."""

_DASHES = frozenset("—–～~-")
_SPACED_ENDS = re.compile(r"(?<=[Oo])S+|S+(?=[CMPJcmu])")
_LEADING_HYPHEN = re.compile(r"(?:^|(?<=[\s(\[{（“‘]))[-‐–](?=\S)")
_URL = re.compile(r"(?:https?://|www\.)[!-~]+")
_URL_BREAK = re.compile(r"(?<=[/.?&=-])(?=[A-Za-z0-9%])")


class Breaks(Struct, frozen=True):
    """The offsets, in order, at which a new line may begin, and those where only at a price.

    `whole` are all offsets inside what L3 keeps together, where no word is divided either; `dear`
    are legal ones at which a line costs more.
    """

    legal: list[int]
    held: Mapping[int, float]
    whole: frozenset[int] = frozenset()
    dear: Mapping[int, float] = {}

    @property
    def dashes(self) -> Mapping[int, float]:
        """Of those at a price the ones after the dash of a range."""
        return {at: price for at, price in self.held.items() if price == PENALTIES["range"]}


def find_breaks(text: str, classes: str) -> Breaks:
    """Where new lines may begin, and what parting a number from its own would cost (L3)."""
    pairs = map(add, classes, classes[1:])
    legal = list(compress(count(1), map(_LEGAL.__contains__, pairs)))
    joined = _joined(text, classes)
    if joined:
        legal = [at for at in legal if at not in joined]
    held: dict[int, float] = {}
    inside: frozenset[int] = frozenset()
    if "N" in classes or "第" in text:
        inside = inside_numbers(text)
        held = {at: _price(text, at) for at in legal if at in inside}
        if held:
            legal = [at for at in legal if at not in held]
    if "/" in text or "www." in text:
        legal = _with_addresses(text, legal)
    dear = dict.fromkeys(inside_written_out(text), PENALTIES["numeral"])
    return Breaks(legal, held, inside, dear)


def _joined(text: str, classes: str) -> set[int]:
    """Offsets that a space or a hyphen joins: inside `( ` and ` )`, behind a leading hyphen."""
    joined: set[int] = set()
    if "S" in classes:
        joined.update(found.end() for found in _SPACED_ENDS.finditer(classes))
    if "h" in classes:
        joined.update(found.end() for found in _LEADING_HYPHEN.finditer(text))
    return joined


def _price(text: str, at: int) -> float:
    if text[at - 1] in _DASHES:
        return PENALTIES["range"]
    return PENALTIES["space" if text[at - 1] == " " else "unit"]


def _with_addresses(text: str, breaks: list[int]) -> list[int]:
    """The breaks with those inside web addresses replaced by the ones that L4 allows there."""
    for address in _URL.finditer(text):
        first, end = address.span()
        inside = {first + at.start() for at in _URL_BREAK.finditer(address.group())}
        allowed = {at for at in inside if text[at - 3 : at] != "://" and at > first + 8}
        breaks = sorted({at for at in breaks if not first < at < end} | allowed)
    return breaks
