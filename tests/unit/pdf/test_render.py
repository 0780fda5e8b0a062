"""What readers find in our PDF files."""

from __future__ import annotations

import io
import itertools
import re
from decimal import Decimal
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image

from makebrief.document.model import (
    Block,
    Chart,
    ChartSeries,
    ChartValue,
    Column,
    Heading,
    Paragraph,
    Picture,
    Run,
    Table,
)
from tests.lines import placed_lines, words_of
from tests.pdfs import (
    fonts_of,
    open_pdf,
    render,
    set_pages,
    squeezed,
    text_by_pdfium,
    text_by_pdfminer,
    text_by_poppler,
)
from tests.samples import document, pair, picture, text

CHINESE = (
    "聊城“聚力攻坚”——2024年上半年，全市GDP达135.22亿元，增长6.3%（见G309）；"
    "鿏𬭼䶮𫍯四字在基本平面之外。“好。”他说：《规范》《指引》……"
)
ENGLISH = "The Tai’an–Liaocheng model — “first of its kind” — AVATAR Tour, fi fl ff, 5 ½ °C."
WORDS = Paragraph("body", pair(CHINESE, ENGLISH))


@pytest.fixture(scope="module")
def data() -> bytes:
    return render(document(Heading(0, pair("标题", "Title"), "t"), WORDS, WORDS))


