"""A text's printed characters keep their places in what was written."""

from __future__ import annotations

import pytest

from makebrief.content.printed import FIGURE, printed


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("plain", "plain"),
        ("a **b** *c* {x}.", f"a b c {FIGURE}."),
        ("{{a}} \\* \\[", "{a} * ["),
        ("[**wo**rds](https://example.org) end", "words end"),
        ("see https://a.cn/x?y=1,2.", "see " + "x" * 21),
        ("a@b.cn、c", "x" * 6 + "、c"),
        ("a { b", "a { b"),
    ],
)
def test_markup_is_not_printed(written: str, text: str) -> None:
    assert printed(written).text == text


def test_places_lead_back_to_what_was_written() -> None:
    text = printed("a **b**，{firms}。[c](https://x.cn)")
    for at, character in enumerate(text.text):
        start, end = text.place(at, at + 1)
        assert text.written[start:end] == ("{firms}" if character == FIGURE else character)


def test_a_stretch_with_markup_inside_is_not_plain() -> None:
    text = printed("a**b**c")
    assert not text.is_plain(0, 2)
    assert text.is_plain(0, 1)
