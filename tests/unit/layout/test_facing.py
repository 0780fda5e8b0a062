from __future__ import annotations

import pytest

from makebrief.document.arrange import arrange
from makebrief.document.model import ListBlock, Paragraph
from makebrief.layout.facing import COLUMN_GAP
from makebrief.layout.layout import layout_document
from makebrief.layout.marks import Page, PlacedLine
from tests.samples import context, document, pair

CHINESE = "聊城市市场监督管理局健全机制，服务企业，制定标准，布设站点。" * 3
ENGLISH = "The city put structures in place, served enterprises and opened local stations. " * 6


def lines_of(page: Page) -> list[tuple[float, float, PlacedLine]]:
    """The lines of a page's text with their places from the type area's top left."""
    geometry = context().page
    return [
        (each.x + mark.x - geometry.left, each.y + mark.y - geometry.top, mark)
        for each in page.strips
        for mark in each.strip.marks
        if isinstance(mark, PlacedLine) and mark.role != "page-number"
    ]


def facing_pages(*blocks: Paragraph | ListBlock) -> tuple[Page, ...]:
    spanning = context().style.spanning
    return layout_document(arrange(document(*blocks), "facing", spanning), context())


def first_baselines(page: Page, language: str) -> list[float]:
    """The baselines at which a language's indented lines stand, those that begin a paragraph."""
    half = (context().page.measure + COLUMN_GAP) / 2
    start = half if language == "en" else 0.0
    return [y for x, y, line in lines_of(page) if line.language == language and x > start + 5]


def test_each_pair_is_aligned_at_its_first_line() -> None:
    blocks = [Paragraph("body", pair(CHINESE[:30], ENGLISH[:120])) for _ in range(3)]
    [page] = facing_pages(*blocks)

    chinese, english = first_baselines(page, "zh"), first_baselines(page, "en")
    assert len(chinese) == len(english) == len(blocks)
    assert chinese == pytest.approx(english)


def test_neither_column_reaches_into_the_other() -> None:
    half = (context().page.measure - COLUMN_GAP) / 2
    for page in facing_pages(Paragraph("body", pair(CHINESE, ENGLISH))):
        for x, _, line in lines_of(page):
            start = 0.0 if line.language == "zh" else half + COLUMN_GAP
            assert x >= start - 0.1
            assert x + line.width <= start + half + 0.1


def test_a_long_pair_goes_on_over_the_page_and_loses_nothing() -> None:
    pages = facing_pages(*(Paragraph("body", pair(CHINESE, ENGLISH)) for _ in range(4)))

    assert len(pages) > 1
    for language, words in (("zh", CHINESE), ("en", ENGLISH)):
        lines = [line for page in pages for _, _, line in lines_of(page)]
        shown = "".join(
            run.text for line in lines if line.language == language for run in line.runs
        )
        kept = shown.replace(" ", "").replace("-", "").replace("\u00ad", "")
        assert kept == (words * 4).replace(" ", "").replace("-", "")


def test_blank_lines_before_one_twin_move_both() -> None:
    [page] = facing_pages(
        Paragraph("body", pair("甲", "a")), Paragraph("annex-list", pair("乙", "b"))
    )

    by_words = {"".join(run.text for run in line.runs): y for _, y, line in lines_of(page)}
    assert by_words["乙"] == pytest.approx(by_words["b"])
    assert by_words["乙"] - by_words["甲"] == pytest.approx(2 * context().page.line_pitch)


def test_lists_keep_their_numbers_in_both_columns() -> None:
    [page] = facing_pages(ListBlock(True, (pair("甲", "a"), pair("乙", "b"))))

    shown = ["".join(run.text for run in line.runs) for _, _, line in lines_of(page)]
    assert shown == ["1.甲", "1.a", "2.乙", "2.b"]


def test_a_question_stays_with_its_answer() -> None:
    geometry = context().page
    filler = [Paragraph("body", pair("甲", "a")) for _ in range(geometry.lines - 1)]
    question, answer = pair("问：何时？", "Q: When?"), pair("答：今天。", "A: Today.")
    first, second = facing_pages(
        *filler, Paragraph("question", question), Paragraph("answer", answer)
    )

    shown = ["".join(run.text for run in line.runs) for _, _, line in lines_of(second)]
    assert shown == ["问：何时？", "Q: When?", "答：今天。", "A: Today."]
    assert len(lines_of(first)) == 2 * len(filler)
