"""A table's contents into the widths of its columns, and how far the table has to give way.

What gives way first is the padding, then the size of the type, then the table is turned (P11),
then words are divided, each within what the style allows; a table that still does not fit is
refused. Widths come from what the contents need: their longest piece that no rule lets break.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.decimals import split_number
from makebrief.document.model import Merged, Table, Text, Texts
from makebrief.errors import BriefError, Span, error
from makebrief.layout.context import Context
from makebrief.layout.lines import content_end, natural_width
from makebrief.layout.shape import Shaped, shape_text
from makebrief.messages import say

HEAD, CELL = "table-head", "table-cell"

_ROOM = 0.01
_EASY, _CALM = 8.0, 5.0
"""How many em a column is given, if it can be had, before its texts are broken.

The first at full size only: what is as long as a date or a sum of money stays in one line.
"""

_SCALE_STEPS = 5
_HALVINGS = 40

Need = Literal["ideal", "easy", "calm", "whole", "divided"]
"""What a fit keeps: texts unbroken, dates, those of a few characters, words whole or divided."""

_WHOLE: tuple[Need, ...] = ("ideal", "easy", "calm", "whole")
_DIVIDED: tuple[Need, ...] = ("divided",)
_NEEDS = (*_WHOLE, *_DIVIDED)
_AT_FULL_SIZE = frozenset(("ideal", "easy"))


class Axis(Struct, frozen=True):
    """Where a column's decimal points stand: the widths before and behind them, in pt."""

    before: float
    behind: float


class TablePlan(Struct, frozen=True):
    """How a table is set: widths in pt, blank beside texts, scale of the type, whether turned."""

    widths: tuple[float, ...]
    padding: float
    scale: float
    turned: bool
    axes: tuple[Axis | None, ...]

    def left(self, column: int) -> float:
        """Where a column begins, in pt from the table's left edge."""
        return sum(self.widths[:column])

    def width(self, column: int, across: int) -> float:
        """The width in pt of so many columns from one on."""
        return sum(self.widths[column : column + across])

    def axis_place(self, column: int) -> float | None:
        """Where a column's decimal points stand in it, so that its numbers are centred."""
        axis = self.axes[column]
        if axis is None:
            return None
        return (self.widths[column] - axis.before - axis.behind) / 2 + axis.before


class _Want(Struct, frozen=True):
    """The widths in pt of a column's contents by what is kept, from all texts to the least."""

    ideal: float = 0.0
    easy: float = 0.0
    calm: float = 0.0
    whole: float = 0.0
    divided: float = 0.0

    def width(self, need: Need) -> float:
        """The width that keeps what is asked for."""
        width: float = getattr(self, need)
        return width

    def at_least(self, other: _Want) -> _Want:
        """The wider of two wants, of each kind."""
        return _Want(*(max(self.width(need), other.width(need)) for need in _NEEDS))

    def scaled(self, scale: float, blank: float) -> _Want:
        """The want of the same contents in smaller type, with the blank beside them."""
        return _Want(*(self.width(need) * scale + blank for need in _NEEDS))


def plan_table(table: Table, context: Context) -> TablePlan:
    """The widest setting of a table that fits; raises BriefError if none does."""
    contents = _Contents(table, context)
    measures = []
    if not table.landscape:
        measures.append((context.page.measure, False))
    if table.landscape or context.style.tables.turns:
        measures.append((context.page.turned().measure, True))
    for needs in (_WHOLE, _DIVIDED):
        for measure, turned in measures:
            if plan := _fit(contents, needs, measure, turned=turned):
                return plan
    message = say("table-too-wide", columns=len(table.columns), words=_name(table))
    raise BriefError([error(message, _place(table), say("hint-table-too-wide"))])


def _name(table: Table) -> str:
    return table.caption[0].plain if table.caption else ""


def _place(table: Table) -> Span | None:
    texts: Iterator[Texts] = iter((table.caption, *(column.head for column in table.columns)))
    return next((text.origin.span for each in texts for text in each), None)


