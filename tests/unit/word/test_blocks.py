from __future__ import annotations

import re
from decimal import Decimal
from typing import get_args

import pytest
from msgspec.structs import replace

from makebrief.document.model import (
    Block,
    ChartSeries,
    ChartValue,
    Column,
    Contents,
    FigureIndex,
    Footnote,
    Heading,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Section,
    Space,
    Table,
)
from makebrief.word.blocks import WRITERS
from makebrief.word.xml import Element, qualified
from tests.unit.word.parts import (
    Parts,
    all_of,
    first,
    paragraphs,
    relation_targets,
    value,
    words_of,
)
from tests.unit.word.parts import style as style_of
from tests.unit.word.sample import (
    CHART,
    FIGURES,
    INDEX,
    TABLE,
    body,
    document,
    every_block,
    heading,
    pair,
    png,
    text,
    untranslated,
)

MEASURE = 8844


@pytest.fixture(scope="module")
def parts() -> Parts:
    return Parts(every_block())


def test_every_kind_of_block_has_a_writer() -> None:
    assert set(WRITERS) == set(get_args(Block))


def test_a_pair_becomes_two_paragraphs_in_the_styles_of_their_languages() -> None:
    made = Parts(body(Paragraph("quote", pair("引文", "A quotation"))))

    assert list(paragraphs(made.story)) == [("QuoteZh", "引文"), ("QuoteEn", "A quotation")]


def test_nothing_is_set_on_paragraphs_and_runs_but_what_no_style_can_say(parts: Parts) -> None:
    on_paragraphs = {
        str(each.tag).partition("}")[2]
        for properties in all_of(parts.story, "pPr")
        for each in properties
    }
    on_runs = {
        str(each.tag).partition("}")[2]
        for properties in all_of(parts.story, "rPr")
        for each in properties
    }

    own = {"pStyle", "keepNext", "numPr", "spacing", "pageBreakBefore", "sectPr"}
    formal = {"snapToGrid", "tabs", "pBdr", "ind", "jc"}  # places by width (P8, P10, P12, P13)
    assert on_paragraphs <= own | formal
    assert on_runs <= {"rStyle", "rFonts", "lang"} | {"sz", "szCs"}  # an organ mark that must fit
    for fonts in all_of(parts.story, "rFonts"):
        assert list(fonts.attrib) == [qualified("w:hint")]


def test_every_run_says_its_language(parts: Parts) -> None:
    for run in all_of(parts.story, "r"):
        if words_of(run) and value(run, "rStyle") != "CommentReference":
            han = "zh-CN" if value(run, "rFonts", "hint") == "eastAsia" else "en-GB"
            assert value(run, "lang", "eastAsia") == han


def test_every_field_is_opened_parted_and_closed(parts: Parts) -> None:
    depth = 0
    kinds = []
    for each in all_of(parts.story, "fldChar"):
        kind = str(each.get(qualified("w:fldCharType")))
        kinds.append(kind)
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        assert depth >= 0
    assert depth == 0
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") > 0


def test_ids_are_unique_and_bookmarks_are_closed(parts: Parts) -> None:
    starts = [each.get(qualified("w:id")) for each in all_of(parts.story, "bookmarkStart")]
    ends = [each.get(qualified("w:id")) for each in all_of(parts.story, "bookmarkEnd")]
    names = [each.get(qualified("w:name")) for each in all_of(parts.story, "bookmarkStart")]
    drawings = [each.get("id") for each in parts.story.iter(qualified("wp:docPr"))]

    assert set(starts) == set(ends)
    for ids in (starts, names, drawings):
        assert len(ids) == len(set(ids)) > 0
    assert all(len(str(name)) <= 40 for name in names)


def contents_of(parts: Parts) -> Element:
    """The list of contents, which stands in a control of its own."""
    gallery = first(parts.story, "docPartGallery")
    return next(gallery.iterancestors(qualified("w:sdt")))


