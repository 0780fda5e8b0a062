"""Pairs of texts in two columns into strips, row by row, each pair aligned at its first line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from msgspec.structs import replace

from makebrief.document.model import Facing, FacingPair, Text
from makebrief.layout.context import Context
from makebrief.layout.marks import Mark, PlacedLine, Strip
from makebrief.layout.paragraphs import Box, blank_lines, list_marker, shift, text_strips

COLUMN_GAP = 20.0
"""The blank between the two columns, in pt."""

_OVERLAP = 8.0
"""How far each line of a text reaches under the first one for readers, in pt."""

_INSET = 0.5
_LIST = "list"


def column_inset(role: str) -> float:
    """How much of what a role indents on both sides is kept in a column, which is half as wide.

    Lists keep all, since their markers hang in it.
    """
    return 1.0 if role == _LIST else _INSET


def column_width(measure: float) -> float:
    """The width in pt of each of two columns on a measure."""
    return (measure - COLUMN_GAP) / 2


def facing_strips(block: Facing, context: Context) -> Iterator[Strip]:
    """The rows of two columns; a page may break where neither column forbids it (L9)."""
    width = column_width(context.page.measure)
    holding = False
    for pair in block.pairs:
        role = context.style.role(pair.role)
        yield from blank_lines(max(role.zh.before, role.en.before), context)
        left = _column(pair, pair.left, width, context)
        right = _column(pair, pair.right, width, context)
        for number, (one, other) in enumerate(zip_longest(left, right)):
            row = replace(
                _row(one, other, width + COLUMN_GAP, number > 0), pair=pair.left.origin.path
            )
            yield replace(row, keep=True) if holding and number == 0 else row
        holding = role.zh.keep_with_next
        yield from blank_lines(max(role.zh.after, role.en.after), context)


def over_columns(strips: Iterable[Strip], context: Context) -> Iterator[Strip]:
    """The strips of a heading over two columns, whose lines say how far both reach."""
    for strip in strips:
        marks = tuple(
            replace(mark, reach=context.page.measure - mark.x)
            if isinstance(mark, PlacedLine)
            else mark
            for mark in strip.marks
        )
        yield replace(strip, marks=marks)


def _column(pair: FacingPair, text: Text | None, width: float, context: Context) -> list[Strip]:
    if text is None:
        return []
    marker = list_marker(pair.number) if pair.listed else ""
    box = Box(pair.role, width, marker=marker, inset=column_inset(pair.role))
    return _in_column(list(text_strips(text, box, context)))


def _in_column(strips: list[Strip]) -> list[Strip]:
    """The strips of a text, whose lines say how they stand in their column."""
    lines = [mark for strip in strips for mark in strip.marks[:1] if isinstance(mark, PlacedLine)]
    edge, under = min(map(_start, lines)), _start(lines[0]) + _OVERLAP
    return [
        replace(
            strip,
            marks=(
                replace(line, pitch=strip.height, indent=_start(line) - edge, reach=under - line.x),
                *strip.marks[1:],
            ),
        )
        for strip, line in zip(strips, lines, strict=True)
    ]


def _start(line: PlacedLine) -> float:
    """Where a line's first character stands."""
    return line.x + (line.runs[0].x if line.runs else 0.0)


def _row(left: Strip | None, right: Strip | None, x: float, inside: bool) -> Strip:
    """A line of each column beside each other, or of the longer one alone."""
    strips = [strip for strip in (left, right) if strip]
    marks: tuple[Mark, ...] = left.marks if left else ()
    if right:
        marks = (*marks, *shift(right.marks, x, 0.0))
    return replace(
        strips[0],
        height=max(strip.height for strip in strips),
        marks=marks,
        keep=inside and any(strip.keep for strip in strips),
        blank=all(strip.blank for strip in strips),
        snap=any(strip.snap for strip in strips),
        left=len(left.marks) if left else 0,
    )
