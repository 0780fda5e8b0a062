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
    Section,
)
from makebrief.layout.blocks import block_strips
from makebrief.layout.context import Context
from makebrief.layout.marks import Page, Strip
from makebrief.layout.pages import fill_pages, finish_page
from makebrief.layout.references import resolve_pages


def layout_document(document: Document, context: Context) -> tuple[Page, ...]:
    """The pages of a document; numbers count the sheets' pages from 1, covers included."""
    context = replace(context, names=document.names)
    pages: list[Page] = []
    for section in document.sections:
        for flow in _flows(section, context):
            for strips in fill_pages(flow, context):
                number = len(pages) + 1
                pages.append(finish_page(number, strips, section.page != "cover", context))
    return resolve_pages(tuple(pages), context)


def _flows(section: Section, context: Context) -> Iterator[list[Strip]]:
    """A section's strips, a list for each stretch between page breaks."""
    flow: list[Strip] = []
    holding = False
    for block in section.blocks:
        if isinstance(block, PageBreak):
            if flow:
                yield flow
            flow = []
            continue
        for number, strip in enumerate(block_strips(block, context)):
            flow.append(replace(strip, keep=True) if holding and number == 0 else strip)
        holding = _holds_next(block, context)
    if flow:
        yield flow


def _holds_next(block: Block, context: Context) -> bool:
    """Whether what follows a block must begin on its page."""
    if isinstance(block, Heading):
        return True
    if isinstance(block, Facing):
        return context.style.role(block.pairs[-1].role).zh.keep_with_next
    return isinstance(block, Paragraph) and context.style.role(block.role).zh.keep_with_next