def test_the_contents_are_filled_and_point_at_bookmarks(parts: Parts) -> None:
    contents = contents_of(parts)
    names = {each.get(qualified("w:name")) for each in all_of(parts.story, "bookmarkStart")}
    instructions = [each.text or "" for each in all_of(contents, "instrText")]
    targets = {each.get(qualified("w:anchor")) for each in all_of(contents, "hyperlink")}

    pairs = "标题（中文）,1,一级标题,2,Title (English),4,Heading 1 (English),5"
    assert instructions[0] == f' TOC \\h \\z \\n 4-5 \\t "{pairs}" '
    assert targets <= names
    assert [words_of(line) for line in all_of(contents, "p")] == [
        "标题A3",
        "Heading A",
        "一、标题B3",
        "1. Heading B",
        "标题C3",
        "Heading C",
    ]


def is_on(element: Element, name: str) -> bool:
    """Whether a property that can be switched is there and not switched off."""
    return any(each.get(qualified("w:val")) != "0" for each in all_of(element, name))


def test_the_lines_of_an_entry_of_the_contents_keep_together(parts: Parts) -> None:
    styles = parts.root("styles")
    lines = all_of(contents_of(parts), "p")
    by_style = [is_on(style_of(styles, value(each, "pStyle") or ""), "keepNext") for each in lines]
    kept = [is_on(each, "keepNext") for each in lines]

    assert [words_of(each)[:9] for each in lines][:2] == ["标题A3", "Heading A"]
    assert by_style == [True, False] * 3
    assert kept == [False, True] + [False] * 4, "a title keeps to the first heading under it"


@pytest.mark.parametrize("layout", ["zh", "sequential"])
def test_contents_of_one_language_may_break_anywhere(layout: str) -> None:
    blocks = (Contents(1), heading(0, "A"), heading(1, "B"))
    styles = Parts(document(Section("body", blocks), layout=layout)).root("styles")

    assert not any(is_on(style_of(styles, name), "keepNext") for name in ("TOC1", "TOC2"))


def test_contents_of_one_language_have_pages_on_every_line() -> None:
    made = document(Section("body", (Contents(0), heading(0, "A"))), layout="en")
    contents = contents_of(Parts(made))

    assert (all_of(contents, "instrText")[0].text or "").split(" \\t")[0] == " TOC \\h \\z"
    assert words_of(contents) == "Heading A3"


def test_the_figure_index_leads_to_pages_once_a_figure() -> None:
    assert [words for _, words in paragraphs(Parts(body(INDEX)).story)] == [
        "行政指导会　62场次3–5, 8",
        "Guidance meetings: 62 meetings",
    ]


@pytest.mark.parametrize("first", [True, False])
def test_the_pages_of_a_figure_are_fields_that_lead_to_where_it_is_printed(first: bool) -> None:
    figure = Run("62场次", figure="market-regulation.guidance_meetings")
    printed = Paragraph("body", (text("zh", "甲", figure, "乙", figure, "丙", figure, figure),))
    story = Parts(body(*((INDEX, printed) if first else (printed, INDEX)))).story
    [line] = [each for each in all_of(story, "p") if value(each, "pStyle") == "IndexEntryZh"]
    marks = [str(each.get(qualified("w:name"))) for each in all_of(story, "bookmarkStart")]
    figures = [name for name in marks if re.fullmatch(r"_mb\w+f\d", name)]

    assert len(figures) == 3, "the last two runs are one figure"
    assert [(each.text or "").strip() for each in all_of(line, "instrText")] == [
        rf"PAGEREF {figures[at]} \h" for at in (0, 1, 2)
    ]
    assert words_of(line) == "行政指导会　62场次3–5, 8"


