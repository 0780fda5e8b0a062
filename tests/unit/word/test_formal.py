"""The formal parts of an official document in Word."""

from __future__ import annotations

import pytest

from makebrief.document.model import Paragraph, Section, Signature
from makebrief.word.xml import Element, qualified
from tests.unit.word.parts import Parts, all_of, first, value, words_of
from tests.unit.word.sample import document, every_block, pair


@pytest.fixture(scope="module")
def parts() -> Parts:
    return Parts(every_block())


def of_style(parts: Parts, name: str) -> list[Element]:
    return [each for each in all_of(parts.story, "p") if value(each, "pStyle") == name]


def test_p12_a_red_rule_lies_under_the_number(parts: Parts) -> None:
    number = of_style(parts, "DocumentNumberEn")[-1]
    border = first(number, "pBdr")
    assert value(border, "bottom", "color") == "E60012"
    assert value(border, "bottom", "sz") == "12"
    assert int(value(border, "bottom", "space") or 0) == 7


def test_p12_the_mark_has_its_size_and_stands_35_mm_below_the_type_area(parts: Parts) -> None:
    mark = of_style(parts, "OrganMarkZh")[0]
    assert value(mark, "sz") == "60"
    before = int(value(mark, "spacing", "before") or 0) / 20
    assert before + 0.8 * 57.9 - 26 == pytest.approx(35 * 72 / 25.4, abs=0.1)


def test_p10_organ_and_date_begin_where_the_pages_have_them(parts: Parts) -> None:
    organ, date = of_style(parts, "SignatureZh")
    assert (value(organ, "ind", "left"), value(date, "ind", "left")) == ("4000", "4640")
    assert value(date, "spacing", "before") == "0"


@pytest.mark.parametrize("layout", ["alternating", "facing", "zh"])
def test_p10_a_signature_is_never_alone_on_a_page(layout: str) -> None:
    texts = Paragraph("body", pair("正文。", "Text."))
    signed = Signature(pair("办公室", "Office"), pair("2024年7月23日", "23 July 2024"))
    made = Parts(document(Section("body", (texts, texts, signed)), layout=layout))
    told = [(words_of(each), first(each, "pPr")) for each in all_of(made.story, "p")]
    kept = [words for words, looks in told if all_of(looks, "keepNext") and words]
    assert kept[0] in {"正文。", "Text."}
    assert len(kept) == {"alternating": 4, "facing": 5, "zh": 2}[layout]


def test_p8_an_annexs_name_hangs_behind_its_lead(parts: Parts) -> None:
    [line] = of_style(parts, "AnnexListZh")
    assert words_of(line) == "附件：附件甲"
    assert (value(line, "ind", "left"), value(line, "ind", "hanging")) == ("1600", "960")


def test_p13_the_imprint_lies_at_the_foot_of_the_type_area_with_its_rules(parts: Parts) -> None:
    box = first(parts.story, "txbxContent")
    shape = box.getparent().getparent()  # type: ignore[union-attr]
    assert shape is not None
    look = str(shape.get("style"))
    assert "mso-position-vertical:bottom;mso-position-vertical-relative:margin" in look
    assert "height:90.00pt" in look
    borders = first(box, "tblBorders")
    sizes = [value(borders, side, "sz") for side in ("top", "bottom", "insideH")]
    assert sizes == ["8", "8", "6"]
    assert [words_of(each) for each in all_of(box, "p")] == [
        "抄送：各部门。",
        "Copies to: all.",
        "办公室7月印发",
        "OfficeJuly",
        "",
    ]


def test_headers_of_odd_and_even_pages_carry_marks_and_a_watermark(parts: Parts) -> None:
    for name in ("header1", "header2"):
        header = parts.root(name)
        assert words_of(header) == "草稿　DRAFT"
        shapes = [each for each in header.iter() if str(each.tag).endswith("}textpath")]
        assert shapes[-1].get("string") == "内部　INTERNAL"
    kinds = [each.get(qualified("w:type")) for each in all_of(parts.story, "headerReference")]
    assert kinds == ["default", "even"] * 3