@pytest.mark.parametrize("reader", ["poppler", "pdfium", "pdfminer"])
@pytest.mark.parametrize("words", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_text_is_read_as_it_was_written(
    data: bytes, reader: str, words: str, tmp_path: Path
) -> None:
    found = {
        "poppler": lambda: text_by_poppler(data, tmp_path),
        "pdfium": lambda: text_by_pdfium(data),
        "pdfminer": lambda: text_by_pdfminer(data),
    }[reader]()
    assert squeezed(found).count(squeezed(words)) == 2


def test_english_words_are_read_with_their_spaces(data: bytes, tmp_path: Path) -> None:
    for found in (text_by_poppler(data, tmp_path), text_by_pdfium(data), text_by_pdfminer(data)):
        assert "The Tai’an–Liaocheng model — “first of its kind”" in " ".join(found.split())


def test_no_reader_sees_a_space_between_han_and_latin(data: bytes, tmp_path: Path) -> None:
    for found in (text_by_poppler(data, tmp_path), text_by_pdfium(data)):
        assert "2024年上半年" in found.replace("\n", "").replace("\r", "")


def test_a_justified_line_is_read_without_spaces(tmp_path: Path) -> None:
    words = "聊城市市场监督管理局召开行政指导会走访企业收集企业意见建议解决企业诉求和困难" * 3
    made = render(document(Paragraph("body", pair(words))), "zh")
    for found in (text_by_poppler(made, tmp_path), text_by_pdfium(made)):
        assert all(" " not in line for line in found.splitlines() if "企业" in line)


@pytest.mark.parametrize("option", ["-raw", "-layout"])
def test_no_line_is_parted_where_marks_give_their_space(option: str, tmp_path: Path) -> None:
    words = "在“投资聊城、共擎未来”2024中国聊城（北京）推介会上，签约《协议》25个。"
    shown = [words[at:] + words[:at] for at in range(len(words))]
    pages, data = set_pages(document(*(Paragraph("body", pair(each)) for each in shown)), "zh")

    found = text_by_poppler(data, tmp_path, option).split()
    lines = [words_of(line) for line in placed_lines(*pages) if line.role == "body"]
    assert [line for line in lines if line not in found] == []


def test_every_font_is_embedded_and_a_subset(data: bytes) -> None:
    opened = open_pdf(data)
    fonts = fonts_of(opened)
    assert len(fonts) >= 3
    for font in fonts:
        assert font["/Subtype"] == "/Type0"
        assert font["/Encoding"] == "/Identity-H"
        assert re.fullmatch(r"/[A-Z]{6}\+\S+", str(font["/BaseFont"]))
        [descendant] = font["/DescendantFonts"]
        assert descendant["/BaseFont"] == font["/BaseFont"]
        assert descendant["/FontDescriptor"]["/FontName"] == font["/BaseFont"]
        file = descendant["/FontDescriptor"]["/FontFile2"].read_bytes()
        assert file[:4] == b"\x00\x01\x00\x00"
        assert len(file) < 200_000
        assert "/ToUnicode" in font


def test_subsets_of_different_faces_have_different_names(data: bytes) -> None:
    opened = open_pdf(data)
    names = [str(font["/BaseFont"]) for font in fonts_of(opened)]
    assert len(names) == len(set(names))


def test_no_font_is_named_that_we_did_not_embed(data: bytes) -> None:
    opened = open_pdf(data)
    named = {
        str(each["/BaseFont"])
        for each in opened.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
    }
    assert named
    assert all("+" in name for name in named), named
    assert b"Helvetica" not in data


def test_the_widths_say_where_characters_stand(data: bytes) -> None:
    """pdfium places characters by the font's widths: they must not overlap, nor leave the page."""
    with pypdfium2.PdfDocument(data) as opened:
        page = opened[0]
        words = page.get_textpage()
        boxes = [words.get_charbox(at, loose=True) for at in range(words.count_chars())]
        shown = [words.get_text_range(at, 1) for at in range(words.count_chars())]
        words.close()
        page.close()
    rows: dict[float, list[tuple[float, float]]] = {}
    for (left, bottom, right, _), character in zip(boxes, shown, strict=True):
        if character.strip() and right > left:
            rows.setdefault(round(bottom, 1), []).append((left, right))
    assert len(rows) > 3
    for row in rows.values():
        ordered = sorted(row)
        for (_, end), (start, _) in itertools.pairwise(ordered):
            assert start >= end - 3.2, "a fifth of an em"


def test_the_same_document_gives_the_same_bytes(data: bytes) -> None:
    again = render(document(Heading(0, pair("标题", "Title"), "t"), WORDS, WORDS))
    assert again == data


def test_metadata_and_language() -> None:
    opened = open_pdf(render(document(WORDS)))
    assert str(opened.docinfo["/Title"]) == "题"
    assert str(opened.docinfo["/Author"]) == "甲"
    assert str(opened.docinfo["/Subject"]) == "事"
    assert opened.Root["/Lang"] == "zh-CN"
    assert opened.Root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_an_english_document_says_so() -> None:
    opened = open_pdf(render(document(WORDS), "en"))
    assert str(opened.Root["/Lang"]).startswith("en")


def test_the_page_is_a4(data: bytes) -> None:
    for page in open_pdf(data).pages:
        box = [float(each) for each in page.mediabox]
        assert box == pytest.approx([0, 0, 595.276, 841.89], abs=0.01)


def test_headings_are_bookmarks_in_their_tree() -> None:
    body = Paragraph("body", pair("正文" * 500))
    made = render(
        document(
            Heading(0, pair("题", "Title"), "t"),
            Heading(1, pair("甲", "A"), "a", 0),
            body,
            Heading(2, pair("乙", "B"), "b", 0),
            Heading(1, pair("丙", "C"), "c", 0),
        )
    )
    opened = open_pdf(made)

    def tree(items: list[pikepdf.OutlineItem]) -> list[object]:
        return [(item.title, tree(list(item.children))) for item in items]

    with opened.open_outline() as outline:
        assert tree(outline.root) == [
            (
                "题 Title",
                [("一、甲 1. A", [("（一）乙 (1) B", [])]), ("二、丙 2. C", [])],
            )
        ]


def test_a_bookmark_leads_to_its_page() -> None:
    body = Paragraph("body", pair("正文" * 800))
    opened = open_pdf(render(document(body, Heading(1, pair("甲"), "a", 0), body), "zh"))
    with opened.open_outline() as outline:
        [item] = outline.root
    where = item.destination
    assert isinstance(where, pikepdf.Array)
    page = next(at for at, each in enumerate(opened.pages) if each.objgen == where[0].objgen)
    assert page == 2


def links_of(data: bytes) -> list[tuple[str, list[float]]]:
    opened = open_pdf(data)
    return [
        (str(note["/A"]["/URI"]), [float(each) for each in note["/Rect"]])
        for page in opened.pages
        for note in page.get("/Annots", [])
        if "/A" in note and "/URI" in note["/A"]
    ]


def test_a_link_works_over_its_words_on_every_line() -> None:
    address = "https://www.liaocheng.gov.cn/?a=1&b=(2)"
    run = Run("聊城市人民政府新闻办公室的网站" * 3, link=address)
    links = links_of(render(document(Paragraph("body", (text("见", run, "。"),))), "zh"))
    assert [target for target, _ in links] == [address, address]
    (_, first), (_, second) = links
    assert first[1] > second[1]
    assert first[2] > first[0]
    assert first[3] - first[1] < 29


def blocks() -> list[Block]:
    rows = tuple(ChartValue(Decimal(at), pair(f"{at}家")) for at in (3, 2, 1))
    kinds = tuple(pair(f"类{at}") for at in range(3))
    charts: list[Block] = [
        Chart(kind, pair("图"), kinds, (ChartSeries(None, rows),))
        for kind in ("bar", "stacked_bar", "line", "pie")
    ]
    image = Picture(picture(40, 30), (40, 30), 100, pair("图题"), pair("框图"))
    photo = Picture(picture(40, 30, "JPEG"), (40, 30), 100, pair("照片"), pair("照片"))
    made = Table(pair("表"), (Column(pair("甲"), "left"),), ((pair("乙"),),))
    return [*charts, image, image, photo, made]


def test_pictures_are_embedded_once_however_often_they_are_used() -> None:
    opened = open_pdf(render(document(*blocks())))
    images = {
        each.objgen
        for each in opened.objects
        if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
    }
    assert len(images) == 2


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "I;16"])
def test_pictures_of_every_mode_are_shown(mode: str) -> None:
    stream = io.BytesIO()
    Image.new(mode, (30, 20)).save(stream, "PNG")
    image = Picture(stream.getvalue(), (30, 20), 60, pair("图题"), pair("图"))
    opened = open_pdf(render(document(image)))
    assert any(
        isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        for each in opened.objects
    )


def test_a_document_of_every_block_is_a_valid_file(tmp_path: Path) -> None:
    data = render(document(*blocks()))
    assert open_pdf(data).check_pdf_syntax() == []
    assert "Syntax Error" not in text_by_poppler(data, tmp_path)


def test_a_document_without_pages_is_no_bug() -> None:
    assert render(document()).startswith(b"%PDF-")


def test_special_characters_in_the_metadata_survive() -> None:
    title = pair("题（一）\\ 𬭼 <&>", "T (1)")
    opened = open_pdf(render(replace(document(WORDS), title=title)))
    assert str(opened.docinfo["/Title"]) == "题（一）\\ 𬭼 <&> T (1)"
