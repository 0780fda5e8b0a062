from __future__ import annotations

from collections.abc import Iterable

import pytest

from makebrief.document.model import Column, KeyFigure, KeyFigures, Paragraph, Run, Table
from makebrief.errors import BriefError
from makebrief.layout.columns import plan_table
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import FigureMark, Link, Page, PlacedLine, Rule, Strip
from makebrief.layout.panels import panel_strips
from makebrief.layout.splitting import split_strip
from makebrief.layout.tables import table_strips
from tests.lines import words_of
from tests.samples import ORIGIN, context, document, pair, text

MEASURE = context().page.measure
PITCH = context().page.line_pitch


def table(rows: int, *widths: int | None, words: str = "甲") -> Table:
    columns = tuple(
        Column(pair(f"列{at}", f"Column {at}"), "left", width)
        for at, width in enumerate(widths or (None, None, None))
    )
    cells = tuple(
        tuple(pair(f"{words}{row}·{at}", f"cell {row}.{at}") for at in range(len(columns)))
        for row in range(rows)
    )
    return Table(pair("表题", "Caption"), columns, cells, pair("表注", "Note"))


def words_in(strips: Iterable[Strip]) -> list[str]:
    return [
        words_of(mark) for strip in strips for mark in strip.marks if isinstance(mark, PlacedLine)
    ]


def words_on(page: Page) -> list[str]:
    return words_in(placed.strip for placed in page.strips)


@pytest.mark.parametrize(
    "made",
    [
        table(2),
        table(2, 1, 2, 3),
        table(2, None, 5, 5),
        table(3, words="很长的中文单元格文字，" * 6),
        table(1, None, words="甲" * 200),
        table(2, *[None] * 12, words="聊城市"),
    ],
)
def test_the_columns_fill_the_measure_exactly(made: Table) -> None:
    widths = plan_table(made, context()).widths
    assert sum(widths) == pytest.approx(MEASURE)
    assert all(width > 8 for width in widths)


def test_an_authors_shares_are_kept() -> None:
    widths = plan_table(table(2, 1, 2, 3), context()).widths
    assert [width / MEASURE for width in widths] == pytest.approx([1 / 6, 2 / 6, 3 / 6])


def test_every_word_of_a_table_is_set_once() -> None:
    words = words_in(table_strips(table(3), context()))
    assert words[:2] == ["表题", "Caption"]
    assert words[-2:] == ["表注", "Note"]
    assert sorted(words[2:-2]) == sorted(
        [f"列{at}" for at in range(3)]
        + [f"Column {at}" for at in range(3)]
        + [f"甲{row}·{at}" for row in range(3) for at in range(3)]
        + [f"cell {row}.{at}" for row in range(3) for at in range(3)]
    )


def test_the_head_is_repeated_on_every_page_of_the_table() -> None:
    pages = layout_document(document(table(60)), context())
    assert len(pages) > 2
    for number, page in enumerate(pages):
        words = words_on(page)
        assert words.count("列0") == 1
        assert words[0] == ("续表　Table, continued" if number else "表题")
    rows = [word for page in pages for word in words_on(page) if word.startswith("甲")]
    assert len(rows) == 180


def test_the_head_is_not_repeated_after_the_table() -> None:
    filler = [Paragraph("body", pair("行")) for _ in range(40)]
    pages = layout_document(document(table(2), *filler), context())
    assert sum(words_on(page).count("列0") for page in pages) == 1


def test_caption_head_and_first_row_stay_together_and_so_do_last_row_and_note() -> None:
    for before in range(10, 23):
        filler = [Paragraph("body", pair("行")) for _ in range(before)]
        pages = layout_document(document(*filler, table(3)), context())
        [caption] = [at for at, page in enumerate(pages) if "表题" in words_on(page)]
        [first] = [at for at, page in enumerate(pages) if "甲0·0" in words_on(page)]
        [last] = [at for at, page in enumerate(pages) if "甲2·0" in words_on(page)]
        [note] = [at for at, page in enumerate(pages) if "表注" in words_on(page)]
        assert caption == first, before
        assert last == note, before


