"""A shaped text and a measure into lines: the total fit among the legal breaks.

Each line that can be reached is tried once with each place where it may end; of all ways to an
end only the cheapest is kept, as Knuth and Plass have it. Width, shrink and stretch of a line are
differences of sums, and a line has few ends, so that time is linear in the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from heapq import heappop, heappush
from itertools import pairwise
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from makebrief.layout.breaks import NEVER_AT_END, NEVER_AT_START, PENALTIES
from makebrief.layout.shape import Shaped
from makebrief.messages import Language
from makebrief.style.model import TextStyle

_LETTERS = frozenset("HLN")
_TOLERANCE = 1e-6

_LINE = 10.0
_SHRUNK, _LOOSE = 150.0, 100.0
"""What each line costs, and one that uses all its shrink, or all that it stretches in comfort."""

_HOPELESS = 4.0
"""How many times its comfortable stretch makes a line so loose that more hardly matters."""

_TORN = 20.0
"""How many times its comfortable stretch tears a Chinese line open, an em between characters."""

_EVEN = 1.0
"""How loose a line (by its stretch, and in em) is tried at all while closer ones are found."""

_RAG, _STIFF = 4.0, 0.01
"""The comfortable stretch, in em, of a ragged line, and of one with nothing elastic in it."""

_NARROW = 24.0
"""The measure, in em, below which English is ragged: one line in seven would gape."""

_MOST_HYPHENS = 2
_SHORT = 8
_REACH, _BACK = 4.0, 40
"""How far, in em, a line can be shrunk, and how many characters a forced break goes back."""


class Span(Struct, frozen=True):
    """A line's characters, from `start` to `end`, without the spaces at its end."""

    start: int
    end: int
    hyphen: bool = False


_BALANCING_STEPS = 8


class Measure(Struct, frozen=True):
    """The widths in pt of the first and of the other lines, and whether lines are justified."""

    first: float
    rest: float
    justify: bool = True


def own_align(style: TextStyle, language: Language, measure: float) -> str:
    """How a style aligns lines of a measure in pt; narrow English is ragged, rivers are worse."""
    narrow = language == "en" and measure < _NARROW * style.size
    return "left" if narrow and style.align == "justify" else style.align


def balance_lines(shaped: Shaped, measure: Measure) -> list[Span]:
    """The lines of a centred text, as few as the measure allows and as even as they can be (P4)."""
    lines = break_lines(shaped, measure)
    if len(lines) == 1:
        return lines
    wide = measure.rest
    narrow = max(shaped.edges[-1] / len(lines), min(wide, _longest_piece(shaped)))
    for _ in range(_BALANCING_STEPS):
        width = (narrow + wide) / 2
        tried = break_lines(shaped, Measure(width, width, justify=False))
        if len(tried) == len(lines):
            lines, wide = tried, width
        else:
            narrow = width
    return lines


def _longest_piece(shaped: Shaped) -> float:
    """The width in pt below which a word would be cut."""
    stops = [0, *shaped.breaks, len(shaped.text)]
    pieces = ((start, content_end(shaped, start, stop)) for start, stop in pairwise(stops))
    return max(natural_width(shaped, start, end) for start, end in pieces)


def break_lines(shaped: Shaped, measure: Measure) -> list[Span]:
    """The lines of a text; words, then capitalised ones, are divided only if it is loose (L4).

    Where a line gapes or the last one is too short, all ways are tried, so that others share it; if
    one is torn open all the same, a range may break after its dash (L3).
    """
    length = len(shaped.text)
    end = content_end(shaped, 0, length)
    if natural_width(shaped, 0, end) <= measure.first + _TOLERANCE:
        return [Span(0, end)]
    path = _fit(shaped, measure, shaped.breaks, {})
    for capitalised in (False, True):
        if path.forced or (path.bad and measure.justify):
            hyphens = shaped.hyphens(capitalised=capitalised)
            if len(hyphens) > len(path.hyphens):
                widths = {at: shaped.hyphen_width(at) for at in hyphens}
                path = _fit(shaped, measure, sorted({*shaped.breaks, *hyphens}), widths)
    if path.short or path.loosest > _HOPELESS:
        everywhere = _Search(measure.rest / shaped.size)
        path = _fit(shaped, measure, path.breaks, path.hyphens, everywhere)
        if dashes := _dashes_after_torn_lines(shaped, measure, path):
            search = replace(everywhere, dashes=dashes)
            path = _fit(shaped, measure, path.breaks, path.hyphens, search)
    return [
        Span(start, content_end(shaped, start, stop), stop in path.hyphens)
        for start, stop in pairwise(path.stops)
    ]


