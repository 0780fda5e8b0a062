"""Tables into strips: caption, head, rows, notes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from makebrief.document.captions import continued_words
from makebrief.document.model import Run, Table, Text
from makebrief.layout.captions import caption_strips, remark_strips
from makebrief.layout.columns import TablePlan, plan_table, turned_context
from makebrief.layout.context import Context
from makebrief.layout.marks import Area, PlacedLine, Rule, Strip
from makebrief.layout.paragraphs import Box, stack_texts
from makebrief.layout.rows import Setter
from makebrief.layout.splitting import split_strip

AIR = Strip(6.0, blank=True)
"""The least that parts a table, panel or chart from the text around it."""

_PART_LINES = 3
"""Into how many lines of the grid a row is cut that takes more than half a page."""

_APART = "　"


def table_strips(table: Table, context: Context) -> Iterator[Strip]:
    """A table: its caption, its head (repeated on each page), its rows, its notes."""
    plan = plan_table(table, context)
    return planned_strips(table, plan, turned_context(context) if plan.turned else context)


def planned_strips(table: Table, plan: TablePlan, context: Context) -> Iterator[Strip]:
    """A table as planned, in the context of the page that the plan puts it on."""
    yield from caption_strips(table, context)
    setter = Setter(table, plan, context)
    rules = context.style.rules
    head = _filled(_ruled(setter.head(), context, above=rules.outer, below=rules.inner), context)
    repeated = _repeated(table, head, context)
    room = context.page.depth - sum(each.height for each in repeated)
    for number, part in enumerate(split_strip(head, context.page.depth, setter.edge)):
        yield replace(part, keep=number == 0, snap=number == 0)
    rows = setter.body()
    together = is_together([row.height for row in rows], context)
    last = len(rows) - 1
    ends = never_alone(len(rows))
    for number, row in enumerate(rows):
        above = rules.inner if table.total and number == last and number else 0.0
        strip = _ruled(row, context, above=above, below=rules.outer if number == last else 0.0)
        depth = room if strip.height <= room / 2 else _PART_LINES * context.page.line_pitch
        for at, part in enumerate(split_strip(strip, depth, setter.edge)):
            keep = at == 0 and (together or row.keep or number in ends)
            yield replace(part, keep=keep, head=(*repeated, *row.head))
    yield from remark_strips((table.note, table.source), context)
    yield AIR


def never_alone(rows: int) -> frozenset[int]:
    """The rows that stay with what is before them, so that no page has one row of a table alone."""
    return frozenset({0, 1, rows - 1})


def is_together(heights: list[float], context: Context) -> bool:
    """Whether a table stays on one page: if its rows take no more than two fifths of it."""
    return sum(heights) <= context.page.depth * 2 / 5


def _repeated(table: Table, head: Strip, context: Context) -> tuple[Strip, ...]:
    """What a table begins with on each further page: that it goes on, and its head."""
    if head.height > context.page.depth / 2:
        return ()
    words = continued_words(table, context.style.captions)
    if not words:
        return (head,)
    first = table.caption[0]
    text = Text(first.language, (Run(_APART.join(words)),), first.origin)
    box = Box("table-note", context.page.measure, align="right")
    marks, height = stack_texts((text,), box, context)
    ours = (replace(each, origin=None) if isinstance(each, PlacedLine) else each for each in marks)
    return Strip(height, tuple(ours)), head


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
