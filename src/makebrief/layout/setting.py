"""A line's characters into placed runs: justified or aligned, each face where it belongs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import Run
from makebrief.layout.classes import HAN
from makebrief.layout.elastic import NO_ADJUSTMENT, Adjustment, adjust, needs_adjusting
from makebrief.layout.hyphens import SOFT_HYPHEN
from makebrief.layout.lines import Span, natural_width, trim_end, trim_start
from makebrief.layout.marks import Dots, FigureMark, Link, Mark, PlacedRun
from makebrief.layout.shape import Segment, Shaped
from makebrief.typeface.face import EM

_Value = TypeVar("_Value")
_DOT_SIZE, _DOT_DROP = 0.14, 0.24
"""The diameter of an emphasis dot, and how far below the baseline its middle is, in em."""


class SetLine(Struct, frozen=True):
    """A line that is set: its runs from x = 0, its width in pt, and its links and figures."""

    runs: tuple[PlacedRun, ...]
    width: float
    marks: tuple[Mark, ...]


def set_line(shaped: Shaped, span: Span, target: float, justify: bool, colour: str) -> SetLine:
    """Places a line's runs; flush to `target` (pt) if it is to be justified (L8)."""
    natural = natural_width(shaped, span.start, span.end)
    hyphen = shaped.hyphen_width(span.end) if span.hyphen else 0.0
    room = target - natural - hyphen
    adjustment = NO_ADJUSTMENT
    if needs_adjusting(room, justify):
        adjustment = adjust(shaped.elastic, span.start, span.end, room)
    setter = _Setter(shaped, adjustment, colour, span.end)
    x = -trim_start(shaped, span.start)
    runs: list[PlacedRun] = []
    marks: list[Mark] = []
    for segment in _segments(shaped, span):
        start, end = max(segment.start, span.start), min(segment.end, span.end)
        width = setter.width(start, end)
        runs.append(setter.run(segment, start, end, x))
        if segment.run.link or segment.run.footnote:
            marks.append(setter.link(segment.run, x, width))
        if segment.dotted:
            marks.append(setter.dots(segment, start, end, x))
        if segment.run.figure and start == segment.start:
            marks.append(FigureMark(segment.run.figure))
        x += width
    if span.hyphen:
        runs[-1] = replace(runs[-1], text=runs[-1].text + SOFT_HYPHEN)
        x += hyphen
    return SetLine(tuple(runs), x - trim_end(shaped, span.end), tuple(_joined(marks)))


def _joined(marks: list[Mark]) -> Iterator[Mark]:
    """Marks with what leads to one place in one rectangle, though its words change their face."""
    last: Link | None = None
    for mark in marks:
        if isinstance(mark, Link):
            if last and last.target == mark.target:
                last = replace(last, x1=mark.x1)
                continue
            if last:
                yield last
            last = mark
        else:
            yield mark
    if last:
        yield last


def _segments(shaped: Shaped, span: Span) -> Iterator[Segment]:
    for segment in shaped.segments:
        if segment.start >= span.end:
            return
        if segment.end > span.start:
            yield segment


class _Setter(Struct, frozen=True):
    shaped: Shaped
    adjustment: Adjustment
    colour: str
    line_end: int

    def width(self, start: int, end: int) -> float:
        """How far a segment carries, up to the next one, in pt."""
        shaped, adjustment = self.shaped, self.adjustment
        last = end == self.line_end
        stop = end - 1 if last else end
        width = shaped.edges[end] - shaped.edges[start]
        if last and end > start:
            width -= shaped.gaps[end - 1]
        if adjustment.tracking:
            width += self._count(start, stop) * adjustment.tracking
        return width + sum(move for at, move in adjustment.moves.items() if start <= at < stop)

    def link(self, run: Run, x: float, width: float) -> Link:
        """The rectangle that leads to a web address, or to the footnote that is marked there."""
        target = f"#{run.footnote}" if run.footnote else run.link or ""
        return Link(x, -self.shaped.size, x + width, self.shaped.size * 0.25, target)

    def dots(self, segment: Segment, start: int, end: int, x: float) -> Dots:
        """A dot under the middle of each character of a segment that begins at `x`."""
        shaped, scale = self.shaped, self.shaped.size / EM
        advances = segment.face.advances
        points = tuple(
            (
                x + self.width(start, at) + advances[shaped.text[at]] * scale / 2,
                _DOT_DROP * shaped.size,
            )
            for at in range(start, end)
        )
        return Dots(points, _DOT_SIZE * shaped.size, self.colour)

    def _count(self, start: int, end: int) -> int:
        between = self.shaped.elastic.between
        return bisect_left(between, end) - bisect_left(between, start)

    def run(self, segment: Segment, start: int, end: int, x: float) -> PlacedRun:
        shaped, script = self.shaped, segment.script
        wide = self._wide(start, end)
        if script:
            wide = tuple((at, advance / script.scale) for at, advance in wide)
        return PlacedRun(
            text=shaped.text[start:end],
            face=segment.face.id,
            size=shaped.size * script.scale if script else shaped.size,
            colour=self.colour,
            x=x,
            tracking=self._tracking(start, end),
            wide=wide,
            kerns=self._kerns(start, end),
            rise=script.rise * shaped.size if script else 0.0,
        )

    def _wide(self, start: int, end: int) -> tuple[tuple[int, float], ...]:
        """Characters with another advance than their own; a line's last mark ends where it does.

        Else readers of a PDF would see the mark reach over the measure, into the next column (L6).
        """
        shaped, last = self.shaped, end - 1
        if end != self.line_end:
            return _part(shaped.wide, start, end)
        wide = _part(shaped.wide, start, last)
        trim = trim_end(shaped, end)
        if not trim:
            return wide
        return (*wide, (last - start, (shaped.advances[last] - trim) * EM / shaped.size))

    def _tracking(self, start: int, end: int) -> float:
        """What is added after every character of a run: by the grid (P3), and by the line (L8)."""
        shaped = self.shaped
        own = shaped.tracking if shaped.classes[start : start + 1] in HAN else 0.0
        return own + (self.adjustment.tracking if self._tracked(start, end) else 0.0)

    def _tracked(self, start: int, end: int) -> bool:
        return self.adjustment.tracking != 0.0 and self._count(start, end - 1) > 0

    def _kerns(self, start: int, end: int) -> tuple[tuple[int, float], ...]:
        """Moves inside a run: kerning, what the line adds, and places that do not stretch."""
        shaped, adjustment = self.shaped, self.adjustment
        kerns: dict[int, float] = dict(_part(shaped.kerns, start, end))
        for at, move in adjustment.moves.items():
            if start <= at < end:
                kerns[at - start] = kerns.get(at - start, 0.0) + move
        if self._tracked(start, end):
            between = shaped.elastic.between
            first, last = bisect_left(between, start), bisect_left(between, end - 1)
            for at in set(range(start, end - 1)).difference(between[first:last]):
                kerns[at - start] = kerns.get(at - start, 0.0) - adjustment.tracking
        return tuple(sorted(kerns.items()))


def _part(
    values: Sequence[tuple[int, _Value]], start: int, end: int
) -> tuple[tuple[int, _Value], ...]:
    first, last = bisect_left(values, (start,)), bisect_left(values, (end,))
    return tuple((at - start, value) for at, value in values[first:last])
