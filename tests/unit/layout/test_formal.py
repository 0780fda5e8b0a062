"""The formal parts of a document, in mm on the finished page (P8, P10, P12, P13)."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from makebrief.checks.layout import Reading, broken_rules
from makebrief.document.model import (
    AnnexList,
    Document,
    Imprint,
    Masthead,
    Paragraph,
    Running,
    Signature,
    Text,
)
from makebrief.layout.formal import divide_label, ink_height
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import Outline, Page, PlacedLine, PlacedStrip, Rule
from makebrief.pdf.render import render_pdf
from makebrief.style.model import MM
from tests.lines import place, right_edge, words_of
from tests.pdfs import text_by_pdfium, text_by_pdfminer, text_by_poppler
from tests.samples import context, document, pair, text

NUMBER = pair("聊新办发〔2024〕5号", "LXBF [2024] No. 5")
MASTHEAD = Masthead(pair("聊城市人民政府新闻办公室文件", "Information Office"), NUMBER)
BODY = Paragraph("body", (text("召开行政指导会议。" * 9),))
IMPRINT = Imprint(
    pair(
        "抄送：" + "市委办公室，市人大常委会办公室，市政协办公室。" * 2,
        "Copies to: the CPC Office.",
    ),
    pair("聊城市人民政府新闻办公室", "Information Office"),
    pair("2024年7月23日印发", "Issued on 23 July 2024"),
)


def set_pages(made: Document) -> tuple[Page, ...]:
    return layout_document(made, context())


def lines_in(pages: tuple[Page, ...], role: str) -> list[tuple[PlacedStrip, PlacedLine]]:
    """The lines of a role, each with its strip."""
    return [
        (placed, mark)
        for page in pages
        for placed in page.strips
        for mark in placed.strip.marks
        if isinstance(mark, PlacedLine) and mark.role == role
    ]


def rules_of(page: Page) -> list[tuple[float, float, float, Rule]]:
    """The rules of a page: their height and ends in mm on the sheet."""
    return [
        ((placed.y + mark.y0) / MM, (placed.x + mark.x0) / MM, (placed.x + mark.x1) / MM, mark)
        for placed in page.strips
        for mark in placed.strip.marks
        if isinstance(mark, Rule)
    ]


def findings(made: Document) -> list[str]:
    reading = Reading(document=made)
    return [each.text("en") for each in broken_rules(set_pages(made), context(), reading)]


def test_p12_the_organ_mark_is_35_mm_below_the_type_area_and_as_wide_at_most() -> None:
    pages = set_pages(document(MASTHEAD, BODY))
    placed, mark = lines_in(pages, "organ-mark")[0]
    top = placed.y + mark.y - ink_height(mark, context())
    assert top / MM == pytest.approx(37 + 35, abs=0.01)
    assert (placed.x + right_edge(mark)) / MM <= 184.01
    assert {run.colour for run in mark.runs} == {"e60012"}


def test_p12_the_rule_is_4_mm_below_the_number_and_as_wide_as_the_type_area() -> None:
    pages = set_pages(document(MASTHEAD, BODY))
    placed, number = lines_in(pages, "document-number")[-1]
    [(height, left, right, rule)] = rules_of(pages[0])
    assert height - (placed.y + number.y + 0.12 * 16) / MM == pytest.approx(4, abs=0.01)
    assert [left, right] == pytest.approx([28, 184])
    assert rule.colour == "e60012"


def test_p12_the_number_stands_two_lines_below_the_mark() -> None:
    pages = set_pages(document(Masthead(MASTHEAD.mark[:1], NUMBER[:1]), BODY))
    [(placed, mark)] = lines_in(pages, "organ-mark")
    [(_, number)] = lines_in(pages, "document-number")
    under = placed.y + mark.y + 0.12 * mark.runs[0].size
    top = placed.y + number.y - context().baseline(context().style.role("document-number").zh)
    assert 2 <= (top - under) / context().page.line_pitch < 2.5


@pytest.mark.parametrize("number", ["聊新办发第5号", "聊新办发〔2024〕05号", "聊新办发[2024]5号"])
def test_p12_a_number_written_otherwise_is_reported(number: str) -> None:
    found = findings(document(Masthead(MASTHEAD.mark, pair(number)), BODY))
    assert any("P12" in each for each in found)
    assert not any("P12" in each for each in findings(document(MASTHEAD, BODY)))


def test_p10_the_organ_stands_two_from_the_right_and_the_date_two_further() -> None:
    signature = Signature((text("聊城市市场监督管理局"),), (text("2024年7月23日"),))
    pages = set_pages(document(BODY, signature))
    (_, organ), (_, date) = lines_in(pages, "signature")
    assert right_edge(organ) == pytest.approx(context().page.measure - 2 * place(), abs=0.1)
    assert date.x - organ.x == pytest.approx(2 * place(), abs=0.01)
    assert findings(document(BODY, signature)) == []


def test_p10_a_date_longer_than_the_organ_turns_the_rule_round() -> None:
    signature = Signature((text("市政府"),), (text("2024年7月23日"),))
    pages = set_pages(document(BODY, signature))
    (_, organ), (_, date) = lines_in(pages, "signature")
    assert right_edge(date) == pytest.approx(context().page.measure - 2 * place(), abs=0.1)
    assert date.x - organ.x == pytest.approx(2 * place(), abs=0.01)
    assert findings(document(BODY, signature)) == []


def test_p10_one_blank_line_stands_over_the_signature() -> None:
    pages = set_pages(document(BODY, Signature((text("市政府"),), (text("2024年7月23日"),))))
    (placed, _), _ = lines_in(pages, "signature")
    last = max(each.y for each, _ in lines_in(pages, "body"))
    assert placed.y - last == pytest.approx(2 * context().page.line_pitch)


@pytest.mark.parametrize("count", range(1, 24))
def test_p10_a_signature_never_stands_on_a_page_without_text(count: int) -> None:
    body = [Paragraph("body", (text("召开会议" * 12),))] * count
    pages = set_pages(document(*body, Signature((text("市政府"),), (text("2024年7月23日"),))))
    last = {mark.role for _, mark in lines_in(pages[-1:], "body")}
    assert last == {"body"}


def test_p8_turn_lines_of_an_annex_align_to_its_name() -> None:
    long = "聊城市争创省级商业秘密保护创新试点工作实施方案和任务分工以及时间进度安排"
    pages = set_pages(document(BODY, AnnexList(((text(long),), (text("名单"),)))))
    (_, first), (_, turned), (_, second) = lines_in(pages, "annex-list")
    assert words_of(first).startswith("附件：1. 聊城市")
    assert words_of(second) == "2. 名单"
    assert first.x == turned.x == pytest.approx(second.x)
    assert first.x + first.runs[0].x == pytest.approx(2 * place())
    assert second.runs[0].x + second.x == pytest.approx(first.x + first.runs[0].x + 3 * 16, abs=1)
    assert findings(document(BODY, AnnexList(((text(long),),)))) == []


def test_p8_one_annex_has_no_number_and_an_end_mark_is_reported() -> None:
    pages = set_pages(document(BODY, AnnexList((pair("名单", "List"),))))
    assert [words_of(line) for _, line in lines_in(pages, "annex-list")] == [
        "附件：名单",
        "Annex: List",
    ]
    assert any("P8" in each for each in findings(document(BODY, AnnexList((pair("名单。"),)))))


def test_p13_the_last_rule_lies_on_the_foot_of_the_type_area_of_the_last_page() -> None:
    made = replace(document(*[BODY] * 9), imprint=IMPRINT)
    pages = set_pages(made)
    assert len(pages) > 1
    rules = rules_of(pages[-1])
    assert rules[-1][0] == pytest.approx(297 - 35, abs=0.001)
    assert [round(rule.width / MM, 2) for _, _, _, rule in rules] == [0.35, 0.25, 0.35]
    assert all([left, right] == pytest.approx([28, 184]) for _, left, right, _ in rules)
    assert not any(rules_of(page) for page in pages[:-1])
    assert findings(made) == []


def test_p13_copies_turn_under_the_first_name_and_sizes_are_14_pt() -> None:
    lines = lines_in(set_pages(replace(document(BODY), imprint=IMPRINT)), "imprint")
    chinese = [line for _, line in lines if line.language == "zh"]
    assert {run.size for line in chinese for run in line.runs} == {14.0}
    assert chinese[0].x == pytest.approx(14 + 3 * 14)
    assert chinese[1].x == chinese[0].x
    date = next(line for line in chinese if "印发" in words_of(line))
    assert right_edge(date) == pytest.approx(context().page.measure - 14, abs=0.1)


def test_p13_an_imprint_that_does_not_fit_begins_a_page() -> None:
    full = [Paragraph("body", (text("召开会议" * 6),))] * 22
    pages = set_pages(replace(document(*full), imprint=IMPRINT))
    assert len(pages) == 2
    assert rules_of(pages[1])[-1][0] == pytest.approx(262)


def test_the_label_of_copies_is_told_from_the_names() -> None:
    label, names = divide_label(text("抄送：", "市委：办公室。"))
    assert (label.plain, names.plain) == ("抄送：", "市委：办公室。")


def running(watermark: tuple[Text, ...] = ()) -> Document:
    heads = (pair("草稿", "DRAFT"), pair("限2024年7月23日10时后发布", "Embargoed until 10 a.m."))
    return replace(document(*[BODY] * 9), running=Running(heads, watermark))


def test_marks_stand_over_the_type_area_of_each_page_and_break_no_rule() -> None:
    pages = set_pages(running())
    assert len(pages) > 1
    for page in pages:
        lines = lines_in((page,), "page-mark")
        assert [words_of(line)[:2] for _, line in lines] == ["草稿", "DR", "限2", "Em"]
        assert {round((placed.y + line.y) / MM, 2) for placed, line in lines} == {37 - 12}
        first, last = lines[0][1], lines[-1][1]
        assert first.x / MM == pytest.approx(28)
        assert right_edge(last) / MM == pytest.approx(184, abs=0.1)
    assert findings(running()) == []


def test_a_watermark_is_seen_and_not_read(tmp_path: Path) -> None:
    made = running(pair("内部资料", "INTERNAL"))
    pages = set_pages(made)
    for page in pages:
        [outline, other] = page.strips[0].strip.marks
        assert isinstance(outline, Outline)
        assert isinstance(other, Outline)
        assert outline.colour == "ececec"
    data = render_pdf(made, pages, context().faces)
    texts = text_by_poppler(data, tmp_path), text_by_pdfium(data), text_by_pdfminer(data)
    for words in texts:
        assert "内部" not in words
        assert "INTERNAL" not in words
        assert "草稿" in words
