"""Where English words may be divided."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pyphen import Pyphen

from makebrief.layout.hyphens import SOFT_HYPHEN, hyphenations
from tests.lines import set_lines, words_of

WORDS = [
    *("administration", "enterprises", "regulation", "development", "international", "protection"),
    *("infrastructure", "neighbouring", "cooperation", "manufacturing", "agricultural"),
    *("implementation", "ecological", "vocational", "programme", "employment", "hospitals"),
    *("transportation", "thoroughly", "strengths", "business", "wholly"),
]


def divided(text: str) -> str:
    stops = [0, *hyphenations(text), len(text)]
    return "-".join(text[a:b] for a, b in pairwise(stops))


@pytest.mark.parametrize("word", WORDS)
def test_l4_words_are_divided_as_pyphen_divides_them(word: str) -> None:
    assert divided(word) == Pyphen(lang="en_GB", left=3, right=3).inserted(word)


@pytest.mark.parametrize(
    "words",
    [
        "Liaocheng",
        "UNESCO",
        "www.example.com/information",
        "information@example.com",
        "high-quality",
        "government’s",
        "g309international",
        "into",
    ],
)
def test_l4_names_acronyms_addresses_and_compounds_are_never_divided(words: str) -> None:
    assert hyphenations(words) == []


@pytest.mark.parametrize(
    "name", ["Liaocheng", "Dongchangfu", "Chiping", "Zhengzhou", "Qufu", "Xiong'an"]
)
def test_l4_a_chinese_name_is_whole_where_capitalised_words_are_divided(name: str) -> None:
    assert hyphenations(name, capitalised=True) == []
    assert hyphenations("Improvement", capitalised=True) == hyphenations("improvement")


def test_l4_three_letters_stay_on_the_line_and_three_go_over() -> None:
    for word in WORDS:
        assert all(3 <= at <= len(word) - 3 for at in hyphenations(word))


def test_l4_a_word_before_a_full_stop_is_divided() -> None:
    assert divided("our administration.") == "our admin-is-tra-tion."


def test_l4_a_divided_word_ends_with_a_soft_hyphen_and_never_three_lines_in_a_row_do() -> None:
    words = " ".join(WORDS * 3)
    seen = 0
    for em in range(9, 30):
        lines = [words_of(each) for each in set_lines(words, em=em, language="en", align="justify")]
        ends = "".join("-" if line.endswith(SOFT_HYPHEN) else " " for line in lines)
        assert "---" not in ends
        assert SOFT_HYPHEN not in "".join(line[:-1] for line in lines)
        whole = "".join(line[:-1] if line.endswith(SOFT_HYPHEN) else line + " " for line in lines)
        assert whole.strip() == words
        seen += ends.count("-")
    assert seen > 20


def test_l4_chinese_texts_and_ragged_lines_are_not_hyphenated() -> None:
    words = " ".join(WORDS)
    for language, align in (("zh", "justify"), ("en", "left")):
        lines = set_lines(words, em=12, language=language, align=align)  # type: ignore[arg-type]
        assert SOFT_HYPHEN not in "".join(map(words_of, lines))


def test_l4_a_soft_hyphen_in_a_text_is_dropped() -> None:
    [line] = set_lines("pro\xadtec\xadtion", em=20, language="en")
    assert words_of(line) == "protection"


def test_l4_the_end_of_a_divided_word_is_not_alone_on_the_last_line() -> None:
    words = "It covers the Action, regional development and the secret protection of them"
    for cut in range(60, len(words) + 1):
        for em in (16, 19, 22, 25, 28):
            lines = set_lines(words[:cut], em=em, language="en", align="justify")
            if len(lines) > 1 and words_of(lines[-2]).endswith(SOFT_HYPHEN):
                assert " " in words_of(lines[-1]), (cut, em)
