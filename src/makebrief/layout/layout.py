"""A Document into pages: every mark placed, every page reference resolved, in one pass."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from makebrief.document.model import (
    Block,
    Document,
    Facing,
    Heading,
    PageBreak,
    Paragraph,
    Table,
)
from makebrief.document.turned import turned_parts
from makebrief.layout.blocks import block_strips
from makebrief.layout.columns import turned_context
from makebrief.layout.context import Context
from makebrief.layout.facing import over_columns
from makebrief.layout.first_page import show_body
from makebrief.layout.footnotes import take_notes
from makebrief.layout.formal import imprint_strip
from makebrief.layout.marks import Page, PlacedStrip, Strip
from makebrief.layout.pages import fill_pages, finish_page
from makebrief.layout.plans import TablePlans
from makebrief.layout.references import resolve_pages
from makebrief.layout.running import with_running
from makebrief.layout.tables import planned_strips
from makebrief.style.model import MM


def layout_document(document: Document, context: Context) -> tuple[Page, ...]:
    """The pages of a document; numbers count the sheets' pages from 1, covers included."""
    context = replace(context, names=document.names)
    pages: list[Page] = []
    plans = TablePlans(context)
    for section in document.sections:
        footnotes = {note.name: note for note in section.footnotes}
        numbered = section.page != "cover"
        for part in turned_parts(section.blocks, plans.is_turned):
            own = turned_context(context) if part.turned else context
            for flow in _flows(part.blocks, own, plans):
                marked, notes = take_notes(flow, footnotes, own)
                if numbered and not pages:
                    marked = show_body(marked, own, notes)
                footnotes = {each: footnotes[each] for each in footnotes if each not in notes.lines}
                for strips in fill_pages(marked, own, notes):
                    number = len(pages) + 1
                    pages.append(finish_page(number, strips, numbered, context, part.turned))
    if document.imprint:
        _add_imprint(pages, imprint_strip(document.imprint, context), context)
    if document.running.heads or document.running.watermark:
        pages = [with_running(page, document.running, context) for page in pages]
    return resolve_pages(tuple(pages), context)


def _add_imprint(pages: list[Page], strip: Strip, context: Context) -> None:
    """Puts the imprint at the foot of the last page's type area, on a new page if need be (P13)."""
    page = context.page
    y = (page.height - page.margins.bottom) * MM - strip.height
    last = pages[-1] if pages else None
    if last is None or last.turned or any(each.y + each.strip.height > y for each in last.strips):
        pages.append(finish_page(len(pages) + 1, (), True, context))
    placed = PlacedStrip(page.left, y, strip)
    pages[-1] = replace(pages[-1], strips=(*pages[-1].strips, placed))


def _flows(blocks: tuple[Block, ...], context: Context, plans: TablePlans) -> Iterator[list[Strip]]:
    """The strips of blocks, a list for each stretch between page breaks."""
    flow: list[Strip] = []
    holding = False
    in_columns = any(isinstance(block, Facing) for block in blocks)
    for block in blocks:
        if isinstance(block, PageBreak):
            if flow:
                yield flow
            flow = []
            continue
        strips = _strips(block, context, plans)
        if in_columns and isinstance(block, Heading):
            strips = over_columns(strips, context)
        for number, strip in enumerate(strips):
            flow.append(replace(strip, keep=True) if holding and number == 0 else strip)
        holding = _holds_next(block, context)
    if flow:
        yield flow


def _strips(block: Block, context: Context, plans: TablePlans) -> Iterator[Strip]:
    """The strips of a block, a table's by its plan."""
    if isinstance(block, Table):
        return planned_strips(block, plans.plan(block), context)
    return block_strips(block, context)


def _holds_next(block: Block, context: Context) -> bool:
    """Whether what follows a block must begin on its page."""
    if isinstance(block, Heading):
        return True
    if isinstance(block, Facing):
        return context.style.role(block.pairs[-1].role).zh.keep_with_next
    return isinstance(block, Paragraph) and context.style.role(block.role).zh.keep_with_next
