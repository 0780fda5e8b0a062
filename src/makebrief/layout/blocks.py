"""Blocks into strips: one function a kind of block, in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from makebrief.document.model import (
    AnnexList,
    Block,
    Chart,
    Contents,
    Facing,
    FigureIndex,
    Heading,
    KeyFigures,
    ListBlock,
    Masthead,
    PageBreak,
    Paragraph,
    Picture,
    Signature,
    Space,
    Table,
)
from makebrief.layout.captions import caption_strips
from makebrief.layout.charts import chart_strips
from makebrief.layout.context import Context
from makebrief.layout.facing import facing_strips
from makebrief.layout.formal import annex_list_strips, masthead_strips, signature_strips
from makebrief.layout.marks import Anchor, PlacedPicture, Strip
from makebrief.layout.panels import panel_strips
from makebrief.layout.paragraphs import Box, blank_lines, list_marker, paragraph_strips
from makebrief.layout.references import contents_strips, heading_lead, index_strips
from makebrief.layout.tables import table_strips
from makebrief.style.model import MM


def block_strips(block: Block, context: Context) -> Iterator[Strip]:
    """The strips of a block."""
    return LAYOUTS[type(block)](block, context)


def _paragraph(block: Paragraph, context: Context) -> Iterator[Strip]:
    lines = 0
    for strip in paragraph_strips(block.texts, Box(block.role, context.page.measure), context):
        lines += 1
        yield strip
    if lines < block.lines:
        yield Strip((block.lines - lines) * context.page.line_pitch)


def _heading(block: Heading, context: Context) -> Iterator[Strip]:
    role = f"heading{block.level}" if block.level else "title"
    leads = {text.language: heading_lead(block, text, context) for text in block.texts}
    title = " ".join(leads[text.language] + text.plain for text in block.texts)
    anchor = Anchor(block.anchor, title, block.level, 0.0)
    strips = list(paragraph_strips(block.texts, Box(role, context.page.measure, leads), context))
    named = next(at for at, strip in enumerate(strips) if not strip.blank)
    for at, strip in enumerate(strips):
        marks = (anchor, *strip.marks) if at == named else strip.marks
        yield replace(strip, marks=marks, keep=at > named)


def _list(block: ListBlock, context: Context) -> Iterator[Strip]:
    for number, texts in enumerate(block.items, 1):
        marker = list_marker(number if block.numbered else None)
        box = Box("list", context.page.measure, marker=marker)
        yield from paragraph_strips(texts, box, context)


def _picture(block: Picture, context: Context) -> Iterator[Strip]:
    across, down = block.pixels
    measure = context.page.measure
    captions = list(caption_strips(block, context))
    room = context.page.depth - sum(strip.height for strip in captions)
    width = min(block.width * MM, measure)
    height = min(width * down / across, room - context.page.line_pitch)
    width = height * across / down
    depth = context.whole_lines(height)
    alt = " ".join(text.plain for text in block.alt)
    x, y = (measure - width) / 2, (depth - height) / 2
    picture = PlacedPicture(x, y, width, height, block.data, alt)
    yield Strip(depth, (picture,), snap=True)
    for strip in captions:
        yield replace(strip, keep=True)


def _page_break(_block: PageBreak, _context: Context) -> Iterator[Strip]:
    return iter(())


def _space(block: Space, context: Context) -> Iterator[Strip]:
    return blank_lines(block.lines, context)


LAYOUTS: Mapping[type, Callable[[Any, Context], Iterator[Strip]]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    ListBlock: _list,
    Facing: facing_strips,
    KeyFigures: panel_strips,
    Table: table_strips,
    Chart: chart_strips,
    Picture: _picture,
    Contents: contents_strips,
    FigureIndex: index_strips,
    Masthead: masthead_strips,
    Signature: signature_strips,
    AnnexList: annex_list_strips,
    PageBreak: _page_break,
    Space: _space,
}
