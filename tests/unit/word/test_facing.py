from __future__ import annotations

import pytest

from makebrief.document.model import Heading, ListBlock, Paragraph, Section, Space
from makebrief.layout.facing import COLUMN_GAP, column_inset
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import PlacedLine
from makebrief.word.tablestyles import COLUMNS
from makebrief.word.xml import Element, qualified
from tests.unit.word.parts import Parts, all_of, first, style, value, words_of
from tests.unit.word.sample import context, document, pair, untranslated


def facing(*blocks: Paragraph | ListBlock | Heading | Space) -> Parts:
    return Parts(document(Section("body", blocks), layout="facing"))


def test_each_pair_is_a_row_of_an_open_table() -> None:
    story = facing(
        Paragraph("body", pair("甲", "a")),
        Paragraph("quote", pair("乙", "b")),
    ).story

    [table] = all_of(story, "tbl")
    assert value(table, "tblStyle") == COLUMNS
    rows = [[words_of(cell) for cell in all_of(row, "tc")] for row in all_of(table, "tr")]
    assert rows == [["甲", "a"], ["乙", "b"]]
    styles = [value(each, "pStyle") for each in all_of(table, "p")]
    assert styles == ["BodyZh", "BodyEnRagged", "QuoteZhColumn", "QuoteEnRagged"]


@pytest.mark.parametrize("role", ["body", "list", "question", "answer", "quote", "note"])
def test_narrow_english_is_ragged_by_style_as_on_our_pages(role: str) -> None:
    words = "Chiping and Dong’e are part of the Jinan metropolitan circle. " * 4
    paragraph = Paragraph(role, pair("茌平、东阿纳入济南都市圈。", words))
    block = ListBlock(False, (paragraph.texts,)) if role == "list" else paragraph
    made = document(Section("body", (block,)), layout="facing")
    parts = Parts(made)
    chinese, english = (
        chain_of(parts.root("styles"), value(each, "pStyle") or "")
        for each in all_of(parts.story, "p")[:2]
    )
    lines = [
        mark
        for page in layout_document(made, context())
        for placed in page.strips
        for mark in placed.strip.marks
        if isinstance(mark, PlacedLine) and mark.language == "en" and mark.origin
    ]

    assert len({round(line.x + line.width) for line in lines[1:-1]}) > 1
    assert alignment(english) == "left"
    right = context().style.role(role).en.right * context().style.role(role).en.size
    right *= column_inset(role)
    assert value(english[0], "ind", "right") == str(round(20 * (right - 0.25)))
    assert alignment(chinese) == "both"
    assert not all_of(parts.story, "jc")


def test_a_quotation_in_a_column_has_half_of_its_indents() -> None:
    styles = facing(Paragraph("quote", pair("甲", "a"))).root("styles")
    whole, half = (first(style(styles, name), "ind") for name in ("QuoteZh", "QuoteZhColumn"))

    for side in ("left", "right"):
        sizes = [int(each.get(qualified(f"w:{side}")) or 0) for each in (whole, half)]
        assert sizes[0] == pytest.approx(2 * sizes[1], abs=1)
        assert sizes[1] > 200


@pytest.mark.parametrize(("words", "kept"), [("甲", [True, True]), ("甲" * 41, [False, False])])
def test_a_question_keeps_to_its_answer_unless_its_row_may_be_divided(
    words: str, kept: list[bool]
) -> None:
    parts = facing(Paragraph("question", pair(words, "a")), Paragraph("answer", pair("乙", "b")))
    question, answer = all_of(parts.story, "tr")

    assert [bool(all_of(each, "keepNext")) for each in all_of(question, "p")] == kept
    assert not all_of(answer, "keepNext")
    for paragraph in all_of(question, "p"):
        own = style(parts.root("styles"), value(paragraph, "pStyle") or "")
        assert value(own, "keepNext") == "0"


def chain_of(styles: Element, style_id: str) -> list[Element]:
    """A style and those that it rests on."""
    chain = [style(styles, style_id)]
    while base := value(chain[-1], "basedOn"):
        chain.append(style(styles, base))
    return chain


