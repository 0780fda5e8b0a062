"""Charts into strips: bars, stacked bars, lines and pies, labelled directly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from math import cos, pi, sin

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import Chart, ChartSeries, Texts
from makebrief.layout.captions import caption_strips, remark_strips, with_unit
from makebrief.layout.context import Context
from makebrief.layout.marks import Area, Mark, Rule, Strip
from makebrief.layout.paragraphs import Box, natural_width, shift, stack_texts
from makebrief.layout.tables import AIR

ROLE = "chart-label"
_GAP = 6.0
BAR = 12.0
"""How thick a bar is, in pt."""

_SWATCH = 8.0
_LABEL_SHARE = 0.38
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_ARC = 48
_SEAM = 1.0
_WHITE = "ffffff"
_WITH_LEGEND = frozenset(("bar", "stacked_bar"))
_NAME_SHARE = 0.3
_POINT = 3.0
"""How far the marks of points reach from their middle, in pt."""

_SHAPES = ((4, 0.125), (3, 0.0), (16, 0.0), (4, 0.0), (3, 0.5), (6, 0.0))
"""The corners of the marks of points, and by how much of a turn the first is off the top."""


def chart_strips(chart: Chart, context: Context) -> Iterator[Strip]:
    """A chart: unit, legend and marks, its caption under them, notes; together where it can be."""
    for number, strip in enumerate(_drawn(chart, context)):
        yield replace(strip, keep=strip.keep and number > 0, snap=number == 0)
    for strip in caption_strips(chart, context):
        yield replace(strip, keep=True)
    yield from remark_strips((chart.note, chart.source), context)
    yield AIR


def _drawn(chart: Chart, context: Context) -> Iterator[Strip]:
    """What of a chart is no caption: its unit, its legend, its marks."""
    if chart.unit:
        box = Box(ROLE, context.page.measure, align="right")
        marks, height = stack_texts(with_unit(chart.unit), box, context)
        yield Strip(height, marks, keep=True)
    if len(chart.series) > 1 and chart.kind in _WITH_LEGEND:
        yield replace(_legend(chart.series, context), keep=True)
    strips = list(PLOTS[chart.kind](chart, context))
    for number, strip in enumerate(strips):
        yield replace(strip, keep=number in {0, 1, len(strips) - 1})


def chart_marks(chart: Chart, context: Context) -> tuple[tuple[Mark, ...], float, float]:
    """A chart without caption, note and source as marks, with its width and height in pt."""
    bare = replace(chart, caption=(), note=None, source=None)
    marks: list[Mark] = []
    top = 0.0
    for strip in chart_strips(bare, context):
        marks += moved(strip.marks, 0.0, top)
        top += strip.height
    return tuple(marks), context.page.measure, top


def moved(marks: tuple[Mark, ...], x: float, y: float) -> Iterator[Mark]:
    """Marks moved by x and y; text, rules and areas, which is what charts consist of."""
    for mark in marks:
        if isinstance(mark, Rule):
            yield replace(mark, x0=mark.x0 + x, x1=mark.x1 + x, y0=mark.y0 + y, y1=mark.y1 + y)
        elif isinstance(mark, Area):
            yield Area(tuple((px + x, py + y) for px, py in mark.points), mark.colour)
        else:
            yield from shift((mark,), x, y)


def _rectangle(x: float, y: float, width: float, height: float, colour: str) -> Area:
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return Area(corners, colour)


def _colour(context: Context, number: int) -> str:
    colours = context.style.chart.colours
    return colours[number % len(colours)]


def _legend(series: tuple[ChartSeries, ...], context: Context) -> Strip:
    """The names of the series behind their colours."""
    names = [(each.label or (), number) for number, each in enumerate(series)]
    strip = _named_colours(names, context.page.measure, context)
    return replace(strip, height=strip.height + _GAP)


def _named_colours(entries: list[tuple[Texts, int]], room: float, context: Context) -> Strip:
    """Texts behind the colours of their series, in as many rows as they need."""
    marks: list[Mark] = []
    x = top = row = 0.0
    for texts, number in entries:
        width = min(label_width(texts, context), room - _SWATCH - _GAP)
        if x and x + _SWATCH + _GAP + width > room:
            x, top, row = 0.0, top + row, 0.0
        stack, height = stack_texts(texts, Box(ROLE, width, align="left"), context)
        marks.append(
            _rectangle(x, top + (height - _SWATCH) / 2, _SWATCH, _SWATCH, _colour(context, number))
        )
        marks += shift(stack, x + _SWATCH + _GAP, top)
        x += _SWATCH + width + 4 * _GAP
        row = max(row, height)
    return Strip(top + row, tuple(marks))


def label_width(texts: Texts, context: Context) -> float:
    """The width in pt of a label on one line."""
    return natural_width(texts, ROLE, context)[1] + 0.01


class _BarArea(Struct, frozen=True):
    """Where bars run: from `left`, over `width` pt for the largest value `most`."""

    left: float
    width: float
    most: Decimal

    def length(self, value: Decimal) -> float:
        return float(value / self.most) * self.width if self.most else 0.0


def _bar_area(chart: Chart, context: Context, most: Decimal) -> _BarArea:
    measure = context.page.measure
    labels = max(label_width(each, context) for each in chart.categories)
    left = min(labels, measure * _LABEL_SHARE) + _GAP
    words = [value.words for series in chart.series for value in series.values]
    room = max(label_width(each, context) for each in words) + _GAP
    return _BarArea(left, max(measure - left - room, measure * 0.2), most)


def _bars(chart: Chart, context: Context) -> Iterator[Strip]:
    """Horizontal bars, a group for each category, each with its value at its end."""
    most = max(abs(value.number) for series in chart.series for value in series.values)
    area = _bar_area(chart, context, most)
    for index, category in enumerate(chart.categories):
        marks: list[Mark] = []
        top = _GAP / 2
        for number, series in enumerate(chart.series):
            value = series.values[index]
            length = max(area.length(abs(value.number)), 0.5)
            box = Box(ROLE, context.page.measure - area.left - length - _GAP, align="left")
            stack, height = stack_texts(value.words, box, context)
            height = max(height, BAR)
            bar = _rectangle(
                area.left, top + (height - BAR) / 2, length, BAR, _colour(context, number)
            )
            marks += [bar, *shift(stack, area.left + length + _GAP, top)]
            top += height
        yield _labelled(category, marks, (area.left, top + _GAP / 2), context)


def _stacked_bars(chart: Chart, context: Context) -> Iterator[Strip]:
    """Horizontal bars divided by series, the values under their parts.

    Values wider than their part stand in further lines, behind the colour of what they belong to.
    """
    sums = [
        sum(each.values[index].number for each in chart.series)
        for index in range(len(chart.categories))
    ]
    area = _bar_area(chart, context, Decimal(max(sums)))
    full = _BarArea(area.left, context.page.measure - area.left, area.most)
    for index, category in enumerate(chart.categories):
        marks: list[Mark] = []
        narrow: list[tuple[Texts, int]] = []
        x = full.left
        depth = BAR
        for number, series in enumerate(chart.series):
            value = series.values[index]
            length = full.length(value.number)
            marks.append(_rectangle(x, 0.0, length, BAR, _colour(context, number)))
            if number:
                marks.append(Rule(x, 0.0, x, BAR, _SEAM, _WHITE))
            if label_width(value.words, context) <= length:
                stack, height = stack_texts(value.words, Box(ROLE, length), context)
                marks += shift(stack, x, BAR)
                depth = max(depth, BAR + height)
            else:
                narrow.append((value.words, number))
            x += length
        if narrow:
            strip = _named_colours(narrow, full.width, context)
            marks += moved(strip.marks, full.left + _GAP / 2, depth)
            depth += strip.height
        yield _labelled(category, marks, (full.left, depth + _GAP), context)


def _labelled(
    category: Texts, marks: list[Mark], place: tuple[float, float], context: Context
) -> Strip:
    """A category's marks with its name to the left, both centred on each other."""
    left, depth = place
    label, own = stack_texts(category, Box(ROLE, left - _GAP, align="right"), context)
    height = max(own + _GAP, depth)
    bars = moved(tuple(marks), 0.0, (height - depth) / 2)
    axis = Rule(left, 0.0, left, height, 0.5, context.style.rules.colour)
    return Strip(height, (*shift(label, 0.0, (height - own) / 2), *bars, axis))


