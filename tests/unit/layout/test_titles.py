"""P4: titles broken by sense, into a trapezoid or a diamond."""

from __future__ import annotations

import sys

import pytest
from msgspec.structs import replace

from makebrief.layout.context import Context
from makebrief.layout.paragraphs import Box, set_text, title_breaks
from makebrief.messages import Language
from tests.lines import words_of
from tests.samples import context, text

NAMES = (
    "聊城市发展和改革委员会",
    "区（县）域发展和对口支援科",
    "商业秘密保护创新试点",
    "Liaocheng Municipal Development and Reform Commission",
    "Twelve Improvement Actions",
)


def house() -> Context:
    return replace(context(), names=NAMES)


def lines_of(words: str, language: Language = "zh", role: str = "title") -> list[str]:
    """The lines of a title across the type area."""
    box = Box(role, context().page.measure)
    placed = set_text(text(words, language=language), box, house()).placed
    return [words_of(line) for line in placed]


@pytest.mark.parametrize(
    "lines",
    [
        ["聊城市发展和改革委员会", "区（县）域发展和对口支援科"],
        ["聊城市人民政府", "关于进一步加强城市供水管理工作的通知"],
        ["融入和服务黄河重大国家战略", "和京津冀协同发展上半年工作进展情况"],
        [
            "聊城市市场监督管理局关于印发",
            "《聊城市争创省级商业秘密保护创新试点",
            "工作实施方案》的通知",
        ],
    ],
)
def test_p4_a_chinese_title_breaks_by_sense(lines: list[str]) -> None:
    assert lines_of("".join(lines)) == lines


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Achievements of the City’s Departments at All Levels ",
            "under the “Twelve Improvement Actions” ",
            "in the First Half of the Year",
        ],
        [
            "“Tackling Key Tasks: Progress Review” ",
            "Thematic Press-Conference Series of the City of Liaocheng",
        ],
    ],
)
def test_p4_an_english_title_breaks_before_what_joins(lines: list[str]) -> None:
    assert lines_of("".join(lines), "en") == [line.rstrip() for line in lines]


def test_p4_a_title_that_fits_stays_in_one_line_and_asks_nobody_for_its_words() -> None:
    sys.modules.pop("budoux", None)
    assert lines_of("上半年工作进展情况") == ["上半年工作进展情况"]
    assert "budoux" not in sys.modules


def test_p4_lines_are_never_a_waist() -> None:
    title = "关于深入推进商业秘密保护创新试点打造法治化营商环境有关情况的通报和说明及其附件的汇编"
    widths = [len(line) for line in lines_of(title)]
    assert len(widths) == 3
    assert not widths[0] > widths[1] < widths[2]


@pytest.mark.parametrize("count", [21, 25, 30, 45, 80, 200])
def test_a_title_without_any_sense_is_set_all_the_same(count: int) -> None:
    lines = lines_of("城" * count)
    assert "".join(lines) == "城" * count
    assert max(map(len, lines)) <= 20


def test_a_number_is_not_parted_from_its_unit_in_a_title() -> None:
    for before in range(10, 24):
        title = "聊" * before + "135.22亿元" + "城" * 9
        assert any("135.22亿元" in line for line in lines_of(title))


def test_the_authors_own_break_wins() -> None:
    title = replace(text("区域发展上半年工作进展"), breaks=(4,))
    placed = set_text(title, Box("title", context().page.measure), house()).placed
    assert [words_of(line) for line in placed] == ["区域发展", "上半年工作进展"]


def test_an_authors_break_that_leaves_too_wide_a_line_gives_way() -> None:
    title = replace(text("聊城市人民政府关于进一步加强城市供水管理工作的通知"), breaks=(24,))
    placed = set_text(title, Box("title", context().page.measure), house()).placed
    assert words_of(placed[0]) == "聊城市人民政府"


def test_an_authors_break_means_nothing_in_running_text() -> None:
    paragraph = replace(text("区域发展上半年工作进展"), breaks=(4,))
    [line] = set_text(paragraph, Box("body", context().page.measure), house()).placed
    assert words_of(line) == "区域发展上半年工作进展"


def test_word_breaks_a_title_where_the_pages_do() -> None:
    title = text("聊城市发展和改革委员会区（县）域发展和对口支援科")
    assert title_breaks(title, Box("title", house().page.measure), house()) == (11,)


def test_p4_a_leading_dash_does_not_stand_alone() -> None:
    source = text("——聊城市发展和改革委员会新闻发言人赵书超")
    box = Box("quote-source", 211.0, inset=0.5)
    lines = [words_of(line) for line in set_text(source, box, house()).placed]
    assert lines[0].startswith("——聊城市")
    assert "".join(lines) == source.plain
