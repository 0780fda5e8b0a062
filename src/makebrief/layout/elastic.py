"""What a line can give and take: CLREQ's order of shrinking and of stretching (L8)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import accumulate, compress, count
from operator import add
from types import MappingProxyType

from msgspec import Struct

from makebrief.messages import Language

HAN_LATIN_GAP = 0.25
"""The space between Han and Latin, in em (L7)."""

LEAST_GAP = 0.125
"""What it shrinks to (L7)."""

WIDEST_SPACE = 0.5
"""What a word space, and the gap between Han and Latin, stretch to before all else does (L8)."""

NARROWEST_SPACE: Mapping[Language, float] = MappingProxyType({"zh": 0.25, "en": 0.2})
"""What a word space shrinks to: by L8 in Chinese text, by the custom of English in English."""

SHRINK_RANKS: Mapping[str, int] = MappingProxyType(
    {"S": 0, "J": 1, "O": 2, "C": 2, "M": 3, "joint": 4, "P": 5}
)
"""The order in which space is taken (L8); the mark at the line's end has given before (L6)."""

_COMFORT = 0.05
"""What each place between Han stretches, in em, before a line looks loose."""

_STRETCHED = frozenset(
    a + b for a in "HOCMPDEJf" for b in "HOCMPDEJ" if a not in "DE" or b not in "DE"
)
"""The pairs of classes between which Chinese text stretches."""

_ROUNDING = 1e-9


class Elastic(Struct, frozen=True):
    """Where a text gives and takes, by the character before the place; all lengths in pt.

    `taken` and `given` are sums over the characters before an index: what lines can shrink, and
    what they can stretch in comfort.
    """

    shrinks: list[tuple[int, int, float]]
    spaces: list[tuple[int, float]]
    joints: list[tuple[int, float]]
    between: list[int]
    taken: list[float]
    given: list[float]


class Adjustment(Struct, frozen=True):
    """What a line adds to its natural spacing, in pt: after some characters, and between Han."""

    moves: Mapping[int, float]
    tracking: float = 0.0


NO_ADJUSTMENT = Adjustment({})


class Material(Struct, frozen=True):
    """What elasticity is found from: classes, gaps and trims by character; lengths in pt."""

    classes: str
    gaps: Mapping[int, float]
    trims: Mapping[int, tuple[float, float]]
    joints: list[tuple[int, float]]
    spaces: list[tuple[int, float]]
    size: float
    language: Language


def find_elastic(material: Material) -> Elastic:
    """The places of a text that shrink and stretch."""
    classes, size = material.classes, material.size
    pairs = map(add, classes, classes[1:])
    between = list(compress(count(), map(_STRETCHED.__contains__, pairs)))
    taken, given = [0.0] * len(classes), [0.0] * len(classes)
    shrinks = sorted(_shrinks(material))
    for at, _, amount in shrinks:
        taken[at] += amount
    comfort = _COMFORT * size
    for at in between:
        given[at] = comfort
    for at, width in (*material.spaces, *material.joints):
        given[at] = max(WIDEST_SPACE * size - width, 0.0)
    return Elastic(
        shrinks=shrinks,
        spaces=material.spaces,
        joints=material.joints,
        between=between,
        taken=list(accumulate(taken, initial=0.0)),
        given=list(accumulate(given, initial=0.0)),
    )


def _shrinks(material: Material) -> Iterable[tuple[int, int, float]]:
    """Place, rank and amount of all that shrinks; marks that are closed up have given (L5)."""
    gaps, size = material.gaps, material.size
    for at, (left, right) in material.trims.items():
        rank = SHRINK_RANKS[material.classes[at]]
        if left and at and gaps.get(at - 1, 0.0) >= 0:
            yield at - 1, rank, left
        if right and gaps.get(at, 0.0) >= 0:
            yield at, rank, right
    least = NARROWEST_SPACE[material.language] * size
    for at, width in material.spaces:
        if width > least:
            yield at, SHRINK_RANKS["S"], width - least
    for at, width in material.joints:
        if width > LEAST_GAP * size:
            yield at, SHRINK_RANKS["joint"], width - LEAST_GAP * size


def needs_adjusting(room: float, justify: bool) -> bool:
    """Whether a line that leaves so much room, in pt, is not as wide as it is to be."""
    return room < -_ROUNDING or (justify and room > _ROUNDING)


def adjust(elastic: Elastic, start: int, end: int, room: float) -> Adjustment:
    """How the line from `start` to `end` takes up what it has too much or too little (L8)."""
    if room < 0:
        return Adjustment(_shrunk(elastic, start, end, -room))
    return _stretched(elastic, start, end, room)


def _shrunk(elastic: Elastic, start: int, end: int, need: float) -> dict[int, float]:
    moves: dict[int, float] = {}
    first, last = _between(elastic.shrinks, start, end)
    places = elastic.shrinks[first:last]
    for rank in sorted({each[1] for each in places}):
        own = [(at, amount) for at, its, amount in places if its == rank]
        share = min(need / sum(amount for _, amount in own), 1.0)
        for at, amount in own:
            moves[at] = moves.get(at, 0.0) - amount * share
        if share < 1.0:
            break
        need -= sum(amount for _, amount in own)
    return moves


def _stretched(elastic: Elastic, start: int, end: int, room: float) -> Adjustment:
    """Word spaces first, then Han beside Latin, each to half an em; the rest is spread evenly."""
    moves: dict[int, float] = {}
    for kind in (elastic.spaces, elastic.joints):
        first, last = _between(kind, start, end)
        own = [(at, elastic.given[at + 1] - elastic.given[at]) for at, _ in kind[first:last]]
        able = sum(amount for _, amount in own)
        share = min(room / able, 1.0) if able > 0 else 0.0
        for at, amount in own:
            moves[at] = amount * share
        room = max(room - able * share, 0.0)
    between = bisect_left(elastic.between, end - 1) - bisect_left(elastic.between, start)
    places = between + len(moves)
    if room <= _ROUNDING or not places:
        return Adjustment(moves)
    even = room / places
    return Adjustment({at: move + even for at, move in moves.items()}, even if between else 0.0)


def _between(
    places: list[tuple[int, float]] | list[tuple[int, int, float]], start: int, end: int
) -> tuple[int, int]:
    """The places inside a line: what follows its last character does not count."""
    return bisect_left(places, (start,)), bisect_left(places, (end - 1,))
