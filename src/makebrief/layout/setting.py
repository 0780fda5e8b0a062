"""A line's characters into placed runs: justified or aligned, each face where it belongs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from makebrief.layout.lines import Span, joints_between, natural_width, trim_end, trim_start
from makebrief.layout.marks import FigureMark, Link, Mark, PlacedRun
from makebrief.layout.shape import HAN_LATIN_GAP, Segment, Shaped

_Value = TypeVar("_Value")
_WIDEST_SPACE = 0.5
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What a line adds to its natural spacing, in pt: per joint, per word space, per Han gap."""

    joint: float = 0.0
    space: float = 0.0
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line that is set: its runs from x = 0, its width in pt, and its links and figures."""

    runs: tuple[PlacedRun, ...]
    width: float
    marks: tuple[Mark, ...]


def set_line(shaped: Shaped, span: Span, target: float, justify: bool, colour: str) -> SetLine:
    """Places a line's runs; flush to `target` (pt) if it is to be justified (L8)."""
    adjustment = _adjust(shaped, span, target, justify)
    setter = _Setter(shaped, adjustment, colour)
    x = -trim_start(shaped, span.start)
    runs: list[PlacedRun] = []
    marks: list[Mark] = []
    for segment in _segments(shaped, span):
        start, end = max(segment.start, span.start), min(segment.end, span.end)
        width = setter.width(start, end, span.end)
        runs.append(setter.run(segment, start, end, x))
        if segment.run.link:
            top, bottom = -shaped.size, shaped.size * 0.25
            marks.append(Link(x, top, x + width, bottom, segment.run.link))
        if segment.run.figure and start == segment.start:
            marks.append(FigureMark(segment.run.figure))
        x += width
    return SetLine(tuple(runs), x - trim_end(shaped, span.end), tuple(marks))


def _segments(shaped: Shaped, span: Span) -> Iterator[Segment]:
    for segment in shaped.segments:
        if segment.start >= span.end:
            return
        if segment.end > span.start:
            yield segment


def _adjust(shaped: Shaped, span: Span, target: float, justify: bool) -> Adjustment:
    """How a line reaches its target: joints shrink; spaces, joints, then Han gaps stretch (L8)."""
    room = target - natural_width(shaped, span.start, span.end)
    joints = len(joints_between(shaped, span.start, span.end))
    if room < -_ROUNDING:
        least = -HAN_LATIN_GAP / 2 * shaped.size
        return Adjustment(joint=max(room / joints, least)) if joints else Adjustment()
    if not justify or room < _ROUNDING:
        return Adjustment()
    spaces = _count(shaped.spaces, span)
    places = _count(shaped.stretch, span)
    most = (_WIDEST_SPACE - HAN_LATIN_GAP) * shaped.size
    space = min(room / spaces, most if places else room / spaces) if spaces else 0.0
    room -= space * spaces
    joint = min(room / joints, most) if joints else 0.0
    room -= joint * joints
    return Adjustment(joint, space, room / places if places else 0.0)


def _count(places: list[int], span: Span) -> int:
    return bisect_left(places, span.end - 1) - bisect_left(places, span.start)


@dataclass(frozen=True, slots=True)
class _Setter:
    shaped: Shaped
    adjustment: Adjustment
    colour: str

    def width(self, start: int, end: int, line_end: int) -> float:
        """How far a segment carries, up to the next one, in pt."""
        shaped, adjustment = self.shaped, self.adjustment
        last = end == line_end
        part = Span(start, end if last else end + 1)
        width = shaped.edges[end] - shaped.edges[start]
        if last and end > start:
            width -= shaped.gaps[end - 1]
        width += _count(shaped.stretch, part) * adjustment.tracking
        width += _count(shaped.spaces, part) * adjustment.space
        return width + _count(shaped.joints, part) * adjustment.joint

    def run(self, segment: Segment, start: int, end: int, x: float) -> PlacedRun:
        shaped = self.shaped
        return PlacedRun(
            text=shaped.text[start:end],
            face=segment.face.id,
            size=shaped.size,
            colour=self.colour,
            x=x,
            tracking=self.adjustment.tracking if _count(shaped.stretch, Span(start, end)) else 0.0,
            wide=_part(shaped.wide, start, end),
            kerns=self._kerns(start, end),
        )

    def _kerns(self, start: int, end: int) -> tuple[tuple[int, float], ...]:
        """Moves inside a run: kerning, justified spaces, and places that do not stretch."""
        shaped, adjustment = self.shaped, self.adjustment
        kerns: dict[int, float] = dict(_part(shaped.kerns, start, end))
        for at in _inside(shaped.spaces, start, end) if adjustment.space else ():
            kerns[at] = kerns.get(at, 0.0) + adjustment.space
        for at in _inside(shaped.joints, start, end) if adjustment.joint else ():
            kerns[at] = kerns.get(at, 0.0) + adjustment.joint
        if adjustment.tracking:
            rigid = set(range(end - start - 1)).difference(_inside(shaped.stretch, start, end))
            if len(rigid) < end - start - 1:
                for at in rigid:
                    kerns[at] = kerns.get(at, 0.0) - adjustment.tracking
        return tuple(sorted(kerns.items()))


def _part(
    values: Sequence[tuple[int, _Value]], start: int, end: int
) -> tuple[tuple[int, _Value], ...]:
    first = bisect_left(values, start, key=_place)
    last = bisect_left(values, end, key=_place)
    return tuple((at - start, value) for at, value in values[first:last])


def _place(value: tuple[int, object]) -> int:
    return value[0]


def _inside(places: list[int], start: int, end: int) -> Iterator[int]:
    for place in places[bisect_left(places, start) : bisect_left(places, end)]:
        yield place - start