def test_a_figure_that_only_a_chart_prints_leads_to_the_chart() -> None:
    figure = Run("5件", figure="market-regulation.guidance_meetings")
    values = (ChartValue(Decimal(5), (text("zh", figure),)), *CHART.series[0].values[1:])
    story = Parts(body(replace(CHART, series=(ChartSeries(None, values),)), INDEX)).story
    [drawn] = [each for each in all_of(story, "p") if all_of(each, "drawing")]

    assert value(drawn, "bookmarkStart", "name") == "_Ref_Chart_1"
    assert "PAGEREF _Ref_Chart_1" in "".join(each.text or "" for each in all_of(story, "instrText"))


def test_a_figure_in_a_note_leads_to_its_mark() -> None:
    figure = Run("62场次", figure="market-regulation.guidance_meetings")
    note = Footnote("a", (text("zh", "另有", figure),))
    marked = Paragraph("body", (text("zh", "前", Run("", footnote="a")),))
    story = Parts(document(Section("body", (marked, INDEX), (note,)))).story

    assert "PAGEREF _Ref_Note_1" in "".join(each.text or "" for each in all_of(story, "instrText"))
    assert "_Ref_Note_1" in [
        each.get(qualified("w:name")) for each in all_of(story, "bookmarkStart")
    ]


def test_a_table_repeats_its_head_and_keeps_its_rows_whole() -> None:
    table = first(Parts(body(TABLE)).story, "tbl")
    rows = all_of(table, "tr")

    assert [len(all_of(row, "tblHeader")) for row in rows] == [1, 0, 0]
    assert [len(all_of(row, "cantSplit")) for row in rows] == [1, 1, 1]


def test_the_widths_of_a_table_are_said_twice_and_fill_the_measure() -> None:
    table = first(Parts(body(TABLE)).story, "tbl")
    grid = [int(str(each.get(qualified("w:w")))) for each in all_of(table, "gridCol")]

    assert sum(grid) == MEASURE
    for row in all_of(table, "tr"):
        assert [int(value(cell, "tcW", "w") or 0) for cell in all_of(row, "tc")] == grid


def test_widths_are_those_of_our_own_pages() -> None:
    columns = tuple(Column(pair("项", "Item"), "left", width) for width in (1, 3))
    made = Table((), columns, ((pair("长" * 30, "x"), pair("短", "y")),))
    table = first(Parts(body(made)).story, "tbl")

    assert [each.get(qualified("w:w")) for each in all_of(table, "gridCol")] == ["2211", "6633"]


def test_a_column_s_alignment_is_a_style() -> None:
    made = Parts(body(TABLE))
    ids = [style_id for style_id, words in paragraphs(made.story) if words == "1,286"]

    assert ids == ["TableCellZhRight"]
    assert "TableHeadEnRight" in [style_id for style_id, _ in paragraphs(made.story)]
    assert not all_of(made.story, "jc")


def test_two_tables_never_touch() -> None:
    made = Parts(body(FIGURES, FIGURES))
    tags = [str(each.tag).partition("}")[2] for each in first(made.story, "body")]

    assert tags == ["p", "tbl", "p", "p", "tbl", "p", "sectPr"]


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2), (7, 3)])
def test_a_panel_has_up_to_three_figures_in_a_row(count: int, rows: int) -> None:
    entries = (FIGURES.entries * 2)[:count]
    table = first(Parts(body(KeyFigures(entries))).story, "tbl")
    cells = [len(all_of(row, "tc")) for row in all_of(table, "tr")]

    assert len(cells) == rows
    assert len(set(cells)) == 1


def test_labels_of_a_row_stand_side_by_side_though_a_value_lacks_its_english() -> None:
    entries = (KeyFigure(pair("48个", "")[:1], pair("项目", "Projects")), *FIGURES.entries[:1])
    cells = all_of(first(Parts(body(KeyFigures(entries))).story, "tbl"), "tc")

    assert [list(paragraphs(cell)) for cell in cells] == [
        [
            ("FigureValueZh", "48个"),
            ("FigureValueEn", ""),
            ("FigureLabelZh", "项目"),
            ("FigureLabelEn", "Projects"),
        ],
        [
            ("FigureValueZh", "62场次"),
            ("FigureValueEn", "62"),
            ("FigureLabelZh", "行政指导会"),
            ("FigureLabelEn", "Guidance meetings"),
        ],
    ]