def test_rules_span_the_measure_above_and_below() -> None:
    rules = [
        mark
        for strip in table_strips(table(3), context())
        for mark in strip.marks
        if isinstance(mark, Rule)
    ]
    assert len(rules) == 3
    assert all((rule.x0, rule.x1) == (0, MEASURE) for rule in rules)


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_cells_follow_their_columns_alignment(align: str) -> None:
    columns = (Column(pair("列"), align, 1), Column(pair("列"), "left", 1))  # type: ignore[arg-type]
    made = Table((), columns, ((pair("甲"), pair("乙")),))
    row = list(table_strips(made, context()))[1]
    line = next(mark for mark in row.marks if isinstance(mark, PlacedLine))
    half = MEASURE / 2
    wanted = {"left": 4, "center": (half - 12) / 2, "right": half - 4 - 12}[align]
    assert line.x == pytest.approx(wanted)


def tall_row() -> Table:
    """A table with a row three pages high."""
    cells = (pair("聊城市市场监督管理局，" * 300), pair("短"))
    return Table(
        pair("表题"), (Column(pair("甲"), "left", 1), Column(pair("乙"), "left", 1)), (cells,)
    )


def test_a_row_higher_than_a_page_is_cut_between_its_lines_and_loses_nothing() -> None:
    pages = layout_document(document(tall_row()), context())
    assert len(pages) > 3
    words = "".join(
        word for page in pages for word in words_on(page) if "市" in word or "，" in word
    )
    assert words.count("聊") == 300
    assert sum(words_on(page).count("短") for page in pages) == 1
    geometry = context().page
    for page in pages:
        for placed in page.strips:
            for mark in placed.strip.marks:
                if isinstance(mark, PlacedLine) and mark.role == "table-cell":
                    assert geometry.top < placed.y + mark.y < geometry.top + geometry.depth


def test_what_is_cut_keeps_links_and_figures_beside_their_lines() -> None:
    tail = (Run("网站", link="https://a.cn"), Run("62", figure="d.n", number=True))
    cell = (text("聊城，" * 600, *tail),)
    made = Table((), (Column(pair("甲"), "left", 1),), ((cell,),))
    pages = layout_document(document(made), context())
    for kind in (Link, FigureMark):
        [home] = [
            page.number
            for page in pages
            for placed in page.strips
            if any(isinstance(mark, kind) for mark in placed.strip.marks)
        ]
        assert home == pages[-1].number
    [height] = [
        placed.y + mark.y0
        for placed in pages[-1].strips
        for mark in placed.strip.marks
        if isinstance(mark, Link)
    ]
    assert height > context().page.top


def test_a_strip_that_fits_is_not_cut() -> None:
    strip = Strip(100.0)
    assert list(split_strip(strip, 100.0, 4.0)) == [strip]


def test_a_head_as_high_as_a_page_still_ends() -> None:
    columns = (Column(pair("聊" * 4000), "left", 1),)
    made = Table((), columns, ((pair("甲"),),))
    words = words_in(table_strips(made, context()))
    assert sum(word.count("聊") for word in words) >= 4000


def test_a_word_wider_than_any_page_is_refused_where_the_table_stands() -> None:
    with pytest.raises(BriefError) as failure:
        plan_table(table(2, words="A" * 400), context())
    [found] = failure.value.diagnostics
    assert "the table “表题” with 3 columns fits no page" in found.text("en")
    assert found.span == ORIGIN.span


def panel(count: int) -> KeyFigures:
    return KeyFigures(
        tuple(
            KeyFigure(pair(f"{at}家", f"{at} firms"), pair(f"企业{at}", f"Firms {at}"))
            for at in range(count)
        )
    )


@pytest.mark.parametrize(
    ("count", "rows"),
    [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (9, [3, 3, 3])],
)
def test_a_panel_has_even_rows_of_up_to_three(count: int, rows: list[int]) -> None:
    strips = [strip for strip in panel_strips(panel(count), context()) if words_in([strip])]
    assert [sum("家" in word for word in words_in([strip])) for strip in strips] == rows


def test_a_panels_entries_stand_inside_the_measure_and_their_own_share() -> None:
    for strip in panel_strips(panel(3), context()):
        for mark in strip.marks:
            if isinstance(mark, PlacedLine):
                share = int(words_of(mark).strip("家企业firmsF "))
                assert share * MEASURE / 3 <= mark.x
                assert mark.x + mark.width <= (share + 1) * MEASURE / 3
                assert 0 < mark.y < strip.height