def _dashes_after_torn_lines(shaped: Shaped, measure: Measure, path: _Path) -> Mapping[int, float]:
    """The dashes of ranges that begin the line after one that is torn open, and their price.

    A line in which nothing stretches is left as it is, and is not torn.
    """
    dashes = shaped.places.dashes
    if not dashes:
        return {}
    given, found = shaped.elastic.given, {}
    for start, stop in pairwise(path.stops[:-1]):
        end = content_end(shaped, start, stop)
        room = (measure.rest if start else measure.first) - natural_width(shaped, start, end)
        if room > _TORN * (given[end - 1] - given[start]) > 0:
            after = bisect_right(shaped.breaks, stop)
            whole = shaped.breaks[after] if after < len(shaped.breaks) else len(shaped.text)
            found.update({at: price for at, price in dashes.items() if stop < at < whole})
    return found


def natural_width(shaped: Shaped, start: int, end: int) -> float:
    """The width of a line in pt, its outer marks trimmed to half width (L6)."""
    if end <= start:
        return 0.0
    width = shaped.edges[end] - shaped.edges[start] - shaped.gaps[end - 1]
    return width - trim_start(shaped, start) - trim_end(shaped, end)


def trim_start(shaped: Shaped, start: int) -> float:
    """What an opening mark gives up at a line's start, but not after an indent (L6)."""
    if (start == 0 and shaped.indented) or shaped.classes[start : start + 1] != "O":
        return 0.0
    return shaped.half[start][0]


def trim_end(shaped: Shaped, end: int) -> float:
    """What a mark gives up at a line's end (L6)."""
    return shaped.half[end - 1][1] if end - 1 in shaped.half else 0.0


def content_end(shaped: Shaped, start: int, stop: int) -> int:
    """Where a line's characters end, if the next one begins at `stop`."""
    while stop > start and shaped.classes[stop - 1] == "S":
        stop -= 1
    return stop


class _Path(Struct, frozen=True):
    """The stops of the cheapest lines, and what is wrong with them."""

    stops: list[int]
    breaks: list[int]
    hyphens: Mapping[int, float]
    bad: bool
    forced: bool
    short: bool
    loosest: float


class _Node(Struct):
    """The cheapest way to a place: what it costs, whence, its hyphens in a row, its looseness."""

    cost: float
    before: int
    hyphens: int
    loosest: float


class _Search(Struct, frozen=True):
    """How loose a line is tried though closer ones are found, in em; which ranges may break."""

    window: float = _EVEN
    dashes: Mapping[int, float] = {}


_CLOSE = _Search()


