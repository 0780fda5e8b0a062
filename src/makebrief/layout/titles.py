"""The lines of a title: broken by sense, into a trapezoid or a diamond (P4)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from makebrief.document.model import Text
from makebrief.layout.lines import Measure, Span, balance_lines, break_lines, content_end
from makebrief.layout.lines import natural_width as line_width
from makebrief.layout.senses import Title, sense_prices
from makebrief.layout.shape import Shaped

_MOST_LINES = 5
_MOST_WAYS = 20_000
_UNEVEN, _EQUAL, _WAIST, _LONE = 100.0, 30.0, 250.0, 400.0
"""What costs: a short line beside the widest, lines of one width, a waist, a word alone."""

_DEEP = 4.0
"""How much narrower than both its neighbours a line is, in em, to be a waist at its full price."""

_EXTRA_LINE = 250.0
_TOLERANCE = 1e-6


def title_lines(shaped: Shaped, text: Text, measure: float, names: tuple[str, ...]) -> list[Span]:
    """The lines of a title: where its author breaks it, else where its sense allows."""
    lead = len(shaped.text) - len(text.plain)
    own = [at + lead for at in text.breaks]
    if own:
        stops = [0, *own, len(shaped.text)]
        if all(_width(shaped, a, b) <= measure + _TOLERANCE for a, b in pairwise(stops)):
            return [Span(a, content_end(shaped, a, b)) for a, b in pairwise(stops)]
    lines = break_lines(shaped, Measure(measure, measure, justify=False))
    if len(lines) == 1:
        return lines
    longest = measure / shaped.edges[-1] * len(shaped.text)
    kept = tuple(name for name in names if len(name) <= longest and name in shaped.text)
    title = Title(shaped.text, shaped.language, kept)
    best = _best_stops(shaped, measure, sense_prices(title, shaped.breaks), len(lines))
    if best is None:
        return balance_lines(shaped, Measure(measure, measure, justify=False))
    return [Span(a, content_end(shaped, a, b)) for a, b in pairwise(best)]


def _best_stops(
    shaped: Shaped, measure: float, prices: dict[int, float], fewest: int
) -> list[int] | None:
    """The stops of the cheapest lines: as few as fit, or one more if sense asks for it."""
    best: tuple[float, list[int]] | None = None
    for count in (fewest, fewest + 1):
        extra = _EXTRA_LINE * (count - fewest)
        if count > _MOST_LINES or (best and best[0] <= extra):
            break
        for tried, stops in enumerate(_ways(shaped, measure, sorted(prices), count)):
            if tried > _MOST_WAYS:
                return best[1] if best else None
            price = extra + sum(prices.get(at, 0.0) for at in stops[1:-1])
            if best and price >= best[0]:
                continue
            price += _shape_price(shaped, stops)
            if best is None or price < best[0]:
                best = price, stops
    return best[1] if best else None


def _ways(shaped: Shaped, measure: float, places: list[int], count: int) -> Iterator[list[int]]:
    """Every way of setting a text in so many lines, none wider than the measure."""
    end = len(shaped.text)

    def rest(start: int, left: int) -> Iterator[list[int]]:
        if left == 1:
            if _width(shaped, start, end) <= measure + _TOLERANCE:
                yield [start, end]
            return
        for at in places:
            if start < at < end:
                if _width(shaped, start, at) > measure + _TOLERANCE:
                    return
                for following in rest(at, left - 1):
                    yield [start, *following]

    return rest(0, count)


def _width(shaped: Shaped, start: int, stop: int) -> float:
    return line_width(shaped, start, content_end(shaped, start, stop))


def _shape_price(shaped: Shaped, stops: list[int]) -> float:
    """What the outline of lines costs: a rectangle, a waist, a line much shorter than others."""
    widths = [_width(shaped, a, b) for a, b in pairwise(stops)]
    widest = max(widths)
    price = sum(_UNEVEN * (1 - width / widest) ** 2 for width in widths)
    steps = [after - before for before, after in pairwise(widths)]
    price += _EQUAL * sum(abs(step) < shaped.size for step in steps) / len(steps)
    price += _WAIST * sum(
        min(_depth(first, second) / (_DEEP * shaped.size), 1.0) for first, second in pairwise(steps)
    )
    for start, stop in pairwise(stops):
        lone = len(shaped.text[start:stop].split()) == 1
        price += _LONE * (lone and shaped.language == "en")
    return price


def _depth(first: float, second: float) -> float:
    """How much narrower, in pt, a line is than both its neighbours."""
    return max(min(-first, second), 0.0)
