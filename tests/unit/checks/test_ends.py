"""Prose begins with a capital and ends as a whole sentence; titles and lists need not."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.checks.parts import read_parts
from makebrief.checks.references import check_files
from tests.samples import SERIES, brief_with, bundle_of


def keys(folder: Path, block: str, chinese: str, english: str) -> list[str]:
    """The findings for a pair in a block of a briefing."""
    brief = brief_with(f"- {block % f'{{zh: {chinese}, en: {english}}}'}")
    bundle = bundle_of(folder, brief, SERIES)
    return [each.message.key for each in check_files(bundle, read_parts(bundle))]


@pytest.mark.parametrize(
    ("key", "chinese", "english"),
    [
        ("start-small", "全市乡镇全部通公交。", "all towns have bus services."),
        ("broken-off", "体质明显改善。", "Fitness has clearly improved with the."),
        ("broken-off", "各村都有图书室。", "There is a reading room in every."),
        ("end-none", "机制健全，服务到位", "Structures are in place and services work"),
    ],
)
def test_prose_that_is_no_sentence_is_a_warning(
    tmp_path: Path, key: str, chinese: str, english: str
) -> None:
    assert keys(tmp_path, "text: %s", chinese, english) == [key]
    assert keys(tmp_path, "list: [%s]", chinese, english) == []


@pytest.mark.parametrize("english", ["The site is Class A.", "It is what we are proud of."])
def test_a_sentence_may_end_with_a_letter_or_a_preposition(tmp_path: Path, english: str) -> None:
    assert keys(tmp_path, "text: %s", "工作顺利完成。", english) == []


def test_a_question_that_is_reported_ends_with_a_full_stop(tmp_path: Path) -> None:
    assert keys(tmp_path, "text: %s", "办事怎么办？", "Some ask what they are to do.") == []
    found = keys(tmp_path, "text: %s", "办事怎么办？", "They are to do this.")
    assert found == ["end-differs"]