def test_a_row_of_values_without_english_has_no_blank_line() -> None:
    entries = tuple(KeyFigure(each.value[:1], each.label) for each in FIGURES.entries[:2])
    cells = all_of(first(Parts(body(KeyFigures(entries))).story, "tbl"), "tc")

    assert [len(all_of(cell, "p")) for cell in cells] == [3, 3]


def test_a_chart_says_its_values_to_those_who_cannot_see_it() -> None:
    made = Parts(body(CHART))
    (properties,) = made.story.iter(qualified("wp:docPr"))

    assert properties.get("descr") == (
        "图1 案件数：一季度 5件，二季度 9件。 Chart 1: Cases: Q1 5 cases, Q2 9 cases."
    )
    assert not [name for name in made.blobs if name.startswith("word/media/")]


def test_the_same_picture_is_stored_once() -> None:
    picture = Picture(png(4, 2), (4, 2), 80, pair("图", "Picture"), pair("会场", "The hall"))
    made = Parts(body(picture, picture))

    assert sum(name.startswith("word/media/") for name in made.blobs) == 1


def test_blank_lines_are_space_before_the_next_paragraph() -> None:
    made = Parts(body(Space(2), Paragraph("annex-list", pair("附件", "Annex"))))
    chinese, english = all_of(made.story, "p")

    assert value(chinese, "spacing", "beforeLines") == "300"
    assert value(english, "spacing", "beforeLines") is None


def test_a_page_break_is_a_property_of_what_follows() -> None:
    made = Parts(body(Space(2), PageBreak(), Paragraph("body", pair("后", "After"))))
    chinese, _ = all_of(made.story, "p")

    assert value(chinese, "spacing", "beforeLines") is None
    assert len(all_of(chinese, "pageBreakBefore")) == 1
    assert len(all_of(made.story, "pageBreakBefore")) == 1


def test_a_table_after_a_page_break_follows_a_gap() -> None:
    made = Parts(body(PageBreak(), FIGURES))
    gap, table = list(first(made.story, "body"))[:2]

    assert len(all_of(gap, "pageBreakBefore")) == 1
    assert not all_of(table, "pageBreakBefore")


def height_of(styles: Element, paragraph: Element) -> int:
    """What an empty paragraph takes, in twips; its own spacing goes before that of its style."""
    made = style_of(styles, value(paragraph, "pStyle") or "")
    assert value(made, "snapToGrid") == "0", "a line of the grid is not to be put in its place"
    assert value(made, "spacing", "lineRule") == "exact"
    said = {key: value(made, "spacing", key) for key in ("before", "line", "after")}
    said |= {key: own for key in said if (own := value(paragraph, "spacing", key))}
    return sum(int(each or 0) for each in said.values())


def test_a_table_or_panel_has_the_air_of_our_pages_around_it() -> None:
    made = Parts(body(heading(1, "A"), FIGURES, replace(TABLE, note=None)))
    over, panel, under, *_, table, last, _ = list(first(made.story, "body"))[2:]
    styles = made.root("styles")

    assert panel.tag == table.tag == qualified("w:tbl")
    assert [height_of(styles, each) for each in (over, under, last)] == [120, 120, 120]
    assert is_on(over, "keepNext"), "or a heading could be left alone at the foot of a page"


def test_the_last_note_under_a_table_has_air_below_it() -> None:
    source = pair("资料来源：统计局", "Source: Statistics")
    made = Parts(body(replace(TABLE, source=source)))
    ids = [style_id for style_id, _ in paragraphs(made.story)][-4:]

    assert ids == ["TableNoteZh", "TableNoteEn", "TableNoteZh", "TableNoteEnLast"]
    assert value(style_of(made.root("styles"), ids[-1]), "spacing", "after") == "120"