def _fit(
    contents: _Contents, needs: tuple[Need, ...], measure: float, *, turned: bool
) -> TablePlan | None:
    """The first way to give way, from none at all, that keeps most."""
    for need in needs:
        for padding, scale in _ways(contents.context):
            if need in _AT_FULL_SIZE and scale < 1:
                break
            wants = [want.scaled(scale, 2 * padding + _ROOM) for want in contents.wants]
            widths = _widths(contents.table, wants, need, measure)
            if widths is not None:
                axes = tuple(
                    Axis(axis.before * scale, axis.behind * scale) if axis else None
                    for axis in contents.axes
                )
                return TablePlan(tuple(widths), padding, scale, turned, axes)
    return None


def _ways(context: Context) -> Iterator[tuple[float, float]]:
    """The padding in pt and the scale of the type, from comfortable to the style's limits."""
    limits = context.style.tables
    yield limits.padding, 1.0
    least = min(limits.least_padding, limits.padding)
    for step in range(_SCALE_STEPS + 1):
        yield least, 1.0 - (1.0 - limits.least_scale) * step / _SCALE_STEPS


def _widths(table: Table, wants: Sequence[_Want], need: Need, measure: float) -> list[float] | None:
    """Widths that fill the measure and keep what is needed, or None if it is too narrow."""
    if not wants:
        return []
    given = all(column.width for column in table.columns)
    keep: Need = "whole" if given and need != "divided" else need
    least = [want.width(keep) for want in wants]
    if sum(least) > measure:
        return None
    if given:
        shares = [float(column.width or 0) for column in table.columns]
        return _level(least, [measure] * len(least), shares, measure)
    ideal = _even_numbers(table, [want.ideal for want in wants], measure)
    if sum(ideal) <= measure:
        spare = (measure - sum(ideal)) / len(ideal)
        return [width + spare for width in ideal]
    return _level(least, ideal, [width**0.5 for width in ideal], measure)


def _even_numbers(table: Table, ideal: list[float], measure: float) -> list[float]:
    """Ideal widths with all columns of numbers alike, where there is room for it."""
    numbers = [at for at, column in enumerate(table.columns) if column.align == "decimal"]
    widest = max((ideal[at] for at in numbers), default=0.0)
    even = [widest if at in numbers else width for at, width in enumerate(ideal)]
    return even if sum(even) <= measure else ideal


def _level(
    least: list[float], most: list[float], shares: list[float], measure: float
) -> list[float]:
    """Widths in the ratio of shares, but none below its least or above its most; they add up."""
    low, high = 0.0, measure / min(share for share in shares if share > 0)

    def widths(level: float) -> list[float]:
        return [
            max(lower, min(upper, share * level))
            for lower, upper, share in zip(least, most, shares, strict=True)
        ]

    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(widths(middle)) < measure else (low, middle)
    found = widths(low)
    rest = measure - sum(found)
    return [width + rest / len(found) for width in found]


