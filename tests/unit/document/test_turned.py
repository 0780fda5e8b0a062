from __future__ import annotations

from makebrief.document.model import Block, Column, Heading, Paragraph, Table
from makebrief.document.turned import turned_parts
from tests.samples import pair

WIDE = Table(pair("宽"), (Column(pair("列"), "left"),), ((pair("格"),),), landscape=True)
NARROW = Table(pair("窄"), (Column(pair("列"), "left"),), ((pair("格"),),))
TEXT = Paragraph("body", pair("文"))
HEADING = Heading(1, pair("题"), "h", 1)


def parts(*blocks: Block) -> list[tuple[bool, tuple[Block, ...]]]:
    found = turned_parts(blocks, lambda table: table.landscape)
    return [(part.turned, part.blocks) for part in found]


def test_a_wide_table_has_a_part_of_its_own() -> None:
    assert parts(TEXT, WIDE, NARROW) == [
        (False, (TEXT,)),
        (True, (WIDE,)),
        (False, (NARROW,)),
    ]


def test_headings_go_with_the_table_that_they_head() -> None:
    assert parts(TEXT, HEADING, HEADING, WIDE) == [
        (False, (TEXT,)),
        (True, (HEADING, HEADING, WIDE)),
    ]
    assert parts(HEADING, WIDE) == [(True, (HEADING, WIDE))]


def test_nothing_is_lost() -> None:
    blocks = (WIDE, WIDE, HEADING, TEXT, HEADING, WIDE, TEXT)
    assert sum((part for _, part in parts(*blocks)), ()) == blocks