def alignment(chain: list[Element]) -> str | None:
    return next((found for each in chain if (found := value(each, "jc"))), None)


def test_columns_are_of_one_width_with_the_gap_of_our_pages_between_and_end_at_both_edges() -> None:
    parts = facing(Paragraph("body", pair("甲", "a")), Paragraph("body", untranslated("乙")))
    style_of_table = first(style(parts.root("styles"), COLUMNS), "tblCellMar")
    assert {each.get(qualified("w:w")) for each in style_of_table} == {"0"}

    for row in all_of(parts.story, "tr"):
        left, right = (room_of(cell) for cell in all_of(row, "tc"))
        assert (left[0], right[2]) == (0, 0)
        assert left[1] == right[1]
        assert left[2] + right[0] == round(COLUMN_GAP * 20)


def room_of(cell: Element) -> tuple[int, int, int]:
    """A cell's margin at the left, the width of its text, its margin at the right."""
    margins = first(cell, "tcMar")
    left, right = (int(value(margins, side, "w") or 0) for side in ("left", "right"))
    return left, int(value(cell, "tcW", "w") or 0) - left - right, right


def test_only_a_long_row_may_go_on_over_the_page() -> None:
    story = facing(
        Paragraph("body", pair("甲", "a")), Paragraph("body", pair("甲" * 41, "a"))
    ).story
    assert [len(all_of(row, "cantSplit")) for row in all_of(story, "tr")] == [1, 0]


def test_headings_stay_outside_of_tables_for_the_navigation_pane() -> None:
    story = facing(
        Paragraph("body", pair("甲", "a")),
        Heading(1, pair("题", "Heading"), "h1", 0),
        Paragraph("body", pair("乙", "b")),
    ).story

    tables = all_of(story, "tbl")
    assert [words_of(table) for table in tables] == ["甲a", "乙b"]


@pytest.mark.parametrize("lines", [1, 2])
def test_blank_lines_over_two_columns_are_as_many_as_on_our_pages(lines: int) -> None:
    parts = facing(Space(lines), Paragraph("body", pair("甲", "a")))
    gap, table = list(first(parts.story, "body"))[:2]
    made = style(parts.root("styles"), value(gap, "pStyle") or "")

    assert table.tag == qualified("w:tbl")
    assert value(made, "snapToGrid") == "0", "on the grid it would be a line higher"
    height = int(value(gap, "spacing", "before") or 0) + int(value(made, "spacing", "line") or 0)
    assert height == round(lines * 579)
    assert value(gap, "spacing", "beforeLines") is None


def test_each_of_two_columns_has_the_blank_lines_of_its_role() -> None:
    """A row is as high as the higher column with its blank lines, whichever that is."""
    made = document(Section("body", (Paragraph("annex-list", pair("甲", "a")),)), layout="facing")
    parts = Parts(made)
    one, other = all_of(parts.story, "p")[:2]

    for paragraph in (one, other):
        own = style(parts.root("styles"), value(paragraph, "pStyle") or "")
        lines = value(paragraph, "spacing", "beforeLines") or value(own, "spacing", "beforeLines")
        assert lines == "100"


def test_numbered_pairs_are_word_lists_that_restart() -> None:
    items = (pair("甲", "a"), pair("乙", "b"))
    story = facing(ListBlock(True, items), ListBlock(True, items)).story

    numbers = [value(each, "numId") for each in all_of(story, "p") if words_of(each)]
    one, other = numbers[:4], numbers[4:]
    assert one == [one[0], one[1]] * 2
    assert other == [other[0], other[1]] * 2
    assert not set(one) & set(other)


def test_a_text_without_its_twin_leaves_an_empty_cell_and_a_comment() -> None:
    parts = facing(Paragraph("body", untranslated("甲")))

    [row] = all_of(parts.story, "tr")
    assert [words_of(cell) for cell in all_of(row, "tc")] == ["甲", ""]
    assert "word/comments.xml" in parts.blobs