class _Contents:
    """What a table's columns want, at full size and without padding."""

    def __init__(self, table: Table, context: Context) -> None:
        self.table = table
        self.context = context
        merged = {(each.row, each.column): each for each in table.merged}
        wide = {place for place, each in merged.items() if each.across > 1}
        self.axes = [self._axis(at, wide) for at in range(len(table.columns))]
        self.wants = [self._column(at, wide) for at in range(len(table.columns))]
        for each in merged.values():
            if each.across > 1:
                self._spread(self._texts(table.rows[each.row][each.column], CELL), each)
        for first, count, texts in column_groups(table):
            self._spread(self._texts(texts, HEAD), Merged(0, first, count, 1))

    def _axis(self, at: int, wide: set[tuple[int, int]]) -> Axis | None:
        """The widest parts before and behind the decimal points of a column."""
        if self.table.columns[at].align != "decimal":
            return None
        parts = [
            part
            for number, row in enumerate(self.table.rows)
            if (number, at) not in wide
            for text in row[at]
            if (part := number_parts(text, CELL, self.context))
        ]
        if not parts:
            return None
        return Axis(max(part[0] for part in parts), max(part[1] for part in parts))

    def _column(self, at: int, wide: set[tuple[int, int]]) -> _Want:
        want = self._texts(self.table.columns[at].head, HEAD)
        for number, row in enumerate(self.table.rows):
            if (number, at) not in wide:
                want = want.at_least(self._texts(row[at], CELL))
        axis = self.axes[at]
        if axis is None:
            return want
        both = axis.before + axis.behind
        return want.at_least(_Want(both, both, both, both, both))

    def _texts(self, texts: Texts, role: str) -> _Want:
        want = _Want()
        for text in texts:
            want = want.at_least(self._text(text, role))
        return want

    def _text(self, text: Text, role: str) -> _Want:
        style = self.context.text_style(role, text)
        shaped = shape_text(text, style, self.context.faces)
        indent = (style.left + style.right) * style.size
        ideal = natural_width(shaped, 0, content_end(shaped, 0, len(shaped.text))) + indent
        whole = _longest(shaped, shaped.breaks) + indent
        divided = whole
        if whole > style.size:
            divided = _longest(shaped, _all_breaks(shaped), shaped) + indent
        easy, calm = (max(whole, min(ideal, ems * style.size)) for ems in (_EASY, _CALM))
        return _Want(ideal, easy, calm, whole, divided)

    def _spread(self, want: _Want, merged: Merged) -> None:
        """Gives the columns under a merged cell what it wants beyond what they have."""
        columns = range(merged.column, merged.column + merged.across)
        wants = [self.wants[at] for at in columns]
        lacks = [
            max(0.0, want.width(need) - sum(each.width(need) for each in wants)) / merged.across
            for need in _NEEDS
        ]
        for at, each in zip(columns, wants, strict=True):
            more = zip(_NEEDS, lacks, strict=True)
            self.wants[at] = _Want(*(each.width(need) + lack for need, lack in more))


def column_groups(table: Table) -> list[tuple[int, int, Texts]]:
    """Neighbouring columns under one heading: the first, how many, and the heading."""
    found: list[tuple[int, int, Texts]] = []
    for at, column in enumerate(table.columns):
        words = [text.plain for text in column.group]
        if found and sum(found[-1][:2]) == at and words == [text.plain for text in found[-1][2]]:
            first, count, texts = found[-1]
            found[-1] = (first, count + 1, texts)
        elif words:
            found.append((at, 1, column.group))
    return found


def number_parts(text: Text, role: str, context: Context) -> tuple[float, float] | None:
    """The widths in pt of a number before and behind its decimal point; None for other texts."""
    split = split_number(text.plain)
    if split is None:
        return None
    shaped = shape_text(text, context.text_style(role, text), context.faces)
    at = len(text.plain) - len(text.plain.lstrip()) + len(split[0])
    before = shaped.edges[at] - (shaped.gaps[at - 1] if at else 0.0)
    return before, natural_width(shaped, 0, content_end(shaped, 0, len(shaped.text))) - before


def _longest(shaped: Shaped, breaks: Sequence[int], divided: Shaped | None = None) -> float:
    """The widest piece between breaks, with a hyphen where a word is divided."""
    stops = [0, *breaks, len(shaped.text)]
    hyphens = set(shaped.hyphens(capitalised=True)) if divided else set()
    widest = 0.0
    for start, stop in pairwise(stops):
        width = natural_width(shaped, start, content_end(shaped, start, stop))
        if stop in hyphens:
            width += shaped.hyphen_width(stop)
        widest = max(widest, width)
    return widest


def _all_breaks(shaped: Shaped) -> list[int]:
    """The legal breaks, those that part a number from its unit, and those inside words."""
    return sorted({*shaped.breaks, *shaped.places.held, *shaped.hyphens(capitalised=True)})


def turned_context(context: Context) -> Context:
    """The same house on a sheet that is read turned by a quarter (P11)."""
    return replace(context, style=replace(context.style, page=context.page.turned()))
