"""A bilingual Document into one whose pairs of texts stand side by side."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from makebrief.document.model import (
    Block,
    Document,
    Facing,
    FacingPair,
    ListBlock,
    Paragraph,
    Section,
    Texts,
)


def face_pairs(document: Document, spanning: frozenset[str]) -> Document:
    """The document with its paragraphs and lists in two columns.

    Headings, tables, charts and roles in `spanning` take the whole measure: a heading inside a
    table would be lost to Word's navigation pane.
    """
    sections = tuple(
        replace(section, blocks=tuple(_blocks(section, spanning))) for section in document.sections
    )
    return replace(document, sections=sections)


def _blocks(section: Section, spanning: frozenset[str]) -> Iterator[Block]:
    waiting: list[FacingPair] = []
    for block in section.blocks:
        pairs = list(_pairs(block, spanning))
        if pairs:
            waiting += pairs
            continue
        if waiting:
            yield Facing(tuple(waiting))
            waiting = []
        yield block
    if waiting:
        yield Facing(tuple(waiting))


def _pairs(block: Block, spanning: frozenset[str]) -> Iterator[FacingPair]:
    if isinstance(block, Paragraph) and block.role not in spanning:
        yield _pair(block.role, block.texts)
    elif isinstance(block, ListBlock):
        for number, texts in enumerate(block.items, 1):
            pair = _pair("list", texts)
            yield replace(pair, listed=True, number=number if block.numbered else None)


def _pair(role: str, texts: Texts) -> FacingPair:
    return FacingPair(role, texts[0], texts[1] if len(texts) > 1 else None)
