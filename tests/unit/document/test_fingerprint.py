from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from makebrief.document.fingerprint import content_hash
from makebrief.document.model import Chart, ChartSeries, ChartValue, Paragraph, Picture
from makebrief.errors import Span
from tests.samples import document, pair, picture


def test_moving_a_text_in_its_file_changes_nothing() -> None:
    [text] = pair("甲")
    moved = replace(text, origin=replace(text.origin, span=Span("other.yaml", 9, 9)))

    assert content_hash(document(Paragraph("body", (text,)))) == content_hash(
        document(Paragraph("body", (moved,)))
    )


def test_a_text_that_moves_to_another_place_of_the_content_changes_it() -> None:
    [text] = pair("甲")
    elsewhere = replace(text, origin=replace(text.origin, path="b:foreword.zh"))

    assert content_hash(document(Paragraph("body", (text,)))) != content_hash(
        document(Paragraph("body", (elsewhere,)))
    )


def test_texts_that_join_to_the_same_characters_differ() -> None:
    one = document(Paragraph("body", pair("甲乙")), Paragraph("body", pair("丙")))
    other = document(Paragraph("body", pair("甲")), Paragraph("body", pair("乙丙")))

    assert content_hash(one) != content_hash(other)


def test_numbers_of_charts_and_bytes_of_pictures_count() -> None:
    def chart(number: str) -> Chart:
        value = ChartValue(Decimal(number), pair("同"))
        return Chart("bar", pair("图"), (pair("类"),), (ChartSeries(None, (value,)),))

    def shown(data: bytes) -> Picture:
        return Picture(data, (9, 9), 50, pair("图"), pair("图"))

    hashes = {
        content_hash(document(block))
        for block in (chart("1"), chart("2"), shown(picture(9, 9)), shown(picture(9, 8)))
    }
    assert len(hashes) == 4
