"""Every kind of block and who writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

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
from makebrief.word.charts import write_chart
from makebrief.word.desk import Desk
from makebrief.word.formal import write_annex_list, write_masthead, write_signature
from makebrief.word.formats import number_properties
from makebrief.word.pictures import write_picture
from makebrief.word.references import write_contents, write_figure_index, write_heading
from makebrief.word.tables import write_facing, write_key_figures, write_table
from makebrief.word.text import Setting, set_text


def write_block(block: Block, desk: Desk) -> None:
    """A block at the end of the story."""
    WRITERS[type(block)](block, desk)


def _write_paragraph(paragraph: Paragraph, desk: Desk) -> None:
    for text in paragraph.texts:
        desk.story.append(set_text(desk, text, Setting(paragraph.role)))
    desk.lead.lines += max(0, paragraph.lines - len(paragraph.texts))


def _write_list(block: ListBlock, desk: Desk) -> None:
    """Bullets come from the style; numbers from a list of this block's own in each language."""
    lists: dict[str, int] = {}
    for item in block.items:
        for text in item:
            number = None
            if block.numbered:
                if text.language not in lists:
                    lists[text.language] = desk.lists.new_numbered(text.language)
                number = number_properties(0, lists[text.language])
            desk.story.append(set_text(desk, text, Setting("list", number=number)))


def _write_page_break(_block: PageBreak, desk: Desk) -> None:
    """Blank lines before a new page fall away."""
    desk.lead.lines = 0
    desk.lead.new_page = True


def _write_space(block: Space, desk: Desk) -> None:
    desk.lead.lines += block.lines


WRITERS: Mapping[type[Any], Callable[[Any, Desk], None]] = MappingProxyType(
    {
        Chart: write_chart,
        Contents: write_contents,
        Facing: write_facing,
        FigureIndex: write_figure_index,
        Heading: write_heading,
        KeyFigures: write_key_figures,
        ListBlock: _write_list,
        PageBreak: _write_page_break,
        Paragraph: _write_paragraph,
        Picture: write_picture,
        Masthead: write_masthead,
        Signature: write_signature,
        AnnexList: write_annex_list,
        Space: _write_space,
        Table: write_table,
    }
)
"""The writer of every kind of block; a test holds it against the Document's own list."""
