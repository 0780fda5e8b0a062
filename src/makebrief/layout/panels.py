"""Panels of key figures into strips: large numbers over what they count."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from makebrief.document.model import KeyFigure, KeyFigures
from makebrief.layout.context import Context
from makebrief.layout.marks import Mark, Rule, Strip
from makebrief.layout.paragraphs import Box, shift, stack_texts
from makebrief.layout.tables import AIR

PANEL_PADDING = 4.0
"""Blank beside and above a panel's texts, in pt."""


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
        stack_texts(each.value, panel_box("figure-value", width), context) for each in entries
    ]
    labels = [
        stack_texts(each.label, panel_box("figure-label", width), context) for each in entries
    ]
    split = PANEL_PADDING + max(height for _, height in values)
    depth = split + max(height for _, height in labels) + PANEL_PADDING
    marks: list[Mark] = []
    for number, ((value, _), (label, _)) in enumerate(zip(values, labels, strict=True)):
        x = number * width + PANEL_PADDING
        marks += shift(value, x, PANEL_PADDING)
        marks += shift(label, x, split)
    return Strip(depth, tuple(marks))


def panel_box(role: str, width: float) -> Box:
    """Where the texts of a panel's cell are set, which is so wide, in pt."""
    return Box(role, width - 2 * PANEL_PADDING)
