"""A strip higher than a page into parts, cut where no line of text is cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from makebrief.layout.context import HAN_ASCENT
from makebrief.layout.marks import FigureMark, Link, Mark, PlacedLine, Rule, Strip
from makebrief.layout.paragraphs import shift

_DESCENT = 1.0 - HAN_ASCENT
_TOLERANCE = 0.01


def split_strip(strip: Strip, depth: float, edge: float) -> Iterator[Strip]:
    """A strip as parts no higher than `depth` pt, `edge` pt blank where it is cut."""
    while strip.height > depth:
        lines = [_box(mark) for mark in strip.marks if isinstance(mark, PlacedLine)]
        cut = _cut(lines, depth - edge)
        upper = [mark for mark in strip.marks if _height_of(mark) <= cut]
        lower = [mark for mark in strip.marks if _height_of(mark) > cut]
        top = min((_box(mark)[0] for mark in lower if isinstance(mark, PlacedLine)), default=cut)
        lift = min(cut, top)
        yield replace(strip, height=min(cut + edge, depth), marks=tuple(upper))
        strip = replace(strip, height=strip.height - lift, marks=tuple(_lifted(lower, lift)))
        if lift <= 0:
            break
    yield strip


def _box(line: PlacedLine) -> tuple[float, float]:
    """The top and the bottom of a line's characters."""
    size = max((run.size for run in line.runs), default=0.0)
    return line.y - HAN_ASCENT * size, line.y + _DESCENT * size


def _cut(lines: list[tuple[float, float]], depth: float) -> float:
    """The lowest bottom of a line within reach, best one that parts no line in another column."""
    reachable = sorted({bottom for _, bottom in lines if bottom <= depth}, reverse=True)
    for bottom in reachable:
        if not any(top < bottom - _TOLERANCE < low - 2 * _TOLERANCE for top, low in lines):
            return bottom
    return reachable[0] if reachable else depth


def _height_of(mark: Mark) -> float:
    """How far down a mark reaches, as far as it decides on which side of a cut it goes."""
    if isinstance(mark, PlacedLine):
        return _box(mark)[1]
    if isinstance(mark, FigureMark):
        return mark.y
    if isinstance(mark, Link):
        return (mark.y0 + mark.y1) / 2
    return mark.y0 if isinstance(mark, Rule) else 0.0


def _lifted(marks: Iterable[Mark], by: float) -> Iterator[Mark]:
    for mark in marks:
        if isinstance(mark, Rule):
            yield replace(mark, y0=mark.y0 - by, y1=mark.y1 - by)
        else:
            yield from shift((mark,), 0.0, -by)