class _NameColumn(Struct, frozen=True):
    """Where the names of lines stand: from `left`, in a width and a height in pt."""

    left: float
    width: float
    height: float


def _lines(chart: Chart, context: Context) -> Iterator[Strip]:
    """Lines over the categories, from zero or the least value, each point with its value.

    Of several lines, each has its name at its end and marks of its own shape, for grey print.
    """
    numbers = [value.number for series in chart.series for value in series.values]
    low, high = min(*numbers, Decimal(0)), nice_ceiling(max(*numbers, Decimal(0)))
    height = context.style.chart.height * context.page.line_pitch
    names = _line_names(chart, context)
    width = context.page.measure - (names + _GAP if names else 0.0)
    step = width / len(chart.categories)
    top = 4.0 * _GAP
    marks: list[Mark] = []
    span = high - low or Decimal(1)

    def place(index: int, number: Decimal) -> tuple[float, float]:
        return (index + 0.5) * step, top + float((high - number) / span) * (height - top)

    base = place(0, Decimal(0))[1]
    marks.append(Rule(0.0, base, width, base, 0.5, context.style.rules.colour))
    ends = []
    for number, series in enumerate(chart.series):
        points = [place(index, value.number) for index, value in enumerate(series.values)]
        colour = _colour(context, number)
        marks += [Rule(*start, *end, 1.5, colour) for start, end in pairwise(points)]
        marks += [_point(x, y, number, colour) for x, y in points]
        ends.append(points[-1])
    for index in range(len(chart.categories)):
        values = [series.values[index] for series in chart.series]
        places = [place(index, value.number) for value in values]
        words = [value.words for value in values]
        marks += _point_values(places, words, Box(ROLE, step), context)
    if names:
        column = _NameColumn(width + _GAP, names, height)
        marks += _at_line_ends(chart, ends, column, context)
    below = 0.0
    for index, category in enumerate(chart.categories):
        stack, own = stack_texts(category, Box(ROLE, step - _GAP), context)
        marks += shift(stack, index * step + _GAP / 2, height + _GAP)
        below = max(below, own)
    yield Strip(height + _GAP + below, tuple(marks))


