"""L1 to L4 read off pages: each kind of broken line end is found, each right one is let be."""

from __future__ import annotations

import pytest

from makebrief.messages import Language
from tests.unit.checks.made_pages import findings, paragraph, set_from, words_of


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("这是全市发展情况", "。随后"),
        ("这是全市发展情况", "，随后"),
        ("这是全市发展情况", "》随后"),
        ("这是全市发展情况", "”随后"),
        ("这是全市发展情况", "）随后"),
        ("这是全市发展（", "情况）"),
        ("这是全市发展“", "情况”"),
    ],
)
def test_a_mark_where_no_line_begins_or_ends(before: str, after: str) -> None:
    [found] = findings(paragraph(before, after), "layout-l1")
    assert found.severity == "error"
    assert words_of([found]) == [f"{before[-8:]}｜{after[:8]}"]


@pytest.mark.parametrize(
    ("before", "after"),
    [("这是全市发展情况。", "随后"), ("这是全市发展", "“情况”"), ("全市（发展）", "（情况）")],
)
def test_marks_where_they_may_stand(before: str, after: str) -> None:
    assert findings(paragraph(before, after), "layout-l1") == []


def test_english_marks() -> None:
    wrong = paragraph("The city has a plan", ", and a budget (", "for 2024)", language="en")
    assert words_of(findings(wrong, "layout-l1")) == ["s a plan｜, and a ", "budget (｜for 2024"]
    right = paragraph("The city has a plan,", "(and a budget)", language="en")
    assert findings(right, "layout-l1") == []


def test_an_apostrophe_may_begin_a_word() -> None:
    source = set_from("The plan of the ’90s", "en")
    lines = paragraph("The plan of the", "’90s", language="en")
    assert findings(lines, "layout-l1", source) == []
    joined = set_from("The plan of the’90s", "en")
    assert len(findings(lines, "layout-l1", joined)) == 1


def test_the_first_and_the_last_character_of_a_text_are_no_line_ends() -> None:
    assert findings(paragraph("）发展情况", "发展（"), "layout-l1") == []


def test_more_marks_than_a_line_holds_are_a_hint() -> None:
    [found] = findings(paragraph("发展" + "）" * 28, "）" * 28 + "好"), "layout-l1")
    assert found.severity == "hint"
    assert [hint.key for hint in found.hints] == ["layout-bound"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("这是全市发展—", "—随后"),
        ("这是全市发展…", "…随后"),
        ("2021", "—2035年"),
        ("聊城", "～北京"),
        ("聊城", "·北京"),
        ("每亩", "/天"),
        ("每亩/", "天"),
    ],
)
def test_a_dash_an_ellipsis_a_connector_or_a_slash_at_a_line_end(before: str, after: str) -> None:
    [found] = findings(paragraph(before, after), "layout-l2")
    assert found.severity == "error"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("这是全市发展——", "随后"),
        ("这是全市发展", "——随后"),
        ("这是全市发展……", "随后"),
        ("最低气温为", "-5度"),
        ("2021—", "2035年"),
        ("见https://example.org/", "page"),
    ],
)
def test_dashes_that_are_whole(before: str, after: str) -> None:
    assert findings(paragraph(before, after), "layout-l2") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("总投资135.", "22亿元"),
        ("总投资13", "5.22亿元"),
        ("总投资135.22", "亿元"),
        ("总投资135.22亿", "元"),
        ("总投资200余", "万元"),
        ("占全省68", "%。"),
        ("上升5.3", "个百分点"),
        ("变化-", "5度"),
        ("承办第", "20届大会"),
        ("改建G", "309国道"),
        ("企业62", "家"),
        ("时间为10:", "30开始"),
        ("每年12,", "345项"),
        ("面积12.5km", "²"),
        ("投资¥", "20"),
    ],
)
def test_a_number_that_is_parted(before: str, after: str) -> None:
    [found] = findings(paragraph(before, after), "layout-l3")
    assert found.severity == "error"
    assert words_of([found]) == [f"{before[-8:]}｜{after[:8]}"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("总投资", "135.22亿元"),
        ("总投资135.22亿元，", "增长5%"),
        ("2024年", "7月23日"),
        ("共有62家", "企业"),
        ("共有", "第20届"),
        ("于2024", "和2025"),
    ],
)
def test_numbers_that_are_whole(before: str, after: str) -> None:
    assert findings(paragraph(before, after), "layout-l3") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a total of RMB", "13.522 billion"),
        ("a total of RMB 13.522", "billion"),
        ("a rise of 5.3", "percentage points"),
        ("a rise of 13.", "522 points"),
        ("an area of 230,000", "km"),
    ],
)
def test_an_english_number_that_is_parted(before: str, after: str) -> None:
    between = "" if before.endswith(".") else " "
    source = set_from(f"{before}{between}{after}", "en")
    assert len(findings(paragraph(before, after, language="en"), "layout-l3", source)) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the total in 2024", "the city"),
        ("visited 429", "enterprises"),
        ("end of 2023.", "62 firms"),
    ],
)
def test_english_numbers_that_are_whole(before: str, after: str) -> None:
    source = set_from(f"{before} {after}", "en")
    assert findings(paragraph(before, after, language="en"), "layout-l3", source) == []