def test_an_index_has_half_a_line_below_it() -> None:
    made = Parts(body(FigureIndex(INDEX.entries * 2)))
    ids = [style_id for style_id, _ in paragraphs(made.story)]

    assert ids == ["IndexEntryZh", "IndexEntryEn", "IndexEntryZh", "IndexEntryEnLast"]
    last = style_of(made.root("styles"), ids[-1])
    assert value(last, "spacing", "afterLines") == "50"
    assert value(last, "spacing", "after") == "290"


def test_a_picture_takes_whole_lines_of_the_grid(parts: Parts) -> None:
    picture = style_of(parts.root("styles"), "Picture")

    assert value(picture, "snapToGrid") is None
    assert value(picture, "spacing", "lineRule") == "auto"


def test_a_missing_translation_has_a_comment_of_the_document_s_date() -> None:
    made = Parts(body(Paragraph("body", untranslated("未译的话。"))))
    comment = first(made.root("comments"), "comment")

    assert words_of(comment) == "未译 Untranslated"
    assert comment.get(qualified("w:date")) == "2024-07-23T00:00:00Z"
    assert len(all_of(made.story, "commentReference")) == 1


def test_a_cover_has_no_page_number_and_other_pages_have_it_outside() -> None:
    made = Parts(every_block())
    sections = all_of(made.story, "sectPr")
    targets = relation_targets(made.blobs["word/_rels/document.xml.rels"])

    def footers(section: Element) -> list[str]:
        references = all_of(section, "footerReference")
        return [targets[str(each.get(qualified("r:id")))] for each in references]

    blank, odd, even = (words_of(made.root(f"footer{at}")) for at in (1, 2, 3))
    assert footers(sections[0]) == ["footer1.xml", "footer1.xml"]
    assert footers(sections[1]) == ["footer2.xml", "footer3.xml"]
    assert (blank, odd, even) == ("", "— 1 —", "— 1 —")
    assert value(made.root("footer2"), "pStyle") == "PageNumberZhOdd"


def test_the_sheet_and_its_grid() -> None:
    section = all_of(Parts(every_block()).story, "sectPr")[-1]

    assert (value(section, "pgSz", "w"), value(section, "pgSz", "h")) == ("11906", "16838")
    assert value(section, "pgMar", "top") == "2098"
    assert value(section, "docGrid", "linePitch") == "579"


def test_an_empty_document_is_still_a_document() -> None:
    assert all_of(Parts(document()).story, "p")


def test_a_caption_under_a_picture_does_not_pull_what_follows() -> None:
    picture = Picture(png(4, 2), (4, 2), 80, pair("图", "Picture"), pair("会场", "The hall"))
    made = Parts(body(picture))
    ids = [style_id for style_id, _ in paragraphs(made.story)]
    kept = [len(all_of(paragraph, "keepNext")) for paragraph in all_of(made.story, "p")]

    assert ids == ["Picture", "CaptionZhBelow", "CaptionEnBelow"]
    assert kept == [1, 1, 0]
    assert value(style_of(made.root("styles"), "CaptionEnBelow"), "keepNext") == "0"


def test_p4_a_title_has_a_line_break_in_the_place_of_a_space_and_its_contents_line_none() -> None:
    title = Heading(0, pair("甲乙│丙丁", "One│ Two"), "a")
    made = Parts(body(Contents(0), title, Paragraph("body", pair("甲│乙", "a│ b"))))
    broken = [each for each in all_of(made.story, "p") if all_of(each, "br")]
    assert [(value(each, "pStyle"), words_of(each)) for each in broken] == [
        ("Heading1", "甲乙│丙丁"),
        ("TitleEn", "One│Two"),
    ]
