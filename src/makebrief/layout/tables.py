"""Tables and panels of large numbers into strips, a row each."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from makebrief.document.model import Column, KeyFigure, KeyFigures, Table, Texts
from makebrief.layout.context import Context
from makebrief.layout.marks import (
    Area,
    FigureMark,
    Link,
    Mark,
    PlacedLine,
    Rule,
    Strip,
)
from makebrief.layout.paragraphs import (
    Box,
    natural_width,
    paragraph_strips,
    shift,
    stack_texts,
)

CELL_PADDING = 4.0
"""Blank beside and above a cell's text, in pt."""

AIR = Strip(6.0, blank=True)
"""The least that parts a table, panel or chart from the text around it."""

_PART_LINES = 3
"""Into how many lines of the grid a row is cut that takes more than half a page."""


def table_strips(table: Table, context: Context) -> Iterator[Strip]:
    """A table: its caption, its head (repeated on each page), its rows, its note."""
    yield from paragraph_strips(table.caption, Box("caption", context.page.measure), context)
    widths = column_widths(table, context)
    head = _row(
        [column.head for column in table.columns], table.columns, widths, ("table-head", context)
    )
    head = _ruled(head, context, above=context.style.rules.outer, below=context.style.rules.inner)
    head = _filled(head, context)
    repeated = (head,) if head.height <= context.page.depth / 2 else ()
    room = context.page.depth - sum(each.height for each in repeated)
    for number, part in enumerate(split_strip(head, context.page.depth)):
        yield replace(part, keep=number == 0, snap=number == 0)
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        strip = _row(list(row), table.columns, widths, ("table-cell", context))
        below = context.style.rules.outer if number == last else 0.0
        strip = _ruled(strip, context, above=0.0, below=below)
        depth = room if strip.height <= room / 2 else _PART_LINES * context.page.line_pitch
        for part_number, part in enumerate(split_strip(strip, depth)):
            keep = part_number == 0 and number in {0, last}
            yield replace(part, keep=keep, head=repeated)
    yield from _note_strips(table.note, context)
    yield AIR


def _note_strips(note: Texts | None, context: Context) -> Iterator[Strip]:
    if note:
        for strip in paragraph_strips(note, Box("table-note", context.page.measure), context):
            yield replace(strip, keep=True)


def column_widths(table: Table, context: Context) -> list[float]:
    """The widths of the columns in pt: the author's shares, or what the contents want."""
    measure = context.page.measure
    if all(column.width for column in table.columns):
        total = sum(column.width or 0 for column in table.columns)
        return [measure * (column.width or 0) / total for column in table.columns]
    wanted = [_column_wants(table, index, context) for index in range(len(table.columns))]
    least = [low for low, _ in wanted]
    most = [high for _, high in wanted]
    if sum(most) <= measure:
        spare = (measure - sum(most)) / len(most)
        return [width + spare for width in most]
    room = max(measure - sum(least), 0.0)
    spread = sum(high - low for low, high in wanted) or 1.0
    widths = [low + (high - low) * room / spread for low, high in wanted]
    return [width * measure / sum(widths) for width in widths]


def _column_wants(table: Table, index: int, context: Context) -> tuple[float, float]:
    cells = [("table-head", table.columns[index].head)]
    cells += [("table-cell", row[index]) for row in table.rows]
    least = most = 0.0
    for role, texts in cells:
        low, high = natural_width(texts, role, context)
        least, most = max(least, low), max(most, high)
    return least + 2 * CELL_PADDING, most + 2 * CELL_PADDING + 0.01


def _row(
    cells: list[Texts],
    columns: tuple[Column, ...],
    widths: list[float],
    setting: tuple[str, Context],
) -> Strip:
    role, context = setting
    stacks = []
    for texts, column, width in zip(cells, columns, widths, strict=True):
        box = Box(role, width - 2 * CELL_PADDING, align=column.align)
        stacks.append(stack_texts(texts, box, context))
    height = max((each for _, each in stacks), default=0.0)
    marks: list[Mark] = []
    x = CELL_PADDING
    for (stack, own), width in zip(stacks, widths, strict=True):
        marks += shift(stack, x, CELL_PADDING + (height - own) / 2)
        x += width
    return Strip(height + 2 * CELL_PADDING, tuple(marks))


