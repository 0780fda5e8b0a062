"""What stands over and under tables, charts and pictures: captions, units, notes, sources."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from makebrief.document.captions import caption_lead
from makebrief.document.model import Chart, Picture, Run, Table, Texts
from makebrief.layout.context import Context
from makebrief.layout.marks import Destination, Strip
from makebrief.layout.paragraphs import Box, paragraph_strips


def caption_strips(block: Table | Chart | Picture, context: Context) -> Iterator[Strip]:
    """A caption with its number, which is what references lead to."""
    captions = context.style.captions
    leads = {text.language: caption_lead(block, text.language, captions) for text in block.caption}
    box = Box("caption", context.page.measure, leads)
    waiting = bool(block.label.anchor)
    for strip in paragraph_strips(block.caption, box, context):
        if waiting and not strip.blank:
            waiting = False
            yield replace(strip, marks=(Destination(block.label.anchor, 0.0), *strip.marks))
        else:
            yield strip


def remark_strips(remarks: tuple[Texts | None, ...], context: Context) -> Iterator[Strip]:
    """Notes and sources under a table or chart, on its page."""
    for remark in remarks:
        box = Box("table-note", context.page.measure)
        for strip in paragraph_strips(remark or (), box, context):
            yield replace(strip, keep=True)


def with_unit(unit: Texts) -> Texts:
    """A unit as it stands over a chart: `单位：个`; what leads it in is not of the content."""
    leads = {"zh": "单位：", "en": "Unit: "}
    return tuple(
        replace(
            text,
            runs=(
                Run(leads[text.language]),
                *(replace(run, source=run.source or text.origin.path) for run in text.runs),
            ),
        )
        for text in unit
    )
