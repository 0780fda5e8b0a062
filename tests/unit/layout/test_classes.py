"""The classes of characters; the language decides about marks that both use (L11)."""

from __future__ import annotations

import pytest

from makebrief.layout.breaks import _ALL
from makebrief.layout.classes import classify


@pytest.mark.parametrize(
    ("words", "classes"),
    [
        ("聊A5", "HLN"),
        ("，。（》", "MPOC"),
        ("——……", "DDEE"),
        ("“”‘’", "OCOC"),
        ("①Ⅳ", "HH"),
        ("\U00020000䶮", "HH"),
        ("% ¥/", "uSp/"),
        ("\xa0\u3000", "BJ"),
        ("e\u0301", "Lw"),
    ],
)
def test_classes_in_chinese_text(words: str, classes: str) -> None:
    assert classify(words, "zh") == classes


@pytest.mark.parametrize(
    ("words", "classes"), [("“a”", "oLc"), ("—–-", "hhh"), ("…·", "mm"), ("’", "c")]
)
def test_l11_the_same_marks_are_latin_in_english_text(words: str, classes: str) -> None:
    assert classify(words, "en") == classes


@pytest.mark.parametrize(
    ("words", "classes"), [("Dong’e", "LLLLLL"), ("A’聊", "LCH"), ("‘A’", "OLC")]
)
def test_l4_an_apostrophe_is_a_letter_only_inside_a_latin_word(words: str, classes: str) -> None:
    assert classify(words, "zh") == classes


def test_every_class_is_known_to_the_pair_table() -> None:
    for language in ("zh", "en"):
        every = "".join(map(chr, range(0x20, 0x3100)))
        assert set(classify(every, language)) <= set(_ALL)
