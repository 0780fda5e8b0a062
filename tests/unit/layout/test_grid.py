"""The page's grid: 22 lines of 28 characters that fill the type area (P3)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from makebrief.document.model import Block, ListBlock, Paragraph
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import Page, PlacedLine
from makebrief.style.model import MM
from tests.lines import right_edge, words_of
from tests.samples import context, document, text

HAN = "聊城市市场监督管理局召开行政指导会议走访企业收集意见建议解决诉求困难"


def set_pages(*blocks: Block) -> tuple[Page, ...]:
    """The pages of a document of these blocks."""
    return layout_document(document(*blocks), context())


def placed_lines(page: Page) -> Iterator[tuple[float, float, PlacedLine]]:
    """The lines of a page's text, each with its left and right edge in mm on the sheet."""
    for placed in page.strips:
        for mark in placed.strip.marks:
            if isinstance(mark, PlacedLine) and mark.role != "page-number":
                left = placed.x + mark.x + mark.runs[0].x
                yield left / MM, (placed.x + right_edge(mark)) / MM, mark


def test_p3_28_han_fill_a_line_from_edge_to_edge() -> None:
    [page] = set_pages(Paragraph("body", (text(HAN * 6),)))
    lines = list(placed_lines(page))
    assert [len(words_of(line)) for _, _, line in lines[:-1]] == [26] + [28] * (len(lines) - 2)
    for left, right, _ in lines[1:-1]:
        assert left == pytest.approx(28, abs=0.01)
        assert right == pytest.approx(210 - 26, abs=0.01)


def test_p3_22_lines_fill_a_page() -> None:
    pages = set_pages(Paragraph("body", (text(HAN * 60),)))
    assert [len(list(placed_lines(page))) for page in pages[:-1]] == [22] * (len(pages) - 1)
    tops = [placed.y for placed in pages[0].strips if placed.strip.height]
    assert tops[0] / MM == pytest.approx(37)
    assert (tops[-1] + context().page.line_pitch) / MM == pytest.approx(297 - 35, abs=0.4)


def test_p5_the_indent_is_two_places_of_the_grid() -> None:
    [page] = set_pages(Paragraph("body", (text(HAN * 3),)))
    [first, second, *_] = placed_lines(page)
    pitch = (156 - 16 / MM) / 27
    assert first[0] - second[0] == pytest.approx(2 * pitch, abs=0.01)
    assert first[1] == pytest.approx(184, abs=0.01)


def test_p3_turn_lines_of_a_list_stand_on_the_grid() -> None:
    [page] = set_pages(ListBlock(numbered=True, items=((text(HAN * 3),),)))
    lines = list(placed_lines(page))
    assert [len(words_of(line)) for _, _, line in lines[1:-1]] == [25] * (len(lines) - 2)
    assert lines[1][1] == pytest.approx(184, abs=0.01)


def test_p3_a_mark_at_the_end_gives_its_half_and_the_line_has_28_and_the_mark() -> None:
    [page] = set_pages(Paragraph("body", (text(HAN[:26] + HAN[:27] + "，" + HAN),)))
    [_, (_, right, line), *_] = placed_lines(page)
    assert words_of(line).endswith("，")
    assert right == pytest.approx(184, abs=0.04)


def test_p3_english_keeps_its_own_advances() -> None:
    [page] = set_pages(Paragraph("body", (text("The city held meetings. " * 9, language="en"),)))
    assert {run.tracking for _, _, line in placed_lines(page) for run in line.runs} == {0.0}
