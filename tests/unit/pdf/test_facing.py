"""What readers find in two columns.

Readers that keep the order in which a page was written (pdfium, so Chrome and Edge, and
`pdftotext -raw`) read each text whole, the Chinese of a pair and then its English.

`pdftotext` and pdfminer put a page together anew from where its words stand. Lines are a column to
them if they are near each other: to poppler, with baselines at most 1.5 em apart
(`maxLineSpacingDelta`); to pdfminer, with at most half an em between them (`line_margin`), which is
the same. By GB/T 9704 ours are 28.95 pt apart, where 16 pt would allow 24 and 14 pt 21. So each
line is a block of its own. Blocks that begin and end at the same edges are the rows of a table to
poppler; pdfminer joins those with the least area between them, and so first across the gap. Both
would read each column whole if the English stood 8.5 pt above the line of its Chinese; then no pair
would be aligned at its first line, nor the page be on one grid. What holds is that each line is
read whole and alone; and, by poppler, the lines of a column in order.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from makebrief.document.model import ListBlock, Origin, Paragraph, Texts
from makebrief.errors import Span
from makebrief.layout.marks import Page
from makebrief.messages import LANGUAGES, Language
from tests.lines import placed_lines, words_of
from tests.pdfs import set_pages, squeezed, text_by_pdfium, text_by_pdfminer, text_by_poppler
from tests.samples import document, pair

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


def at_place(texts: Texts, place: int) -> Texts:
    """A pair of texts that stands at a place of its own."""
    origin = Origin(f"statistics:sections[0].blocks[{place}].text.zh", Span("statistics.yaml"))
    return tuple(replace(each, origin=origin) for each in texts)


PAIRS = tuple(
    at_place(pair(CHINESE[at:] + CHINESE[:at], ENGLISH[: 60 + 9 * at]), at)
    for at in range(0, len(CHINESE), 8)
)
BLOCKS: tuple[Paragraph | ListBlock, ...] = (
    *(Paragraph("body", each) for each in PAIRS),
    ListBlock(numbered=True, items=PAIRS[:3]),
)

Reader = Callable[[bytes, Path], str]


IN_THE_ORDER_WRITTEN: dict[str, Reader] = {
    "pdfium": lambda data, _: text_by_pdfium(data),
    "poppler-raw": lambda data, folder: text_by_poppler(data, folder, "-raw"),
}
BY_PLACE: dict[str, Reader] = {
    "poppler": text_by_poppler,
    "pdfminer": lambda data, _: text_by_pdfminer(data),
}


def set_facing(*blocks: Paragraph | ListBlock) -> tuple[tuple[Page, ...], bytes]:
    """Blocks in two columns, as pages and as PDF."""
    return set_pages(document(*blocks), "facing")


def lines_of(page: Page, language: Language) -> list[str]:
    """The lines of a page in one language."""
    return [squeezed(words_of(line)) for line in placed_lines(page) if line.language == language]


def lines_read(words: str) -> list[str]:
    """What a reader takes for lines."""
    return [line for line in map(squeezed, words.splitlines()) if line]


@pytest.mark.parametrize("reader", IN_THE_ORDER_WRITTEN)
def test_each_text_is_read_whole_the_chinese_before_its_english(
    reader: str, tmp_path: Path
) -> None:
    shown = PAIRS[1:3]
    [_], data = set_facing(*(Paragraph("body", each) for each in shown))

    found = squeezed(IN_THE_ORDER_WRITTEN[reader](data, tmp_path))
    assert found == squeezed("".join(text.plain for each in shown for text in each)) + "—1—"


@pytest.mark.parametrize("reader", BY_PLACE)
def test_each_line_is_read_whole_and_alone(reader: str, tmp_path: Path) -> None:
    pages, data = set_facing(*BLOCKS)

    shown = [line for page in pages for each in LANGUAGES for line in lines_of(page, each)]
    assert sorted(lines_read(BY_PLACE[reader](data, tmp_path))) == sorted(shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_poppler_reads_the_lines_of_a_column_in_their_order(
    language: Language, tmp_path: Path
) -> None:
    pages, data = set_facing(*BLOCKS)

    read = text_by_poppler(data, tmp_path).split("\f")[:-1]
    for page, words in zip(pages, read, strict=True):
        column = lines_of(page, language)
        assert [line for line in lines_read(words) if line in column] == column
