"""What readers find in two columns: each text whole, though its lines are far apart (P3, L10).

Readers that keep the order in which a page was written (pdfium, so Chrome and Edge, and
`pdftotext -raw`) read the Chinese of a pair and then its English. `pdftotext` and pdfminer put a
page together anew from where its words stand, and read column after column.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace
from PIL import ImageChops

from makebrief.document.arrange import arrange
from makebrief.document.model import Heading, ListBlock, Paragraph
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import Page, PlacedLine
from makebrief.messages import LANGUAGES, Language
from makebrief.pdf.render import render_pdf
from tests.columns import IN_THE_ORDER_WRITTEN, READERS, at_place, misread, set_facing
from tests.pdfs import (
    fonts_of,
    open_pdf,
    shown_by_poppler,
    squeezed,
)
from tests.samples import context, document, pair

CHINESE = (
    "在沿黄地区一体化推动工作会议上，我市推介项目11个，涉及生态治理、水资源保障、基础设施、"
    "产业发展4个领域；2个项目与金融机构签约。在“投资聊城、共擎未来”2024中国聊城（北京）高质量发展"
    "推介会上，推介项目120个，签约《协议》【附件】25个。"
)
ENGLISH = (
    "At the working meeting on integrated action along the Yellow River, the city presented "
    "11 projects in 4 fields (ecological management, water security, infrastructure and "
    "industrial development), and 2 projects signed agreements with financial institutions."
)


PAIRS = tuple(
    at_place(pair(CHINESE[at:] + CHINESE[:at], ENGLISH[: 60 + 9 * at]), at)
    for at in range(0, len(CHINESE), 8)
)
SHORT = tuple(
    at_place(pair(chinese, english), 100 + number)
    for number, (chinese, english) in enumerate(
        (
            ("一、工业经济运行情况。", "I. Performance of the industrial sector."),
            ("投资和消费稳步恢复向好", "Investment and Consumption"),
            ("好。", "Good."),
            ("咨询电话：0799-8123456，工作日8:30—12:00、14:00—17:30有专人接听。", "Call us."),
            (
                "六家企业入选全国工业互联网试点示范名单。",
                "Six enterprises joined the list.",
            ),
            ("旅客吞吐量（万人次）", "Passenger throughput (10,000 trips)"),
            ("一枝一叶总关情。", "Every leaf and twig concerns us."),
        )
    )
)
BLOCKS: tuple[Paragraph | ListBlock, ...] = (
    *(Paragraph("body", each) for each in PAIRS),
    ListBlock(numbered=True, items=PAIRS[:3]),
)

HEADED: tuple[Heading | Paragraph, ...] = (
    Heading(1, at_place(pair("一、总体情况", "I. At a Glance"), 300), "first", None),
    *(Paragraph("body", each) for each in PAIRS[:2]),
    Heading(2, at_place(pair("（一）投资", "(1) Investment"), 301), "second", None),
    *(Paragraph("body", each) for each in PAIRS[2:4]),
)


@pytest.mark.parametrize("reader", IN_THE_ORDER_WRITTEN)
def test_each_text_is_read_whole_the_chinese_before_its_english(
    reader: str, tmp_path: Path
) -> None:
    shown = PAIRS[1:3]
    [_], data = set_facing(*(Paragraph("body", each) for each in shown))

    found = squeezed(IN_THE_ORDER_WRITTEN[reader](data, tmp_path))
    assert found == squeezed("".join(text.plain for each in shown for text in each)) + "—1—"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", READERS)
def test_every_reader_reads_each_text_whole_and_in_order(
    reader: str, language: Language, tmp_path: Path
) -> None:
    short = (Paragraph("body", each) for each in SHORT)
    listed = tuple(at_place(each, 200 + number) for number, each in enumerate(SHORT))
    listing = ListBlock(numbered=False, items=listed)
    pages, data = set_facing(*HEADED, *BLOCKS[4:], *short, listing)

    assert misread(reader, pages, data, tmp_path, language) is None


@pytest.mark.parametrize("reader", READERS)
def test_every_word_is_read_as_one(reader: str, tmp_path: Path) -> None:
    [_], data = set_facing(Paragraph("body", at_place(pair(CHINESE, ENGLISH), 0)))

    read = " ".join(READERS[reader](data, tmp_path).split())
    for word in ENGLISH.split():
        assert f" {word} " in f" {read} ".replace("\xad ", "").replace("\ufffe ", ""), word


def test_the_type_of_a_column_looks_as_it_would_elsewhere(tmp_path: Path) -> None:
    shown = (*HEADED, *(Paragraph("body", each) for each in SHORT))
    made = arrange(document(*shown), "facing", context().style.spanning)
    pages = layout_document(made, context())
    elsewhere = tuple(map(without_columns, pages))
    assert elsewhere != pages

    cast, plain = (
        shown_by_poppler(render_pdf(made, each, context().faces), tmp_path)
        for each in (pages, elsewhere)
    )
    for one, other in zip(cast, plain, strict=True):
        differing = sum(ImageChops.difference(one, other).histogram()[16:])
        inked = sum(other.histogram()[:128])
        assert differing < inked / 200, f"{differing} of {inked} dots"


def without_columns(page: Page) -> Page:
    """A page whose lines do not say that they stand in columns."""
    strips = (
        replace(
            placed,
            strip=replace(
                placed.strip,
                marks=tuple(
                    replace(mark, pitch=0.0, indent=0.0, reach=0.0)
                    if isinstance(mark, PlacedLine)
                    else mark
                    for mark in placed.strip.marks
                ),
            ),
        )
        for placed in page.strips
    )
    return replace(page, strips=tuple(strips))


def test_the_font_files_of_columns_are_sound() -> None:
    opened = open_pdf(set_facing(*BLOCKS)[1])

    for font in fonts_of(opened):
        [descendant] = font.DescendantFonts
        file = descendant.FontDescriptor.FontFile2.read_bytes()
        TTFont(io.BytesIO(file), checkChecksums=2).ensureDecompiled()
