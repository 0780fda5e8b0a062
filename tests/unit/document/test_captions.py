from __future__ import annotations

import pytest
from msgspec.structs import replace

from makebrief.document.arrange import arrange
from makebrief.document.captions import caption_lead, continued_words, number_captions
from makebrief.document.model import (
    Block,
    Column,
    Document,
    Numbered,
    Paragraph,
    Picture,
    Run,
    Table,
)
from makebrief.document.walk import iterate, texts_of
from makebrief.style.model import Captions
from tests.samples import document, pair, text

ALL = Captions()


def table(name: str = "") -> Table:
    columns = (Column(pair("列", "Column"), "left"),)
    return Table(pair("表题", "Title"), columns, ((pair("格", "cell"),),), label=Numbered(name))


def picture(name: str = "") -> Picture:
    return Picture(b"", (1, 1), 10, pair("图题", "Picture"), pair("图", "p"), Numbered(name))


def referring(target: str) -> Paragraph:
    runs = Run("见"), Run("?", reference=target), Run("。")
    return Paragraph("body", (text(*runs), text(*runs, language="en")))


def numbers(made: Document) -> list[int | None]:
    blocks: list[Table | Picture] = [*iterate(made, Table), *iterate(made, Picture)]
    return [block.label.number for block in blocks]


def numbered(rule: str, *blocks: Block) -> list[int | None]:
    captions = replace(ALL, numbered=rule)
    return numbers(number_captions(document(*blocks), captions))


REFERENCE = referring("table:a")


@pytest.mark.parametrize(
    ("rule", "blocks", "wanted"),
    [
        ("several", [table()], [None]),
        ("several", [table(), table(), picture()], [1, 2, None]),
        ("several", [REFERENCE, table("table:a"), picture()], [1, None]),
        ("several", [REFERENCE, table(), table("table:a")], [1, 2]),
        ("always", [table(), picture()], [1, 1]),
        ("referred", [REFERENCE, table(), table("table:a")], [None, 1]),
        ("never", [table(), table()], [None, None]),
    ],
)
def test_the_style_says_which_are_numbered(
    rule: str, blocks: list[Block], wanted: list[int | None]
) -> None:
    assert numbered(rule, *blocks) == wanted


def test_a_reference_says_the_number_in_its_language_and_leads_there() -> None:
    made = number_captions(document(referring("figure:b"), picture(), picture("figure:b")), ALL)
    [paragraph] = iterate(made, Paragraph)
    assert [each.plain for each in paragraph.texts] == ["见图2。", "见Figure 2。"]
    links = {run.link for each in paragraph.texts for run in each.runs} - {None}
    assert links == {f"#{list(iterate(made, Picture))[1].label.anchor}"}


def test_a_caption_begins_with_its_number() -> None:
    [made, _] = iterate(number_captions(document(table(), table()), ALL), Table)
    assert [caption_lead(made, each, ALL) for each in ("zh", "en")] == ["表1　", "Table 1. "]
    assert continued_words(made, ALL) == ["续表1", "Table 1, continued"]
    assert caption_lead(table(), "zh", ALL) == ""
    assert continued_words(table(), ALL) == ["续表", "Table, continued"]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("表3　水库", "Table 3. Reservoirs"),
        ("表 3：水库", "Table 3: Reservoirs"),
        ("表2-1 水库", "Table 2-1 Reservoirs"),
        ("水库", "Reservoirs"),
    ],
)
def test_a_number_that_is_typed_gives_way_to_the_one_that_counts(zh: str, en: str) -> None:
    typed = replace(table(), caption=pair(zh, en))
    [first, _] = iterate(number_captions(document(typed, table()), ALL), Table)
    assert [each.plain for each in first.caption] == ["水库", "Reservoirs"]

    [alone] = iterate(number_captions(document(typed), ALL), Table)
    assert [each.plain for each in alone.caption] == [zh, en]


def test_a_caption_that_is_but_a_number_keeps_it() -> None:
    typed = replace(table(), caption=pair("表3 ", "Table 3. "))
    [first, _] = iterate(number_captions(document(typed, table()), ALL), Table)
    assert [each.plain for each in first.caption] == ["表3 ", "Table 3. "]


def test_each_half_of_a_sequential_document_counts_from_one_to_places_of_its_own() -> None:
    blocks = referring("table:a"), table("table:a"), table()
    made = arrange(document(*blocks), "sequential")
    assert numbers(made) == [1, 2, 1, 2]
    named = [each.label.anchor for each in iterate(made, Table) if each.label.anchor]
    assert len(set(named)) == 2
    links = [run.link for each in texts_of(made.sections) for run in each.runs if run.link]
    assert links == [f"#{name}" for name in named]