def _filled(strip: Strip, context: Context) -> Strip:
    """A table's head on its ground, if the style has one."""
    if context.style.rules.fill is None:
        return strip
    right, bottom = context.page.measure, strip.height
    ground = Area(((0, 0), (right, 0), (right, bottom), (0, bottom)), context.style.rules.fill)
    return replace(strip, marks=(ground, *strip.marks))


def _ruled(strip: Strip, context: Context, *, above: float, below: float) -> Strip:
    measure, colour = context.page.measure, context.style.rules.colour
    marks = list(strip.marks)
    if above:
        marks.append(Rule(0, 0, measure, 0, above, colour))
    if below:
        marks.append(Rule(0, strip.height, measure, strip.height, below, colour))
    return replace(strip, marks=tuple(marks))


def split_strip(strip: Strip, depth: float) -> Iterator[Strip]:
    """A strip as parts no higher than `depth` pt, cut between its lines of text."""
    if strip.height <= depth:
        yield strip
        return
    lines = sorted(mark.y for mark in strip.marks if isinstance(mark, PlacedLine))
    cut = max((y for y in lines if y + CELL_PADDING <= depth), default=depth) + CELL_PADDING
    upper = [mark for mark in strip.marks if _height_of(mark) <= cut]
    lower = [mark for mark in strip.marks if _height_of(mark) > cut]
    yield replace(strip, height=cut, marks=tuple(upper))
    rest = replace(strip, height=strip.height - cut, marks=tuple(_lifted(lower, cut)))
    yield from split_strip(rest, depth)


def _height_of(mark: Mark) -> float:
    if isinstance(mark, PlacedLine | FigureMark):
        return mark.y
    if isinstance(mark, Link):
        return (mark.y0 + mark.y1) / 2
    return mark.y0 if isinstance(mark, Rule) else 0.0


def _lifted(marks: list[Mark], by: float) -> Iterator[Mark]:
    for mark in marks:
        if isinstance(mark, Rule):
            yield replace(mark, y0=mark.y0 - by, y1=mark.y1 - by)
        else:
            yield from shift((mark,), 0.0, -by)


def panel_strips(panel: KeyFigures, context: Context) -> Iterator[Strip]:
    """A panel of large numbers: rows of up to three, the number over what it counts."""
    yield replace(AIR, snap=True)
    columns = panel.columns
    rows = [panel.entries[at : at + columns] for at in range(0, len(panel.entries), columns)]
    for number, row in enumerate(rows):
        strip = _panel_row(row, columns, context)
        rules = context.style.rules
        marks = list(strip.marks)
        measure = context.page.measure
        if number == 0:
            marks.append(Rule(0, 0, measure, 0, rules.outer, rules.accent))
        last = number == len(rows) - 1
        width = rules.outer if last else rules.inner
        marks.append(Rule(0, strip.height, measure, strip.height, width, rules.accent))
        yield replace(strip, marks=tuple(marks), keep=number > 0 and last)
    yield AIR


def _panel_row(entries: tuple[KeyFigure, ...], columns: int, context: Context) -> Strip:
    width = context.page.measure / columns
    values = [
        stack_texts(each.value, _panel_box("figure-value", width), context) for each in entries
    ]
    labels = [
        stack_texts(each.label, _panel_box("figure-label", width), context) for each in entries
    ]
    split = CELL_PADDING + max(height for _, height in values)
    depth = split + max(height for _, height in labels) + CELL_PADDING
    marks: list[Mark] = []
    for number, ((value, _), (label, _)) in enumerate(zip(values, labels, strict=True)):
        x = number * width + CELL_PADDING
        marks += shift(value, x, CELL_PADDING)
        marks += shift(label, x, split)
    return Strip(depth, tuple(marks))


def _panel_box(role: str, width: float) -> Box:
    return Box(role, width - 2 * CELL_PADDING)
