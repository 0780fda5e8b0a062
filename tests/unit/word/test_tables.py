"""Tables in Word: merged cells, heads that repeat, widths, captions that count, wide pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from makebrief.document.model import (
    Column,
    Footnote,
    Merged,
    Numbered,
    Paragraph,
    Picture,
    Run,
    Section,
    Table,
    Texts,
)
from makebrief.word.xml import Element, qualified
from tests.tools.programs import open_xml_errors
from tests.unit.word.parts import Parts, all_of, first, style, value, words_of
from tests.unit.word.sample import CHART, TABLE, body, context, document, faces, pair, png, text

GROUP = pair("规模以上工业", "Industry")
COLUMNS = (
    Column(pair("地区", "Area"), "left"),
    Column(pair("产值", "Output"), "decimal", group=GROUP),
    Column(pair("企业", "Firms"), "decimal", group=GROUP),
)
ROWS: tuple[tuple[Texts, ...], ...] = (
    (pair("东部", "East"), pair("135.22", "13.522"), pair("62", "62")),
    ((), pair("9.3", "0.93"), pair("118", "118")),
    (pair("合并计算", "Together"), (), pair("—", "—")),
    (pair("合计", "Total"), pair("144.52", "14.452"), pair("180", "180")),
)
MADE = Table(
    pair("工业", "Industry"),
    COLUMNS,
    ROWS,
    source=pair("资料来源：统计局", "Source: Statistics"),
    merged=(Merged(0, 0, 1, 2), Merged(2, 0, 2, 1)),
    total=True,
    label=Numbered("table:a"),
)


def written(made: Table) -> Element:
    return first(Parts(body(made)).story, "tbl")


def cells_of(row: Element) -> list[tuple[str, str | None, str | None]]:
    """The words of each cell, how many columns it takes, how it goes on down."""
    return [
        (words_of(cell), value(cell, "gridSpan"), value(cell, "vMerge"))
        for cell in all_of(row, "tc")
    ]


def test_merged_cells_are_word_s_own() -> None:
    rows = all_of(written(MADE), "tr")
    assert cells_of(rows[0]) == [
        ("地区Area", None, "restart"),
        ("规模以上工业Industry", "2", None),
    ]
    assert [cell[1:] for cell in cells_of(rows[1])] == [
        (None, "continue"),
        (None, None),
        (None, None),
    ]
    assert cells_of(rows[2])[0] == ("东部East", None, "restart")
    assert cells_of(rows[3])[0] == ("", None, "continue")
    assert cells_of(rows[4])[0] == ("合并计算Together", "2", None)


def test_every_row_is_as_wide_as_the_grid() -> None:
    table = written(MADE)
    grid = [int(each.get(qualified("w:w")) or 0) for each in all_of(table, "gridCol")]
    assert sum(grid) == int(value(table, "tblW", "w") or 0)
    for row in all_of(table, "tr"):
        assert sum(int(value(cell, "gridSpan") or 1) for cell in all_of(row, "tc")) == len(grid)
        assert sum(int(value(cell, "tcW", "w") or 0) for cell in all_of(row, "tc")) == sum(grid)


def test_both_rows_of_a_head_repeat_and_rows_stay_whole() -> None:
    rows = all_of(written(MADE), "tr")
    assert [bool(all_of(row, "tblHeader")) for row in rows] == [True] * 2 + [False] * 4
    assert all(all_of(row, "cantSplit") for row in rows)


def test_a_row_higher_than_half_a_page_may_go_on_over_the_page() -> None:
    long = pair("沿黄地区一体化推动工作会议" * 60, "A long text. " * 90)
    rows = ((long, pair("1", "1"), pair("2", "2")), ROWS[0])
    table = written(replace(MADE, rows=rows, merged=(), total=False))
    assert [bool(all_of(row, "cantSplit")) for row in all_of(table, "tr")[2:]] == [False, True]


def kept_rows(table: Element) -> list[bool]:
    """Of each row, whether all its paragraphs stay with the next row."""
    rows = [all_of(row, "p") for row in all_of(table, "tr")]
    kept = [[bool(all_of(each, "keepNext")) for each in row] for row in rows]
    assert all(len(set(row)) == 1 for row in kept)
    return [all(row) for row in kept]


def rows_of(count: int) -> Table:
    rows = tuple((pair(f"第{at}", f"Row {at}"), pair("62", "62")) for at in range(count))
    columns = (Column(pair("类别", "Category"), "left"), Column(pair("数量", "Number"), "right"))
    return Table(pair("表", "Table"), columns, rows)


def test_a_low_table_stays_on_one_page() -> None:
    assert kept_rows(written(rows_of(5))) == [True] * 5 + [False]


def test_a_high_table_leaves_no_row_alone() -> None:
    high = rows_of(40)
    assert kept_rows(written(high)) == [True] * 2 + [False] * 37 + [True, False]
    under = replace(high, note=pair("注：截至6月。", "Note: as of June."))
    assert kept_rows(written(under)) == [True] * 2 + [False] * 37 + [True, True]


def test_rows_under_one_cell_stay_together_in_a_high_table() -> None:
    high = rows_of(40)
    rows = (*high.rows[:10], *(((), row[1]) for row in high.rows[10:12]), *high.rows[12:])
    made = written(replace(high, rows=rows, merged=(Merged(9, 0, 1, 3),)))
    assert [at for at, kept in enumerate(kept_rows(made)) if kept] == [0, 1, 10, 11, 39]


def test_the_last_row_is_a_total_by_style() -> None:
    assert value(written(MADE), "tblLook", "lastRow") == "1"
    assert value(written(TABLE), "tblLook", "lastRow") == "0"


def test_numbers_stand_point_under_point_by_styles() -> None:
    parts = Parts(body(MADE))
    rows = all_of(first(parts.story, "tbl"), "tr")
    indents = []
    for row in rows[2:4]:
        paragraph = first(all_of(row, "tc")[1], "p")
        made = style(parts.root("styles"), value(paragraph, "pStyle") or "")
        assert value(made, "jc") == "right"
        indents.append(int(value(made, "ind", "right") or 0))
    assert indents[1] > indents[0], "9.3 ends further to the left than 135.22"


def test_a_table_says_in_words_what_it_holds() -> None:
    table = written(MADE)
    assert value(table, "tblCaption") == "工业 Industry"
    assert value(table, "tblDescription") == (
        "共4行，各列为：地区、产值、企业。 4 rows; columns: Area, Output, Firms."
    )


def fields(paragraph: Element) -> list[str]:
    return [(each.text or "").strip() for each in all_of(paragraph, "instrText")]


def referring() -> Paragraph:
    run = Run("?", reference="table:a")
    return Paragraph("body", (text("zh", "见", run, "。"), text("en", "See ", run, ".")))


def looks_of_field(paragraph: Element) -> list[str | None]:
    """The styles of all runs of a field, from its beginning to its end."""
    runs = all_of(paragraph, "r")
    marks = [at for at, run in enumerate(runs) if all_of(run, "fldChar")]
    return [value(run, "rStyle") for run in runs[marks[0] : marks[-1] + 1]]


def test_a_number_that_word_counts_anew_keeps_its_look() -> None:
    story = Parts(body(referring(), MADE)).story
    told = {words_of(each): each for each in all_of(story, "p")}
    looks = looks_of_field(told["表1　工业"])
    assert len(looks) == 5
    assert looks[0] is not None
    assert len(set(looks)) == 1


def test_captions_count_by_fields_and_references_are_fields_to_them() -> None:
    story = Parts(body(referring(), MADE, replace(MADE, label=Numbered()))).story
    told = {words_of(each): each for each in all_of(story, "p")}
    assert fields(told["表1　工业"]) == [r"SEQ 表 \* ARABIC"]
    assert fields(told["Table 1. Industry"]) == [r"SEQ Table \* ARABIC"]
    assert fields(told["表2　工业"]) == [r"SEQ 表 \* ARABIC"]
    for words, caption in (("见表1。", "表1　工业"), ("See Table 1.", "Table 1. Industry")):
        [field] = fields(told[words])
        found = re.fullmatch(r"REF (_Ref\w+) \\h", field)
        assert found
        mark = first(told[caption], "bookmarkStart")
        assert mark.get(qualified("w:name")) == found[1]


def test_the_number_in_a_label_is_in_the_face_of_its_caption() -> None:
    """Bold as the Latin face is, though the Han face beside it has no switch for it."""
    parts = Parts(body(MADE, replace(MADE, label=Numbered())))
    styles = parts.root("styles")
    [caption] = [each for each in all_of(parts.story, "p") if words_of(each) == "表1　工业"]
    [number] = [each for each in all_of(caption, "r") if words_of(each) == "1"]
    latin = context().style.role("caption").zh.latin

    assert "Bold" in faces()[latin].style
    look = style(styles, value(number, "rStyle") or "")
    assert first(look, "b").get(qualified("w:val")) is None


@pytest.mark.parametrize("layout", ["alternating", "facing", "sequential", "zh", "en"])
def test_every_reference_has_its_bookmark_in_every_layout(layout: str) -> None:
    picture = Picture(png(4, 2), (4, 2), 80, pair("图", "Picture"), pair("会场", "The hall"))
    run = Run("?", reference="figure:b")
    blocks = (
        referring(),
        Paragraph("body", (text("zh", run), text("en", run))),
        MADE,
        CHART,
        replace(picture, label=Numbered("figure:b")),
    )
    story = Parts(document(Section("body", blocks), layout=layout)).story
    wanted = {each.split()[1] for each in fields(story) if each.startswith("REF")}
    names = [each.get(qualified("w:name")) for each in all_of(story, "bookmarkStart")]
    assert wanted
    assert wanted <= set(names)
    assert len(names) == len(set(names))


def test_a_wide_table_has_a_landscape_section_between_upright_ones() -> None:
    before, after = (Paragraph("body", pair(each, each)) for each in "前后")
    story = Parts(body(before, replace(MADE, landscape=True), after)).story
    sizes = [
        (each.get(qualified("w:orient")), each.get(qualified("w:w")), each.get(qualified("w:h")))
        for each in all_of(story, "pgSz")
    ]
    assert sizes == [
        (None, "11906", "16838"),
        ("landscape", "16838", "11906"),
        (None, "11906", "16838"),
    ]
    width = int(value(first(story, "tbl"), "tblW", "w") or 0)
    margins = all_of(story, "pgMar")[1]
    sides = sum(int(margins.get(qualified(f"w:{side}")) or 0) for side in ("left", "right"))
    assert width == pytest.approx(16838 - sides, abs=2)


def test_narrow_columns_have_smaller_type_in_styles_of_their_own() -> None:
    heads = [pair(f"{month}月", "Investment") for month in range(1, 10)]
    columns = tuple(Column(head, "left") for head in heads)
    made = Table(pair("表", "T"), columns, (tuple(pair("1", "1,234.5") for _ in heads),))
    parts = Parts(body(made))
    paragraph = all_of(first(parts.story, "tbl"), "p")[0]
    small = style(parts.root("styles"), value(paragraph, "pStyle") or "")
    usual = style(parts.root("styles"), value(small, "basedOn") or "")
    assert int(value(small, "sz") or 0) < int(value(usual, "sz") or 99)


@pytest.mark.parametrize("layout", ["alternating", "facing", "sequential", "zh", "en"])
def test_the_open_xml_validator_finds_nothing_in_tables(tmp_path: Path, layout: str) -> None:
    blocks = (referring(), MADE, replace(MADE, landscape=True, label=Numbered()), CHART)
    file = tmp_path / "tables.docx"
    file.write_bytes(Parts(document(Section("body", blocks), layout=layout)).data)
    assert open_xml_errors(file) == []


def test_notes_count_on_over_a_wide_table() -> None:
    note = Footnote("statistics.a", pair("另见年报。", "See the annual report."))
    marked = Paragraph("body", (text("zh", "前", Run("", footnote="statistics.a")),))
    section = Section("body", (marked, replace(MADE, landscape=True), marked), (note,))
    story = Parts(document(section)).story
    assert [value(each, "numRestart") for each in all_of(story, "sectPr")] == [
        "eachSect",
        "continuous",
        "continuous",
    ]