class _Fit(Struct, frozen=True):
    shaped: Shaped
    measure: Measure
    breaks: list[int]
    hyphens: Mapping[int, float]
    search: _Search
    dear: Mapping[int, float] = {}
    nodes: dict[int, _Node] = {}

    def lines_from(self, start: int, hyphens: int) -> list[tuple[int, float, float]]:
        """Ends of a line: the next start, what the line costs, how loose it is."""
        ends = self._ends(start, self.breaks, hyphens)
        if not ends:
            held = self._held(start, hyphens, self.shaped.places.held)
            return held or [(self._forced(start), PENALTIES["forced"], inf)]
        dashes = self.search.dashes
        return ends + self._held(start, hyphens, dashes) if dashes else ends

    def _held(
        self, start: int, hyphens: int, held: Mapping[int, float]
    ) -> list[tuple[int, float, float]]:
        """Ends inside what L3 keeps together, at their price."""
        ends = self._ends(start, [*held], hyphens)
        return [(stop, price + held[stop], ratio) for stop, price, ratio in ends]

    def _ends(self, start: int, stops: list[int], hyphens: int) -> list[tuple[int, float, float]]:
        """The stops that a line can reach, from the farthest to the first that is too loose."""
        shaped, measure, window = self.shaped, self.measure, self.search.window
        edges, gaps, half, size = shaped.edges, shaped.gaps, shaped.half, shaped.size
        classes, length = shaped.classes, len(shaped.text)
        left = edges[start] + trim_start(shaped, start)
        right = left + (measure.rest if start else measure.first)
        reach = self._past_spaces(bisect_right(edges, right + _REACH * size) - 1)
        ends: list[tuple[int, float, float]] = []
        for at in range(bisect_right(stops, reach) - 1, -1, -1):
            stop = stops[at]
            end = content_end(shaped, start, stop) if classes[stop - 1] == "S" else stop
            if end <= start:
                break
            room = right - edges[end] + gaps[end - 1]
            if end - 1 in half:
                room += half[end - 1][1]
            hyphen = self.hyphens.get(stop, 0.0)
            if hyphen and hyphens >= _MOST_HYPHENS:
                continue
            ratio = self._looseness(start, end, room - hyphen)
            if ratio is None:
                continue
            if ends and ratio > window and room > window * size and stop < length:
                break
            ends.append((stop, self._price(start, stop, end, ratio, hyphens), ratio))
        return ends

    def _looseness(self, start: int, end: int, room: float) -> float | None:
        """What a line uses of its stretch, or below 0 of its shrink; None if it cannot fit."""
        elastic, last, size = self.shaped.elastic, end - 1, self.shaped.size
        if room < -_TOLERANCE:
            give = elastic.taken[last] - elastic.taken[start] if self.measure.justify else 0.0
            return room / give if last > start and room + give >= -_TOLERANCE else None
        if not self.measure.justify:
            return room / (_RAG * size)
        return room / (elastic.given[last] - elastic.given[start] + _STIFF * size)

    def _price(self, start: int, stop: int, end: int, ratio: float, hyphens: int) -> float:
        """What a line costs by its looseness and by how it ends."""
        if ratio < 0:
            price = _SHRUNK * -ratio * ratio * ratio
        elif stop == len(self.shaped.text):
            return self.price_of_last(start, end)
        else:
            price = _LOOSE * (ratio**3 if ratio < _HOPELESS else _HOPELESS**2 * ratio)
        if stop in self.dear:
            price += self.dear[stop]
        if stop in self.hyphens:
            return price + PENALTIES["hyphens" if hyphens else "hyphen"]
        if stop == len(self.shaped.text):
            return price + self.price_of_last(start, end)
        return price

    def price_of_last(self, start: int, end: int) -> float:
        """What a last line costs that is too short: one character (L9), the end of a word (L4).

        One that ends before the first line begins is a fault too, though a small one.
        """
        if not start:
            return 0.0
        if self._lone(start, end):
            return PENALTIES["lone"]
        if start in self.hyphens and "S" not in self.shaped.classes[start:end]:
            return PENALTIES["end"]
        indent = self.measure.rest - self.measure.first
        runt = natural_width(self.shaped, start, end) < indent - _TOLERANCE
        return PENALTIES["runt"] if runt else 0.0

    def _lone(self, start: int, end: int) -> bool:
        """Whether a line is one character, with marks or without (L9)."""
        if end - start > _SHORT:
            return False
        return sum(name in _LETTERS for name in self.shaped.classes[start:end]) <= 1

    def _forced(self, start: int) -> int:
        """A break where none is legal: inside what is wider than the measure, at the last place."""
        shaped = self.shaped
        width = self.measure.rest if start else self.measure.first
        limit = shaped.edges[start] + trim_start(shaped, start) + width + _TOLERANCE
        reach = min(bisect_right(shaped.edges, limit), len(shaped.text))
        fitting = [
            stop
            for stop in range(reach, max(start + 1, reach - _BACK), -1)
            if natural_width(shaped, start, stop) <= width + _TOLERANCE
        ]
        for stop in fitting:
            after = shaped.classes[stop : stop + 1]
            if after not in NEVER_AT_START and shaped.classes[stop - 1] not in NEVER_AT_END:
                return stop
        return self._past_spaces(fitting[0] if fitting else start + 1)

    def _past_spaces(self, at: int) -> int:
        classes = self.shaped.classes
        while classes[at : at + 1] == "S":
            at += 1
        return at


def _fit(
    shaped: Shaped,
    measure: Measure,
    breaks: list[int],
    hyphens: Mapping[int, float],
    search: _Search = _CLOSE,
) -> _Path:
    """The cheapest lines among the given breaks."""
    length = len(shaped.text)
    stops = breaks if breaks and breaks[-1] == length else [*breaks, length]
    fit = _Fit(shaped, measure, stops, hyphens, search, shaped.places.dear)
    nodes = fit.nodes
    nodes[0] = _Node(0.0, -1, 0, 0.0)
    open_places = [0]
    while open_places:
        start = heappop(open_places)
        if start == length:
            break
        node = nodes[start]
        for stop, bad, ratio in fit.lines_from(start, node.hyphens):
            total = node.cost + (_LINE + bad) ** 2
            other = nodes.get(stop)
            if other is None:
                heappush(open_places, stop)
            elif other.cost <= total:
                continue
            in_a_row = node.hyphens + 1 if stop in hyphens else 0
            loose = ratio if stop < length or ratio == inf else 0.0
            nodes[stop] = _Node(total, start, in_a_row, max(node.loosest, loose))
    return _path(fit, stops)


def _path(fit: _Fit, breaks: list[int]) -> _Path:
    place = len(fit.shaped.text)
    loosest = fit.nodes[place].loosest
    stops = [place]
    while place:
        place = fit.nodes[place].before
        stops.append(place)
    stops.reverse()
    end = content_end(fit.shaped, stops[-2], stops[-1])
    short = len(stops) > 2 and fit.price_of_last(stops[-2], end) > 0
    return _Path(
        stops,
        breaks,
        fit.hyphens,
        bad=loosest > _EVEN or short,
        forced=loosest == inf,
        short=short,
        loosest=loosest if fit.measure.justify and loosest < inf else 0.0,
    )