def _line_names(chart: Chart, context: Context) -> float:
    """The width of the names at the ends of lines; none for a single line."""
    if len(chart.series) == 1:
        return 0.0
    widest = max(label_width(series.label or (), context) for series in chart.series)
    return min(widest + 2 * _POINT + _GAP, context.page.measure * _NAME_SHARE)


def _at_line_ends(
    chart: Chart, ends: list[tuple[float, float]], column: _NameColumn, context: Context
) -> Iterator[Mark]:
    """Each line's name beside its last point, with the point's own mark; none on another."""
    box = Box(ROLE, column.width - 2 * _POINT - _GAP, align="left")
    stacks = [stack_texts(series.label or (), box, context) for series in chart.series]
    wanted = [y - own / 2 for (_, y), (_, own) in zip(ends, stacks, strict=True)]
    tops = _spread(wanted, [own for _, own in stacks], column.height)
    for number, (top, (stack, own)) in enumerate(zip(tops, stacks, strict=True)):
        yield _point(column.left + _POINT, top + own / 2, number, _colour(context, number))
        yield from shift(stack, column.left + 2 * _POINT + _GAP, top)


def _point_values(
    points: list[tuple[float, float]], words: list[Texts], box: Box, context: Context
) -> Iterator[Mark]:
    """The values of one category over their points, the lowest of several under its own."""
    stacks = [stack_texts(each[:1], box, context) for each in words]
    wanted = [y - own - _POINT for (_, y), (_, own) in zip(points, stacks, strict=True)]
    bottom = context.style.chart.height * context.page.line_pitch
    lowest = max(range(len(points)), key=lambda number: points[number][1])
    below = points[lowest][1] + _POINT
    if len(points) > 1 and below + stacks[lowest][1] <= bottom:
        wanted[lowest] = below
    tops = _spread(wanted, [own for _, own in stacks], bottom)
    for (x, _), top, (stack, _) in zip(points, tops, stacks, strict=True):
        yield from shift(stack, x - box.width / 2, top)


