"""Body text on the first page (P6)."""

from __future__ import annotations

import pytest

from makebrief.document.model import Block, Heading, Paragraph, Space
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import Page
from tests.lines import placed_lines
from tests.samples import context, document, pair

LINES = context().page.lines
PITCH = context().page.line_pitch


def first_page(before: int, *, blanks: int = 3) -> Page:
    """The first page of so many lines of heading, blank lines, and body text."""
    blocks: tuple[Block, ...] = (
        *(Heading(0, pair(f"标题{number}"), f"h{number}") for number in range(before)),
        Space(blanks),
        Paragraph("body", pair("发展" * 25)),
        Space(1),
        Paragraph("body", pair("稳定" * 25)),
    )
    return layout_document(document(*blocks), context())[0]


def body_lines(page: Page) -> list[float]:
    """How far down the lines of body text stand on a page, in lines of the grid."""
    return [
        round((placed.y - context().page.top) / PITCH, 2)
        for placed in page.strips
        for line in placed.strip.marks
        if getattr(line, "role", "") == "body"
    ]


def test_blank_lines_stay_where_body_text_has_room() -> None:
    before = LINES - 3 - 2
    assert body_lines(first_page(before))[0] == before + 3


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_p6_as_many_blank_lines_give_way_as_body_text_needs(missing: int) -> None:
    page = first_page(LINES - 3 - 2 + missing)

    assert body_lines(page) == [LINES - 2, LINES - 1]
    assert len(placed_lines(page)) == LINES - (3 - missing) + 1, "and a page number"


def test_p6_a_line_stands_alone_if_no_blank_line_is_left() -> None:
    assert body_lines(first_page(LINES - 1)) == [LINES - 1]
    assert body_lines(first_page(LINES - 1, blanks=0)) == [LINES - 1]


def test_all_stays_where_nothing_helps() -> None:
    page = first_page(LINES)
    assert body_lines(page) == []
    assert len(placed_lines(page)) == LINES + 1, "the headings and a page number"
