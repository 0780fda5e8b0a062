"""Strips on pages: what stays together, what moves to the grid, what the foot says."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from makebrief.document.model import Heading, PageBreak, Paragraph, Space
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import Page, PlacedLine, Strip
from makebrief.layout.pages import fill_pages
from makebrief.layout.paragraphs import Box, paragraph_strips
from makebrief.style.model import MM
from tests.lines import words_of
from tests.samples import context, document, pair, text

GEOMETRY = context().page
PITCH = GEOMETRY.line_pitch
LINES = GEOMETRY.lines


def line(**fields: bool) -> Strip:
    return Strip(PITCH, **fields)  # type: ignore[arg-type]


def counts(strips: list[Strip]) -> list[int]:
    return [len(page) for page in fill_pages(strips, context())]


def test_a_page_takes_as_many_lines_as_the_grid_has() -> None:
    assert counts([line()] * LINES) == [LINES]
    assert counts([line()] * (LINES + 1)) == [LINES, 1]
    assert counts([line()] * (3 * LINES)) == [LINES] * 3


def test_l9_what_is_kept_moves_with_what_is_before_it() -> None:
    chain = [line(), line(keep=True), line(keep=True)]
    assert counts([line()] * (LINES - 2) + chain) == [LINES - 2, 3]
    assert counts([line()] * (LINES - 3) + chain) == [LINES]


def test_l9_a_chain_longer_than_a_page_is_broken_where_the_page_ends() -> None:
    assert counts([line()] + [line(keep=True)] * (LINES + 4)) == [LINES, 5]


def test_a_blank_is_dropped_at_a_pages_top() -> None:
    assert counts([line()] * LINES + [line(blank=True)] * 2 + [line()]) == [LINES, 1]


def test_a_blank_at_the_end_makes_no_page() -> None:
    assert counts([line()] * LINES + [line(blank=True)]) == [LINES]


def test_a_blank_stays_inside_a_page_and_at_the_very_beginning() -> None:
    assert counts([line(blank=True), line(), line(blank=True), line()]) == [4]


def test_a_strip_higher_than_a_page_still_ends() -> None:
    assert counts([line(), Strip(PITCH * (LINES + 5)), line()]) == [1, 1, 1]


def test_l10_what_snaps_begins_on_a_line_of_the_grid() -> None:
    [page] = fill_pages(
        [Strip(10.0), line(snap=True), Strip(PITCH + 1), line(snap=True)], context()
    )
    tops = [placed.y / PITCH for placed in page]
    assert tops == pytest.approx([0, 1, 2, 4])


def test_l10_rounding_does_not_move_a_line_down() -> None:
    strips = [Strip(PITCH / 3)] * 3 + [line(snap=True)]
    [page] = fill_pages(strips, context())
    assert page[-1].y == pytest.approx(PITCH)


def test_a_head_is_repeated_and_takes_its_room() -> None:
    head = Strip(PITCH)
    rows = [Strip(PITCH, head=(head,)) for _ in range(2 * LINES)]
    pages = list(fill_pages([head, *rows], context()))
    assert [len(page) for page in pages] == [LINES, LINES, 3]
    assert all(page[0].strip is head for page in pages)
    assert pages[1][1].y == PITCH


def paragraph(lines: int) -> list[Strip]:
    """A paragraph of so many lines of Chinese."""
    words = "聊" * (26 + 28 * (lines - 2) + 14) if lines > 1 else "聊" * 10
    strips = list(paragraph_strips((text(words),), Box("body", 28 * 16.0), context()))
    assert len(strips) == lines
    return strips


@pytest.mark.parametrize("lines", [1, 2, 3, 4, 5, 6])
def test_l9_no_single_line_stands_alone_at_a_pages_top_or_foot(lines: int) -> None:
    for before in range(LINES - 6, LINES + 1):
        pages = list(fill_pages([line()] * before + paragraph(lines), context()))
        shares = [sum(1 for placed in page if placed.strip.marks) for page in pages]
        assert sum(shares) == lines
        if lines > 1:
            assert 1 not in shares, (before, shares)


def layout(*blocks: object) -> tuple[Page, ...]:
    return layout_document(document(*blocks), context())  # type: ignore[arg-type]


def lines_on(page: Page, *, numbers: bool = False) -> list[str]:
    return [
        words_of(mark)
        for placed in page.strips
        for mark in placed.strip.marks
        if isinstance(mark, PlacedLine) and (mark.role == "page-number") == numbers
    ]


def test_l9_a_heading_is_never_last_on_a_page() -> None:
    for before in range(LINES - 5, LINES + 2):
        filler = [Paragraph("body", pair("行")) for _ in range(before)]
        heading = Heading(1, pair("标题", "Heading"), "h1", 1)
        pages = layout(*filler, heading, Paragraph("body", pair("正文")))
        for page in pages:
            assert not any(words in lines_on(page)[-1] for words in ("标题", "Heading")), before


def test_headings_in_a_row_stay_with_the_text_below_them() -> None:
    headings = [Heading(level, pair(f"题{level}"), f"h{level}", 1) for level in (1, 2, 3)]
    for before in range(LINES - 4, LINES + 1):
        filler = [Paragraph("body", pair("行")) for _ in range(before)]
        pages = layout(*filler, *headings, Paragraph("body", pair("正文")))
        [home] = [page for page in pages if "正文" in lines_on(page)]
        assert [each[-2:] for each in lines_on(home)][-4:] == ["题1", "题2", "题3", "正文"]


def test_p7_page_numbers_stand_right_on_odd_pages_and_left_on_even_ones() -> None:
    pages = layout(*[Paragraph("body", pair("行")) for _ in range(2 * LINES + 1)])
    assert [lines_on(page, numbers=True) for page in pages] == [["— 1 —"], ["— 2 —"], ["— 3 —"]]
    places = [
        (placed.x + mark.x, placed.x + mark.x + mark.width, placed.y + mark.y)
        for page in pages
        for placed in page.strips
        for mark in placed.strip.marks
        if isinstance(mark, PlacedLine) and mark.role == "page-number"
    ]
    left, right = GEOMETRY.left + 14, GEOMETRY.left + GEOMETRY.measure - 14
    assert [places[0][1], places[2][1]] == pytest.approx([right, right])
    assert places[1][0] == pytest.approx(left)
    below = [y - (297 - 35) * MM for _, _, y in places]
    assert all(7 * MM <= each <= 7 * MM + 14 for each in below)


def test_a_cover_has_no_page_number_and_counts() -> None:
    cover = layout_document(document(Paragraph("body", pair("封")), page="cover"), context())
    assert lines_on(cover[0], numbers=True) == []
    assert cover[0].number == 1


def test_a_page_break_begins_a_page_and_makes_no_empty_one() -> None:
    first, second = Paragraph("body", pair("一")), Paragraph("body", pair("二"))
    pages = layout(PageBreak(), first, PageBreak(), PageBreak(), second, PageBreak())
    assert [lines_on(page) for page in pages] == [["一"], ["二"]]


def test_l10_chinese_lines_stand_on_the_grid_on_every_page() -> None:
    blocks = [Paragraph("body", pair("聊城" * 40, "word " * 60)) for _ in range(12)]
    for page in layout(*blocks):
        tops = [
            (placed.y - GEOMETRY.top) / PITCH
            for placed in page.strips
            for mark in placed.strip.marks
            if isinstance(mark, PlacedLine) and mark.role == "body"
        ]
        assert tops == pytest.approx([round(top) for top in tops], abs=1e-6)


def test_everything_of_a_page_stands_inside_its_type_area() -> None:
    blocks = [Paragraph("body", pair("聊城，“东阿”。" * 12, "word " * 60)) for _ in range(12)]
    for page in layout(*blocks):
        for placed in page.strips:
            for mark in placed.strip.marks:
                if isinstance(mark, PlacedLine) and mark.role == "body":
                    assert placed.x + mark.x >= GEOMETRY.left - 0.01
                    assert placed.x + mark.x + mark.width <= GEOMETRY.left + GEOMETRY.measure + 0.1
            if placed.strip.marks and placed.strip.height:
                bottom = placed.y + placed.strip.height
                assert bottom <= GEOMETRY.top + GEOMETRY.depth + 0.01


def test_blank_lines_part_blocks_and_vanish_at_a_pages_top() -> None:
    one = Paragraph("body", pair("一"))
    [page] = layout(one, Space(2), one)
    ys = [
        placed.y
        for placed in page.strips
        if any(isinstance(m, PlacedLine) for m in placed.strip.marks)
    ]
    assert ys[1] - ys[0] == pytest.approx(3 * PITCH)
    filler = [one] * LINES
    assert lines_on(layout(*filler, Space(3), Paragraph("body", pair("二")))[1]) == ["二"]


def test_untranslated_chinese_is_marked_in_the_margin() -> None:
    texts = (replace(pair("尚未翻译")[0], untranslated=True),)
    [page] = layout(Paragraph("body", texts))
    assert lines_on(page) == ["尚未翻译", "[EN]"]
    [mark] = [
        (placed.x, mark)
        for placed in page.strips
        for mark in placed.strip.marks
        if isinstance(mark, PlacedLine) and words_of(mark) == "[EN]"
    ]
    assert mark[0] + mark[1].x > GEOMETRY.left + GEOMETRY.measure