def _spread(wanted: list[float], heights: list[float], room: float) -> list[float]:
    """Tops as near to those wanted as can be, so that none lies on another, from 0 to `room`."""
    tops = list(wanted)
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    limit = room
    for number in reversed(order):
        tops[number] = min(tops[number], limit - heights[number])
        limit = tops[number]
    limit = 0.0
    for number in order:
        tops[number] = max(tops[number], limit)
        limit = tops[number] + heights[number]
    return tops


def _point(x: float, y: float, number: int, colour: str) -> Area:
    """The mark of a point: square, triangle, circle, diamond, by the number of its line."""
    corners, turn = _SHAPES[number % len(_SHAPES)]
    angles = [(turn + each / corners) * 2 * pi for each in range(corners)]
    return Area(tuple((x + _POINT * sin(a), y - _POINT * cos(a)) for a in angles), colour)


def nice_ceiling(value: Decimal) -> Decimal:
    """The next round number at or above a value: 1, 2, 2.5 or 5 times a power of ten."""
    if value <= 0:
        return Decimal(0)
    power = Decimal(1).scaleb(value.adjusted())
    return next(step * power for step in _STEPS if step * power >= value)


def _pie(chart: Chart, context: Context) -> Iterator[Strip]:
    """A pie of the first series; beside it each category's colour, name, value and share."""
    values = [value.number for value in chart.series[0].values]
    total = sum(values) or Decimal(1)
    radius = context.style.chart.height * context.page.line_pitch / 2.5
    left = 2 * radius + 4 * _GAP
    legend = [_pie_entry(chart, index, left, context) for index in range(len(chart.categories))]
    height = max(2 * radius + 2 * _GAP, sum(strip.height for strip in legend))
    marks: list[Mark] = []
    seams: list[Mark] = []
    angle = 0.0
    for index, value in enumerate(values):
        turn = float(value / total) * 2 * pi
        marks.append(_wedge((radius, height / 2, radius), angle, turn, _colour(context, index)))
        angle += turn
        seams.append(_seam((radius, height / 2, radius), angle))
    marks += seams if len(values) > 1 else ()
    top = (height - sum(strip.height for strip in legend)) / 2
    for strip in legend:
        marks += moved(strip.marks, 0.0, top)
        top += strip.height
    yield Strip(height, tuple(marks))


def _pie_entry(chart: Chart, index: int, left: float, context: Context) -> Strip:
    width = (context.page.measure - left - _SWATCH - _GAP) / 2
    label, label_height = stack_texts(
        chart.categories[index], Box(ROLE, width - _GAP, align="left"), context
    )
    words = chart.series[0].values[index].words
    value, value_height = stack_texts(words, Box(ROLE, width, align="left"), context)
    height = max(label_height, value_height) + _GAP
    swatch = _rectangle(left, (height - _SWATCH) / 2, _SWATCH, _SWATCH, _colour(context, index))
    x = left + _SWATCH + _GAP
    return Strip(height, (swatch, *shift(label, x, _GAP / 2), *shift(value, x + width, _GAP / 2)))


def _wedge(circle: tuple[float, float, float], start: float, turn: float, colour: str) -> Area:
    x, y, radius = circle
    steps = max(int(_ARC * turn / (2 * pi)), 1)
    angles = [start + turn * step / steps for step in range(steps + 1)]
    rim = tuple((x + radius * sin(angle), y - radius * cos(angle)) for angle in angles)
    return Area(((x, y), *rim), colour)


def _seam(circle: tuple[float, float, float], angle: float) -> Rule:
    """A white line from the centre, which parts wedges of like greys."""
    x, y, radius = circle
    return Rule(x, y, x + radius * sin(angle), y - radius * cos(angle), _SEAM, _WHITE)


PLOTS: Mapping[str, Callable[[Chart, Context], Iterator[Strip]]] = {
    "bar": _bars,
    "stacked_bar": _stacked_bars,
    "line": _lines,
    "pie": _pie,
}
