from __future__ import annotations

from makebrief.document.model import Heading, ListBlock, Paragraph, Section
from makebrief.word.tablestyles import COLUMNS
from tests.unit.word.parts import Parts, all_of, value, words_of
from tests.unit.word.sample import document, pair, untranslated


def facing(*blocks: Paragraph | ListBlock | Heading) -> Parts:
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
    assert styles == ["BodyZh", "BodyEn", "QuoteZh", "QuoteEn"]


def test_a_row_may_go_on_over_the_page() -> None:
    assert not all_of(facing(Paragraph("body", pair("甲", "a"))).story, "cantSplit")


def test_headings_stay_outside_of_tables_for_the_navigation_pane() -> None:
    story = facing(
        Paragraph("body", pair("甲", "a")),
        Heading(1, pair("题", "Heading"), "h1", 0),
        Paragraph("body", pair("乙", "b")),
    ).story

    tables = all_of(story, "tbl")
    assert [words_of(table) for table in tables] == ["甲a", "乙b"]


def test_numbered_pairs_are_word_lists_that_restart() -> None:
    items = (pair("甲", "a"), pair("乙", "b"))
    story = facing(ListBlock(True, items), ListBlock(True, items)).story

    numbers = [value(each, "numId") for each in all_of(story, "p") if words_of(each)]
    first, second = numbers[:4], numbers[4:]
    assert first == [first[0], first[1]] * 2
    assert second == [second[0], second[1]] * 2
    assert not set(first) & set(second)


def test_a_text_without_its_twin_leaves_an_empty_cell_and_a_comment() -> None:
    parts = facing(Paragraph("body", untranslated("甲")))

    [row] = all_of(parts.story, "tr")
    assert [words_of(cell) for cell in all_of(row, "tc")] == ["甲", ""]
    assert "word/comments.xml" in parts.blobs
