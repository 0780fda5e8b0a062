"""What the look prints itself is printed once, though its author has typed it as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.document.model import Heading, ListBlock
from makebrief.document.walk import texts_of
from tests.samples import BRIEF, brief_with, bundle_of
from tests.unit.template.test_compile import compiled, words_of


def headed(zh: str, en: str) -> str:
    """A brief with another heading."""
    return BRIEF.replace("{zh: 总体, en: Overview}", f'{{zh: "{zh}", en: "{en}"}}')


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("一、备汛工作", "I. Flood Preparation"),
        ("（一）备汛工作", "(1) Flood Preparation"),
        ("1.备汛工作", "1. Flood Preparation"),
        ("1.2、备汛工作", "1.2. Flood Preparation"),
        ("备汛工作", "Flood Preparation"),
    ],
)
def test_the_number_of_a_heading_is_the_looks(tmp_path: Path, zh: str, en: str) -> None:
    made = compiled(tmp_path, headed(zh, en))
    [heading] = [
        block
        for section in made.sections
        for block in section.blocks
        if isinstance(block, Heading) and block.level == 1
    ]
    assert [text.plain for text in heading.texts] == ["备汛工作", "Flood Preparation"]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("“1+2+4”模式", "The “1+2+4” Model"),
        ("2.0版政策", "Policy 2.0"),
        ("5个方面", "I. M. Pei’s Library"),
        ("一", "I."),
    ],
)
def test_what_is_no_number_of_a_heading_stays(tmp_path: Path, zh: str, en: str) -> None:
    words = words_of(compiled(tmp_path, headed(zh, en)))
    assert zh in words


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("“宁可十防九空。”", "“宁可十防九空。”"),
        ("宁可十防九空。", "“宁可十防九空。”"),
        ("“甲”和“乙”", "““甲”和“乙””"),
        ("“他说“好”。”", "“他说“好”。”"),
    ],
)
def test_a_quotation_has_one_pair_of_marks(tmp_path: Path, typed: str, printed: str) -> None:
    made = compiled(
        tmp_path,
        brief_with(
            f"""
            - quote:
                text: {{zh: {typed}, en: “Better.”}}
                by: {{zh: ——李明, en: — Li Ming}}
            - qa:
                - q: {{zh: 问：好吗？, en: "Q: Is it?"}}
                  a: {{zh: 答：好。, en: "A: It is."}}
                - q: {{zh: 好吗？, en: Is it?}}
                  a: [{{zh: 答：好。, en: "A: It is."}}, {{zh: 答：的是另一个问题。, en: More.}}]
            - note: {{zh: 注：数据待核。, en: "Note: Figures are not final."}}
            """
        ),
    )
    words = words_of(made)
    assert [each for each in words if "”" in each] == [printed, "“Better.”"]
    assert words.count("——李明") == words.count("— Li Ming") == 1
    assert words.count("问：好吗？") == words.count("Q: Is it?") == 2
    assert words.count("答：好。") == words.count("A: It is.") == 2
    assert "答：的是另一个问题。" in words
    assert {"说明：数据待核。", "Note: Figures are not final."} <= set(words)


@pytest.mark.parametrize(
    ("items", "numbered", "first"),
    [
        ("[{zh: 1.甲, en: 1. A}, {zh: 2.乙, en: 2. B}]", True, "甲"),
        ("[{zh: 一、甲, en: I. A}, {zh: 二、乙, en: II. B}]", True, "甲"),
        ("[{zh: •甲, en: • A}, {zh: •乙, en: • B}]", False, "甲"),
        ("[{zh: 1.甲, en: 1. A}, {zh: 3.乙, en: 3. B}]", False, "1.甲"),
        ("[{zh: 1.甲, en: 1. A}, {zh: 乙, en: B}]", False, "1.甲"),
        ("{items: [{zh: 1.甲, en: 1. A}, {zh: 2.乙}], numbered: true}", True, "甲"),
    ],
)
def test_a_list_whose_items_are_numbered_is_a_numbered_one(
    tmp_path: Path, items: str, numbered: bool, first: str
) -> None:
    made = compiled(tmp_path, brief_with(f"- list: {items}"))
    [found] = [
        block
        for section in made.sections
        for block in section.blocks
        if isinstance(block, ListBlock)
    ]
    assert found.numbered == numbered
    assert found.items[0][0].plain == first


def test_a_text_without_its_lead_keeps_its_place(tmp_path: Path) -> None:
    brief = headed("一、总体", "I. Overview")
    bundle = bundle_of(tmp_path, brief)
    assert bundle.briefs["statistics"].content.sections[0].heading.zh == "一、总体"
    origins = {text.plain: text.origin for text in texts_of(compiled(tmp_path, brief).sections)}
    assert origins["总体"] is not None
    assert origins["总体"].path == "statistics:sections[0].heading.zh"