def test_a_number_wider_than_the_line_is_a_hint() -> None:
    [found] = findings(paragraph("共" + "1" * 60, "1" * 60 + "元"), "layout-l3")
    assert found.severity == "hint"


def test_a_range_may_break_after_its_dash_with_a_hint() -> None:
    lines = paragraph("规划期2021—", "2035年")
    [found] = findings(lines, "layout-l3-range")
    assert found.severity == "hint"
    assert findings(lines, "layout-l3") == []
    assert findings(paragraph("规划期", "2021—2035年"), "layout-l3-range") == []


@pytest.mark.parametrize(
    ("before", "after", "source", "language"),
    [
        ("a consoli", "dated report", "a consolidated report", "en"),
        ("这是Liao", "cheng市", "这是Liaocheng市", "zh"),
        ("这是Liao\xad", "cheng市", "这是Liaocheng市", "zh"),
        ("see https://exa", "mple.org/a", "see https://example.org/a", "en"),
    ],
)
def test_a_word_that_is_broken(before: str, after: str, source: str, language: Language) -> None:
    lines = paragraph(before, after, language=language)
    [found] = findings(lines, "layout-l4", set_from(source, language))
    assert found.severity == "error"


@pytest.mark.parametrize(
    ("before", "after", "source", "language"),
    [
        ("a consoli\xad", "dated report", "a consolidated report", "en"),
        ("a consoli-", "dated report", "a consolidated report", "en"),
        ("a well-", "known report", "a well-known report", "en"),
        ("a consolidated", "report", "a consolidated report", "en"),
        ("这是Liaocheng", "市", "这是Liaocheng市", "zh"),
        ("see https://example.", "org/a", "see https://example.org/a", "en"),
        ("see https://example.org/", "a", "see https://example.org/a", "en"),
        ("a consoli", "dated report", "nobody knows", "en"),
    ],
)
def test_words_that_are_whole(before: str, after: str, source: str, language: Language) -> None:
    lines = paragraph(before, after, language=language)
    assert findings(lines, "layout-l4", set_from(source, language)) == []


def test_a_word_wider_than_the_line_is_a_hint() -> None:
    lines = paragraph("a" * 60, "a" * 60, language="en")
    [found] = findings(lines, "layout-l4", set_from("a" * 120, "en"))
    assert found.severity == "hint"


def test_a_heading_number_before_the_text_is_no_part_of_it() -> None:
    lines = paragraph("一、总体consoli", "dated")
    assert len(findings(lines, "layout-l4", set_from("总体consolidated"))) == 1


def test_a_web_address_over_three_lines_stays_one_address() -> None:
    source = set_from("see https://example.org/aaaa/2024/07/bb", "en")
    lines = paragraph("see https://example.org/", "aaaa/2024/", "07/bb", language="en")
    for key in ("layout-l2", "layout-l3", "layout-l4"):
        assert findings(lines, key, source) == []
