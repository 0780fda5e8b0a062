"""What YAML leaves of line ends and spaces in a text."""

from __future__ import annotations

import pytest

from makebrief.content.written import one_line


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("新建学校，\n入学率提高。\n", "新建学校，入学率提高。"),
        ("新建学校， 入学率提高。", "新建学校，入学率提高。"),
        ("新建\n学校", "新建学校"),
        ("The city\nopened  ", "The city opened"),
        ("The city\tgrew", "The city grew"),
        ("投资 RMB 3 亿元", "投资 RMB 3 亿元"),
        ("张 三", "张 三"),
        ("词 《书》 词", "词《书》词"),
        ("Yes. No.", "Yes. No."),
    ],
)
def test_l7_a_text_is_one_line_without_spaces_beside_chinese_marks(
    written: str, meant: str
) -> None:
    assert one_line(written) == meant
