"""Merged cells and tables on turned pages: nothing is lost, nothing lies on another."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from makebrief.checks.layout import Reading, broken_rules
from makebrief.document.arrange import arrange
from makebrief.document.captions import number_captions
from makebrief.document.model import Column, Footnote, Merged, Paragraph, Run, Table, Text
from makebrief.layout.columns import plan_table
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import Destination, Link, Page, PlacedLine, Strip
from makebrief.layout.rows import Setter
from makebrief.style.model import Captions
from tests.lines import words_of
from tests.samples import context, document, pair


def columns(count: int) -> tuple[Column, ...]:
    return tuple(Column(pair(f"列{at}"), "left") for at in range(count))


def grouped(rows: int, words: str = "合并") -> Table:
    """A table whose first column is one cell over all rows."""
    body = tuple((pair(words) if row == 0 else (), pair(f"第{row}行")) for row in range(rows))
    return Table(pair("表题"), columns(2), body, merged=(Merged(0, 0, 1, rows),))


def lines(strip: Strip) -> list[PlacedLine]:
    return [mark for mark in strip.marks if isinstance(mark, PlacedLine)]


def rows_of(made: Table) -> list[Strip]:
    return Setter(made, plan_table(made, context()), context()).body()


def test_a_cell_over_several_rows_stands_in_their_middle() -> None:
    strips = rows_of(grouped(4))
    tops = [sum(each.height for each in strips[:at]) for at in range(4)]
    [(top, line)] = [
        (top, line)
        for top, strip in zip(tops, strips, strict=True)
        for line in lines(strip)
        if words_of(line) == "合并"
    ]
    assert top + line.y == pytest.approx(sum(each.height for each in strips) / 2, abs=8)


def test_rows_grow_for_a_merged_cell_that_needs_more() -> None:
    plain = sum(strip.height for strip in rows_of(grouped(2)))
    made = grouped(2, "沿黄地区一体化推动工作会议" * 12)
    assert sum(strip.height for strip in rows_of(made)) > 1.5 * plain
    shown = "".join(words_of(line) for strip in rows_of(made) for line in lines(strip))
    assert shown.count("沿") == 12


def test_rows_under_one_cell_stay_together_while_they_fit() -> None:
    assert [strip.keep for strip in rows_of(grouped(3))] == [False, True, True]
    assert not any(strip.keep for strip in rows_of(grouped(60)))


def test_a_cell_over_many_rows_is_said_again_on_each_page() -> None:
    pages = layout_document(document(grouped(60)), context())
    assert len(pages) > 1
    for page in pages:
        shown = [words_of(mark) for mark in marks_of(page) if isinstance(mark, PlacedLine)]
        assert shown.count("合并") == 1


def marks_of(page: Page) -> list[object]:
    return [mark for placed in page.strips for mark in placed.strip.marks]


WIDE = Table(
    pair("横排的表", "A Turned Table"),
    columns(3),
    tuple(tuple(pair(f"格{row}{at}", f"Cell {row}{at}") for at in range(3)) for row in range(60)),
    landscape=True,
)
BEFORE, AFTER = Paragraph("body", pair("之前。")), Paragraph("body", pair("之后。"))


def test_a_turned_table_has_pages_of_its_own_that_break_no_rule() -> None:
    made = document(BEFORE, WIDE, AFTER)
    pages = layout_document(made, context())
    assert [page.turned for page in pages] == [False, *[True] * (len(pages) - 2), False]
    assert len(pages) > 3
    found = broken_rules(pages, context(), Reading(document=made))
    assert [each.message.key for each in found] == []


def test_marks_outside_of_a_turned_type_area_are_found() -> None:
    made = document(BEFORE, WIDE)
    upright, *turned = layout_document(made, context())
    strips = tuple(
        replace(each, x=each.x - 20) if each.turned else each for each in turned[0].strips
    )
    off = replace(turned[0], strips=strips)
    found = broken_rules((upright, off), context(), Reading(document=made))
    assert {each.message.key for each in found} == {"layout-p2"}


def test_the_number_of_a_turned_page_keeps_its_place() -> None:
    pages = layout_document(document(BEFORE, WIDE, AFTER, BEFORE), context())
    upright = {page.number: page.strips[-1] for page in pages}
    assert not upright[2].turned
    assert (upright[2].x, upright[2].y) == (upright[1].x, upright[1].y)


def test_a_reference_leads_to_the_page_of_its_table() -> None:
    run = Run("?", reference="table:statistics.a")
    text = Text("zh", (Run("见"), run), BEFORE.texts[0].origin)
    labelled = replace(WIDE, label=replace(WIDE.label, name="table:statistics.a"))
    made = number_captions(document(Paragraph("body", (text,)), labelled), Captions())
    pages = layout_document(made, context())
    targets = {mark.target for mark in marks_of(pages[0]) if isinstance(mark, Link)}
    anchors = [mark.name for mark in marks_of(pages[1]) if isinstance(mark, Destination)]
    assert targets == {f"#{name}" for name in anchors}
    assert len(anchors) == 1
    assert "表1　横排的表" in [words_of(m) for m in marks_of(pages[1]) if isinstance(m, PlacedLine)]


def test_a_note_marked_in_a_cell_of_a_turned_table_stands_at_its_foot() -> None:
    note = Footnote("statistics.a", pair("另见年报。"))
    cell = (Text("zh", (Run("62"), Run("", footnote="statistics.a")), BEFORE.texts[0].origin),)
    made = replace(WIDE, rows=((cell, *WIDE.rows[0][1:]), *WIDE.rows[1:]))
    whole = document(BEFORE)
    section = replace(whole.sections[0], blocks=(BEFORE, made, AFTER), footnotes=(note,))
    arranged = arrange(replace(whole, sections=(section,)), "zh")
    pages = layout_document(arranged, context())
    on = [page.number for page in pages if "另见年报。" in " ".join(map(words_of, lines_on(page)))]
    assert on == [2]
    assert pages[1].turned
    assert broken_rules(pages, context(), Reading(document=arranged)) == ()


def lines_on(page: Page) -> list[PlacedLine]:
    return [mark for mark in marks_of(page) if isinstance(mark, PlacedLine)]
